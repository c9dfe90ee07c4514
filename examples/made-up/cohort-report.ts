/**
 * 虚构数据. A made-up senior cohort (中考 → 高考) in groups of a real structure: a school that leads one group and belongs to another, a school of three
 * pupils, pupils who did not sit. Nothing in it is a real school, pupil or score.
 */
import { assessDistrict, type District, type DistrictReport, resolvePolicies } from "school-groups";
import { cn } from "school-groups/packs/cn";
import { madeUpSeniorCohort } from "./senior-cohort.js";

const SEED = 20240607;

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
  };
  return assessDistrict(district, { policy: policy.value, asOf: "2024-07-01", inputs, remark: label, seed: SEED });
}
