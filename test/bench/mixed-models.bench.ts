/**
 * Exact statistics and mixed models beside a bare pass over the same columns, and beside lme4 where R has it.
 *
 * `npm run bench -- mixed-models` runs 10⁴ … 10⁶ rows; `--full` adds 10⁷, `--lme4` adds lme4's default at 10⁶ rows, three
 * runs each, and at 10⁵ rows lme4 asked for what ours gives (minutes).
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStatistics, type Statistics, type StatisticsUnit } from "../../src/statistics/index.js";
import { fitMixedModel } from "../../src/statistics/mixed-model/fit.js";
import { createRandom } from "../../src/statistics/random.js";

const ROWS_PER_GROUP = 250;
const GROUPS_PER_UPPER = 8;

interface Data {
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, Float64Array>>;
  readonly group: Int32Array;
  readonly units: readonly StatisticsUnit[];
}

/** Half marks around 60: three (seven) earlier marks and the one to explain. */
function generate(rows: number, columns: number, upper: boolean): Data {
  const random = createRandom(rows + columns);
  const names = [...Array.from({ length: columns - 1 }, (_, k) => `x${k + 1}`), "y"];
  const values = Object.fromEntries(names.map((name) => [name, new Float64Array(rows)]));
  const group = new Int32Array(rows);
  const groups = Math.ceil(rows / ROWS_PER_GROUP);
  const units = Array.from({ length: groups }, (_, j) => ({
    group: `school ${j}`,
    ...(upper ? { upper: `group ${Math.floor(j / GROUPS_PER_UPPER)}` } : {}),
  }));
  let above = 0;
  let effect = 0;
  for (let i = 0; i < rows; i++) {
    if (i % (ROWS_PER_GROUP * GROUPS_PER_UPPER) === 0) above = 2 * random.normal();
    if (i % ROWS_PER_GROUP === 0) effect = above + 4 * random.normal();
    let y = effect;
    for (let k = 0; k < columns - 1; k++) {
      const x = Math.round(2 * (60 + 12 * random.normal())) / 2;
      values[names[k]!]![i] = x;
      y += x / (columns - 1);
    }
    values["y"]![i] = Math.round(2 * (y + 8 * random.normal())) / 2;
    group[i] = Math.floor(i / ROWS_PER_GROUP);
  }
  return { names, values, group, units };
}

/** The bare pass: reads every value and every group code once, four columns at a time, and adds them up. */
function barePass(columns: readonly Float64Array[], group: Int32Array): number {
  let total = 0;
  for (let c = 0; c < columns.length; c += 4) total += addFour(columns[c]!, columns[c + 1]!, columns[c + 2]!, columns[c + 3]!, group);
  return total;
}

function addFour(a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array, group: Int32Array): number {
  let sa = 0;
  let sb = 0;
  let sc = 0;
  let sd = 0;
  let codes = 0;
  for (let i = 0; i < group.length; i++) {
    sa += a[i] as number;
    sb += b[i] as number;
    sc += c[i] as number;
    sd += d[i] as number;
    codes ^= group[i] as number;
  }
  return sa + sb + sc + sd + codes;
}

function collect({ names, values, group, units }: Data, upper: boolean): Statistics {
  const statistics = createStatistics({ columns: names.map((id) => ({ id, origin: "60", step: "0.5" })), upper });
  statistics.addColumns({ group, units, values });
  return statistics;
}

function fit(statistics: Statistics, names: readonly string[], confidence?: number): number {
  const result = fitMixedModel(statistics, { response: "y", fixed: names.slice(0, -1), confidence });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.optimiser.evaluations;
}

interface Timing {
  readonly median: number;
  readonly least: number;
}

/** Processor time (all threads, collection of garbage included) of tasks run in turn, so that a busy machine is busy for all of them. */
function interleaved(rounds: number, tasks: readonly (() => unknown)[]): Timing[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds + 2; round++) {
    tasks.forEach((task, k) => {
      const start = process.cpuUsage();
      task();
      const { user, system } = process.cpuUsage(start);
      if (round >= 2) times[k]!.push((user + system) / 1000);
    });
  }
  return times.map((list) => {
    const sorted = [...list].sort((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)]!, least: sorted[0]! };
  });
}

const show = ({ median, least }: Timing): string => `${median.toFixed(2)} (${least.toFixed(2)})`;
const ratio = (a: Timing, b: Timing): string => `${(a.median / b.median).toFixed(2)} (${(a.least / b.least).toFixed(2)})`;

function measure(rows: number, columns: number, upper: boolean): Timing {
  const data = generate(rows, columns, upper);
  const list = data.names.map((name) => data.values[name]!);
  const statistics = collect(data, upper);
  const rounds = Math.max(3, Math.min(25, Math.round(2e7 / rows)));
  let evaluations = 0;
  const [bare, exact, whole, alone] = interleaved(rounds, [
    () => barePass(list, data.group),
    () => collect(data, upper),
    () => {
      evaluations = fit(collect(data, upper), data.names);
    },
    () => fit(statistics, data.names),
  ]) as [Timing, Timing, Timing, Timing];
  console.log(
    `${rows} rows, ${columns} columns, ${upper ? 3 : 2} levels: bare ${show(bare)} ms; exact sums ${show(exact)}; fit alone ${show(alone)}; ` +
      `sums and fit ${show(whole)} = ${ratio(whole, bare)} × bare; ${evaluations} evaluations`,
  );
  return whole;
}

/** Memory beyond the columns: the peak during the fit less what the columns and the runtime held before. */
function measureMemory(rows: number): void {
  const data = generate(rows, 4, false);
  (globalThis as { gc?: () => void }).gc?.();
  const before = process.memoryUsage().rss;
  fit(collect(data, false), data.names);
  const peak = Math.max(process.memoryUsage().rss, process.resourceUsage().maxRSS * 1024);
  console.log(
    `${rows} rows: ${((peak - before) / 1e9).toFixed(3)} GB beyond the columns at the peak (${(before / 1e9).toFixed(2)} GB before)`,
  );
}

/** Runs lme4 on generated columns, three times over; nothing where it is not installed. */
function timeLme4(rows: number, upper: boolean, task: string): Timing | undefined {
  const folder = mkdtempSync(join(tmpdir(), "school-groups-bench-"));
  try {
    const { names, values, group } = generate(rows, 4, upper);
    const file = openSync(join(folder, "columns.bin"), "w");
    for (const name of names) writeSync(file, Buffer.from(values[name]!.buffer));
    writeSync(file, Buffer.from(Float64Array.from(group).buffer));
    closeSync(file);
    const above = upper ? `(1 | u) + ` : "";
    const script = `if (!requireNamespace("lme4", quietly = TRUE)) quit(status = 3)
suppressMessages(library(lme4)); m <- matrix(readBin("${join(folder, "columns.bin")}", "double", ${5 * rows}), ncol = 5)
d <- data.frame(x1 = m[, 1], x2 = m[, 2], x3 = m[, 3], y = m[, 4], g = factor(m[, 5]), u = factor(m[, 5] %/% ${GROUPS_PER_UPPER})); rm(m)
fit <- function() lmer(y ~ x1 + x2 + x3 + ${above}(1 | g), d)
for (k in 1:3) { t <- system.time(${task}); cat(t[["user.self"]] + t[["sys.self"]], "") }`;
    const run = spawnSync("Rscript", ["--vanilla", "-e", script], { encoding: "utf8" });
    if (run.status !== 0) return undefined;
    const times = run.stdout
      .trim()
      .split(/\s+/)
      .map((seconds) => 1000 * Number(seconds));
    const [least, median] = times.sort((a, b) => a - b) as [number, number];
    return { median, least };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function besideLme4(rows: number, upper: boolean, ours: Timing): void {
  const lme4 = timeLme4(rows, upper, "fit()");
  if (lme4 === undefined) console.log("lme4: not here, not compared");
  else console.log(`${rows} rows, ${upper ? 3 : 2} levels: lme4's default ${show(lme4)} ms = ${ratio(lme4, ours)} × ours`);
}

/**
 * lme4's default leaves out what `fitMixedModel` always gives (effects with their conditional errors) or gives where asked (profile
 * intervals of the variances): the same questions put to both.
 */
function besideLme4InFull(rows: number, upper: boolean): void {
  const data = generate(rows, 4, upper);
  const rounds = 7;
  const [effects, profiles] = interleaved(rounds, [
    () => fit(collect(data, upper), data.names),
    () => fit(collect(data, upper), data.names, 0.95),
  ]) as [Timing, Timing];
  const levels = upper ? 3 : 2;
  const withEffects = timeLme4(rows, upper, "ranef(fit(), condVar = TRUE)");
  const withProfiles = timeLme4(
    rows,
    upper,
    `{ f <- fit(); ranef(f, condVar = TRUE); suppressWarnings(confint(f, parm = "theta_", quiet = TRUE)) }`,
  );
  if (withEffects === undefined || withProfiles === undefined) return;
  console.log(
    `${rows} rows, ${levels} levels: lmer and ranef(condVar) ${show(withEffects)} ms = ${ratio(withEffects, effects)} × ours (${show(effects)} ms); ` +
      `and confint(profile) of the variances ${show(withProfiles)} ms = ${ratio(withProfiles, profiles)} × ours (${show(profiles)} ms)`,
  );
}

console.log("Processor time in ms: median (minimum) of interleaved runs.");
if (process.argv.includes("--memory")) measureMemory(1e7);
else {
  const sizes = process.argv.includes("--full") ? [1e4, 1e5, 1e6, 1e7] : [1e4, 1e5, 1e6];
  for (const columns of [4, 8]) for (const rows of sizes) measure(rows, columns, false);
  const two = measure(1e6, 4, false);
  const three = measure(1e6, 4, true);
  if (process.argv.includes("--lme4")) {
    besideLme4(1e6, false, two);
    besideLme4(1e6, true, three);
    for (const upper of [false, true]) besideLme4InFull(1e5, upper);
  }
}
