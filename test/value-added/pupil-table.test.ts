import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Pupil } from "../../src/domain/index.js";
import { assessValueAdded, type PupilTable, readPupils } from "../../src/value-added/index.js";
import { answer, hundred } from "./made.js";

const columnsOf = (rows: readonly Pupil[]): PupilTable => ({
  id: rows.map(({ id }) => id),
  school: rows.map(({ school }) => school),
  schoolAtEntry: rows.map(({ schoolAtEntry }) => schoolAtEntry),
  cohort: rows.map(({ cohort }) => cohort),
  prior: rows.map(({ prior }) => prior),
  outcome: rows.map(({ outcome }) => outcome),
});

describe("pupils as columns", () => {
  test("give the bytes of rows, ledger and issues with them", () => {
    const mark = fc.oneof(fc.integer({ min: -2, max: 102 }), fc.constantFrom(null, undefined, Number.NaN));
    const row = fc.record({
      id: fc.constantFrom("1", "2", "3", "4", "5", "6", ""),
      school: fc.constantFrom("a", "b", ""),
      schoolAtEntry: fc.constantFrom("a", undefined),
      cohort: fc.constantFrom("2024", "2023", undefined),
      prior: mark,
      outcome: mark,
    });
    const roll = ["1", "2", "9"].map((id) => ({ id, school: "a" }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(readPupils(columnsOf(rows), hundred, { roll })).toEqual(readPupils(rows, hundred, { roll }));
      }),
    );
  });

  test("typed arrays, schools by place, ids that are numbers", () => {
    const table = {
      id: Int32Array.of(11, 12, 13, 14),
      school: Uint16Array.of(0, 1, 1, 2),
      schools: ["a", "b"],
      prior: Float64Array.of(50, 60, Number.NaN, 70),
      outcome: Float32Array.of(55, 65.5, 70, 80),
      schoolAtEntry: [0, 1, null, undefined],
    };
    const { ledger, schools, school, prior, outcome } = answer(readPupils(table, { ...hundred, exit: { ...hundred.exit, step: "0.5" } }));
    expect([schools, school, prior, outcome]).toEqual([
      ["a", "b"],
      [0, 1],
      [50, 60],
      [55, 65.5],
    ]);
    expect(ledger.leftOut).toEqual([
      { row: 2, id: "13", school: "b", reason: "not-a-number" },
      { row: 3, id: "14", school: "", reason: "missing-school" },
    ]);
    const moved = answer(readPupils({ ...table, schoolAtEntry: [1, 1, null, null] }, hundred)).ledger.leftOut[0];
    expect(moved).toEqual({ row: 0, id: "11", school: "a", reason: "moved" });
  });

  test("an id that stands twice, and one that is no whole number", () => {
    const table = { id: [1, 1, 2.5], school: ["a", "a", "a"], prior: [1, 2, 3], outcome: [1, 2, 3] };
    expect(answer(readPupils(table, hundred)).ledger.leftOut.map(({ reason }) => reason)).toEqual([
      "duplicate-id",
      "duplicate-id",
      "missing-id",
    ]);
  });

  test("one entry too few is an issue that names the column, none is not", () => {
    const table = { id: ["1", "2"], school: ["a", "a"], prior: [1, 2], outcome: [1] };
    expect(readPupils(table, hundred).issues).toEqual([
      { code: "columns-unequal", severity: "error", path: ["outcome"], params: { column: "outcome", length: 1, expected: 2 } },
    ]);
    expect(readPupils({ ...table, outcome: [1, 2] }, hundred).ok).toBe(true);
    const without = { ...table, outcome: undefined as never };
    expect(readPupils(without, hundred).issues[0]).toMatchObject({ code: "columns-unequal", params: { column: "outcome", length: 0 } });
  });

  test("rows and columns are one door, in the assessment too", () => {
    expectTypeOf<Parameters<typeof readPupils>[0]>().toEqualTypeOf<readonly Pupil[] | PupilTable>();
    const rows = Array.from({ length: 60 }, (_, k) => ({ id: `p${k}`, school: `s${k % 3}`, prior: (k * 7) % 50, outcome: (k * 11) % 60 }));
    const [a, b] = [rows, columnsOf(rows)].map((pupils) => assessValueAdded({ pupils, design: hundred }));
    expect(a).toEqual(b);
    expect(a?.status).toBe("done");
  });
});
