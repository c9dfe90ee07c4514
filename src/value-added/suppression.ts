import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/**
 * What is hidden follows from the whole less what is shown: of one small school everything, of several to whoever knows one of them. Warns while the hidden pupils but for
 * those of the largest hidden school are fewer than the minimum (the rule of the largest contributor, Hundepool and others 2012, 4.2).
 * @internal
 */
export function suppressionIssues(
  { cohorts, shown, minimum }: { readonly cohorts: readonly number[]; readonly shown: number; readonly minimum: number },
  path: "schools" | "groups" = "schools",
): readonly ValueAddedIssue[] {
  if (cohorts.length === 0 || shown === 0) return [];
  const others = cohorts.reduce((sum, pupils) => sum + pupils, 0) - Math.max(...cohorts);
  return others < minimum ? [valueAddedIssue("suppression-recoverable", [path], { minimum, hidden: cohorts.length })] : [];
}
