/**
 * Plans in a worker, so that the program that asked goes on: the solver is synchronous, and a large plan takes seconds. A server or a page does the same.
 * The teachers are made up (seeded).
 *
 * Run: npm run build && npx tsx --tsconfig test/config/tsconfig.demo.json examples/rotation-worker.ts
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import highs from "highs";
import type { Teacher } from "school-groups/domain";
import { type PlanRotationOptions, planRotation, type RotationPlan, rotationEligibility } from "school-groups/rotation";
import { madeUpTeachers, wenjiang } from "./rotation-roster.js";

/** Plain data goes in and comes out; the solver stays in the worker. */
interface Task {
  readonly roster: readonly Teacher[];
  readonly options: Omit<PlanRotationOptions, "solver">;
}

if (isMainThread) {
  const on = "2025-09-01";
  const district = wenjiang();
  const roster = madeUpTeachers(district, 40);
  const policy = { packs: [], parameters: [] };
  const judged = rotationEligibility(roster, { policy, on, settings: { minimumYears: 6 } });
  if (!judged.ok) throw new Error("the roster cannot be read");
  const quotas = district.groups.map(({ id }) => ({ subject: { kind: "group", id } as const, atLeast: 5 }));
  const objective = { kind: "weighted", weights: { strength: 3, moves: 1 } } as const;
  const task: Task = { roster, options: { district, eligibility: judged.value, on, quotas, staffingTolerance: 1, objective } };
  // tsx is needed only because this file is TypeScript.
  const worker = new Worker(new URL(import.meta.url), { workerData: task, execArgv: ["--import", "tsx"] });
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
  }, 10);
  worker.once("message", (plan: RotationPlan) => {
    clearInterval(clock);
    const moved = plan.status === "planned" ? `${plan.moves.length} moves, proven: ${plan.proven}` : "";
    console.log(`${plan.status} ${moved}; the main thread went on meanwhile: ${ticks > 0}`);
  });
} else {
  const { roster, options } = workerData as Task;
  // The types of highs speak of its CommonJS file; the module's default is the loader itself.
  const solver = await (highs as unknown as typeof highs.default)();
  const answer = planRotation(roster, { ...options, solver });
  parentPort?.postMessage(answer.ok ? answer.value : answer.issues);
}
