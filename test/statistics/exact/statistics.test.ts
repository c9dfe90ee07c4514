import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatisticsDesign } from "../../../src/statistics/exact/design.js";
import { createStatistics, readStatistics, type Statistics, type StatisticsRow } from "../../../src/statistics/exact/statistics.js";

/** Designs that go through every path: straight from columns, wide lanes, weights, products per group; more than one block of four. */
const designs: Readonly<Record<string, StatisticsDesign>> = {
  plain: {
    columns: [
      { id: "x", origin: "50", step: "0.5" },
      { id: "y", step: "1" },
    ],
    upper: true,
  },
  many: { columns: ["x", "y", "z", "u", "v", "w"].map((id) => ({ id, step: "0.1" })) },
  wide: {
    columns: [
      { id: "x", step: "0.001", width: "wide" },
      { id: "y", step: "1" },
      { id: "z", step: "0.00001", width: "wide" },
    ],
  },
  weighted: {
    columns: [
      { id: "x", step: "0.5" },
      { id: "y", step: "0.001", width: "wide" },
    ],
    weightStep: "0.25",
    upper: true,
  },
  grouped: {
    columns: [
      { id: "x", step: "0.5" },
      { id: "y", step: "0.001", width: "wide" },
    ],
    groupProducts: true,
  },
  groupedWeighted: {
    columns: [
      { id: "x", step: "0.5" },
      { id: "y", step: "1" },
    ],
    groupProducts: true,
    weightStep: "1",
  },
};

function rowsOf(design: StatisticsDesign): fc.Arbitrary<StatisticsRow> {
  const values = fc.record(
    Object.fromEntries(
      design.columns.map(({ id, step, width, origin }) => {
        const reach = width === "wide" ? 2 ** 40 : 2 ** 21;
        const whole = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -reach, max: reach }), fc.constant(reach));
        const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e30, 0.123456789);
        const places = step.includes(".") ? step.length - 2 : 0;
        const value = whole.map((k) => Number((Number(origin ?? "0") + k * Number(step)).toFixed(places)));
        return [id, fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: odd })];
      }),
    ),
  );
  return fc.record({
    group: fc.constantFrom("a", "b", "c", ""),
    upper: design.upper === true ? fc.constantFrom("g", "h", undefined) : fc.constant(undefined),
    values,
    weight: design.weightStep === undefined ? fc.constant(undefined) : fc.constantFrom(0.25, 1, 3, 500, 0, -1),
    row: fc.integer({ min: 0, max: 99 }),
  }) as fc.Arbitrary<StatisticsRow>;
}

function fed(design: StatisticsDesign, rows: readonly StatisticsRow[]): Statistics {
  const statistics = createStatistics(design);
  for (const row of rows) statistics.add(row);
  return statistics;
}

function columnsOf(design: StatisticsDesign, rows: readonly StatisticsRow[]) {
  return {
    group: rows.map(({ group }) => group),
    ...(design.upper === true ? { upper: rows.map(({ upper }) => upper) } : {}),
    ...(design.weightStep === undefined ? {} : { weight: rows.map(({ weight }) => weight ?? Number.NaN) }),
    values: Object.fromEntries(design.columns.map(({ id }) => [id, Float64Array.from(rows, ({ values }) => values[id]!)])),
  };
}

const bytes = (statistics: Statistics): string => JSON.stringify(statistics);

for (const [name, design] of Object.entries(designs)) {
  describe(`exact statistics, ${name}`, () => {
    const rows = fc.array(rowsOf(design), { maxLength: 60 });

    it("gives the same bytes in any order and in any parts", () => {
      fc.assert(
        fc.property(rows, fc.nat(60), (all, cut) => {
          const whole = bytes(fed(design, all));
          expect(bytes(fed(design, [...all].reverse()))).toBe(whole);
          const left = fed(design, all.slice(0, cut));
          const right = fed(design, all.slice(cut));
          const other = fed(design, all.slice(cut));
          other.merge(fed(design, all.slice(0, cut)));
          left.merge(right);
          expect(bytes(left)).toBe(whole);
          expect(bytes(other)).toBe(whole);
        }),
        { numRuns: 60, seed: 7 },
      );
    });

    it("gives the same from whole columns as from rows", () => {
      fc.assert(
        fc.property(rows, (all) => {
          const numbered = all.map((row, k) => ({ ...row, row: k }));
          const columns = createStatistics(design);
          columns.addColumns(columnsOf(design, numbered));
          expect(bytes(columns)).toBe(bytes(fed(design, numbered)));
        }),
        { numRuns: 60, seed: 8 },
      );
    });

    it("undoes an addition by removal", () => {
      fc.assert(
        fc.property(rows, rows, (some, more) => {
          const statistics = fed(design, some);
          const before = bytes(statistics);
          statistics.merge(fed(design, more));
          expect(statistics.remove(fed(design, more)).ok).toBe(true);
          expect(bytes(statistics)).toBe(before);
          for (const row of more) statistics.add(row);
          for (const row of more) expect(statistics.remove(row).ok).toBe(true);
          expect(bytes(statistics)).toBe(before);
        }),
        { numRuns: 40, seed: 9 },
      );
    });

    it("comes back from its JSON as it was", () => {
      fc.assert(
        fc.property(rows, rows, (some, more) => {
          const statistics = fed(design, some);
          const again = readStatistics(JSON.parse(bytes(statistics)));
          if (!again.ok) throw new Error(JSON.stringify(again.issues));
          expect(bytes(again.value)).toBe(bytes(statistics));
          again.value.merge(fed(design, more));
          statistics.merge(fed(design, more));
          expect(bytes(again.value)).toBe(bytes(statistics));
        }),
        { numRuns: 40, seed: 10 },
      );
    });
  });
}

describe("exact statistics against arithmetic on BigInt", () => {
  it("counts every product exactly, far beyond what doubles hold", () => {
    const design: StatisticsDesign = {
      columns: ["x", "y", "z", "u", "v"].map((id, k) => ({ id, step: "1", width: k === 4 ? "wide" : "narrow" })),
    };
    const count = 5000;
    let seed = 12345n;
    const next = (reach: bigint): bigint => {
      seed = (seed * 6364136223846793005n + 1442695040888963407n) % 18446744073709551616n;
      return ((seed >> 20n) % (2n * reach + 1n)) - reach;
    };
    const reach = [2097152n, 2097152n, 1000n, 2097152n, 4398046511104n];
    const rows = Array.from({ length: count }, () => reach.map((r) => next(r)));
    const statistics = createStatistics(design);
    statistics.addColumns({
      group: rows.map((_, i) => `s${i % 7}`),
      values: Object.fromEntries(design.columns.map(({ id }, c) => [id, rows.map((row) => Number(row[c]!))])),
    });
    const products: string[] = [];
    for (let a = 0; a < 5; a++) for (let b = a; b < 5; b++) products.push(String(rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0n)));
    const stored = statistics.toJSON();
    expect(stored.products).toEqual(products);
    stored.groups.forEach((group, g) => {
      const own = rows.filter((_, i) => i % 7 === g);
      expect(group.rows).toBe(String(own.length));
      expect(group.sums).toEqual([0, 1, 2, 3, 4].map((c) => String(own.reduce((sum, row) => sum + row[c]!, 0n))));
    });
  });

  it("counts the same in packed numbers and beyond them, in any number of columns", () => {
    // Packed sums of squares reach 2²⁵: 5792² = 33 547 264 is below it, 5793² = 33 558 849 above; 2 048 rows of 127 are below, of 128 on it.
    const value = fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: -127, max: 127 }) },
      { weight: 1, arbitrary: fc.constantFrom(128, -128, 5792, -5792, 5793, -5793, 2097152) },
    );
    const tables = fc
      .integer({ min: 1, max: 10 })
      .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }));
    const odd = fc.constantFrom(undefined, Number.NaN, Number.NEGATIVE_INFINITY, 3.25, 9e9);
    fc.assert(
      fc.property(tables, fc.constantFrom(1, 60, 120), odd, fc.boolean(), fc.boolean(), (table, times, spoilt, plainArrays, tenths) => {
        const rows = Array.from({ length: times }, () => table).flat();
        const ids = table[0]!.map((_, c) => `c${c}`);
        // Tenths about 60 are decimals that doubles miss: 60.3 − 60 is 2.9999999999999716 steps.
        const real = (value: number): number => (tenths ? Number((60 + value / 10).toFixed(3)) : value);
        const values = Object.fromEntries(ids.map((id, c) => [id, rows.map((row) => real(row[c]!))]));
        if (spoilt !== undefined) values["c0"]![0] = real(spoilt);
        const refused = spoilt !== undefined && spoilt !== 3.25;
        const taken = rows.map((row) => row.map(BigInt));
        if (spoilt === 3.25) taken[0]![0] = 3n;
        if (refused) taken.shift();
        const grid = tenths ? { origin: "60", step: "0.1" } : { step: "1" };
        const statistics = createStatistics({ columns: ids.map((id) => ({ id, ...grid })) });
        const columns = plainArrays ? values : Object.fromEntries(ids.map((id) => [id, Float64Array.from(values[id]!)]));
        statistics.addColumns({ group: rows.map((_, i) => `s${Math.floor(i / 7) % 3}`), values: columns });
        const expected: string[] = [];
        for (let a = 0; a < ids.length; a++) {
          for (let b = a; b < ids.length; b++) expected.push(String(taken.reduce((sum, row) => sum + row[a]! * row[b]!, 0n)));
        }
        const stored = statistics.toJSON();
        expect(stored.products).toEqual(expected);
        expect(stored.offGrid).toEqual(ids.map((_, c) => (c === 0 && spoilt === 3.25 ? "1" : "0")));
        for (const { group, sums } of stored.groups) {
          const own = taken.filter((_, i) => `s${Math.floor((i + (refused ? 1 : 0)) / 7) % 3}` === group);
          expect(sums).toEqual(ids.map((_, c) => String(own.reduce((sum, row) => sum + row[c]!, 0n))));
        }
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it.each([5792, 5793, -5793])("takes packed numbers apart up to their limit: all of one row %i", (value) => {
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const statistics = createStatistics({ columns: ids.map((id) => ({ id, step: "1" })) });
    statistics.addColumns({ group: ["s"], values: Object.fromEntries(ids.map((id, k) => [id, [k % 3 === 1 ? -value : value]])) });
    const products = ids.flatMap((_, a) => ids.slice(a).map((__, b) => ((a % 3 === 1) === ((a + b) % 3 === 1) ? 1 : -1) * value * value));
    expect(statistics.toJSON().products).toEqual(products.map(String));
  });

  it("counts weighted products exactly, in total and per group", () => {
    const statistics = createStatistics({
      columns: [
        { id: "x", step: "0.5" },
        { id: "y", origin: "10", step: "0.1" },
      ],
      weightStep: "0.5",
      groupProducts: true,
    });
    statistics.addColumns({ group: ["a", "a", "b"], values: { x: [1, 2.5, -3], y: [10.3, 9, 12] }, weight: [2, 0.5, 1.5] });
    // Steps: x 2, 5, −6; y 3, −10, 20; weights 4, 1, 3. Σwxx = 16 + 25 + 108, Σwxy = 24 − 50 − 360, Σwyy = 36 + 100 + 1200.
    const stored = statistics.toJSON();
    expect(stored.products).toEqual(["149", "-386", "1336"]);
    expect(stored.groups).toEqual([
      { group: "a", rows: "2", weight: "5", sums: ["13", "2"], products: ["41", "-26", "136"] },
      { group: "b", rows: "1", weight: "3", sums: ["-18", "60"], products: ["108", "-360", "1200"] },
    ]);
  });
});

describe("what cannot be taken", () => {
  const design: StatisticsDesign = { columns: [{ id: "mark", step: "0.5" }], weightStep: "1" };

  it("goes to the ledger with its row and comes back as a warning by column and reason", () => {
    const statistics = createStatistics(design);
    const marks = [60, Number.NaN, 61, Number.POSITIVE_INFINITY, 1048576, 1048576.5, 70.2, 80, 90, 50];
    const weight = [1, 1, 1, 1, 1, 1, 1, 0, -2, Number.NaN];
    const result = statistics.addColumns({ group: marks.map(() => "a"), values: { mark: marks }, weight });
    expect(statistics.ledger()).toEqual({
      offered: 10,
      rows: 4,
      refused: [
        { row: 1, column: "mark", reason: "not-a-number" },
        { row: 3, column: "mark", reason: "infinite" },
        { row: 5, column: "mark", reason: "too-far" },
        { row: 7, reason: "weight-not-positive" },
        { row: 8, reason: "weight-not-positive" },
        { row: 9, reason: "not-a-number" },
      ],
      offGrid: { mark: 1 },
    });
    expect(result.ok && result.value).toEqual({ taken: 4, refused: 6 });
    expect(result.issues.map(({ code, path, params }) => [code, path, params])).toContainEqual([
      "rows-refused",
      ["weight"],
      { column: "weight", reason: "weight-not-positive", count: 2, row: 7 },
    ]);
  });

  it("leaves everything as it was when a call is malformed or a column fails on its way", () => {
    const statistics = createStatistics(design);
    statistics.add({ group: "a", values: { mark: 3 }, weight: 1 });
    const before = bytes(statistics);
    const broken = new Proxy([1, 2, 3], {
      get(target, key) {
        if (key === "2") throw new RangeError("read failed");
        return Reflect.get(target, key);
      },
    });
    expect(() => statistics.addColumns({ group: ["a", "b", "c"], values: { mark: broken }, weight: [1, 1, 1] })).toThrow(RangeError);
    expect(() => statistics.addColumns({ group: ["a"], values: { mark: [1, 2] }, weight: [1] })).toThrow("columns differ in length");
    expect(() => statistics.addColumns({ group: ["a"], values: {}, weight: [1] })).toThrow("not there");
    expect(() => statistics.addColumns({ group: ["a"], values: { mark: [1] } })).toThrow("weights belong");
    expect(bytes(statistics)).toBe(before);
  });

  it("does not merge designs that differ, nor take away what was never added", () => {
    const statistics = createStatistics(design);
    const other = createStatistics({ columns: [{ id: "mark", step: "1" }], weightStep: "1" });
    expect(statistics.merge(other).issues[0]?.code).toBe("designs-differ");
    expect(statistics.remove({ group: "a", values: { mark: 3 }, weight: 1 }).issues[0]?.code).toBe("not-contained");
    const same = createStatistics({ columns: [{ id: "mark", origin: "0.0", step: "0.50" }], weightStep: "1.0" });
    expect(statistics.merge(same).ok).toBe(true);
  });

  it("refuses designs that make no sense", () => {
    expect(() => createStatistics({ columns: [] })).toThrow("at least one column");
    expect(() => createStatistics({ columns: [{ id: "x", step: "0" }] })).toThrow("above 0");
    expect(() => createStatistics({ columns: [{ id: "x", step: "1e-3" }] })).toThrow("decimal text");
    expect(() => createStatistics({ columns: ["x", "x"].map((id) => ({ id, step: "1" })) })).toThrow("names that differ");
  });

  it("says so when stored statistics do not hold together", () => {
    for (const stored of [
      undefined,
      {},
      { format: "school-groups.statistics.v0" },
      { ...createStatistics(design).toJSON(), products: ["x"] },
    ]) {
      expect(readStatistics(stored).issues[0]?.code).toBe("statistics-unreadable");
    }
  });
});
