import { assessDistrict } from "./assess-district.js";
import type { AssessOptions } from "./assess-inputs.js";
import { comparedEntries } from "./compare-figures.js";
import { type Assessment, replaced } from "./compare-hybrids.js";
import { comparisonOf } from "./compare-reports.js";
import { CHANGE_ORDER, type ChangeCause, changesBetween, type ReportComparison, type Stage } from "./compare-steps.js";
import type { DistrictReport } from "./district-report.js";

/** How assessments are compared. */
export interface CompareOptions {
  /**
   * `assessDistrict` of the library version that made the earlier report, installed beside this one under another name. Absent: both are made
   * by this version, and nothing is laid to the library.
   */
  readonly assessBefore?: ((input: unknown, options: AssessOptions) => DistrictReport) | undefined;
}

function isUsable({ validation }: DistrictReport): boolean {
  return validation.status === "done" && validation.value.usable;
}

/**
 * 评估对比（分解原因）. What changed between two assessments and why: the district is assessed anew with one kind of thing replaced at a time, in
 * the order day (and period), policy (packs, settings of rotation, the indicator system), membership (who belongs to which group when), data
 * (all the rest), library. Each change has its steps from the old value to the new; the differences of numbers add up exactly.
 *
 * What two kinds do together falls to the later one, which is why the order is printed. Where a file between the two cannot be used while
 * both ends can, its causes stand together in one step. A school that only the later file has comes with its membership, else with the data.
 * Up to six assessments are made; nothing but an `asOf` that is no day throws.
 *
 * @example
 * ```ts
 * import { compareAssessments, resolvePolicies } from "school-groups";
 * import { zengdu } from "school-groups/packs/cn-421303-zengdu";
 *
 * const policy = resolvePolicies([zengdu]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const options = { policy: policy.value, asOf: "2024-12-31" };
 * const school = { id: "a", name: "实验小学", stages: ["primary"], sector: "public" };
 * const group = { id: "g", memberships: [{ school: "a", role: "lead" }] };
 * const file = { format: "school-groups.district.v1", code: "421303", schools: [school], groups: [] };
 * const { changes } = compareAssessments({ input: file, options }, { input: { ...file, groups: [group] }, options });
 * const covered = changes.find(({ rule, figure }) => rule === "zengdu.coverage.2024" && figure === "listed-covered");
 * covered?.steps.map(({ causes }) => causes); // => [["membership"]]
 * covered?.difference?.low; // => "1"
 * ```
 */
export function compareAssessments(before: Assessment, after: Assessment, options: CompareOptions = {}): ReportComparison {
  const assessOld = options.assessBefore ?? assessDistrict;
  const first = assessOld(before.input, before.options);
  const last = assessDistrict(after.input, after.options);
  const usable = isUsable(first) && isUsable(last);
  const stages: Stage[] = [{ causes: [], entries: comparedEntries(first) }];
  let at = before;
  let causes: readonly ChangeCause[] = [];
  for (const cause of CHANGE_ORDER) {
    causes = [...causes, cause];
    const isLast = cause === (options.assessBefore === undefined ? "data" : "library");
    const next = cause === "library" ? after : replaced(at, after, cause);
    if (next === undefined) continue;
    if (next === at && !isLast) {
      causes = causes.slice(0, -1);
      continue;
    }
    at = next;
    const report = isLast ? last : assessOld(next.input, next.options);
    // A file between that nobody can use would make every figure vanish and come back.
    if (usable && !isLast && !isUsable(report)) continue;
    stages.push({ causes, entries: comparedEntries(report) });
    causes = [];
    if (isLast) break;
  }
  const [start, next = { causes: [], entries: comparedEntries(last) }, ...others] = stages as [Stage, ...Stage[]];
  return comparisonOf(first, last, changesBetween([start, next, ...others], true));
}
