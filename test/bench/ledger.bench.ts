/**
 * The work ledger: 2 million records in random order beside a minimal fold (the same look-ups, one write, no checks), whether time grows with
 * the records, and the memory of 20 million cells. Smaller with `--quick`.
 */
import { createWorkLedger, measureSynchrony, type WorkLedger } from "../../src/compliance/ledger/index.js";
import { addDays } from "../../src/core/index.js";
import type { District, Task, WorkRecord } from "../../src/domain/index.js";
import { createRandom } from "../../src/statistics/index.js";

const quick = process.argv.includes("--quick");
const PHASES = ["arrange", "implement", "assess", "compare", "apply"];
const period = { from: "2023-09-01", until: "2024-09-01" };
const calendar = { workingWeekdays: [1, 2, 3, 4, 5] as const, terms: [], holidays: [], makeUpDays: [] };
const policy = {
  packs: [],
  sources: [],
  parameters: [],
  rules: [],
  frameworks: [],
  evaluations: [],
  forms: [],
  governanceItems: [],
  exchangeKinds: [],
  statements: [],
};
const random = createRandom(20240226);

function districtOf(groups: number, schools: number): District {
  const school = (group: number, place: number) => `school-${group}-${place}`;
  return {
    format: "school-groups.district.v1",
    schools: [],
    groups: Array.from({ length: groups }, (_, group) => ({
      id: `group-${group}`,
      complete: true,
      memberships: Array.from({ length: schools }, (_, place) => ({ school: school(group, place), role: place === 0 ? "lead" : "member" })),
    })),
  };
}

function tasksOf(groups: number, perGroup: number): Task[] {
  const days = Array.from({ length: 300 }, (_, day) => addDays("2023-09-01", day));
  const tasks: Task[] = [];
  for (let number = 0; number < perGroup; number += 1) {
    const phases = PHASES.map((phase, step) => ({ phase, due: days[(number * 7 + step * 5) % 300] ?? "2023-09-01" }));
    for (let group = 0; group < groups; group += 1) tasks.push({ id: `task-${group}-${number}`, group: `group-${group}`, phases });
  }
  return tasks;
}

function recordsOf(tasks: readonly Task[], schools: number, wanted: number): WorkRecord[] {
  const days = Array.from({ length: 330 }, (_, day) => addDays("2023-09-01", day));
  const all: WorkRecord[] = [];
  for (const task of tasks) {
    const group = task.group.slice(6);
    for (const { phase } of task.phases) {
      for (let place = 0; place < schools; place += 1) {
        all.push({
          task: task.id,
          phase,
          school: `school-${group}-${place}`,
          on: days[random.integer(330)] ?? "2023-09-01",
          attestedBy: "self",
        });
      }
    }
  }
  return random.shuffle(all).slice(0, wanted);
}

/** The same look-ups (task, phase, school), the day read without a check, and one write. */
function minimalFold(ledger: WorkLedger, records: readonly WorkRecord[]): Int32Array {
  const { taskNumber, tasks, firstRow, firstCell, rosterOfRow, rosters, cells } = ledger.state().plan;
  const found = new Int32Array(cells);
  for (const record of records) {
    const number = taskNumber.get(record.task) as number;
    const phases = (tasks[number] as Task).phases;
    let step = 0;
    while (phases[step]?.phase !== record.phase) step += 1;
    const row = (firstRow[number] as number) + step;
    const place = rosters[rosterOfRow[row] as number]?.positions.get(record.school) as number;
    const on = record.on as string;
    const year = (on.charCodeAt(0) - 48) * 1000 + (on.charCodeAt(1) - 48) * 100 + (on.charCodeAt(2) - 48) * 10 + on.charCodeAt(3) - 48;
    const month = (on.charCodeAt(5) - 48) * 10 + on.charCodeAt(6) - 48;
    const day = (on.charCodeAt(8) - 48) * 10 + on.charCodeAt(9) - 48;
    found[(firstCell[row] as number) + place] = (year * 12 + month) * 31 + day;
  }
  return found;
}

function open(district: District, tasks: readonly Task[]): WorkLedger {
  const made = createWorkLedger(district, { policy, period, calendar, tasks });
  if (!made.ok) throw new Error("no ledger");
  return made.value;
}

function time(run: () => void): number {
  globalThis.gc?.();
  const start = performance.now();
  run();
  return performance.now() - start;
}

const middle = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
const round = (value: number, places = 0) => value.toFixed(places);

function speed(groups: number, perGroup: number, wanted: number, runs: number): number {
  const district = districtOf(groups, 10);
  const tasks = tasksOf(groups, perGroup);
  const records = recordsOf(tasks, 10, wanted);
  const plain: number[] = [];
  const checked: number[] = [];
  const blank = open(district, tasks);
  for (let run = 0; run < runs; run += 1) {
    plain.push(time(() => minimalFold(blank, records)));
    const ledger = open(district, tasks);
    checked.push(time(() => void ledger.add(records)));
    if (ledger.tally().taken !== records.length) throw new Error("records were lost");
  }
  const ratio = middle(checked) / middle(plain);
  console.log(
    `${records.length} records in random order: add ${round(middle(checked))} ms (min ${round(Math.min(...checked))}), minimal fold ` +
      `${round(middle(plain))} ms (min ${round(Math.min(...plain))}), ratio ${round(ratio, 2)} (of minima ${round(Math.min(...checked) / Math.min(...plain), 2)})`,
  );
  return middle(checked);
}

function memory(groups: number, perGroup: number): void {
  const district = districtOf(groups, 10);
  const tasks = tasksOf(groups, perGroup);
  globalThis.gc?.();
  const before = process.memoryUsage();
  let ledger: WorkLedger | undefined;
  const opened = time(() => {
    ledger = open(district, tasks);
  });
  if (ledger === undefined) throw new Error("no ledger");
  globalThis.gc?.();
  const after = process.memoryUsage();
  const { plan, cells } = ledger.state();
  const index = plan.firstRow.byteLength + plan.firstCell.byteLength + plan.rosterOfRow.byteLength;
  const mega = (bytes: number) => `${round(bytes / 1e6, 1)} MB`;
  console.log(`${cells.length} cells (${tasks.length} tasks): opened in ${round(opened)} ms`);
  console.log(`  cells ${mega(cells.byteLength)} = ${round(cells.byteLength / cells.length, 2)} bytes per cell`);
  console.log(`  index of tasks and phases ${mega(index)} = ${round(index / cells.length, 2)} bytes per cell`);
  console.log(`  on the heap beside the tasks (ids of tasks, rosters) ${mega(after.heapUsed - before.heapUsed)}`);
  console.log(`  array buffers ${mega(after.arrayBuffers - before.arrayBuffers)}`);
  const measured = time(() => void measureSynchrony(ledger as WorkLedger, { asOf: "2024-08-31" }));
  console.log(`  all shares of all groups in ${round(measured)} ms`);
}

const scale = quick ? 10 : 1;
const half = speed(1000 / scale, 20, 1_000_000 / scale, 3);
const full = speed(2000 / scale, 20, 2_000_000 / scale, 5);
console.log(`twice the records take ${round(full / half, 2)} × the time`);
memory(2000 / scale, 200);
