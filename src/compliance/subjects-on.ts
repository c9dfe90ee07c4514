import type { Missing, Subject, Term, Truth } from "../core/index.js";
import type { Membership, Role } from "../domain/index.js";
import type { Scope } from "../policy/index.js";
import type { RuleSubject } from "../rules/index.js";
import type { DistrictState, GroupState, SchoolState } from "./district-state.js";

/** Somebody a rule may speak to, and whether they are there on the day in that part. */
export type SubjectOn = Pick<RuleSubject, "subject" | "standing">;

/**
 * Whom rules of a scope speak to, in the order of the file: the district; its groups; its schools, without those outside it and without
 * entries that stand for several; a group's leads and members. Who is certainly not there on the day is left out.
 */
export function subjectsOn(district: DistrictState, scope: Scope["subject"]): readonly SubjectOn[] {
  switch (scope) {
    case "district":
      return [{ subject: district.subject }];
    case "group":
      return [...district.groups.values()].filter(mayExist).map(groupOn);
    case "school":
      return [...district.schools.values()].filter(isBound).map(schoolOn);
    default:
      return [...district.groups.values()].flatMap((group) => partsOn(group, scope));
  }
}

function mayExist({ exists }: GroupState): boolean {
  return exists !== "no";
}

function isBound({ school, exists }: SchoolState): boolean {
  return exists !== "no" && school.outside !== true && school.collective !== true;
}

const EXISTS: Term = { "zh-CN": "当日存续", en: "exists on the day" };
const LEADS: Term = { "zh-CN": "当日为牵头校", en: "leads on the day" };
const BELONGS: Term = { "zh-CN": "当日为成员校", en: "is a member on the day" };

function groupOn({ subject, exists }: GroupState): SubjectOn {
  return present(subject, exists, EXISTS, [{ kind: "field", table: "groups", column: "announced", subject }]);
}

function schoolOn({ subject, exists }: SchoolState): SubjectOn {
  return present(subject, exists, EXISTS, [{ kind: "field", table: "schools", column: "opened", subject }]);
}

function present(subject: Subject, value: Truth, label: Term, missing: readonly Missing[]): SubjectOn {
  return value === "yes" ? { subject } : { subject, standing: { label, value, missing } };
}

/** Each school once per role it has or may have: a role only inferred, or a membership only possible, leaves it open. */
function partsOn(group: GroupState, role: Role): readonly SubjectOn[] {
  const label = role === "lead" ? LEADS : BELONGS;
  const found = new Map<string, SubjectOn>();
  const add = (membership: Membership, certain: boolean) => {
    if (membership.role !== role) return;
    const subject: Subject = { kind: "school", id: membership.school, group: group.group.id };
    const sure = certain && membership.evidence !== "inferred";
    const known = found.get(membership.school);
    if (sure && known?.standing !== undefined) found.set(membership.school, { subject });
    if (known !== undefined) return;
    const column = membership.evidence === "inferred" ? "evidence" : "from";
    found.set(
      membership.school,
      present(subject, sure ? "yes" : "unknown", label, [{ kind: "field", table: "memberships", column, subject }]),
    );
  };
  for (const membership of group.members) add(membership, true);
  for (const membership of group.possible) add(membership, false);
  return [...found.values()];
}
