import fc from "fast-check";
import { addDays, addMonths } from "school-groups/core";
import { cn } from "school-groups/packs/cn";
import { resolvePolicies } from "school-groups/policy";
import { type RetirementSchedule, retirementDate, retirementSchedule, statutoryRetirement } from "school-groups/rotation";
import { describe, expect, test } from "vitest";

/** The decision of 2024-09-13 in figures: months of age before, months of birth per step, most months added (national N8). */
const MEN: RetirementSchedule = { age: 720, rise: { from: "2025-01-01", birthMonths: 4, step: 1, most: 36 }, bases: [] };
const WOMEN_55: RetirementSchedule = { age: 660, rise: { from: "2025-01-01", birthMonths: 4, step: 1, most: 36 }, bases: [] };
const WOMEN_50: RetirementSchedule = { age: 600, rise: { from: "2025-01-01", birthMonths: 2, step: 1, most: 60 }, bases: [] };

const policy = () => {
  const resolved = resolvePolicies([cn]);
  if (!resolved.ok) throw new Error("cn does not resolve");
  return resolved.value;
};

describe("the vectors of national N8", () => {
  test.each([
    ["men", MEN, "1964-12", 0],
    ["men", MEN, "1965-01", 1],
    ["men", MEN, "1965-04", 1],
    ["men", MEN, "1965-05", 2],
    ["men", MEN, "1976-08", 35],
    ["men", MEN, "1976-09", 36],
    ["men", MEN, "1990-01", 36],
    ["women 55", WOMEN_55, "1969-12", 0],
    ["women 55", WOMEN_55, "1970-01", 1],
    ["women 55", WOMEN_55, "1970-04", 1],
    ["women 55", WOMEN_55, "1970-05", 2],
    ["women 55", WOMEN_55, "1981-08", 35],
    ["women 55", WOMEN_55, "1981-09", 36],
    ["women 50", WOMEN_50, "1974-12", 0],
    ["women 50", WOMEN_50, "1975-01", 1],
    ["women 50", WOMEN_50, "1975-02", 1],
    ["women 50", WOMEN_50, "1975-03", 2],
    ["women 50", WOMEN_50, "1984-10", 59],
    ["women 50", WOMEN_50, "1984-11", 60],
    ["women 50", WOMEN_50, "1999-12", 60],
  ] as const)("%s born %4$s: %s %s", (_name, schedule, month, monthsAdded) => {
    for (const day of ["01", "15", "28"]) {
      const born = `${month}-${day}`;
      expect(statutoryRetirement(born, schedule)).toEqual({ on: addMonths(born, schedule.age + monthsAdded, "clamp"), monthsAdded });
    }
  });

  test("the pack's parameters give the same schedules", () => {
    const schedules = (["men", "women-55", "women-50"] as const).map((each) => retirementSchedule(policy(), each, "2025-01-01"));
    expect(schedules.map((schedule) => schedule && { age: schedule.age, rise: schedule.rise })).toEqual(
      [MEN, WOMEN_55, WOMEN_50].map(({ age, rise }) => ({ age, rise })),
    );
    expect(schedules[0]?.bases.map(({ parameter }) => parameter)).toEqual([
      "cn.retirement.men.age-before",
      "cn.retirement.men.age-after",
      "cn.retirement.men.birth-months",
      "cn.retirement.step",
    ]);
  });

  test("the day before the decision is in force the old age holds", () => {
    expect(retirementSchedule(policy(), "men", "2024-12-31")).toMatchObject({ age: 720 });
    expect(retirementSchedule(policy(), "men", "2024-12-31")?.rise).toBeUndefined();
    const man = { born: "1970-06-15", retirementClass: "men" } as const;
    expect(retirementDate(man, policy(), "2024-12-31")?.latest).toBe("2030-06-15");
    // Reaches 60 in 2030-06, 65 months after 2025-01: the 17th step (65 = 16 × 4 + 1), 60 years and 17 months.
    expect(retirementDate(man, policy(), "2025-01-01")?.latest).toBe("2031-11-15");
  });
});

describe("what is known of a person", () => {
  test("a birth known by month or year gives a span", () => {
    expect(retirementDate({ born: "1965-01", retirementClass: "men" }, policy(), "2025-01-01")).toEqual({
      earliest: "2025-02-01",
      latest: "2025-02-28",
      monthsAdded: { low: 1, high: 1 },
      origin: "statutory",
    });
    const year = retirementDate({ born: "1964/1965", retirementClass: "men" }, policy(), "2025-01-01");
    expect(year).toMatchObject({ earliest: "2024-01-01", latest: "2026-03-31", monthsAdded: { low: 0, high: 3 } });
  });

  test("29 February: the last day of February where there is none", () => {
    // Born 1976-02-29, a man: reaches 60 in 2036-02, 133 months on: step 34 (133 = 33 × 4 + 1). 62 years and 10 months: 2038-12-29.
    expect(statutoryRetirement("1976-02-29", MEN)).toEqual({ on: "2038-12-29", monthsAdded: 34 });
    expect(statutoryRetirement("1988-02-29", MEN)).toEqual({ on: "2051-02-28", monthsAdded: 36 });
  });

  test("the person's own date takes the place of the statutory one", () => {
    expect(retirementDate({ born: "1965-01-01", retirementClass: "men", retiresOn: "2028-02-01" }, policy(), "2025-01-01")).toEqual({
      earliest: "2028-02-01",
      latest: "2028-02-01",
      origin: "own",
    });
  });

  test("nothing is guessed: no class, no birth, no figures, no date", () => {
    expect(retirementDate({ born: "1965-01-01" }, policy(), "2025-01-01")).toBeUndefined();
    expect(retirementDate({ retirementClass: "men" }, policy(), "2025-01-01")).toBeUndefined();
    expect(retirementDate({ born: "1965-13", retirementClass: "men" }, policy(), "2025-01-01")).toBeUndefined();
    expect(retirementDate({ born: "1965-01-01", retirementClass: "men" }, { parameters: [] }, "2025-01-01")).toBeUndefined();
  });

  test("whoever is born later never retires earlier", () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1950-01-01", days));
    fc.assert(
      fc.property(day, day, fc.constantFrom(MEN, WOMEN_55, WOMEN_50), (one, two, schedule) => {
        const [earlier, later] = one < two ? [one, two] : [two, one];
        expect(statutoryRetirement(earlier, schedule).on <= statutoryRetirement(later, schedule).on).toBe(true);
      }),
    );
  });
});
