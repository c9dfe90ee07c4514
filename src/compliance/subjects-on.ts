import type { Missing, Subject, Term, Truth } from "../core/index.js";
import type { Membership, Role } from "../domain/index.js";
import type { Scope } from "../policy/index.js";
import type { RuleSubject } from "../rules/index.js";
import { type DistrictState, type GroupState, type SchoolState, unlisted } from "./district-state.js";

/** Somebody a rule may speak to, whether they are there on the day in that part, and where their facts stand. */
export interface Person extends Pick<RuleSubject, "subject" | "standing"> {
  /** For a school, also as a part of a group. */
  readonly school: SchoolState | undefined;
  /** For a group, and for a school as a part of one. */
  readonly group: GroupState | undefined;
}

/**
 * Whom rules of a scope speak to, in the order of the file: the district; its groups; its schools, without those outside it and without
 * entries that stand for several; a group's leads and members. Who is certainly not there on the day is left out.
 */
export function subjectsOn(district: DistrictState, scope: Scope["subject"]): readonly Person[] {
  switch (scope) {
    case "district":
      return [{ subject: district.subject, standing: undefined, school: undefined, group: undefined }];
    case "group":
      return [...district.groups.values()].filter(mayExist).map(groupOn);
    case "school":
      return [...district.schools.values()].filter(isBound).map(schoolOn);
    default:
      return [...district.groups.values()].flatMap((group) => partsOn(district, group, scope));
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

function groupOn(group: GroupState): Person {
  const { subject, exists } = group;
  return { subject, standing: standingOf(subject, exists, EXISTS, "groups", "announced"), school: undefined, group };
}

function schoolOn(school: SchoolState): Person {
  const { subject, exists } = school;
  return { subject, standing: standingOf(subject, exists, EXISTS, "schools", "opened"), school, group: undefined };
}

/** Nothing of those who certainly are there, as nearly all are. */
function standingOf(subject: Subject, value: Truth, label: Term, table: string, column: string): RuleSubject["standing"] {
  if (value === "yes") return undefined;
  const missing: readonly Missing[] = [{ kind: "field", table, column, subject }];
  return { label, value, missing };
}

/** Each school once per role it has or may have: a role only inferred, or a membership only possible, leaves it open. */
function partsOn(district: DistrictState, group: GroupState, role: Role): readonly Person[] {
  const label = role === "lead" ? LEADS : BELONGS;
  const found = new Map<string, Person>();
  const add = (membership: Membership, certain: boolean) => {
    if (membership.role !== role) return;
    const id = membership.school;
    const known = found.get(id);
    const sure = certain && membership.evidence !== "inferred";
    if (known !== undefined && !(sure && known.standing !== undefined)) return;
    const subject: Subject = { kind: "school", id, group: group.group.id };
    const column = membership.evidence === "inferred" ? "evidence" : "from";
    const standing = standingOf(subject, sure ? "yes" : "unknown", label, "memberships", column);
    const school = { ...(district.schools.get(id) ?? unlisted(id)), subject };
    found.set(id, { subject, standing, school, group });
  };
  for (const membership of group.members) add(membership, true);
  for (const membership of group.possible) add(membership, false);
  return [...found.values()];
}
