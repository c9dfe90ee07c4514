import { assertReport } from "./assert-report.js";
import { comparedEntries } from "./compare-figures.js";
import {
  CHANGE_ORDER,
  type ChangeCause,
  type ComparedReport,
  changesBetween,
  type ReportChange,
  type ReportComparison,
} from "./compare-steps.js";
import type { DistrictReport, ReportNames } from "./district-report.js";

function stampOf({ provenance }: DistrictReport): ComparedReport {
  const { asOf, version, packs } = provenance;
  return { asOf, version, packs: packs.map((pack) => ({ id: pack.id, version: pack.version })) };
}

function namesOfBoth(before: ReportNames, after: ReportNames): ReportNames {
  const schools = new Set(after.schools.map(({ id }) => id));
  const groups = new Set(after.groups.map(({ id }) => id));
  return {
    schools: [...after.schools, ...before.schools.filter(({ id }) => !schools.has(id))],
    groups: [...after.groups, ...before.groups.filter(({ id }) => !groups.has(id))],
  };
}

function causesShown(before: DistrictReport, after: DistrictReport): readonly ChangeCause[] {
  const members = ({ names }: DistrictReport) => JSON.stringify(names.groups.map(({ id, schools }) => [id, schools]));
  const policy = ({ provenance }: DistrictReport) => JSON.stringify([stampOf({ provenance } as DistrictReport).packs, provenance.sources]);
  const shown: Readonly<Record<ChangeCause, boolean>> = {
    day: before.provenance.asOf !== after.provenance.asOf,
    policy: policy(before) !== policy(after),
    membership: members(before) !== members(after),
    data: false,
    library: before.provenance.version !== after.provenance.version,
  };
  return CHANGE_ORDER.filter((cause) => shown[cause]);
}

/** A comparison of two reports around changes that are known already. */
export function comparisonOf(before: DistrictReport, after: DistrictReport, changes: readonly ReportChange[]): ReportComparison {
  return {
    format: "school-groups.report-comparison.v1",
    district: after.district,
    names: namesOfBoth(before.names, after.names),
    before: stampOf(before),
    after: stampOf(after),
    order: CHANGE_ORDER,
    differs: causesShown(before, after),
    changes,
  };
}

/**
 * 评估对比. What changed between two reports that were kept: figures and verdicts of validation, reconciliation, coverage, rules, rotation and
 * scores, found again by rule and subject.
 *
 * Two reports do not hold what they were made from, so that `steps` is empty and no cause is claimed; `differs` names what the reports show
 * to differ. With the inputs at hand, `compareAssessments` gives each change its causes. Reports of two districts are compared as they stand.
 * Throws `invalid-argument` for what is no report.
 *
 * @example
 * ```ts
 * import { assessDistrict, compareReports, resolvePolicies } from "school-groups";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const options = { policy: policy.value, asOf: "2023-12-31" };
 * const before = assessDistrict(null, options);
 * const after = assessDistrict({ format: "school-groups.district.v1", schools: [], groups: [] }, options);
 * compareReports(before, after).changes[0]?.after; // => { kind: "truth", value: "yes" }
 * compareReports(after, after).changes; // => []
 * ```
 */
export function compareReports(before: DistrictReport, after: DistrictReport): ReportComparison {
  assertReport(before, "before");
  assertReport(after, "after");
  const stages = [
    { causes: [], entries: comparedEntries(before) },
    { causes: [], entries: comparedEntries(after) },
  ] as const;
  return comparisonOf(before, after, changesBetween(stages, false));
}
