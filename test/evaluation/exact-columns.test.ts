/**
 * The scores of whole columns beside plain fractions, number by number: random values of all sizes around 2^53, where doubles stop being exact and
 * the columns have to say so. The plain side below is written from the definitions and shares nothing with the columns.
 */
import fc from "fast-check";
import {
  addFractions,
  compareFractions,
  divideFractions,
  exact,
  type Fraction,
  formatDecimal,
  fraction,
  multiplyFractions,
  subtractFractions,
  toExactText,
} from "school-groups/core";
import type { Observation } from "school-groups/domain";
import { evaluate, type Increment, type IndicatorSystem, type LeafItem, type Scoring } from "school-groups/evaluation";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "指标", en: "indicator" };
const basis = { kind: "caller" } as const;

/** Small, with decimals, quotients, and just below, at and above 2^53. */
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1000, max: 10_000 }).map((n) => (n / 100).toFixed(2)) },
  fc.integer({ min: -50, max: 150 }),
  fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 30 })).map(([n, d]) => `${n}/${d}`),
  fc.constantFrom("9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740993", Number.MAX_SAFE_INTEGER),
  fc.constantFrom("900719925474.0993", "0.000000000000000001", "123456789012345678901234567890", "1e20", "-3e-12", "007.50", "+4"),
);
const plain = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2));
const values = fc.oneof(fc.array(plain, { minLength: 1, maxLength: 8 }), fc.array(fc.option(number), { minLength: 1, maxLength: 8 }));

const LINE: Scoring = { kind: "linear", from: "0.5", to: 70, low: 10, high: "66.6", beyond: "clamp" };
const leaf = (id: string, weight: string, more: Partial<LeafItem>): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label,
  weight: { value: weight, basis },
  unit: "points",
  direction: "higher-is-better",
  source: { kind: "caller" },
  scoring: LINE,
  missing: { treatment: "refuse" },
  ...more,
});
const system = (leaves: readonly LeafItem[]): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "columns",
  label,
  items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, ...leaves],
  rounding: { mode: "half-even", places: 3 },
});
type Value = string | number | null;
const seen = (indicator: string, row: readonly Value[], period = "now"): Observation[] =>
  row.map((value, index) => ({ indicator, subject: `s${index}`, period, value }));
const subjectsOf = (of: IndicatorSystem, observations: readonly Observation[]) => {
  const result = evaluate(observations, { system: of, period: "now" });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.subjects;
};
const read = (value: Value | undefined): Fraction | undefined => (value === null || value === undefined ? undefined : exact(value));
const text = (value: Fraction | undefined) => value && toExactText(value);
const less = (a: Fraction, b: Fraction) => compareFractions(a, b) < 0;

type Plain = (value: Fraction, all: readonly Fraction[]) => Fraction | undefined;
const among = (value: Fraction, all: readonly Fraction[]) => ({
  worse: all.filter((other) => less(other, value)).length,
  equal: all.filter((other) => compareFractions(other, value) === 0).length,
});
const line: Plain = (value) => {
  const share = divideFractions(subtractFractions(value, exact("0.5")), exact("69.5"));
  const score = addFractions(exact(10), multiplyFractions(exact("56.6"), share));
  return less(score, exact(10)) ? exact(10) : less(exact("66.6"), score) ? exact("66.6") : score;
};
const SCORINGS: readonly (readonly [string, Scoring, Plain])[] = [
  ["linear", LINE, line],
  [
    "thresholds",
    {
      kind: "thresholds",
      steps: [
        { reach: "9007199254740992", score: "20/3" },
        { reach: "12.5", score: 2 },
      ],
      otherwise: -1,
    },
    (value) => (less(value, exact("12.5")) ? exact(-1) : less(value, exact("9007199254740992")) ? exact(2) : exact("20/3")),
  ],
  [
    "distance to target",
    { kind: "distance-to-target", target: "85.5", full: 100 },
    (value) => {
      if (less(value, exact(0))) return exact(0);
      return less(value, exact("85.5")) ? multiplyFractions(exact(100), divideFractions(value, exact("85.5"))) : exact(100);
    },
  ],
  [
    "percentile",
    { kind: "percentile", full: 100 },
    (value, all) => {
      const { worse, equal } = among(value, all);
      return multiplyFractions(exact(100), fraction(2 * worse + equal, 2 * all.length));
    },
  ],
  [
    "rank",
    { kind: "rank", full: 100, low: "33.3" },
    (value, all) => {
      const { worse, equal } = among(value, all);
      if (all.length === 1) return exact(100);
      // Mean of the places from the first one taken by the equal ones to the last.
      const first = all.length - worse - equal + 1;
      const place = fraction(2 * first + equal - 1, 2);
      const lost = divideFractions(subtractFractions(place, exact(1)), fraction(all.length - 1));
      return subtractFractions(exact(100), multiplyFractions(exact("66.7"), lost));
    },
  ],
  [
    "own over best",
    { kind: "own-over-best", full: 50 },
    (value, all) => {
      const best = all.reduce((found, other) => (less(found, other) ? other : found));
      // Below 0 there are no shares, nor of 0.
      if (!less(exact(0), best) || less(value, exact(0))) return undefined;
      if (compareFractions(value, best) === 0) return exact(50);
      return multiplyFractions(exact(50), divideFractions(value, best));
    },
  ],
];

describe("columns beside fractions", () => {
  test.each(SCORINGS)("%s", (_, scoring, score) => {
    fc.assert(
      fc.property(values, (row) => {
        const all = row.flatMap((value) => read(value) ?? []);
        const subjects = subjectsOf(system([leaf("a", "1", { scoring })]), seen("a", row));
        expect(subjects.map((subject) => subject.items[1]?.value)).toEqual(row.map((value) => text(read(value))));
        const expected = row.map((value) => {
          const own = read(value);
          return own && score(own, all);
        });
        expect(subjects.map((subject) => subject.score?.exact)).toEqual(expected.map(text));
        expect(subjects.map((subject) => subject.score?.printed)).toEqual(
          expected.map((own) => own && formatDecimal(own, { mode: "half-even", places: 3 })),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("weighted means, shared-out weights and imputed scores", () => {
    const treatments: readonly LeafItem["missing"][] = [
      { treatment: "refuse" },
      { treatment: "reweight" },
      { treatment: "impute", score: "9007199254740993/7", basis },
    ];
    const weights = ["1/3", "0.25", "5/12"];
    const row = fc.tuple(fc.option(number, { freq: 4 }), fc.option(number, { freq: 4 }), fc.option(plain, { freq: 4 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), (rows, chosen) => {
        const identity: Scoring = { kind: "linear", from: 0, to: 1, low: 0, high: 1, beyond: "extend" };
        const missing = chosen.map((index) => treatments[index] ?? { treatment: "refuse" as const });
        const leaves = weights.map((weight, index) =>
          leaf(`l${index}`, weight, { scoring: identity, missing: missing[index] ?? { treatment: "refuse" } }),
        );
        const subjects = subjectsOf(
          system(leaves),
          weights.flatMap((__, index) =>
            seen(
              `l${index}`,
              rows.map((own) => own[index] ?? null),
            ),
          ),
        );
        const expected = rows.map((own) => {
          let [sum, total] = [exact(0), exact(0)];
          for (const [index, weight] of weights.entries()) {
            const how = missing[index];
            const score = read(own[index]) ?? (how?.treatment === "impute" ? exact(how.score) : undefined);
            if (score === undefined && how?.treatment === "refuse") return undefined;
            if (score === undefined) continue;
            sum = addFractions(sum, multiplyFractions(score, exact(weight)));
            total = addFractions(total, exact(weight));
          }
          return total.numerator === 0n ? undefined : divideFractions(sum, total);
        });
        expect(subjects.map((subject) => subject.score?.exact)).toEqual(expected.map(text));
      }),
      { numRuns: 300 },
    );
  });

  const changes: readonly (readonly [
    Increment["of"],
    (now: Fraction, start: Fraction, all: readonly [Fraction, Fraction][]) => Fraction | undefined,
  ])[] = [
    ["absolute", (now, start) => subtractFractions(now, start)],
    [
      "relative",
      (now, start) => {
        const size = start.numerator < 0n ? multiplyFractions(start, exact(-1)) : start;
        return start.numerator === 0n ? undefined : divideFractions(subtractFractions(now, start), size);
      },
    ],
    [
      "head-room",
      (now, start) => {
        if ([now, start].some((value) => less(value, exact(0)) || less(exact(100), value))) return undefined;
        const change = subtractFractions(now, start);
        if (less(change, exact(0))) return divideFractions(change, start);
        return start.numerator === 100n && start.denominator === 1n
          ? exact(1)
          : divideFractions(change, subtractFractions(exact(100), start));
      },
    ],
    [
      "conditional",
      (now, start, all) => {
        const alike = all.filter(
          ([, other]) => !less(exact(5), subtractFractions(other, start)) && !less(exact(5), subtractFractions(start, other)),
        );
        if (alike.length < 2) return undefined;
        const sum = alike.reduce((total, [value]) => addFractions(total, value), exact(0));
        return subtractFractions(now, divideFractions(sum, fraction(alike.length)));
      },
    ],
  ];
  test.each(changes)("%s increments from the mean of two earlier periods", (of, change) => {
    const pair = fc.tuple(fc.option(number), fc.option(number), fc.option(plain));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (rows) => {
        const identity: Scoring = { kind: "linear", from: 0, to: 1, low: 0, high: 1, beyond: "extend" };
        const increment: Increment = {
          of,
          baseline: ["y1", "y2"],
          atLeast: 1,
          worst: 0,
          best: of === "head-room" ? 100 : undefined,
          band: 5,
          scoring: identity,
          levelPart: 0,
        };
        const periods = ["now", "y1", "y2"];
        const observations = periods.flatMap((period, index) =>
          seen(
            "a",
            rows.map((own) => own[index] ?? null),
            period,
          ),
        );
        const subjects = subjectsOf(system([leaf("a", "1", { increment })]), observations);
        const starts = rows.map(([, ...before]) => {
          const known = before.flatMap((value) => read(value) ?? []);
          return known.length === 0 ? undefined : divideFractions(known.reduce(addFractions), fraction(known.length));
        });
        const all = rows.flatMap(([value], index): [Fraction, Fraction][] => {
          const [now, start] = [read(value), starts[index]];
          return now === undefined || start === undefined ? [] : [[now, start]];
        });
        const expected = rows.map(([value], index) => {
          const [now, start] = [read(value), starts[index]];
          return now && start && change(now, start, all);
        });
        expect(subjects.map((subject) => subject.score?.exact)).toEqual(expected.map(text));
        expect(subjects.map((subject) => subject.items[1]?.baseline)).toEqual(starts.map(text));
      }),
      { numRuns: 150 },
    );
  });

  test("of a thousand subjects, where numbers are written once, the texts are those of one subject alone", () => {
    const increment = (of: Increment["of"]): Increment => ({
      of,
      baseline: ["y1"],
      worst: 0,
      best: 100,
      scoring: { kind: "linear", from: -100, to: 100, low: 0, high: 100, beyond: "clamp" },
      levelPart: "0.5",
    });
    const leaves = [
      leaf("line", "0.25", {}),
      leaf("absolute", "0.25", { increment: increment("absolute") }),
      leaf("relative", "0.25", { increment: increment("relative") }),
      leaf("room", "0.25", { increment: increment("head-room"), missing: { treatment: "impute", score: "1/3", basis } }),
    ];
    const size = 1050;
    const observations = leaves.flatMap(({ id }, column) =>
      ["now", "y1"].flatMap((period, when) =>
        // Some repeat, some are large or small, some are missing.
        seen(
          id,
          Array.from({ length: size }, (__, at): Value => {
            const n = (at * (7 + column) + 31 * when) % 997;
            return n === 0 ? null : n % 10 === 1 ? `${n}.${n}` : n % 10 === 2 ? (n / 1000).toFixed(3) : (n / 10).toFixed(1);
          }),
          period,
        ),
      ),
    );
    const many = subjectsOf(system(leaves), observations);
    expect(many).toHaveLength(size);
    for (let at = 0; at < size; at += 1) {
      const own = observations.filter(({ subject }) => subject === `s${at}`);
      expect(many[at]).toEqual(subjectsOf(system(leaves), own)[0]);
    }
  });
});
