/**
 * Plans in a worker, so that the program that asked goes on: the solver is synchronous, and a large plan takes seconds. A server or a page does the same.
 * The teachers are made up (seeded).
 *
 * Run: npm run build && npx tsx --tsconfig test/config/tsconfig.demo.json examples/rotation-worker.ts
 */
import { Worker } from "node:worker_threads";
import { type PlanRotationOptions, type RotationPlan, rotationEligibility } from "school-groups/rotation";
import { madeUpTeachers, wenjiang } from "./rotation-roster.js";

const on = "2025-09-01";
const district = wenjiang();
const roster = madeUpTeachers(district, 40);
const policy = { packs: [], parameters: [] };
const judged = rotationEligibility(roster, { policy, on, settings: { minimumYears: 6 } });
if (!judged.ok) throw new Error("the roster cannot be read");
const options: PlanRotationOptions = {
  district,
  eligibility: judged.value,
  on,
  quotas: district.groups.map(({ id }) => ({ subject: { kind: "group", id } as const, atLeast: 5 })),
  staffingTolerance: 1,
  objective: { kind: "weighted", weights: { strength: 3, moves: 1 } },
};
const worker = new Worker(new URL("./rotation-plan-worker.mjs", import.meta.url), { workerData: { roster, options } });
let ticks = 0;
const clock = setInterval(() => {
  ticks += 1;
}, 10);
worker.once("message", (plan: RotationPlan) => {
  clearInterval(clock);
  const moved = plan.status === "planned" ? `, ${plan.moves.length} moves, proven: ${plan.proven}` : "";
  console.log(`${plan.status}${moved}; the main thread went on meanwhile: ${ticks > 0}`);
});
