import { describe, expect, test } from "vitest";
import {
  createPupilStatistics,
  gainScores,
  type PupilDesign,
  readPupilStatistics,
  readPupils,
  standardScores,
} from "../../src/value-added/index.js";
import { answer, hundred, madePupils, pupilsOf } from "./made.js";

const pupil = (id: string, more: object = {}) => ({ id, school: "a", prior: 50, outcome: 60, ...more });

describe("the ledger", () => {
  test("names every pupil not used and why", () => {
    const rows = [
      pupil("1"),
      pupil(""),
      pupil("2", { school: "" }),
      pupil("3", { prior: null }),
      pupil("4", { outcome: undefined }),
      pupil("5", { prior: Number.NaN }),
      pupil("6", { prior: 100 }),
      pupil("7", { prior: 101 }),
      pupil("8", { outcome: -1 }),
      pupil("9"),
      pupil("9", { outcome: 61 }),
      pupil("1"),
      pupil("10", { cohort: "2023" }),
      pupil("11", { schoolAtEntry: "b" }),
      pupil("12", { schoolAtEntry: "a" }),
    ];
    const read = readPupils(rows, hundred);
    const { ledger } = answer(read);
    expect(ledger.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "missing-id"],
      [2, "missing-school"],
      [3, "missing-prior"],
      [4, "missing-outcome"],
      [5, "not-a-number"],
      [7, "prior-out-of-range"],
      [8, "outcome-out-of-range"],
      [9, "duplicate-id"],
      [10, "duplicate-id"],
      [11, "repeated-row"],
      [12, "other-cohort"],
      [13, "moved"],
    ]);
    expect(ledger).toMatchObject({ offered: 15, used: 3 });
    expect(read.issues).toContainEqual({
      code: "cohort-mismatch",
      severity: "warning",
      path: [12, "cohort"],
      params: { expected: "2024", found: "2023", count: 1, row: 12 },
    });
  });

  test("a school under its former name is the same school, at entry and in a repeated row", () => {
    const rows = [
      pupil("1", { school: "new", schoolAtEntry: "old" }),
      pupil("2", { school: "old", schoolAtEntry: "new" }),
      pupil("3", { school: "old" }),
      pupil("3", { school: "new" }),
      pupil("4", { school: "old" }),
      pupil("4", { school: "other" }),
      pupil("5", { school: "new", schoolAtEntry: "other" }),
    ];
    const { ledger, schools } = answer(readPupils(rows, hundred, { aliases: [{ id: "new", aliases: ["old"] }] }));
    expect(schools).toEqual(["new"]);
    expect(ledger.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [3, "repeated-row"],
      [4, "duplicate-id"],
      [5, "duplicate-id"],
      [6, "moved"],
    ]);
  });

  test("keeps a pupil who moved when asked", () => {
    const read = readPupils([pupil("11", { schoolAtEntry: "b" })], { ...hundred, moved: "keep" });
    expect(answer(read).ledger.used).toBe(1);
  });

  test("a row that is nothing does not throw", () => {
    const read = readPupils([null, 7, pupil("1")] as never, hundred);
    expect(answer(read).ledger.leftOut.map(({ reason }) => reason)).toEqual(["missing-id", "missing-id"]);
  });
});

describe("marks between two steps", () => {
  const exam = (minimum: number, maximum: number, step: string) => ({ minimum, maximum, step });
  const read = (outcomes: readonly number[], marks: ReturnType<typeof exam>) =>
    readPupils(
      outcomes.map((outcome, k) => pupil(`${k}`, { outcome })),
      { ...hundred, exit: { id: "out", ...marks } },
    );

  test("are not used, and the issue names a step that fits", () => {
    const found = read([60, 60.45, 60.5, 59.55], exam(0, 100, "1"));
    expect(answer(found).ledger.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "outcome-off-grid"],
      [2, "outcome-off-grid"],
      [3, "outcome-off-grid"],
    ]);
    expect(found.issues).toEqual([
      {
        code: "marks-off-grid",
        severity: "warning",
        path: [1, "outcome"],
        params: { examination: "exit", step: "1", fits: "0.05", count: 3, row: 1 },
      },
    ]);
    expect(read([60.45, 60.5, 59.55], exam(0, 100, "0.05")).issues).toEqual([]);
    expect(read([60 + 1 / 3], exam(0, 100, "1")).issues[0]?.params).toMatchObject({ fits: null });
  });

  test("a decimal that doubles cannot hold is on its step; 1/256 of a step belongs to it", () => {
    expect(read([0.1 + 0.2, 3 * 0.7, 99.9], exam(0, 100, "0.1")).issues).toEqual([]);
    expect(read([60 + 1 / 256], exam(0, 100, "1")).issues).toEqual([]);
    expect(read([60 + 1 / 255], exam(0, 100, "1")).issues).toHaveLength(1);
  });

  // Even marks up to 150 about an odd middle of 75, and marks of one and a half: means are those of the marks.
  test.each([
    [[60, 62, 70], exam(0, 150, "2"), 64],
    [[0.5, 1.5, 4], exam(0.5, 100, "0.5"), 2],
    [[1, 1.3, 1.9], exam(1, 2.5, "0.3"), 1.4],
  ] as const)("steps count from the minimum: %j", (outcomes, marks, mean) => {
    const pupils = answer(read(outcomes, marks));
    const statistics = createPupilStatistics(pupils.design);
    statistics.add(pupils);
    const { groups, design } = statistics.statistics().toJSON();
    const { origin, step } = design.columns[1]!;
    expect(Number(origin) + (Number(step) * Number(groups[0]!.sums[1])) / 3).toBeCloseTo(mean, 12);
  });

  test("converted marks keep the order of the true means", () => {
    // Three schools of one entrance: A gains 0.45 on B and C by the decimals, B loses 0.45.
    const rows = [0.45, -0.45, 0].flatMap((add, school) =>
      Array.from({ length: 12 }, (_, k) => ({
        id: `${school}-${k}`,
        school: "ABC"[school]!,
        prior: 40 + (k % 6),
        outcome: 60 + (k % 6) + add + (k < 6 ? 1 : -1),
      })),
    );
    const by = (step: string) => readPupils(rows, { ...hundred, exit: { ...hundred.exit, step } });
    expect(by("1").issues[0]).toMatchObject({ code: "marks-off-grid", params: { count: 24, fits: "0.05" } });
    const { schools } = answer(gainScores(answer(by("0.05"))));
    expect(schools.map((each) => (each.status === "estimated" ? each.rank.rank : 0))).toEqual([1, 3, 2]);
  });
});

describe("the door", () => {
  const codes = (result: { readonly issues: readonly { readonly code: string }[] }) => result.issues.map(({ code }) => code);

  test("entrance and exit the same examination, also when typed in another width", () => {
    const same: PupilDesign = { ...hundred, exit: { ...hundred.exit, id: "ｉｎ" } };
    const read = readPupils([pupil("1")], same);
    expect([read.ok, ...codes(read)]).toEqual([false, "same-examination"]);
  });

  test("the exit must be later: the same day fails, the next day does not", () => {
    const on = (entrance: string, exit: string) =>
      readPupils([pupil("1")], { ...hundred, entrance: { ...hundred.entrance, on: entrance }, exit: { ...hundred.exit, on: exit } }).ok;
    expect([on("2021-06-16", "2021-06-16"), on("2021-06-16", "2021-06-17")]).toEqual([false, true]);
  });

  test("a school under two ids fails, and is mended by an alias", () => {
    const rows = [pupil("1", { school: "一中（本部）" }), pupil("2", { school: "一中(本部)" })];
    const read = readPupils(rows, hundred);
    expect(read.issues[0]).toMatchObject({ code: "school-under-two-ids", params: { first: "一中（本部）", second: "一中(本部)" } });
    const mended = readPupils(rows, hundred, { aliases: [{ id: "一中（本部）", aliases: ["一中(本部)"] }] });
    expect(answer(mended).schools).toEqual(["一中（本部）"]);
  });

  test.each([
    ["minimum above maximum", { ...hundred, entrance: { ...hundred.entrance, minimum: 100 } }],
    ["a step of 0", { ...hundred, exit: { ...hundred.exit, step: "0" } }],
    ["a minimum cohort of one pupil", { ...hundred, minimumCohort: 1 }],
  ])("%s throws", (_, design) => {
    expect(() => readPupils([], design as PupilDesign)).toThrow();
  });

  test.each([
    ["nothing", undefined, hundred],
    ["an object without ids", {}, hundred],
    ["text", "p1", hundred],
    ["no design", [], undefined],
    ["no examinations", [], { cohort: "2024" }],
    ["no exit", [], { ...hundred, exit: null }],
  ])("%s is the programmer's error, and typed", (_, rows, design) => {
    expect(() => readPupils(rows as never, design as never)).toThrow(
      expect.objectContaining({ name: "SchoolGroupsError", code: "invalid-argument" }),
    );
  });
});

describe("pupils tested elsewhere than they entered", () => {
  const of = (school: string, from: number, until: number) =>
    Array.from({ length: until - from }, (_, k) => pupil(`${from + k}`, { school, prior: 40 + (k % 7) }));
  const roll = [...of("A", 0, 40), ...of("B", 40, 80)];
  // Twenty of A's forty are entered at B, which nobody says but the roll.
  const rows = [...of("B", 0, 20), ...of("A", 20, 40), ...of("B", 40, 80)];
  const shares = (design: PupilDesign) => {
    const { tested, ledger } = answer(readPupils(rows, design, { roll }));
    return [tested.map(({ school, onRoll, tested: sat, flagged }) => [school, onRoll, sat, flagged]), ledger.leftOut.length];
  };

  test("they have moved: left out, and missing at the school they entered", () => {
    expect(shares(hundred)).toEqual([
      [
        ["A", 40, 20, true],
        ["B", 40, 40, false],
      ],
      20,
    ]);
    const read = readPupils(rows, hundred, { roll });
    expect(read.issues).toMatchObject([
      { code: "pupils-left-out", params: { reason: "moved", count: 20, row: 0 } },
      { code: "tested-share-low", params: { school: "A", tested: 20, onRoll: 40 } },
    ]);
  });

  test("kept where they sat when asked, and still missing where they entered", () => {
    expect(shares({ ...hundred, moved: "keep" })).toEqual([
      [
        ["B", 60, 60, false],
        ["A", 40, 20, true],
      ],
      0,
    ]);
  });

  test("on the roll of two schools: nobody answers for them, and an issue says so; twice at one school is once", () => {
    const twice = [...roll, ...of("B", 30, 31), ...of("A", 20, 30)];
    const read = readPupils(rows, hundred, { roll: twice });
    expect(read.issues[1]).toEqual({
      code: "pupils-left-out",
      severity: "warning",
      path: ["roll", 80],
      params: { reason: "duplicate-id", count: 1, row: 80 },
    });
    // Pupil 30 sat at A and counts there, as one whom no roll names.
    expect(answer(read).tested[0]).toMatchObject({ school: "A", onRoll: 40, tested: 20 });
  });
});

test("a school under two ids between pupils and roll, and between two letters", () => {
  const roll = [{ id: "1", school: "一中(本部)" }];
  const rows = [pupil("1", { school: "一中（本部）" })];
  expect(readPupils(rows, hundred, { roll }).issues[0]).toMatchObject({
    code: "school-under-two-ids",
    params: { first: "一中（本部）", second: "一中(本部)" },
  });
  const aliases = [{ id: "一中（本部）", aliases: ["一中(本部)"] }];
  expect(readPupils(rows, hundred, { roll, aliases }).ok).toBe(true);
  const letter = (school: string) => {
    const statistics = createPupilStatistics(hundred);
    statistics.add(
      pupilsOf([
        [school, 50, 60],
        [school, 60, 65],
      ]),
    );
    return statistics;
  };
  const merged = letter("一中（本部）");
  merged.merge(letter("一中(本部)"));
  expect(gainScores(merged).issues[0]?.code).toBe("school-under-two-ids");
});

describe("tested share", () => {
  test("who should have sat and did not, with bounds on the mean", () => {
    const rows = [pupil("1", { outcome: 60 }), pupil("2", { outcome: 80 }), pupil("3", { outcome: null })];
    const roll = [...["1", "2", "3", "4"].map((id) => ({ id, school: "a" })), { id: "9", school: "b" }];
    const read = readPupils(rows, hundred, { roll });
    // (60 + 80 + 2 × 0) ÷ 4 = 35; (60 + 80 + 2 × 100) ÷ 4 = 85
    expect(answer(read).tested).toEqual([
      { school: "a", onRoll: 4, tested: 2, share: 0.5, flagged: true, meanLow: 35, meanHigh: 85 },
      { school: "b", onRoll: 1, tested: 0, share: 0, flagged: true, meanLow: null, meanHigh: null },
    ]);
    expect(read.issues.filter(({ code }) => code === "tested-share-low")).toHaveLength(2);
  });

  test("just at the minimum is not flagged", () => {
    const rows = Array.from({ length: 19 }, (_, k) => pupil(String(k)));
    const roll = Array.from({ length: 20 }, (_, k) => ({ id: String(k), school: "a" }));
    const read = readPupils(rows, { ...hundred, minimumTestedShare: 0.95 }, { roll });
    expect(answer(read).tested[0]).toMatchObject({ share: 0.95, flagged: false });
  });
});

describe("standard scores", () => {
  test("by hand: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and population sd 2", () => {
    const scores = answer(standardScores([2, 4, 4, 4, 5, 5, 7, 9]));
    expect([scores.mean, scores.sd]).toEqual([5, 2]);
    expect(scores.z).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
    expect(scores.t).toEqual([35, 45, 45, 45, 50, 50, 60, 70]);
    // ranks 1, 3 (of 2 3 4), 5.5 (of 5 6), 7, 8; percentile (rank − ½) ÷ 8
    expect(scores.percentile).toEqual([6.25, 31.25, 31.25, 31.25, 62.5, 62.5, 81.25, 93.75]);
    expect(scores.normalScore[1]).toBe(scores.normalScore[3]);
    // qnorm(0.0625) = -1.5341205443525463
    expect(scores.normalScore[0]).toBeCloseTo(-1.5341205443525463, 14);
  });

  test("all alike, none, and no number are issues", () => {
    expect(standardScores([3, 3]).issues[0]?.code).toBe("scores-constant");
    expect(standardScores([]).issues[0]?.code).toBe("pupils-too-few");
    expect(standardScores([1, Number.NaN]).issues[0]?.code).toBe("pupils-left-out");
  });
});

describe("statistics that travel", () => {
  test("parts merged in any order have the bytes of the whole", () => {
    const { pupils } = madePupils(1);
    const whole = createPupilStatistics(pupils.design);
    whole.add(pupils);
    const part = (keep: (row: number) => boolean) => {
      const places = pupils.row.map((_, k) => k).filter(keep);
      const pick = (values: readonly number[]) => places.map((k) => values[k]!);
      const statistics = createPupilStatistics(pupils.design);
      statistics.add({ ...pupils, school: pick(pupils.school), prior: pick(pupils.prior), outcome: pick(pupils.outcome), tested: [] });
      return statistics;
    };
    const merged = part((k) => k % 3 === 1);
    for (const rest of [2, 0]) merged.merge(part((k) => k % 3 === rest));
    expect(JSON.stringify(merged.statistics())).toBe(JSON.stringify(whole.statistics()));
  });

  test("a cohort below the minimum is not exported, one at the minimum is", () => {
    const of = (count: number) => {
      const statistics = createPupilStatistics({ ...hundred, minimumCohort: 3 });
      const rows = Array.from({ length: count }, (_, k): [string, number, number] => ["a", 50 + k, 60]);
      statistics.add(pupilsOf(rows, { ...hundred, minimumCohort: 3 }));
      return statistics;
    };
    expect(of(2).publish().issues[0]).toMatchObject({ code: "cohort-below-minimum", params: { school: "a", minimum: 3 } });
    expect(JSON.stringify(of(2))).not.toContain("products");
    expect(of(3).publish().ok).toBe(true);
    expect(
      answer(readPupilStatistics(JSON.parse(JSON.stringify(of(3)))))
        .statistics()
        .toJSON(),
    ).toEqual(of(3).statistics().toJSON());
  });

  test("another design, broken JSON and refusals are issues", () => {
    const mine = createPupilStatistics(hundred);
    const theirs = createPupilStatistics({ ...hundred, cohort: "2025" });
    expect(mine.merge(theirs).issues[0]?.code).toBe("pupil-designs-differ");
    for (const stored of [null, {}, 7, { format: "school-groups.pupil-statistics.v1", design: hundred, statistics: {}, tested: [] }])
      expect(readPupilStatistics(stored).issues[0]?.code).toBe("pupil-statistics-unreadable");
  });
});
