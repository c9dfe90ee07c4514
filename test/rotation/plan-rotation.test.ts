import highs from "highs";
import type { District, Teacher } from "school-groups/domain";
import {
  type PlanRotationOptions,
  planRotation,
  type RotationEligibility,
  type RotationPlan,
  rotationEligibility,
  type Solver,
} from "school-groups/rotation";
import { describe, expect, expectTypeOf, test } from "vitest";

// The types of highs speak of its CommonJS file; the module's default is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;
const solver = await loadHighs();
const ON = "2024-09-01";
const SCHOOLS = ["a", "b", "c"];
const SUBJECTS = ["语文", "数学"];

const district = (weak: readonly string[] = []): District => ({
  format: "school-groups.district.v1",
  schools: [...SCHOOLS, "z"].map((id) => ({ id, name: `${id}校`, designations: weak.includes(id) ? [{ kind: "weak" }] : [] })),
  groups: [
    { id: "g", memberships: SCHOOLS.map((school, index) => ({ school, role: index === 0 ? ("lead" as const) : ("member" as const) })) },
  ],
});
const teacher = (id: string, school: string, more: Partial<Teacher> = {}): Teacher => ({
  id,
  school,
  service: [{ school, from: "2010-09-01" }],
  ...more,
});
const eligibilityOf = (roster: readonly Teacher[]): RotationEligibility => {
  const result = rotationEligibility(roster, { policy: { packs: [], parameters: [] }, on: ON, settings: { minimumYears: 6 } });
  if (!result.ok) throw new Error("the roster cannot be read");
  return result.value;
};
const plan = (roster: readonly Teacher[], more: Partial<PlanRotationOptions> = {}): RotationPlan => {
  const base = { district: district(), on: ON, objective: { kind: "ordered", goals: ["moves"] }, solver } as const;
  const result = planRotation(roster, { ...base, eligibility: eligibilityOf(roster), ...more });
  if (!result.ok) throw new Error("failed");
  return result.value;
};
const planned = (answer: RotationPlan) => {
  if (answer.status !== "planned") throw new Error(JSON.stringify(answer));
  return answer;
};
const group = { kind: "group", id: "g" } as const;

/** Whole numbers from 0 to below n, the same on every run. */
const randoms = (seed: number) => {
  let state = seed;
  return (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
};

/** A small instance with every condition the plan knows. */
const instance = (seed: number) => {
  const random = randoms(seed + 1);
  const roster = Array.from({ length: 3 + random(4) }, (_, index) => {
    const wishes = random(2) === 0 ? undefined : [SCHOOLS[random(3)] ?? "a", SCHOOLS[random(3)] ?? "a"];
    const backbone = random(2) === 0;
    return teacher(`t${index}`, SCHOOLS[random(3)] ?? "a", { subject: SUBJECTS[random(2)], backbone, wishes });
  });
  const strength = Object.fromEntries(roster.map(({ id }) => [id, random(4)]));
  const need = Object.fromEntries(SCHOOLS.map((id) => [id, random(4)]));
  const travel = SCHOOLS.flatMap((from) => SCHOOLS.map((to) => ({ from, to, minutes: 1 + random(30) })));
  const pairs =
    random(3) === 0 ? [{ kind: random(2) === 0 ? ("swap" as const) : ("together" as const), teachers: ["t0", "t1"] as const }] : [];
  const atLeast = random(4);
  const quotas = [{ subject: group, atLeast, atMost: atLeast + random(3) }];
  const backbone = [{ subject: group, atLeast: ["0", "0.2", "0.5", "1"][random(4)] ?? "0" }];
  const caps = [{ out: 1 + random(3), in: 1 + random(2) }];
  const staffing = [
    { school: SCHOOLS[random(3)] ?? "a", subject: SUBJECTS[random(2)] ?? "语文", atLeast: random(2), atMost: 2 + random(3) },
  ];
  const exchanges = [{ id: "e", person: "t2", from: "b", to: "c", start: "2020-09-01", end: "2021-09-01" }];
  const goals = [
    ["strength", "travel", "moves", "wishes"],
    ["wishes", "travel"],
    ["travel", "strength"],
  ] as const;
  const objective: PlanRotationOptions["objective"] =
    random(2) === 0
      ? { kind: "weighted", weights: { strength: "1.5", travel: "0.1", moves: 1, wishes: "0.7" } }
      : { kind: "ordered", goals: goals[random(3)] ?? ["moves"] };
  const mustMove = random(4) === 0 ? ["t0"] : [];
  const tolerance = random(3) === 0 ? undefined : 1;
  const options = {
    district: district(),
    on: ON,
    quotas,
    backbone,
    caps,
    staffing,
    staffingTolerance: tolerance,
    exchanges,
    noReturnYears: 3 + random(3),
    pairs,
    mustMove,
    strength,
    need,
    travel,
    objective,
  };
  return { roster, options };
};

/** Every plan there is, judged from the conditions as they are worded and not from rows of a model. */
const bruteForce = ({ roster, options }: ReturnType<typeof instance>): readonly number[] | undefined => {
  const barred = (person: Teacher, to: string) => {
    const recent = options.noReturnYears > 3; // the stay ended three years before the day
    return person.id === "t2" && recent && (to === "b" || to === "c");
  };
  const minutes = (from: string, to: string) => options.travel.find((each) => each.from === from && each.to === to)?.minutes ?? 0;
  let best: readonly number[] | undefined;
  const better = (left: readonly number[], right: readonly number[]) => {
    for (const [index, value] of left.entries()) if (value !== right[index]) return value < (right[index] ?? 0);
    return false;
  };
  const counts = (places: readonly string[], school: string, subject: string) =>
    places.filter((place, index) => place === school && roster[index]?.subject === subject).length;
  const before = roster.map(({ school }) => school);
  const holds = (places: readonly string[]): boolean => {
    const moved = roster.flatMap((person, index) => (places[index] === person.school ? [] : [{ person, to: places[index] ?? "" }]));
    if (moved.some(({ person, to }) => barred(person, to))) return false;
    const [quota] = options.quotas;
    if (quota === undefined || moved.length < quota.atLeast || moved.length > quota.atMost) return false;
    const strong = moved.filter(({ person }) => person.backbone === true).length;
    const tenths = Number(options.backbone[0]?.atLeast) * 10;
    if (strong * 10 < tenths * moved.length) return false;
    const [cap] = options.caps;
    for (const school of SCHOOLS) {
      if (moved.filter(({ person }) => person.school === school).length > (cap?.out ?? 0)) return false;
      if (moved.filter(({ to }) => to === school).length > (cap?.in ?? 0)) return false;
      for (const subject of SUBJECTS) {
        const after = counts(places, school, subject);
        const bound = options.staffing.find((each) => each.school === school && each.subject === subject);
        if (bound !== undefined) {
          if (after < bound.atLeast || after > bound.atMost) return false;
        } else if (options.staffingTolerance !== undefined && Math.abs(after - counts(before, school, subject)) > 1) return false;
      }
    }
    for (const { kind } of options.pairs) {
      const [first, second] = roster;
      if (first === undefined || second === undefined) continue;
      const [one = "", two = ""] = places;
      const stay = one === first.school && two === second.school;
      if (kind === "swap" && !stay && !(one === second.school && two === first.school && first.school !== second.school)) return false;
      const both = one !== first.school && two !== second.school && one === two;
      if (kind === "together" && !stay && !both) return false;
    }
    return options.mustMove.every((id) => moved.some(({ person }) => person.id === id));
  };
  const visit = (places: readonly string[]): void => {
    if (places.length < roster.length) {
      for (const school of SCHOOLS) visit([...places, school]);
      return;
    }
    if (!holds(places)) return;
    const sums = { strength: 0, travel: 0, moves: 0, wishes: 0 };
    for (const [index, person] of roster.entries()) {
      const to = places[index] ?? "";
      if (to === person.school) continue;
      sums.strength -= (options.strength[person.id] ?? 0) * (options.need[to] ?? 0);
      sums.travel += minutes(person.school, to);
      sums.moves += 1;
      const rank = person.wishes?.indexOf(to) ?? 0;
      sums.wishes += rank < 0 ? (person.wishes?.length ?? 0) : rank;
    }
    const { objective } = options;
    const value =
      objective.kind === "ordered"
        ? objective.goals.map((goal) => sums[goal])
        : [15 * sums.strength + sums.travel + 10 * sums.moves + 7 * sums.wishes]; // weights in tenths
    if (best === undefined || better(value, best)) best = value;
  };
  visit([]);
  return best;
};

describe("200 small instances", () => {
  let feasible = 0;
  let clashes = 0;
  test.each(Array.from({ length: 20 }, (_, block) => block))("block %i: the optimum is that of all plans, one by one", (block) => {
    for (let seed = block * 10; seed < block * 10 + 10; seed += 1) {
      const built = instance(seed);
      const best = bruteForce(built);
      const answer = plan(built.roster, built.options);
      if (best === undefined) {
        expect([seed, answer.status]).toEqual([seed, "infeasible"]);
        clashes += 1;
        continue;
      }
      feasible += 1;
      const { goals, proven, objective } = planned(answer);
      const { objective: asked } = built.options;
      const signed = { ...goals, strength: goals.strength === 0 ? 0 : -goals.strength };
      const value =
        asked.kind === "ordered"
          ? asked.goals.map((goal) => signed[goal])
          : [15 * signed.strength + signed.travel + 10 * signed.moves + 7 * signed.wishes];
      expect([seed, ...value]).toEqual([seed, ...best]);
      expect(proven).toBe(true);
      if (asked.kind === "weighted") expect(Math.round(Number(objective) * 10)).toBe(best[0]);
    }
  });

  test("both kinds of answer were among them", () => {
    expect(feasible).toBeGreaterThan(60);
    expect(clashes).toBeGreaterThan(20);
  });
});

describe("an infeasible request", () => {
  const roster = ["t0", "t1", "t2"].map((id) => teacher(id, "a", { subject: "语文" }));

  test("says which conditions clash, and the smallest relaxation that helps", () => {
    const answer = plan(roster, {
      quotas: [{ subject: group, atLeast: 3 }],
      caps: [{ school: "a", out: 1 }],
      staffing: [{ school: "c", subject: "语文", atMost: 9 }],
    });
    expect(answer).toMatchObject({
      status: "infeasible",
      clash: [
        { kind: "quota-least", count: 3 },
        { kind: "cap-out", school: "a", count: 1 },
      ],
    });
    if (answer.status !== "infeasible") throw new Error("expected a clash");
    expect(answer.relaxation.reduce((sum, { by }) => sum + by, 0)).toBe(2);
    const relaxed = plan(roster, { quotas: [{ subject: group, atLeast: 1 }], caps: [{ school: "a", out: 1 }] });
    expect(planned(relaxed).moves).toHaveLength(1);
  });

  test("a quota above the people there are clashes alone", () => {
    expect(plan(roster, { quotas: [{ subject: group, atLeast: 4 }] })).toMatchObject({
      status: "infeasible",
      clash: [{ kind: "quota-least", count: 4 }],
      relaxation: [{ constraint: { kind: "quota-least" }, by: 1 }],
      quotas: [{ movable: 3, shortfall: 1 }],
    });
  });

  test("nobody may move and somebody must", () => {
    expect(plan([teacher("n", "z")], { mustMove: ["n"] })).toMatchObject({
      status: "infeasible",
      clash: [{ kind: "must-move", teacher: "n" }],
    });
    expect(plan([], { quotas: [{ subject: group, atLeast: 1 }] })).toMatchObject({ status: "infeasible" });
  });
});

describe("what a plan is", () => {
  const roster = [
    teacher("t0", "a", { subject: "语文", backbone: true, wishes: ["c", "b"] }),
    teacher("t1", "a", { subject: "数学" }),
    teacher("t2", "b", { subject: "语文" }),
  ];

  test("only the eligible move, and never out of the group", () => {
    const short = teacher("s", "a", { service: [{ school: "a", from: "2020-09-01" }] });
    const answer = plan([...roster, short], { quotas: [{ subject: group, atLeast: 4 }] });
    expect(answer).toMatchObject({ status: "infeasible", quotas: [{ movable: 3 }] });
  });

  test("reasons, staffing before and after, goals", () => {
    const answer = planned(
      plan(roster, {
        district: district(["c"]),
        quotas: [{ subject: group, atLeast: 1 }],
        backbone: [{ subject: group, atLeast: "0.2" }],
        travel: [{ from: "c", to: "a", minutes: 20 }],
        objective: { kind: "ordered", goals: ["moves", "strength"] },
      }),
    );
    expect(answer.moves).toEqual([
      {
        teacher: "t0",
        from: "a",
        to: "c",
        subject: "语文",
        backbone: true,
        reasons: [
          { code: "strengthens", params: { strength: 1, need: 1 } },
          { code: "wished", params: { rank: 1 } },
          { code: "travels", params: { minutes: 20 } },
        ],
      },
    ]);
    expect(answer.goals).toEqual({ strength: 1, travel: 20, moves: 1, wishes: 0 });
    expect(answer.staffing).toEqual([
      { school: "a", subject: "语文", before: 1, after: 0 },
      { school: "c", subject: "语文", before: 0, after: 1 },
    ]);
  });

  test("backbone: one in five is exactly 20 %, one in six is not", () => {
    const many = (strong: number, all: number) =>
      Array.from({ length: all }, (_, index) => teacher(`m${index}`, "a", { backbone: index < strong }));
    const ask = (all: number) =>
      plan(many(1, all), { quotas: [{ subject: group, atLeast: all }], backbone: [{ subject: group, atLeast: "0.2" }] });
    expect(ask(5).status).toBe("planned");
    expect(ask(6)).toMatchObject({ status: "infeasible", relaxation: [{ by: 1 }] });
  });

  test("no return: the day three years after the stay ended is free again", () => {
    const stay = (end: string) => [{ id: "e", person: "t0", from: "a", to: "b", start: "2019-09-01", end }];
    const ask = (end: string) =>
      plan(roster.slice(0, 1), {
        exchanges: stay(end),
        noReturnYears: 3,
        quotas: [{ subject: group, atLeast: 1 }],
        need: { b: 9 },
        objective: { kind: "ordered", goals: ["strength"] },
      });
    expect(planned(ask("2021-09-01")).moves[0]?.to).toBe("b");
    expect(planned(ask("2021-09-02")).moves[0]?.to).toBe("c");
  });

  test("without a solver: the quotas and who is missing for them", () => {
    expect(plan(roster, { solver: undefined, quotas: [{ subject: group, atLeast: 5 }] })).toEqual({
      status: "no-solver",
      quotas: [{ subject: group, atLeast: 5, movable: 3, shortfall: 2 }],
    });
  });

  test("a solver that lies, fails or stops is not believed", () => {
    const lying: Solver = { solve: () => ({ Status: "Optimal", Columns: {} }) };
    const failing: Solver = {
      solve: () => {
        throw new Error("out of memory");
      },
    };
    const slow: Solver = { solve: () => ({ Status: "Time limit reached", Columns: {} }) };
    const ask = (each: Solver) => plan(roster, { solver: each, quotas: [{ subject: group, atLeast: 1 }] });
    expect(ask(lying).status).toBe("stopped");
    expect(ask(failing)).toMatchObject({ status: "stopped", reason: "out of memory" });
    expect(ask(slow).status).toBe("stopped");
    const inTime: Solver = { solve: () => ({ Status: "Time limit reached", Columns: { x0: { Primal: 1 } } }) };
    expect(ask(inTime)).toMatchObject({ status: "planned", proven: false });
  });

  test("names that nobody bears are said; malformed options are the caller's error", () => {
    const result = planRotation(roster, {
      district: district(),
      eligibility: eligibilityOf(roster),
      on: ON,
      objective: { kind: "weighted", weights: { moves: 1 } },
      mustStay: ["nobody"],
      caps: [{ school: "nowhere", out: 1 }],
    });
    expect(result.issues.map(({ params }) => params)).toEqual([
      { of: "teacher", name: "nobody" },
      { of: "school", name: "nowhere" },
    ]);
    expect(() => plan(roster, { quotas: [{ subject: group, atLeast: 0.5 }] })).toThrow("whole number");
    expect(() => plan(roster, { objective: { kind: "weighted", weights: { moves: -1 } } })).toThrow("below 0");
    expect(() => plan(roster, { gap: "-1" })).toThrow("gap");
    expect(() => plan(roster, { on: "2024-02-30" })).toThrow();
  });

  test("a quota of no group, a pair of one person, moving and staying at once are said, each once", () => {
    const { issues } = planRotation(roster, {
      district: district(),
      eligibility: eligibilityOf(roster),
      on: ON,
      objective: { kind: "ordered", goals: ["moves"] },
      quotas: [
        { subject: { kind: "group", id: "nix" }, atLeast: 1 },
        { subject: group, atLeast: 1 },
      ],
      backbone: [
        { subject: { kind: "group", id: "nix" }, atLeast: "0.2" },
        { subject: { kind: "school", id: "nowhere" }, atLeast: "0.2" },
      ],
      pairs: [{ kind: "swap", teachers: ["t0", "t0"] }],
      mustMove: ["t0"],
      mustStay: ["t0"],
    });
    expect(issues.map(({ code, params }) => [code, params])).toEqual([
      ["plan-pair-of-one", { teacher: "t0" }],
      ["plan-move-and-stay", { teacher: "t0" }],
      ["plan-name-unknown", { of: "group", name: "nix" }],
      ["plan-name-unknown", { of: "school", name: "nowhere" }],
    ]);
  });

  test("the solver of the package highs fits our door", () => {
    expectTypeOf<Awaited<ReturnType<typeof loadHighs>>>().toExtend<Solver>();
  });
});
