import { existsSync, readFileSync } from "node:fs";
import { leastSquares, oneWayAnova, sampleMoments } from "school-groups/statistics";
import { describe, expect, test } from "vitest";

/** NIST's Statistical Reference Datasets stand beside the repository; where they do not, each set is named as skipped. */
const folder = new URL("../../../shared/data/nist/", import.meta.url);

interface NistFile {
  readonly text: string;
  readonly rows: readonly (readonly number[])[];
}

function read(path: string): NistFile {
  const text = readFileSync(new URL(path, folder), "latin1");
  const lines = text.split(/\r?\n/);
  const range = /Data\s+:?\s*\(?lines\s+(\d+)\s+to\s+(\d+)/i.exec(text);
  const data = lines.slice(Number(range?.[1]) - 1, Number(range?.[2]));
  const rows = data.map((line) => line.trim().split(/\s+/).map(Number)).filter((row) => row.every(Number.isFinite) && row.length > 0);
  return { text, rows };
}

/** Number of right digits, cut at 15. */
function digits(x: number | undefined, certified: number): number {
  if (x === undefined || Number.isNaN(x)) return Number.NEGATIVE_INFINITY;
  const error = certified === 0 ? Math.abs(x) : Math.abs(x - certified) / Math.abs(certified);
  return error === 0 ? 15 : Math.min(15, -Math.log10(error));
}

function certified(text: string, pattern: RegExp): number {
  const found = pattern.exec(text);
  if (found?.[1] === undefined) throw new Error(`no figure for ${pattern}`);
  return Number(found[1]);
}

/** Name, rows, parameters, degree, intercept; ceilings of an exact algorithm fed the nearest doubles: coefficients. */
const LINEAR: readonly (readonly [string, number, number, number, boolean, number])[] = [
  ["Norris", 36, 2, 1, true, 14.1],
  ["Pontius", 40, 3, 2, true, 13.5],
  ["NoInt1", 11, 1, 1, false, 14.7],
  ["NoInt2", 3, 1, 1, false, 15],
  ["Filip", 82, 11, 10, true, 14.0],
  ["Longley", 16, 7, 1, true, 14.6],
  ["Wampler1", 21, 6, 5, true, 15],
  ["Wampler2", 21, 6, 5, true, 13.2],
  ["Wampler3", 21, 6, 5, true, 15],
  ["Wampler4", 21, 6, 5, true, 15],
  ["Wampler5", 21, 6, 5, true, 15],
];

describe("NIST linear regression, worst coefficient within half a digit of the ceiling", () => {
  for (const [name, n, p, degree, intercept, ceiling] of LINEAR) {
    const path = `linear/${name}.dat`;
    const there = existsSync(new URL(path, folder));
    test.skipIf(!there)(there ? name : `${name} (skipped: the data set is not here)`, () => {
      const { text, rows } = read(path);
      expect(rows).toHaveLength(n);
      const columns = (rows[0] ?? [])
        .slice(1)
        .map((_, j) => ({ name: `x${j + 1}`, values: rows.map((row) => row[j + 1] ?? Number.NaN), degree }));
      const fit = leastSquares({ response: rows.map((row) => row[0] ?? Number.NaN), columns }, { intercept });
      if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
      const lines = text.split(/\r?\n/).flatMap((line) => /^\s*B(\d+)\s+(\S+)\s+(\S+)\s*$/.exec(line) ?? []);
      const table = Array.from({ length: lines.length / 4 }, (_, i) => [Number(lines[4 * i + 2]), Number(lines[4 * i + 3])] as const);
      expect(table).toHaveLength(p);
      const worst = Math.min(...table.map(([b], j) => digits(fit.value.coefficients[j]?.estimate, b)));
      expect(worst).toBeGreaterThan(ceiling - 0.5);
      // errors and spread of a perfect fit are certified as 0: ours are what the nearest doubles leave
      for (const [j, [, error]] of table.entries()) expect(digits(fit.value.coefficients[j]?.standardError, error)).toBeGreaterThan(12.5);
      expect(digits(fit.value.residualSd, certified(text, /Standard Deviation\s+(\S+)\s*\r?\n/))).toBeGreaterThan(12.5);
      expect(digits(fit.value.rSquared, certified(text, /R-Squared\s+(\S+)/))).toBeGreaterThan(12.5);
    });
  }
});

/** Name, n, ceiling of the standard deviation. */
const UNIVARIATE: readonly (readonly [string, number, number])[] = [
  ["PiDigits", 5000, 15],
  ["Lottery", 218, 15],
  ["Lew", 200, 15],
  ["Mavro", 50, 13.1],
  ["Michelso", 100, 13.8],
  ["NumAcc1", 3, 15],
  ["NumAcc2", 1001, 15],
  ["NumAcc3", 1001, 9.5],
  ["NumAcc4", 1001, 8.3],
];

describe("NIST univariate summaries, standard deviation within half a digit of the ceiling", () => {
  for (const [name, n, ceiling] of UNIVARIATE) {
    const path = `univariate/${name}.dat`;
    const there = existsSync(new URL(path, folder));
    test.skipIf(!there)(there ? name : `${name} (skipped: the data set is not here)`, () => {
      const { text, rows } = read(path);
      expect(rows).toHaveLength(n);
      const moments = sampleMoments(rows.map((row) => row[0] ?? Number.NaN));
      if (!moments.ok) throw new Error(JSON.stringify(moments.issues));
      expect(digits(moments.value.sd, certified(text, /Standard Deviation[^:]*:\s*(\S+)/))).toBeGreaterThan(ceiling - 0.5);
      expect(digits(moments.value.mean, certified(text, /Sample Mean[^:]*:\s*(\S+)/))).toBeGreaterThan(14.5);
      // where the spread is lost in the data's own doubles, the autocorrelation is as well
      expect(digits(moments.value.autocorrelation, certified(text, /Autocorrelation[^:]*:\s*(\S+)/))).toBeGreaterThan(
        Math.min(13, ceiling),
      );
    });
  }
});

/** Name, n, groups, ceiling of F. */
const ANOVA: readonly (readonly [string, number, number, number])[] = [
  ["SiRstv", 25, 5, 13.1],
  ["AtmWtAg", 48, 2, 10.2],
  ["SmLs01", 189, 9, 15],
  ["SmLs02", 1809, 9, 15],
  ["SmLs03", 18009, 9, 15],
  ["SmLs04", 189, 9, 10.4],
  ["SmLs05", 1809, 9, 10.2],
  ["SmLs06", 18009, 9, 10.2],
  ["SmLs07", 189, 9, 4.4],
  ["SmLs08", 1809, 9, 4.2],
  ["SmLs09", 18009, 9, 4.2],
];

describe("NIST analysis of variance, F within half a digit of the ceiling", () => {
  for (const [name, n, groups, ceiling] of ANOVA) {
    const path = `anova/${name}.dat`;
    const there = existsSync(new URL(path, folder));
    test.skipIf(!there)(there ? name : `${name} (skipped: the data set is not here)`, () => {
      const { text, rows } = read(path);
      expect(rows).toHaveLength(n);
      const anova = oneWayAnova(
        rows.map((row) => row[1] ?? Number.NaN),
        rows.map((row) => row[0] ?? Number.NaN),
      );
      if (!anova.ok) throw new Error(JSON.stringify(anova.issues));
      expect(anova.value.groups).toBe(groups);
      expect(digits(anova.value.fStatistic, certified(text, /Between \S+\s+\d+\s+\S+\s+\S+\s+(\S+)/))).toBeGreaterThan(ceiling - 0.5);
      expect(digits(anova.value.rSquared, certified(text, /R-Squared\s+(\S+)/))).toBeGreaterThan(ceiling - 0.5);
      expect(digits(anova.value.residualSd, certified(text, /Standard Deviation\s+(\S+)/))).toBeGreaterThan(ceiling - 0.5);
    });
  }
});
