/**
 * 虚构数据. Baota's real groups with everything a district would have to keep, all of it made up from stated seeds: a term of
 * work records, and observations in the six degrees with increments, bundled over lead and members. It shows
 * what the report says once there is data; it says nothing about these schools.
 */
import { assessDistrict, createWorkLedger, type District, type DistrictReport, resolvePolicies } from "school-groups";
import { cn } from "school-groups/packs/cn";
import { baota } from "school-groups/packs/cn-610602-baota";
import { baotaEvaluation } from "./baota-observations.js";
import { baotaWork } from "./baota-work.js";

/** A whole report of made-up data. */
export function madeUpBaota(published: District): DistrictReport {
  const work = baotaWork(published);
  const policy = resolvePolicies([cn, baota, work.figures]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const { district, period, calendar, tasks, asOf, label, seed } = work;
  const opened = createWorkLedger(district, { policy: policy.value, period, calendar, tasks });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const added = opened.value.add(work.rows);
  if (!added.ok) throw new Error(JSON.stringify(added.issues));
  return assessDistrict(district, {
    policy: policy.value,
    asOf,
    period,
    inputs: { ledger: opened.value, evaluation: baotaEvaluation(district) },
    remark: label,
    seed,
  });
}
