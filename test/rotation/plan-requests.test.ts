import highs from "highs";
import type { District, Teacher } from "school-groups/domain";
import { type PlanRotationOptions, planRotation, type RotationPlan, rotationEligibility, type Solver } from "school-groups/rotation";
import { describe, expect, test } from "vitest";

// The types of highs speak of its CommonJS file; the module's default is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;
const solver = await loadHighs();
const ON = "2024-09-01";
const district: District = {
  format: "school-groups.district.v1",
  schools: [
    { id: "a", name: "甲", campuses: [{ id: "east", name: "东" }] },
    { id: "b", name: "乙" },
    { id: "c", name: "丙" },
  ],
  groups: [
    {
      id: "g",
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member" },
        { school: "c", role: "member" },
      ],
    },
  ],
};
const group = { kind: "group", id: "g" } as const;
const teacher = (id: string, school: string, more: Partial<Teacher> = {}): Teacher => ({
  id,
  school,
  subject: "语文",
  service: [{ school, from: "2010-09-01" }],
  ...more,
});
const roster = [teacher("t1", "a"), teacher("t2", "b"), teacher("t3", "c"), teacher("t4", "a", { backbone: true })];
const ask = (more: Partial<PlanRotationOptions> = {}, people: readonly Teacher[] = roster): RotationPlan => {
  const judged = rotationEligibility(people, { policy: { packs: [], parameters: [] }, on: ON, settings: { minimumYears: 6 } });
  if (!judged.ok) throw new Error("the roster cannot be read");
  const base = { district, on: ON, eligibility: judged.value, objective: { kind: "ordered", goals: ["moves"] }, solver } as const;
  const result = planRotation(people, { ...base, ...more });
  if (!result.ok) throw new Error("failed");
  return result.value;
};
const movesOf = (answer: RotationPlan) =>
  answer.status === "planned" ? answer.moves.map((move) => [move.teacher, move.to]) : JSON.stringify(answer);

describe("requests that contradict themselves", () => {
  test("to move and to stay: the pin that clashes is named, and giving it up helps", () => {
    const constraint = { kind: "must-move", teacher: "t1" };
    expect(ask({ mustMove: ["t1", "t1"], mustStay: ["t1"] })).toMatchObject({ status: "infeasible", clash: [constraint] });
    expect(ask({ mustMove: ["nobody"] })).toMatchObject({ status: "infeasible", clash: [{ kind: "must-move", teacher: "nobody" }] });
  });

  test("a person who is to swap with people of two schools can swap with neither", () => {
    const pairs = [
      { kind: "swap", teachers: ["t1", "t2"] },
      { kind: "swap", teachers: ["t1", "t3"] },
    ] as const;
    expect(movesOf(ask({ pairs }))).toEqual([]);
    const answer = ask({ pairs, mustMove: ["t2"] });
    expect(answer.status).toBe("infeasible");
  });

  test("more teachers of a subject than may be, none of whom may go: infeasible, not a text the solver cannot read", () => {
    // a has t1 and t4; both stay, nobody else of the subject may come.
    const staffing = [{ school: "a", subject: "语文", atMost: 1 }];
    const still = { mustStay: ["t1", "t2", "t3", "t4"] };
    const clash = [{ kind: "staffing-most", school: "a", subject: "语文", count: 1 }];
    expect(ask({ staffing, ...still })).toMatchObject({ status: "infeasible", clash, relaxation: [{ by: 1 }] });
    // t5 of another subject may move all the same, so that the model is not empty.
    const more = [...roster, teacher("t5", "b", { subject: "数学" })];
    expect(ask({ staffing, ...still }, more)).toMatchObject({ status: "infeasible", clash, relaxation: [{ by: 1 }] });
  });

  test("caps of 0, a quota above: infeasible; caps of 0 alone: nobody moves", () => {
    const caps = [{ out: 0, in: 0 }];
    expect(movesOf(ask({ caps }))).toEqual([]);
    expect(ask({ caps, quotas: [{ subject: group, atLeast: 1 }] }).status).toBe("infeasible");
    expect(ask({ quotas: [{ subject: group, atLeast: 2, atMost: 1 }] })).toMatchObject({ status: "infeasible", relaxation: [{ by: 1 }] });
  });

  test("a pair of one person moves like anybody else together, and not at all as a swap", () => {
    const together = [{ kind: "together", teachers: ["t1", "t1"] }] as const;
    expect(movesOf(ask({ pairs: together, mustMove: ["t1"] }))).toEqual([["t1", expect.stringMatching(/^[bc]$/)]]);
    expect(ask({ pairs: [{ kind: "swap", teachers: ["t1", "t1"] }], mustMove: ["t1"] }).status).toBe("infeasible");
  });
});

describe("requests with nothing in them", () => {
  test("no teachers, one school, no groups", () => {
    expect(movesOf(ask({}, []))).toEqual([]);
    expect(ask({ quotas: [{ subject: { kind: "district", id: "" }, atLeast: 1 }] }, [])).toMatchObject({
      status: "infeasible",
      relaxation: [{ by: 1 }],
    });
    const alone = { ...district, schools: district.schools.slice(0, 1), groups: [] };
    expect(movesOf(ask({ district: alone, within: "district" }))).toEqual([]);
    expect(movesOf(ask({ district: { ...district, groups: [] } }))).toEqual([]);
  });

  test("a gap of 0 and a time of 0 are answers, never a plan that is not kept", () => {
    const quotas = [{ subject: group, atLeast: 1 }];
    expect(ask({ gap: "0", quotas })).toMatchObject({ status: "planned", proven: true, goals: { moves: 1 } });
    const none = ask({ timeLimit: 0, quotas });
    expect(["stopped", "planned"]).toContain(none.status);
    expect(none.status === "planned" && none.moves.length === 0).toBe(false);
  });
});

describe("data and options that are wrong in themselves", () => {
  test("a campus is its school: nobody is sent from it to its own school, nor back to it", () => {
    const people = [teacher("t1", "east"), teacher("t2", "b", { wishes: ["east"] })];
    expect(ask({ mustMove: ["t1"] }, people)).toMatchObject({ status: "planned", moves: [{ teacher: "t1", from: "a" }] });
    expect(movesOf(ask({ mustMove: ["t2"], objective: { kind: "ordered", goals: ["wishes"] } }, people))).toContainEqual(["t2", "a"]);
    const exchanges = [{ id: "e", person: "t2", from: "b", to: "east", start: "2022-09-01", end: "2023-09-01" }];
    expect(movesOf(ask({ mustMove: ["t2"], exchanges, noReturnYears: 3 }, people))).toEqual([["t2", "c"]]);
  });

  test("a stay that begins on the day bars no school; one that began the day before does", () => {
    const stay = (start: string) => [{ id: "e", person: "t2", from: "b", to: "a", start, end: "2025-09-01" }];
    const barred = { mustMove: ["t2"], noReturnYears: 3, caps: [{ school: "c", in: 0 }] };
    expect(movesOf(ask({ ...barred, exchanges: stay("2024-09-01") }))).toEqual([["t2", "a"]]);
    expect(ask({ ...barred, exchanges: stay("2024-08-31") }).status).toBe("infeasible");
  });

  test("memberships and designations that cannot be read make no member and no need, and throw nothing", () => {
    const memberships = [{ school: "a", role: "lead" as const, from: "2024-13-77" }, ...(district.groups[0]?.memberships ?? []).slice(1)];
    const schools = district.schools.map((school) => ({ ...school, designations: [{ kind: "weak", from: "2024-13-77" }] }));
    const torn = { ...district, schools, groups: [{ id: "g", memberships }] };
    expect(
      movesOf(ask({ district: torn, quotas: [{ subject: group, atMost: 3 }], objective: { kind: "ordered", goals: ["strength"] } })),
    ).toEqual([]);
  });

  test("ids that every object has as names are names like others", () => {
    const people = [teacher("constructor", "a"), teacher("__proto__", "a")];
    const objective = { kind: "weighted", weights: { strength: 2, moves: 1 } } as const;
    const answer = ask({ objective, strength: { constructor: 1 }, need: { b: 1 } }, people);
    expect(movesOf(answer)).toEqual([["constructor", "b"]]);
  });

  test.each<[string, Partial<PlanRotationOptions>]>([
    ["negative weights", { objective: { kind: "weighted", weights: { moves: -1 } } }],
    ["weights that are no number", { objective: { kind: "weighted", weights: { moves: Number.NaN } } }],
    ["weights without end", { objective: { kind: "weighted", weights: { moves: Number.POSITIVE_INFINITY } } }],
    ["weights too large to add up", { objective: { kind: "weighted", weights: { moves: "1e300" } } }],
    ["no goals", { objective: { kind: "ordered", goals: [] as unknown as ["moves"] } }],
    ["an unknown goal", { objective: { kind: "ordered", goals: ["fun" as "moves"] } }],
    ["an objective of no kind", { objective: {} as { kind: "ordered"; goals: ["moves"] } }],
    ["a gap that is no number", { gap: "NaN" }],
    ["a negative time", { timeLimit: -1 }],
    ["a time that is no number", { timeLimit: Number.NaN }],
    ["a share above 1", { backbone: [{ subject: group, atLeast: "20" }] }],
    ["a share below 0", { backbone: [{ subject: group, atLeast: "-0.1" }] }],
    ["a share with too many digits", { backbone: [{ subject: group, atLeast: "0.33333333333333333333" }] }],
    ["bounds that are no number", { staffing: [{ school: "a", subject: "语文", atLeast: Number.NaN }] }],
    ["bounds below 0", { staffing: [{ school: "a", subject: "语文", atMost: -1 }] }],
    ["caps below 0", { caps: [{ out: -1 }] }],
    ["half a year", { noReturnYears: 0.5 }],
    ["a quota of a pupil", { quotas: [{ subject: { kind: "pupil", id: "p" }, atLeast: 1 }] }],
  ])("%s: the caller's error, typed", (_, more) => {
    expect(() => ask(more)).toThrow(expect.objectContaining({ name: "SchoolGroupsError" }));
  });
});

describe("solvers that are not to be trusted", () => {
  const quotas = [{ subject: group, atLeast: 1 }];
  const saying = (answer: unknown): Solver => ({ solve: () => answer as ReturnType<Solver["solve"]> });
  const all = (value: number) => Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`x${index}`, { Primal: value }]));
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["no status", {}],
    ["no columns", { Status: "Optimal" }],
    ["an optimum of only some variables", { Status: "Optimal", Columns: { x0: { Primal: 1 } } }],
    ["an unknown status", { Status: "Solve error", Columns: {} }],
    ["no numbers", { Status: "Optimal", Columns: all(Number.NaN) }],
    ["halves", { Status: "Optimal", Columns: all(0.5) }],
    ["sevens", { Status: "Optimal", Columns: all(7) }],
    ["everybody everywhere", { Status: "Optimal", Columns: all(1) }],
    ["nobody, against the quota", { Status: "Optimal", Columns: all(0) }],
    ["that there is no plan, where there is one", { Status: "Infeasible", Columns: {} }],
  ])("it answers %s: no plan", (_, answer) => {
    expect(ask({ solver: saying(answer), quotas })).toMatchObject({ status: "stopped", quotas: [{ movable: 4, shortfall: 0 }] });
  });

  test("it throws what is no error", () => {
    const throwing: Solver = {
      solve: () => {
        throw "aborted";
      },
    };
    expect(ask({ solver: throwing, quotas })).toMatchObject({ status: "stopped", reason: "aborted" });
  });
});
