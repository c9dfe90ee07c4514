import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";

/** Columns handed to R as a data frame. */
export type Columns = Readonly<Record<string, ArrayLike<number | string>>>;

/** Results that the script reported by `put("key", values)`. */
export type Reported = Readonly<Record<string, readonly number[]>>;

const PRELUDE = `
options(digits = 17, warn = -1)
put <- function(key, x) cat("@", key, " ", paste(formatC(as.numeric(x), digits = 17, format = "g"), collapse = " "), "\\n", sep = "")
`;

const found = new Map<string, boolean>();

function has(name: string): boolean {
  const known = found.get(name);
  if (known !== undefined) return known;
  const code = name === "R" ? "quit(status = 0)" : `quit(status = if (requireNamespace("${name}", quietly = TRUE)) 0 else 1)`;
  const { status } = spawnSync("Rscript", ["--vanilla", "-e", code], { stdio: "ignore" });
  found.set(name, status === 0);
  return status === 0;
}

/** What is missing of R and the packages named. */
export function missingFromR(packages: readonly string[]): readonly string[] {
  return has("R") ? packages.filter((name) => !has(name)) : ["R"];
}

/** A suite against live R. Where R or a package is absent its tests are named as skipped, never as passed. */
export function describeWithR(name: string, packages: readonly string[], body: () => void): void {
  const missing = missingFromR(packages);
  const title = missing.length === 0 ? name : `${name} (skipped: ${missing.join(", ")} not installed)`;
  describe.skipIf(missing.length > 0)(title, body);
}

/** Writes one column (numbers as raw doubles, so that R has the same bits; text by line) and gives the R expression that reads it. */
function column(file: string, values: ArrayLike<number | string>): string {
  const list = Array.from(values);
  if (list.every((value) => typeof value === "number")) {
    writeFileSync(file, Buffer.from(Float64Array.from(list).buffer));
    return `readBin(${JSON.stringify(file)}, "double", ${list.length}, endian = "little")`;
  }
  writeFileSync(file, `${list.join("\n")}\n`);
  return `readLines(${JSON.stringify(file)}, encoding = "UTF-8")`;
}

function frame(folder: string, name: string, columns: Columns): string {
  const parts = Object.entries(columns).map(
    ([key, values], i) => `${JSON.stringify(key)} = ${column(join(folder, `${name}-${i}`), values)}`,
  );
  return `${name} <- data.frame(${[...parts, "check.names = FALSE"].join(", ")})`;
}

/**
 * Runs a script in a fresh R. Each table of `data` is there as a data frame of its name; \`put("key", x)\` reports numbers with 17 digits.
 *
 * An R error fails the test with R's own message.
 */
export function runR(script: string, data: Readonly<Record<string, Columns>> = {}): Reported {
  const folder = mkdtempSync(join(tmpdir(), "school-groups-r-"));
  try {
    const reads = Object.entries(data).map(([name, columns]) => frame(folder, name, columns));
    const path = join(folder, "script.R");
    writeFileSync(path, [PRELUDE, ...reads, script].join("\n"));
    const run = spawnSync("Rscript", ["--vanilla", path], { encoding: "utf8", maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`R failed:\n${run.stderr}`);
    const entries = run.stdout.split("\n").filter((line) => line.startsWith("@"));
    return Object.fromEntries(
      entries.map((line) => {
        const [key, ...values] = line.slice(1).trim().split(/\s+/);
        return [key ?? "", values.map(Number)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** |x − reference| ÷ max(|reference|, floor). */
export function relativeError(x: number, reference: number, floor = 0): number {
  if (x === reference) return 0;
  return Math.abs(x - reference) / Math.max(Math.abs(reference), floor);
}
