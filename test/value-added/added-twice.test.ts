import { describe, expect, test } from "vitest";
import { combinePeriods } from "../../src/evaluation/index.js";
import {
  assessValueAdded,
  createPupilStatistics,
  groupValueAdded,
  readPupilStatistics,
  readPupils,
  regressionValueAdded,
} from "../../src/value-added/index.js";
import { answer, hundred, pupilsOf } from "./made.js";

const ten = { ...hundred, minimumCohort: 10 };
const rowsOf = (school: string, from: number, until: number) =>
  Array.from({ length: until - from }, (_, k) => ({
    id: `${school}${from + k}`,
    school,
    prior: 40 + ((from + k) % 9),
    outcome: 50 + ((7 * (from + k)) % 13),
  }));

describe("one school in parts", () => {
  test("bounds of the mean are told of all parts together, as from all rows", () => {
    const roll = rowsOf("a", 0, 14);
    const parts = [
      [rowsOf("a", 0, 6), roll.slice(0, 8)],
      [rowsOf("a", 8, 14), roll.slice(8)],
    ] as const;
    const statistics = createPupilStatistics(ten);
    for (const [rows, own] of parts) answer(statistics.add(answer(readPupils(rows, ten, { roll: own }))));
    // 12 of 14 sat; outcomes 50 + (0 7 1 8 2 9 | 4 11 5 12 6 0) = 665; the two others 0 or 100
    expect(statistics.tested()).toEqual([
      { school: "a", onRoll: 14, tested: 12, share: 12 / 14, flagged: true, meanLow: 665 / 14, meanHigh: 865 / 14 },
    ]);
    const whole = readPupils([...parts[0][0], ...parts[1][0]], ten, { roll });
    expect(answer(whole).tested).toEqual(statistics.tested());
  });

  test("a tested share of just 95 % over all parts is not flagged, one pupil fewer is", () => {
    // 20 + 20 on roll: 19 + 19 sat, 38 of 40 are 95 %; 19 + 18 are 92.5 %.
    const flagged = (second: number) => {
      const roll = rowsOf("a", 0, 40);
      const statistics = createPupilStatistics(ten);
      answer(statistics.add(answer(readPupils(roll.slice(0, 19), ten, { roll: roll.slice(0, 20) }))));
      answer(statistics.add(answer(readPupils(roll.slice(20, second), ten, { roll: roll.slice(20) }))));
      return statistics.tested().map(({ tested, share, flagged: low }) => [tested, share, low]);
    };
    expect([flagged(39), flagged(38)]).toEqual([[[38, 0.95, false]], [[37, 0.925, true]]]);
  });

  test("the same file again is refused and changes nothing, as rows and as statistics", () => {
    const read = answer(readPupils([...rowsOf("a", 0, 20), ...rowsOf("b", 0, 20)], ten));
    const statistics = createPupilStatistics(ten);
    answer(statistics.add(read));
    const before = JSON.stringify(statistics);
    const again = answer(readPupils(rowsOf("b", 0, 20), ten));
    const refused = { ok: false, issues: [{ code: "pupils-added-twice", params: { school: "b" } }] };
    expect(statistics.add(again)).toMatchObject(refused);
    const sent = () => {
      const own = createPupilStatistics(ten);
      own.add(again);
      return answer(readPupilStatistics(JSON.parse(JSON.stringify(own))));
    };
    expect(statistics.merge(sent())).toMatchObject(refused);
    expect(statistics.merge(statistics).ok).toBe(false);
    expect(JSON.stringify(statistics)).toBe(before);
    // Other pupils of the same school are a further part.
    expect(statistics.add(answer(readPupils(rowsOf("b", 20, 40), ten))).ok).toBe(true);
    // A few alike may be so by chance: nine pupils twice are not told apart.
    const few = answer(readPupils(rowsOf("a", 30, 39), ten));
    expect([statistics.add(few).ok, statistics.add(few).ok]).toEqual([true, true]);
  });
});

test("two groups of one id are refused", () => {
  const fit = answer(
    regressionValueAdded(
      pupilsOf([...rowsOf("a", 0, 9), ...rowsOf("b", 3, 12)].map(({ school, prior, outcome }) => [school, prior, outcome] as const)),
    ),
  );
  const group = { id: "g", memberships: [{ school: "a", role: "lead" }] } as const;
  const years = { from: "2021-09-01", until: "2024-07-01" };
  expect(groupValueAdded(fit, { memberships: [group, { ...group, id: "h" }, group], years })).toMatchObject({
    ok: false,
    issues: [{ code: "group-given-twice", path: ["groups", 2], params: { group: "g" } }],
  });
});

test("an earlier cohort is taken as rows or as pupils", () => {
  const years = { from: "2021-09-01", until: "2024-07-01" };
  const rows = [...rowsOf("a", 0, 12), ...rowsOf("b", 3, 15)];
  const groups = [
    {
      id: "g",
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member" },
      ],
    },
  ] as const;
  const before = { design: { ...ten, cohort: "2023" }, years: { from: "2020-09-01", until: "2023-07-01" } };
  const of = (earlier: object) => assessValueAdded({ pupils: rows, design: ten, groups, years, before: { ...before, ...earlier } });
  const [byRows, byPupils, neither] = [of({ rows }), of({ pupils: rows }), of({})];
  expect(byRows).toEqual(byPupils);
  expect(byRows.status === "done" && byRows.change?.groups[0]?.change?.from).toBe("2023");
  expect(neither.status === "done" && neither.issues.map(({ code, path }) => [code, path[0]])).toContainEqual([
    "schools-too-few",
    "before",
  ]);
});

test("a period named twice has no score", () => {
  const parts = [
    { period: "2024-01", weight: 1, score: "80" },
    { period: "2024-01", weight: 1, score: "80" },
    { period: "year", weight: 2, score: "95" },
  ];
  expect(combinePeriods(parts, { missing: "leave-out" })).toMatchObject({
    ok: false,
    issues: [{ code: "item-duplicate", path: [1, "period"], params: { item: "2024-01" } }],
  });
});
