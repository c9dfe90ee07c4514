/**
 * 虚构数据. A made-up senior cohort (中考 → 高考) in groups of a real structure: a school that leads one group and belongs to another, a school of three
 * pupils, pupils who did not sit. Nothing in it is a real school, pupil or score.
 */
import { assessDistrict, type District, type DistrictReport, resolvePolicies } from "school-groups";
import type { Pupil } from "school-groups/domain";
import { cn } from "school-groups/packs/cn";
import type { SchoolMeanRow } from "school-groups/value-added";
import { madeUpSeniorCohort } from "./senior-cohort.js";

const SEED = 20240607;

const GAOKAO = { id: "made-up-gaokao", minimum: 0, maximum: 750, step: "1" };

/** Mean and standard deviation of every school, as it would report them. */
function meansOf(pupils: readonly Pupil[]): readonly SchoolMeanRow[] {
  const marks = new Map<string, number[]>();
  for (const { school, outcome } of pupils) if (typeof outcome === "number") marks.set(school, [...(marks.get(school) ?? []), outcome]);
  return [...marks].map(([school, list]) => {
    const mean = list.reduce((sum, mark) => sum + mark, 0) / list.length;
    const squares = list.reduce((sum, mark) => sum + (mark - mean) * (mark - mean), 0);
    return { school, pupils: list.length, mean, sd: Math.sqrt(squares / list.length) };
  });
}

/** A whole report of the made-up cohort. */
export function madeUpCohortReport(): DistrictReport {
  const policy = resolvePolicies([cn]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const { label, design, years, pupils, roll, groups } = madeUpSeniorCohort(SEED);
  const ids = [...new Set(roll.map(({ school }) => school))];
  const district: District = {
    format: "school-groups.district.v1",
    name: "虚构区",
    schools: ids.map((id) => ({ id, name: id, stages: ["senior"] })),
    groups,
  };
  const { pupils: earlier, ...before } = madeUpSeniorCohort(SEED - 1, 2023);
  const inputs = {
    pupils: {
      rows: pupils,
      design,
      stage: "senior" as const,
      years,
      roll,
      before: { pupils: earlier, design: before.design, years: before.years, roll: before.roll },
    },
    // What remains where no pupil's score may be had: the schools' means of two cohorts at one examination.
    schoolFigures: {
      kind: "cohort-change" as const,
      stage: "senior" as const,
      years,
      before: { rows: meansOf(earlier), design: { cohort: before.design.cohort, examination: GAOKAO } },
      after: { rows: meansOf(pupils), design: { cohort: design.cohort, examination: GAOKAO } },
    },
  };
  return assessDistrict(district, { policy: policy.value, asOf: "2024-07-01", inputs, remark: label, seed: SEED });
}
