import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { twinIssues } from "./school-rows.js";

/** Schools of two readings, in the order of ids. @internal */
export interface PairedReadings<Reading> {
  readonly pairs: readonly { readonly school: string; readonly before: Reading; readonly after: Reading }[];
  /** Schools that stand in one reading only. */
  readonly issues: readonly ValueAddedIssue[];
  /** One school under two ids. */
  readonly twins: readonly ValueAddedIssue[];
}

/** Two readings school by school. @internal */
export function pairReadings<Reading extends { readonly school: string }>(
  before: readonly Reading[],
  after: readonly Reading[],
): PairedReadings<Reading> {
  const later = new Map(after.map((each) => [each.school, each]));
  const earlier = new Set(before.map(({ school }) => school));
  const pairs = before.flatMap((each) => {
    const found = later.get(each.school);
    return found === undefined ? [] : [{ school: each.school, before: each, after: found }];
  });
  const alone = (school: string, missing: "before" | "after"): ValueAddedIssue =>
    valueAddedIssue("school-in-one-reading", [missing], { school, missing }, { kind: "school", id: school });
  const issues = [
    ...before.flatMap(({ school }) => (later.has(school) ? [] : [alone(school, "after")])),
    ...after.flatMap(({ school }) => (earlier.has(school) ? [] : [alone(school, "before")])),
  ];
  const all = [...earlier, ...after.flatMap(({ school }) => (earlier.has(school) ? [] : [school]))];
  return { pairs, issues, twins: twinIssues(all) };
}
