import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import {
  assessValueAdded,
  groupValueAdded,
  joinedSchools,
  mixedValueAdded,
  readPupils,
  regressionValueAdded,
} from "../../src/value-added/index.js";
import { answer, estimated, hundred, pupilsOf } from "./made.js";

describe("school means that the line settles", () => {
  // Two mean intakes (30, 40) and an intercept with a slope of means: two parameters for two means, no residual is left.
  const two = [
    ["a", 10, 20],
    ["a", 30, 60],
    ["a", 50, 40],
    ["b", 20, 70],
    ["b", 40, 30],
    ["b", 60, 90],
  ] as const;

  test("Mundlak's model needs three schools", () => {
    expect(mixedValueAdded(pupilsOf(two), { slope: "mundlak" })).toMatchObject({
      ok: false,
      issues: [{ code: "schools-too-few", params: { schools: 2, needed: 3 } }],
    });
    expect(mixedValueAdded(pupilsOf(two)).ok).toBe(true);
    const rows = two.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
    expect(assessValueAdded({ pupils: rows, design: hundred }).status).toBe("done");
  });

  test("three schools, two of one mean intake: the third alone settles the slope of means", () => {
    // Intakes 30, 30, 50. Outcomes: means 50, 50, 60, so that nothing is between a and b, and all of c is in the slope.
    const three = [
      ["a", 20, 30],
      ["a", 40, 70],
      ["b", 20, 55],
      ["b", 40, 45],
      ["c", 40, 80],
      ["c", 60, 40],
    ] as const;
    expect(mixedValueAdded(pupilsOf(three), { slope: "mundlak" })).toMatchObject({
      ok: false,
      issues: [{ code: "fit-not-possible", params: { reason: "leverage-one" } }],
    });
  });

  test("whatever is answered has an error above 0 (three schools, drawn)", () => {
    let answered = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const random = createRandom(seed);
      const rows = Array.from({ length: 60 }, (_, k) => {
        const prior = 20 + random.integer(60);
        return [`s${k % 3}`, prior, Math.min(100, Math.max(0, Math.round(prior + 10 * random.normal())))] as const;
      });
      const result = mixedValueAdded(pupilsOf(rows), { slope: "mundlak", scale: "marks" });
      if (!result.ok) continue;
      answered += 1;
      for (const { standardError, low, high } of estimated(result.value)) {
        expect(standardError).toBeGreaterThan(1e-3);
        expect(low).toBeLessThan(high);
      }
    }
    expect(answered).toBeGreaterThan(150);
  });
});

describe("data that cannot be read never throws", () => {
  const rows = [
    { id: "1", school: "a", prior: 50, outcome: 60 },
    { id: "2", school: "a", prior: 60, outcome: 80 },
    { id: "3", school: "b", prior: 60, outcome: 60 },
    { id: "4", school: "b", prior: 70, outcome: 75 },
  ];

  test("entries of the roll without id or school are counted, the others stand; a row that is none is in the ledger", () => {
    const roll = [null, { id: "x" }, { school: "a" }, { id: "5", school: "a" }, { id: "6", school: "" }, 7] as never;
    const read = readPupils([...rows, null as never], hundred, { roll });
    const { tested, ledger } = answer(read);
    // School a: two tested, pupil 5 absent; school b: two tested, nobody absent.
    expect(tested.map(({ school, onRoll, tested: sat }) => [school, onRoll, sat])).toEqual([
      ["a", 3, 2],
      ["b", 2, 2],
    ]);
    expect(ledger.leftOut).toEqual([{ row: 4, id: "", school: "", reason: "missing-id" }]);
    expect(read.issues.filter(({ code }) => code === "pupils-left-out").map(({ path, params }) => [path, params])).toEqual([
      [[4], { reason: "missing-id", count: 1, row: 4 }],
      [["roll", 0], { reason: "missing-id", count: 3, row: 0 }],
      [["roll", 1], { reason: "missing-school", count: 2, row: 1 }],
    ]);
    expect(assessValueAdded({ pupils: rows, design: hundred, roll }).status).toBe("done");
  });

  const member = (school: string, more: object = {}) => ({ school, role: "member", ...more });
  const years = { from: "2021-09-01", until: "2024-07-01" };

  test("memberships without school, role or dates are told by their place, the others count", () => {
    const memberships = [
      null,
      member("a", { from: "2021-13-01" }),
      member("a", { until: null }),
      { school: "a" },
      member(""),
      { school: "a", role: "lead" },
      member("b", { from: "2021" }),
    ];
    const groups = [{ id: "g", memberships }, null, { id: "h", announced: "soon", memberships: [member("a")] }] as never;
    const fit = answer(regressionValueAdded(pupilsOf(rows.map(({ school, prior, outcome }) => [school, prior, outcome] as const))));
    const result = groupValueAdded(fit, { memberships: groups, years });
    expect(answer(result).groups.map(({ group, schools }) => [group, schools.map(({ school, role }) => [school, role])])).toEqual([
      [
        "g",
        [
          ["a", "lead"],
          ["b", "member"],
        ],
      ],
    ]);
    expect(result.issues.map(({ code, params }) => [code, params])).toEqual([
      ...[0, 1, 2, 3, 4].map((row) => ["membership-unusable", { group: "g", row }]),
      ["group-without-estimate", { group: "#2" }],
      ["membership-unusable", { group: "h", row: 0 }],
      ["group-without-estimate", { group: "h" }],
    ]);
    expect(assessValueAdded({ pupils: rows, design: hundred, groups, years }).status).toBe("done");
    const cohorts = [
      { cohort: "2021", years: { from: "2018-09-01", until: "2021-07-01" } },
      { cohort: "2024", years },
    ];
    // a leads in both cohorts' years; b came in for certain on the last day of 2021, 913 of 1034 days
    expect(joinedSchools(groups, { cohorts, countsFrom: 0.5 })).toEqual({
      joined: [{ school: "b", since: "2024" }],
      leftOut: ["a"],
      groups: [{ school: "b", group: "g" }],
    });
  });
});
