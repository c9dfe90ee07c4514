import { type CalendarDate, calendarDate, type Result } from "../core/index.js";
import type { District } from "../domain/index.js";
import { jurisdictionCovers, type ResolvedPolicy } from "../policy/index.js";
import { readDistrictParts } from "../schema/index.js";
import { createIssueCollector } from "../schema/issue-collector.js";
import { checkGroups } from "./check-groups.js";
import { checkPublished } from "./check-published.js";
import { checkSchools } from "./check-schools.js";
import { type Report, reportTo, type ValidationIssue } from "./issues.js";
import { gatherSchools } from "./known-schools.js";
import { policyWords } from "./policy-words.js";

/** What a validation goes by. */
export interface ValidateDistrictOptions {
  /** The day of the state that is checked: who leads, who has members, which headcounts there are. */
  readonly asOf: CalendarDate;
  /** With it, forms and governance items of groups and the district's code are held against the packs. */
  readonly policy?: (Pick<ResolvedPolicy, "packs" | "forms"> & Partial<Pick<ResolvedPolicy, "governanceItems">>) | undefined;
}

/**
 * 核验区域数据. Reads a district file and says everything that is wrong with it, at once: shape (ids, dates, codes, counts, unknown keys) and
 * sense (unknown schools, overlapping memberships, members outside the life of school or group, stages, leads, headcounts, names).
 *
 * Whatever comes in, nothing is thrown but for the options: an `asOf` that is no day gives `invalid-date`. A broken record hides no problem of
 * the sound ones. `ok: false` when there is an error; warnings and notices come along either way, in the order of the input: the district's
 * own fields, schools, groups, published figures; of one record first its shape; what concerns all records of a list after the last one. No
 * rule of any policy is judged here, and nothing is concluded from a name but that two names may have run together.
 *
 * @example
 * ```ts
 * import { validateDistrict } from "school-groups/validation";
 *
 * const district = {
 *   format: "school-groups.district.v1",
 *   schools: [{ id: "a", name: "甲小学" }],
 *   groups: [{ id: "g", memberships: [{ school: "a", role: "lead" }, { school: "b", role: "member" }] }],
 * };
 * const result = validateDistrict(district, { asOf: "2023-12-31" });
 * result.ok; // => false
 * result.issues.map((issue) => `${issue.severity} ${issue.code}`); // => ["notice missing-headcounts", "error unknown-school"]
 * ```
 */
export function validateDistrict(input: unknown, { asOf, policy }: ValidateDistrictOptions): Result<District, ValidationIssue> {
  calendarDate(asOf);
  const collector = createIssueCollector<ValidationIssue>();
  const report = reportTo(collector.add);
  const { district, schools, groups, published } = readDistrictParts(input, collector.add);
  const known = gatherSchools(schools.sound, schools.brokenIds);
  checkSchools(schools.sound, known, asOf, report);
  checkGroups(groups.sound, { known, asOf, report }, policy === undefined ? undefined : policyWords(policy));
  checkPublished(published.sound, published.brokenIds, report);
  if (policy !== undefined && district !== undefined) checkJurisdiction(district, policy, report);
  const issues = inOrder(collector.issues());
  const [first, ...rest] = issues;
  if (district === undefined || collector.failed()) return { ok: false, issues: first === undefined ? [UNREADABLE] : [first, ...rest] };
  return { ok: true, value: district, issues };
}

/** Never met: a district that is not there always has an issue. The type asks for one all the same. */
const UNREADABLE: ValidationIssue = { code: "unreadable-input", severity: "error", path: [], params: {} };

function checkJurisdiction({ code }: District, { packs }: Pick<ResolvedPolicy, "packs">, report: Report): void {
  if (code === undefined) {
    report("district-code-missing", ["code"], {});
    return;
  }
  const elsewhere = packs.filter((pack) => !jurisdictionCovers(pack.jurisdiction.code, code));
  if (elsewhere.length === 0) return;
  if (elsewhere.length === packs.length) report("no-pack-holds", ["code"], { code });
  else report("packs-elsewhere", ["code"], { code, packs: elsewhere.map((pack) => pack.label) });
}

const LISTS: readonly unknown[] = ["schools", "groups", "published"];

/** By place in the input; what concerns a whole list comes after its records, counts of what is not listed last of all. */
function inOrder(issues: readonly ValidationIssue[]): readonly ValidationIssue[] {
  const placed = issues.map((issue) => ({ issue, key: orderKey(issue) }));
  return placed.sort((left, right) => left.key - right.key).map(({ issue }) => issue);
}

function orderKey({ code, path }: ValidationIssue): number {
  const rank = code.startsWith("further-") ? LISTS.length + 1 : LISTS.indexOf(path[0]) + 1;
  return rank * PLACES + (typeof path[1] === "number" ? path[1] : PLACES - 1);
}

/** More than a list may have records. */
const PLACES = 4_294_967_296;
