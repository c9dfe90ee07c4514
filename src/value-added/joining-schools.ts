import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import type { JoiningEffectOptions } from "./joining-effect.js";
import type { ValueAddedResult } from "./result.js";

/** A school that serves on neither side. */
export interface SchoolNotCompared {
  readonly school: string;
  /**
   * `not-in-results`: no cohort has a school of this id. `no-estimate-throughout`: not estimated in every cohort. `left-out`: asked for.
   * `joining-unclear`: joined in a cohort not given, or in two.
   */
  readonly reason: "not-in-results" | "no-estimate-throughout" | "left-out" | "joining-unclear";
}

/** Who can be compared, and who not. @internal */
export interface SchoolsCompared {
  /** Estimates of the schools that have one in every cohort. */
  readonly series: ReadonlyMap<string, readonly number[]>;
  /** Per school that joined the place of its first cohort after. */
  readonly since: ReadonlyMap<string, number>;
  readonly notUsed: readonly SchoolNotCompared[];
  readonly issues: readonly ValueAddedIssue[];
}

/** Sorts schools into those that serve on a side and those that do not, each with the reason. @internal */
export function schoolsCompared(
  { cohorts, joined, leftOut = [] }: Pick<JoiningEffectOptions, "cohorts" | "joined" | "leftOut">,
  names: readonly string[],
): SchoolsCompared {
  const { neither, issues } = joinedWhen(joined, names);
  const known = new Set(cohorts.flatMap(({ schools }) => schools.map(({ school }) => school)));
  const all = estimatesOf(cohorts);
  const out = new Set(leftOut);
  const unused = new Map<string, SchoolNotCompared["reason"]>();
  const warn = (list: "joined" | "leftOut", row: number, school: string, reason: "not-in-results" | "no-estimate-throughout"): void => {
    unused.set(school, reason);
    issues.push(valueAddedIssue("school-not-compared", [list, row], { school, list, reason }, { kind: "school", id: school }));
  };
  for (const [row, school] of leftOut.entries()) if (!known.has(school)) warn("leftOut", row, school, "not-in-results");
  for (const [row, { school }] of joined.entries()) {
    if (unused.has(school) || out.has(school) || neither.has(school)) continue;
    if (!known.has(school)) warn("joined", row, school, "not-in-results");
    else if (!all.has(school)) warn("joined", row, school, "no-estimate-throughout");
  }
  for (const school of neither) if (!unused.has(school)) unused.set(school, "joining-unclear");
  for (const school of known) {
    if (out.has(school)) unused.set(school, "left-out");
    else if (!unused.has(school) && !all.has(school)) unused.set(school, "no-estimate-throughout");
  }
  return {
    series: new Map([...all].filter(([school]) => !unused.has(school))),
    since: new Map(joined.map((each) => [each.school, names.indexOf(each.since)])),
    notUsed: [...unused].map(([school, reason]) => ({ school, reason })),
    issues,
  };
}

/** Of the schools that have one in every cohort. */
function estimatesOf(cohorts: readonly ValueAddedResult[]): ReadonlyMap<string, readonly number[]> {
  const series = new Map<string, number[]>();
  for (const { schools } of cohorts)
    for (const each of schools) {
      if (each.status !== "estimated") continue;
      const values = series.get(each.school);
      if (values === undefined) series.set(each.school, [each.estimate]);
      else values.push(each.estimate);
    }
  return new Map([...series].filter(([, values]) => values.length === cohorts.length));
}

/** A school that joined in a cohort nobody gave, or in two at once, is on neither side. */
function joinedWhen(
  joined: JoiningEffectOptions["joined"],
  names: readonly string[],
): { readonly neither: ReadonlySet<string>; readonly issues: ValueAddedIssue[] } {
  const first = new Map<string, string>();
  const neither = new Set<string>();
  const issues: ValueAddedIssue[] = [];
  for (const [row, { school, since }] of joined.entries()) {
    const subject = { kind: "school", id: school } as const;
    const path = ["joined", row];
    const before = first.get(school);
    if (before === undefined) first.set(school, since);
    else if (before !== since)
      issues.push(valueAddedIssue("schools-left-out", path, { reason: "duplicate-school", count: 1, row }, subject));
    const known = names.includes(since);
    if (!known) issues.push(valueAddedIssue("cohort-mismatch", path, { expected: names.join(" "), found: since, count: 1, row }, subject));
    if (!known || (before !== undefined && before !== since)) neither.add(school);
  }
  return { neither, issues };
}
