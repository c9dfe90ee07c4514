/** The worker of rotation-worker.ts: plain data comes in and goes out, the solver stays here. */
import { parentPort, workerData } from "node:worker_threads";
import highs from "highs";
import { planRotation } from "school-groups/rotation";

const { roster, options } = workerData;
const answer = planRotation(roster, { ...options, solver: await highs() });
parentPort?.postMessage(answer.ok ? answer.value : answer.issues);
