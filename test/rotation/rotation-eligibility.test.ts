import fc from "fast-check";
import { addDays } from "school-groups/core";
import type { Teacher } from "school-groups/domain";
import { cn } from "school-groups/packs/cn";
import { beijing } from "school-groups/packs/cn-110000-beijing";
import { type PolicyPack, resolvePolicies } from "school-groups/policy";
import { type RotationSettings, rotationConditions, rotationEligibility, serviceInSchool } from "school-groups/rotation";
import { describe, expect, test } from "vitest";

const resolved = (...packs: PolicyPack[]) => {
  const result = resolvePolicies(packs);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const NONE = resolved();
const SIX: RotationSettings = { minimumYears: 6 };

const judge = (teachers: readonly Teacher[], settings: RotationSettings = SIX, on = "2023-09-01", policy = NONE) => {
  const result = rotationEligibility(teachers, { policy, on, settings });
  if (!result.ok) throw new Error("failed");
  return result.value;
};
const one = (teacher: Partial<Teacher>, settings: RotationSettings = SIX, on = "2023-09-01", policy = NONE) => {
  const [first] = judge([{ id: "t", school: "a", ...teacher }], settings, on, policy).teachers;
  if (first === undefined) throw new Error("nobody");
  return first;
};
const since = (from: string): Partial<Teacher> => ({ service: [{ school: "a", from }] });

describe("six full years in the same school", () => {
  test.each([
    ["2017-09-02", "excluded"], // the anniversary is a day away
    ["2017-09-01", "eligible"], // on the anniversary
    ["2017-08-31", "eligible"],
    ["2018-08-31", "excluded"],
  ])("since %s, asked on 2023-09-01: %s", (from, status) => expect(one(since(from)).status).toBe(status));

  test.each([
    ["2016-02-29", "2022-02-27", "excluded"],
    ["2016-02-29", "2022-02-28", "eligible"], // the last day of the month stands for the 29th
    ["2016-02-29", "2022-03-01", "eligible"],
    ["2016-03-01", "2022-02-28", "excluded"],
    ["2016-02-28", "2022-02-28", "eligible"],
  ])("since %s, asked on %s: %s", (from, on, status) => expect(one(since(from), SIX, on).status).toBe(status));

  test("the quick way and the long way agree on every day around the anniversary", () => {
    const from = fc.integer({ min: 0, max: 2000 }).map((days) => addDays("2014-01-01", days));
    const on = fc.integer({ min: 0, max: 2000 }).map((days) => addDays("2020-01-01", days));
    fc.assert(
      fc.property(from, on, (start, day) => {
        const long = serviceInSchool({ school: "a", service: [{ school: "a", from: start }] }, day, {}).low >= 72;
        expect(one(since(start), SIX, day).status).toBe(long ? "eligible" : "excluded");
      }),
    );
  });

  test("the years at another school do not count", () => {
    const moved = {
      service: [
        { school: "b", from: "2000-09-01", until: "2020-09-01" },
        { school: "a", from: "2020-09-01" },
      ],
    };
    expect(one(moved)).toMatchObject({ status: "excluded", reasons: [{ code: "service-too-short", params: { years: "6" } }] });
  });

  test("campuses of one school are one school", () => {
    const stints = [
      { school: "a", campus: "east", from: "2016-09-01", until: "2020-09-01" },
      { school: "a", campus: "west", from: "2020-09-01" },
    ];
    expect(one({ service: stints }).status).toBe("eligible");
  });

  test("an interruption: restart 5 years, subtract 7, ignore 8; undecided is unknown", () => {
    const service = [
      { school: "a", from: "2015-09-01", until: "2017-09-01" },
      { school: "a", from: "2018-09-01" },
    ];
    expect(one({ service }, { ...SIX, interruptions: "restart" }).status).toBe("excluded");
    expect(one({ service }, { ...SIX, interruptions: "subtract" }).status).toBe("eligible");
    expect(one({ service }, { ...SIX, interruptions: "ignore" }).status).toBe("eligible");
    expect(one({ service })).toMatchObject({
      status: "unknown",
      missing: [{ kind: "threshold", parameter: "rotation.interruptions" }],
    });
    expect(one({ service }, { ...SIX, minimumYears: 5 }).status).toBe("eligible");
  });

  test("restart: a stint that ends on the day still counts, one that begins on it does not yet", () => {
    const restart = { interruptions: "restart", uncounted: [] } as const;
    const months = (service: NonNullable<Teacher["service"]>, on = "2023-09-01") => serviceInSchool({ school: "a", service }, on, restart);
    // Six years to the day; the day after, the stint is over and nothing counts any more.
    const ended = [{ school: "a", from: "2017-09-01", until: "2023-09-01" }];
    expect(months(ended)).toEqual({ low: 72, high: 72, open: [] });
    expect(months(ended, "2023-09-02")).toEqual({ low: 0, high: 0, open: [] });
    expect(months([{ school: "a", from: "2023-09-01" }])).toEqual({ low: 0, high: 0, open: [] });
    // Away for a year and back on 2023-09-01: of the six years nothing is left, and a month is served on 1 October.
    const back = [
      { school: "a", from: "2016-09-01", until: "2022-09-01" },
      { school: "a", from: "2023-09-01" },
    ];
    expect(months(back)).toEqual({ low: 0, high: 0, open: [] });
    expect(months(back, "2023-10-01")).toEqual({ low: 1, high: 1, open: [] });
    // A gap that is ignored is one between two stints: on the day of return the second has not begun, six years stand; a day later seven.
    const ignore = (on: string) => serviceInSchool({ school: "a", service: back }, on, { interruptions: "ignore", uncounted: [] });
    expect(ignore("2023-09-01")).toEqual({ low: 72, high: 72, open: [] });
    expect(ignore("2023-09-02")).toEqual({ low: 84, high: 84, open: [] });
  });

  test("leave that does not count is taken off to the day; undecided is unknown", () => {
    // Six years and ten days since 2017-08-22; eleven days of leave leave one day too few.
    const leave = (days: number) => ({
      ...since("2017-08-22"),
      interruptions: [{ kind: "leave", from: "2020-03-01", until: addDays("2020-03-01", days) }] as const,
    });
    expect(one(leave(10), { ...SIX, uncounted: ["leave"] }).status).toBe("eligible");
    expect(one(leave(11), { ...SIX, uncounted: ["leave"] }).status).toBe("excluded");
    expect(one(leave(11), { ...SIX, uncounted: ["secondment"] }).status).toBe("eligible");
    expect(one(leave(11), { ...SIX, uncounted: [] }).status).toBe("eligible");
    expect(one(leave(11))).toMatchObject({ status: "unknown", missing: [{ parameter: "rotation.uncounted-leave" }] });
    expect(one(leave(11), { ...SIX, interruptions: "ignore", uncounted: ["leave"] }).status).toBe("excluded");
  });

  test("a date known by year decides only what it can decide", () => {
    expect(one(since("2016")).status).toBe("eligible");
    expect(one(since("2017")).status).toBe("unknown");
    expect(one(since("2018")).status).toBe("excluded");
    expect(one({}).missing).toEqual([{ kind: "field", table: "teachers", column: "service", subject: { kind: "teacher", id: "t" } }]);
  });
});

describe("years to retirement: more than five (Beijing)", () => {
  const on = "2025-09-01";
  const policy = resolved(cn, beijing);
  const born = (date: string) => one({ ...since("2010-09-01"), born: date, retirementClass: "men" }, {}, on, policy).status;

  test("the figures are Beijing's, with their basis", () => {
    const conditions = rotationConditions({ policy, on, code: "110101" });
    expect(conditions.minimumYears).toMatchObject({ kind: "figure", parameter: "beijing.rotation.minimum-years", value: "6" });
    expect(conditions.yearsToRetirement).toMatchObject({ parameter: "beijing.rotation.years-to-retirement", value: "5" });
    expect(rotationConditions({ policy, on, code: "320500" }).minimumYears).toMatchObject({
      kind: "unset",
      parameter: "cn.rotation.minimum-years",
    });
  });

  test("exactly five years is too near, a day more is not", () => {
    // Men born in 1969-05…08 reach 60 from 2029-05 on, 52 months after 2025-01: step 14. Born 1969-07-01: 61 years and 2 months, 2030-09-01.
    expect(born("1969-06-30")).toBe("excluded");
    expect(born("1969-07-01")).toBe("excluded");
    expect(born("1969-07-02")).toBe("eligible");
    expect(born("1969-07")).toBe("unknown");
    expect(born("1969-08")).toBe("eligible");
  });

  test("the class is never guessed, and the person's own date prevails", () => {
    const base = { ...since("2010-09-01"), born: "1969-07-01" };
    expect(one(base, {}, on, policy)).toMatchObject({ status: "unknown", missing: [{ column: "retirement-class" }] });
    expect(one({ ...base, retiresOn: "2030-09-01" }, {}, on, policy).status).toBe("excluded");
    expect(one({ ...base, retiresOn: "2030-09-02" }, {}, on, policy).status).toBe("eligible");
  });

  test("near retirement without a figure leaves it unknown, until the caller says", () => {
    const teacher = { ...since("2010-09-01"), born: "1990-01-01", retirementClass: "men" } as const;
    const open = one(teacher, SIX, on, resolved(cn));
    expect(open).toMatchObject({ status: "unknown", missing: [{ kind: "threshold", parameter: "cn.rotation.near-retirement-years" }] });
    expect(one(teacher, { ...SIX, yearsToRetirement: 5 }, on, resolved(cn)).status).toBe("eligible");
    expect(one(teacher, { ...SIX, yearsToRetirement: null }, on, resolved(cn)).status).toBe("eligible");
  });
});

describe("principals, posts and recorded reasons", () => {
  const head = (terms?: number): Partial<Teacher> => ({
    role: "principal",
    service: [{ school: "a", from: "2020-09-01", role: "principal", terms }],
  });

  test("a principal is held against two terms, not against years, and is no teacher of the share", () => {
    const settings = { ...SIX, principalTerms: 2 };
    expect(one(head(1), settings)).toMatchObject({ status: "excluded", counts: "no", leader: true });
    expect(one(head(2), settings)).toMatchObject({ status: "eligible", counts: "no", leader: true });
    expect(one(head(3), settings).status).toBe("eligible");
    expect(one(head(), settings).status).toBe("unknown");
    expect(judge([{ id: "p", school: "a", ...head(2) }], settings)).toMatchObject({ eligible: { low: 0, high: 0 }, leaders: { low: 1 } });
  });

  test("postponed: counted, left out, or open until the caller says", () => {
    const teacher = { ...since("2010-09-01"), reasons: [{ reason: "pregnancy", effect: "postponed", until: "2024-01-01" }] as const };
    const all = (settings: RotationSettings, on = "2023-09-01") => judge([{ id: "t", school: "a", ...teacher }], settings, on).eligible;
    expect(all({ ...SIX, postponed: "counted" })).toEqual({ low: 1, high: 1 });
    expect(all({ ...SIX, postponed: "left-out" })).toEqual({ low: 0, high: 0 });
    expect(all(SIX)).toEqual({ low: 0, high: 1 });
    expect(one(teacher)).toMatchObject({ status: "postponed", reasons: [{ code: "recorded-reason" }] });
    expect(one(teacher, SIX, "2023-12-31").status).toBe("postponed");
    expect(one(teacher, SIX, "2024-01-01").status).toBe("eligible");
  });

  test("the caller's own word excludes as well, and every reason is listed", () => {
    const teacher: Partial<Teacher> = {
      ...since("2020-09-01"),
      establishment: false,
      reasons: [{ reason: "驻村帮扶", effect: "excluded" }],
    };
    expect(one(teacher, { ...SIX, establishmentOnly: true }).reasons.map(({ code }) => code)).toEqual([
      "service-too-short",
      "not-on-establishment",
      "recorded-reason",
    ]);
  });

  test("moved in the last three years: the last day away decides", () => {
    const policy = NONE;
    const stay = (end: string | undefined) => [{ id: "e", person: "t", from: "a", to: "b", start: "2019-09-01", end }];
    const status = (end: string | undefined) => {
      const teachers = [{ id: "t", school: "a", ...since("2010-09-01") }];
      const result = rotationEligibility(teachers, {
        policy,
        on: "2023-09-01",
        settings: { ...SIX, recentYears: 3 },
        exchanges: stay(end),
      });
      return result.ok && result.value.teachers[0]?.status;
    };
    expect(status("2020-09-01")).toBe("eligible");
    expect(status("2020-09-02")).toBe("excluded");
    expect(status(undefined)).toBe("excluded");
    expect(one(since("2010-09-01"), { ...SIX, recentYears: 3 }).status).toBe("unknown");
  });

  test.each([
    ["2023-08-31", "excluded"], // away on the day before
    ["2023-09-01", "eligible"], // the move itself is none of the years before
    ["2023-09-02", "eligible"],
  ])("a stay that begins on %s, asked on 2023-09-01: %s", (start, status) => {
    const exchanges = [{ id: "e", person: "t", from: "a", to: "b", start, end: "2025-09-01" }];
    const settings = { ...SIX, recentYears: 3 };
    const result = rotationEligibility([{ id: "t", school: "a", ...since("2010-09-01") }], {
      policy: NONE,
      on: "2023-09-01",
      settings,
      exchanges,
    });
    expect(result.ok && result.value.teachers[0]?.status).toBe(status);
  });

  test("campuses of one school are that school where the schools are known: no move between them, one service at both", () => {
    const schools = [
      { id: "a", campuses: [{ id: "east" }, { id: "west" }] },
      { id: "b", campuses: [{ id: "north" }] },
    ];
    const status = (from: string, to: string, known: typeof schools | undefined, teacher: Partial<Teacher> = {}) => {
      const exchanges = [{ id: "e", person: "t", from, to, start: "2021-09-01", end: "2022-09-01" }];
      const teachers = [{ id: "t", school: "a", ...since("2010-09-01"), ...teacher }];
      const settings = { ...SIX, recentYears: 3, interruptions: "restart" } as const;
      const result = rotationEligibility(teachers, { policy: NONE, on: "2023-09-01", settings, exchanges, schools: known });
      return result.ok && result.value.teachers.map((each) => [each.school, each.status]);
    };
    expect(status("east", "west", schools)).toEqual([["a", "eligible"]]);
    expect(status("a", "west", schools)).toEqual([["a", "eligible"]]);
    expect(status("east", "north", schools)).toEqual([["a", "excluded"]]);
    expect(status("east", "elsewhere", schools)).toEqual([["a", "excluded"]]);
    expect(status("east", "west", undefined)).toEqual([["a", "excluded"]]);
    // 2016-09 to 2019-09 at one campus and from then on at the other: 7 years in one school, not 4.
    const service = [
      { school: "east", from: "2016-09-01", until: "2019-09-01" },
      { school: "west", from: "2019-09-01" },
    ];
    expect(status("a", "east", schools, { school: "west", service })).toEqual([["a", "eligible"]]);
    expect(status("a", "a", undefined, { school: "west", service })).toEqual([["west", "excluded"]]);
  });
});

describe("the roster", () => {
  test("a teacher who stands there twice counts once, and it is said", () => {
    const twice = [1, 2].map(() => ({ id: "t", school: "a", ...since("2010-09-01") }));
    const result = rotationEligibility(twice, { policy: NONE, on: "2023-09-01", settings: SIX });
    expect(result.ok && result.value.eligible).toEqual({ low: 1, high: 1 });
    expect(result.issues).toMatchObject([{ code: "teacher-repeated", path: [1] }]);
  });

  test("a date that is none is reported and leaves the person unknown", () => {
    const result = rotationEligibility([{ id: "t", school: "a", ...since("2010-02-30") }], {
      policy: NONE,
      on: "2023-09-01",
      settings: SIX,
    });
    expect(result.ok && result.value.teachers[0]?.status).toBe("unknown");
    expect(result.issues).toMatchObject([{ code: "teacher-date-unreadable", params: { field: "service" } }]);
  });

  test("unknown people make the number an interval; nobody is counted out for want of a record", () => {
    const roster = [
      { id: "1", school: "a", ...since("2010-09-01") },
      { id: "2", school: "b" },
      { id: "3", school: "b", service: [{ school: "b", from: "2022-09-01" }] },
    ];
    expect(judge(roster)).toMatchObject({
      eligible: { low: 1, high: 2 },
      schools: [
        { school: "a", people: 1, eligible: { low: 1, high: 1 } },
        { school: "b", people: 2, eligible: { low: 0, high: 1 } },
      ],
    });
    expect(judge([])).toMatchObject({ eligible: { low: 0, high: 0 }, schools: [] });
  });

  test("one more teacher never lowers the number, at either end", () => {
    const person = fc.record({ from: fc.constantFrom(undefined, "2010", "2017-09-01", "2017-09-02", "2020"), twice: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), person, (people, added) => {
        const roster = [...people, added].map(({ from }, id) => ({
          id: String(id),
          school: "a",
          ...(from === undefined ? {} : since(from)),
        }));
        const before = judge(roster.slice(0, -1)).eligible;
        const after = judge(roster).eligible;
        expect(after.low >= before.low && (after.high ?? 0) >= (before.high ?? 0)).toBe(true);
      }),
    );
  });
});
