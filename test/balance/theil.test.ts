import fc from "fast-check";
import { gapChange, theil } from "school-groups/balance";
import { describe, expect, test } from "vitest";

const value = <T>(result: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe("theil", () => {
  test("ineq's vector: T 0.362341242344, L 0.433594649520", () => {
    const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261].map((total, index) => ({
      id: `p${index}`,
      pupils: 1,
      total,
    }));
    const result = value(theil(incomes));
    expect(result.total).toBeCloseTo(0.362341242344, 11);
    expect(result.l).toBeCloseTo(0.43359464952, 11);
  });

  test("two groups, equal inside: all of it lies between them", () => {
    // shares of pupils 1/2, 1/2; of the resource 1/4, 3/4: T = ¼ ln ½ + ¾ ln 1½ = 0.1308120359
    const units = [1, 1, 3, 3].map((total, index) => ({ id: `s${index}`, group: index < 2 ? "poor" : "rich", pupils: 10, total }));
    const result = value(theil(units));
    expect(result.between).toBeCloseTo(0.1308120359, 9);
    expect(result.within).toBe(0);
  });

  test("adds up for any grouping, and does not depend on it", () => {
    const unit = fc.record({
      pupils: fc.integer({ min: 1, max: 2000 }),
      total: fc.integer({ min: 0, max: 9000 }),
      group: fc.constantFrom("a", "b", undefined),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 25 }), (rows) => {
        fc.pre(rows.some((row) => row.total > 0));
        const units = rows.map((row, index) => ({ id: `s${index}`, ...row }));
        const grouped = value(theil(units));
        const alone = value(theil(units.map(({ id, pupils, total }) => ({ id, pupils, total }))));
        expect(grouped.between + grouped.within).toBe(grouped.total);
        expect(grouped.total).toBeCloseTo(alone.total, 10);
        expect(alone.within).toBe(0);
        expect(grouped.total).toBeGreaterThan(-1e-12);
      }),
    );
  });

  test("a unit without resource leaves L out, negative figures are refused", () => {
    expect(
      value(
        theil([
          { id: "a", pupils: 1, total: 0 },
          { id: "b", pupils: 1, total: 2 },
        ]),
      ).l,
    ).toBeUndefined();
    expect(theil([{ id: "a", pupils: 1, total: -1 }]).ok).toBe(false);
  });
});

describe("narrowing of a gap", () => {
  test.each([
    ["members rise, lead stays", [90, 70], [90, 75], { narrowing: "5", membersUp: "5", leadDown: "0", byProgress: "yes" }],
    ["lead falls, members stay", [90, 70], [85, 70], { narrowing: "5", membersUp: "0", leadDown: "5", byProgress: "no" }],
    ["both", [90, 70], [88, 73], { narrowing: "5", membersUp: "3", leadDown: "2", byProgress: "partly" }],
    ["both rise, the lead more", [90, 70], [96, 72], { narrowing: "-4", membersUp: "2", leadDown: "-6", byProgress: "no" }],
    [
      "lead and members rise alike",
      [90, 70],
      [93, 73],
      { narrowing: "0", membersUp: "3", leadDown: "-3", turned: false, byProgress: "no" },
    ],
    ["members ahead, and further ahead", [50, 60], [50, 70], { before: "-10", after: "-20", turned: false, byProgress: "no" }],
    ["members overtake", [90, 60], [90, 95], { before: "30", after: "-5", turned: true, byProgress: "yes" }],
    ["members overtake by more than they were behind", [90, 85], [90, 96], { before: "5", after: "-6", turned: true, byProgress: "no" }],
    ["members catch up", [90, 70], [90, 90], { after: "0", turned: true, byProgress: "yes" }],
    ["exact to the last decimal", ["0.3", "0.1"], ["0.3", "0.2"], { narrowing: "0.1", membersUp: "0.1", byProgress: "yes" }],
  ] as const)("%s", (_, [lead, members], [leadAfter, membersAfter], expected) => {
    expect(gapChange({ lead, members }, { lead: leadAfter, members: membersAfter })).toMatchObject(expected);
  });

  test("a figure that is no number is the caller's error", () => {
    expect(() => gapChange({ lead: Number.NaN, members: 1 }, { lead: 1, members: 1 })).toThrow(
      expect.objectContaining({ code: "invalid-argument" }),
    );
  });
});
