import type { Subject, Term } from "../core/index.js";
import type { GovernanceKind, GovernanceRecord, Group } from "../domain/index.js";
import { checkUnknownSchool, type MembershipChecking, type PlacedGroup } from "./check-memberships.js";
import { eachContradiction } from "./check-records.js";
import { checkStretch } from "./check-schools.js";
import type { Report } from "./issues.js";
import { named, type PolicyWords } from "./policy-words.js";

/** How many official names a warning lists. */
const LISTED = 20;

const KINDS: Readonly<Record<GovernanceKind, Term>> = {
  body: { "zh-CN": "机构", en: "body" },
  post: { "zh-CN": "职务", en: "post" },
  document: { "zh-CN": "制度文本", en: "document" },
  fund: { "zh-CN": "经费", en: "fund" },
  power: { "zh-CN": "权限", en: "power" },
  practice: { "zh-CN": "机制", en: "practice" },
};

/** Checks the governance records of a group: dates, schools, items and kinds the policies name, and records that contradict each other. */
export function checkGovernance({ index, value: group }: PlacedGroup, checking: MembershipChecking, policy: PolicyWords | undefined): void {
  if (group.governance === undefined) return;
  const subject = { kind: "group", id: group.id } as const;
  const { records } = group.governance;
  for (const [position, record] of records.entries()) {
    const path = ["groups", index, "governance", "records", position];
    checkStretch(record, path, () => subject, group, checking.report);
    if (record.school !== undefined && !checking.known.byId.has(record.school)) {
      checkUnknownSchool(record.school, [...path, "school"], subject, checking);
    }
    if (policy?.items !== undefined) checkItem(record, path, subject, policy.items, checking.report);
  }
  if (records.length > 1) checkContradictions(records, ["groups", index, "governance", "records"], group, policy, checking.report);
}

function checkItem(
  record: GovernanceRecord,
  path: readonly (string | number)[],
  subject: Subject,
  items: NonNullable<PolicyWords["items"]>,
  report: Report,
): void {
  const item = items.get(record.item);
  if (item === undefined) {
    const known = [...items.values()].slice(0, LISTED).map(named);
    report("unknown-governance-item", [...path, "item"], { item: record.item, known }, subject);
  } else if (item.kind !== record.kind) {
    const params = { item: item.label, kind: KINDS[record.kind], expected: KINDS[item.kind] };
    report("governance-kind", [...path, "kind"], params, subject);
  }
}

function checkContradictions(
  records: readonly GovernanceRecord[],
  parent: readonly (string | number)[],
  group: Group,
  policy: PolicyWords | undefined,
  report: Report,
): void {
  const statements = records.map(({ item, exists, from, until }) => ({ of: item, there: exists !== false, from, until }));
  eachContradiction(statements, (position, from) => {
    const id = records[position]?.item ?? "";
    const params = { of: policy?.items?.get(id)?.label ?? { "zh-CN": id, en: id }, ...(from === "" ? {} : { from }) };
    report("contradicting-records", [...parent, position], params, { kind: "group", id: group.id });
  });
}
