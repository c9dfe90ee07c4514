import { describe, expect, test } from "vitest";
import {
  type FigureOf,
  meanAndRates,
  type RateCut,
  rateCutsGrades1To6,
  rateIndexGrades1To6,
  rateIndexGrades7To8,
} from "../../src/value-added/index.js";
import { answer, estimated, hundred, pupilsOf } from "./made.js";

/** Entrance and exit of 100 marks. Pass from 60, low below 40. */
const rows = [
  ["a", 55, 60],
  ["a", 70, 59.5],
  ["a", 30, 41],
  ["a", 80, 90],
  ["b", 60, 85],
  ["b", 45, 62],
  ["b", 39, 39.5],
  ["b", 40, 40],
] as const;
const half = { ...hundred, entrance: { ...hundred.entrance, step: "0.5" }, exit: { ...hundred.exit, step: "0.5" } };
const low: RateCut = { id: "low", cut: 0.4, side: "below", better: "lower" };
/** National N5, as printed. */
const PRINTED: Readonly<Record<string, string>> = {
  "pass-cut.grades-1-6": "0.6",
  "excellent-cut.grades-1-6": "0.85",
  "pass-weight.grades-1-6": "50",
  "score-rate-weight.grades-1-6": "45",
  "excellent-weight.grades-1-6": "5",
  "pass-weight.grades-7-8": "70",
  "good-weight.grades-7-8": "20",
  "excellent-weight.grades-7-8": "10",
};
const n5 = { kind: "policy", citations: [{ source: "cn-practice", clause: "N5" }] } as const;
const figureOf: FigureOf = (id) => {
  const value = PRINTED[id.replace("cn.value-added.", "")];
  return value === undefined ? undefined : { value, basis: n5 };
};
const cutsOfOneCity = rateCutsGrades1To6(figureOf);
const indexOfOneCity = rateIndexGrades1To6(figureOf);
const rates = [...cutsOfOneCity, low];

describe("figures come from a policy", () => {
  test("with their basis; a figure that an overlay set makes the index the caller's", () => {
    expect(cutsOfOneCity.map(({ basis }) => basis)).toEqual([n5, n5]);
    expect(indexOfOneCity?.basis).toEqual(n5);
    const own = rateIndexGrades1To6((id) => (id.includes("pass-weight") ? { value: "60", basis: { kind: "caller" } } : figureOf(id)));
    expect([own?.terms[0]?.weight, own?.basis]).toEqual(["60", { kind: "caller" }]);
  });

  test("without a figure there is no rate, and no index of the others", () => {
    const without = (part: string) => (id: string) => (id.includes(part) ? undefined : figureOf(id));
    expect(rateCutsGrades1To6(without("excellent-cut")).map(({ id }) => id)).toEqual(["pass"]);
    expect(rateIndexGrades1To6(without("score-rate"))).toBeUndefined();
    expect(rateIndexGrades7To8(without("good"))).toBeUndefined();
  });
});

describe("mean and rates by hand", () => {
  const result = answer(meanAndRates(pupilsOf(rows, half), { rates, index: indexOfOneCity }));
  const of = (name: string) => {
    const found = result.schools.find(({ school }) => school === name);
    if (found?.status !== "shown") throw new Error(name);
    return found;
  };

  test("counts: at the cut-off is a pass, half a mark below is none; at 40 is not low, 39.5 is", () => {
    expect(of("a").exit.rates.map(({ id, count, share }) => [id, count, share])).toEqual([
      ["pass", 2, "0.5"],
      ["excellent", 1, "0.25"],
      ["low", 0, "0"],
    ]);
    expect(of("b").exit.rates.map(({ count }) => count)).toEqual([2, 1, 1]);
    expect(of("b").entrance.rates.map(({ count }) => count)).toEqual([1, 0, 1]);
    expect(result.area.exit.rates.map(({ share }) => share)).toEqual(["0.5", "0.25", "0.125"]);
  });

  test("means and score rates are exact: (60 + 59.5 + 41 + 90) ÷ 4 = 62.625", () => {
    expect([of("a").exit.mean, of("a").exit.scoreRate]).toEqual(["62.625", "0.62625"]);
    // a 235, b 184: 419 ÷ 8
    expect(result.area.entrance.mean).toBe("52.375");
  });

  test("N5's city, grades 1 to 6: 0.5 × 50 + 0.62625 × 45 + 0.25 × 5 = 54.43125", () => {
    expect(of("a").exit.index).toBe("54.43125");
    expect(result.rates.map(({ id, exitMark, basis }) => [id, exitMark, basis.kind])).toEqual([
      ["pass", "60", "policy"],
      ["excellent", "85", "policy"],
      ["low", "40", "caller"],
    ]);
  });

  test("N5's city, grades 7 to 8: own ÷ highest pass rate × 70 + good × 20 + excellent × 10, cut-offs the caller's", () => {
    const cuts: RateCut[] = [
      { id: "pass", cut: "0.6", side: "at-least", better: "higher" },
      { id: "good", cut: "0.7", side: "at-least", better: "higher" },
      { id: "excellent", cut: "0.9", side: "at-least", better: "higher" },
    ];
    const three = [...rows, ["c", 50, 61], ["c", 51, 62], ["c", 52, 63], ["c", 53, 10]] as const;
    const { schools } = answer(meanAndRates(pupilsOf(three, half), { rates: cuts, index: rateIndexGrades7To8(figureOf) }));
    // pass 1/2, 1/2, 3/4; good 1/4, 1/4, 0; excellent 1/4, 0, 0: 140/3 + 5 + 2.5, 140/3 + 5, 70
    expect(schools.map((each) => each.status === "shown" && each.exit.index)).toEqual(["325/6", "155/3", "70"]);
    const nobody = pupilsOf(
      three.map(([school, x, y]) => [school, x, y / 2] as const),
      { ...half, exit: { ...half.exit, step: "0.25" } },
    );
    const none = answer(meanAndRates(nobody, { rates: cuts, index: rateIndexGrades7To8(figureOf) })).schools;
    expect(none.map((each) => each.status === "shown" && each.exit.index)).toEqual([null, null, null]);
  });

  test("changes beyond the area's: pass a 2 → 2, b 1 → 2, area 3 → 4 of 8", () => {
    const pass = result.changes.find(({ measure }) => measure === "pass")!;
    // a: 0 − 1/8; b: 1/4 − 1/8
    expect(estimated(pass.result).map(({ actual, expected, estimate }) => [actual, expected, estimate])).toEqual([
      [0.5, 0.625, -0.125],
      [0.5, 0.375, 0.125],
    ]);
    // a: one up, one down: Σd² = 2, Σd = 0; b: one up: 1 − 1/4. (2 + 0.75) ÷ 6 ÷ 4
    expect(estimated(pass.result)[0]?.standardError).toBeCloseTo(Math.sqrt(2.75 / 6 / 4), 15);
    expect(pass.result).toMatchObject({ method: "rate-change", scale: "share" });
    expect(pass.result.cautions).toContain("near-the-cut");
  });

  test("a low rate that falls is good: a 1 → 0 of 4, b 1 → 1", () => {
    const change = result.changes.find(({ measure }) => measure === "low")!;
    expect(change.better).toBe("lower");
    // not low: a 3/4 → 1, b 3/4 → 3/4, area 6/8 → 7/8
    expect(estimated(change.result).map(({ actual, expected, estimate }) => [actual, expected, estimate])).toEqual([
      [1, 0.875, 0.125],
      [0.75, 0.875, -0.125],
    ]);
  });

  test("score rate: changes 5 −10.5 11 10 and 25 17 0.5 0 in hundredths", () => {
    const { result: score } = result.changes[0]!;
    // means 3.875 and 10.625, area 7.25
    expect(estimated(score).map(({ estimate }) => estimate)).toEqual([expect.closeTo(-0.03375, 15), expect.closeTo(0.03375, 15)]);
    // Σ² about the means: 356.25 − 4 × 3.875² = 296.1875 (25 + 110.25 + 121 + 100); 914.25 − 4 × 10.625² = 462.6875
    expect(estimated(score)[0]?.standardError).toBeCloseTo(Math.sqrt((296.1875 + 462.6875) / 6 / 4) / 100, 14);
  });

  test("Wilson's interval: prop.test(2, 4, correct = FALSE) and 0 of 4", () => {
    // R 4.2.2: prop.test(2, 4, correct = FALSE)$conf.int 0.15003898915215 0.84996101084785; of 0 and 4: 0 0.489890836454597
    const [pass, , none] = of("a").exit.rates;
    expect([pass?.low, pass?.high]).toEqual([expect.closeTo(0.15003898915215, 13), expect.closeTo(0.84996101084785, 13)]);
    expect([none?.low, none?.high]).toEqual([0, expect.closeTo(0.489890836454597, 13)]);
  });

  test("a cut-off meets marks as decimals: 0.6 × 745 is 447, and 446.9 is below", () => {
    const exam = { minimum: 0, maximum: 745, step: "0.1" };
    const design = { ...hundred, entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };
    const list = [
      ["a", 1, 447],
      ["a", 2, 446.9],
      ["b", 3, 1],
      ["b", 4, 2],
    ] as const;
    const [a] = answer(meanAndRates(pupilsOf(list, design), { rates: cutsOfOneCity })).schools;
    expect(a?.status === "shown" && a.exit.rates[0]?.count).toBe(1);
  });

  test("a school below the minimum shows nothing, its index and highest rates neither", () => {
    const more = [...rows, ["d", 90, 100]] as const;
    const { schools, changes } = answer(meanAndRates(pupilsOf(more, half), { rates, index: indexOfOneCity }));
    expect(schools[2]).toEqual({ school: "d", status: "suppressed", reason: "below-minimum-cohort" });
    expect(changes.every(({ result: { schools: list } }) => list[2]?.status === "suppressed")).toBe(true);
  });

  test.each([
    ["a cut-off of 0", { rates: [{ ...low, cut: 0 }] }],
    ["one above full marks", { rates: [{ ...low, cut: 1.01 }] }],
    ["no side", { rates: [{ ...low, side: "over" }] }],
    ["an id twice", { rates: [low, low] }],
    ["weights of a rate that is not there", { rates: [low], index: indexOfOneCity }],
    ["no full marks", { rates: [low], fullMarks: { exit: 0 } }],
  ])("%s throws", (_, options) => {
    expect(() => meanAndRates(pupilsOf(rows, half), options as never)).toThrow();
  });
});
