import { createWorkLedger } from "school-groups/compliance";
import type { District, Observation } from "school-groups/domain";
import { explainScore, type IndicatorSystem, type LeafItem, type LeafSource } from "school-groups/evaluation";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { baota } from "school-groups/packs/cn-610602-baota";
import { resolvePolicies } from "school-groups/policy";
import { type AssessInputs, assessDistrict, observationsFromReport, renderMarkdown } from "school-groups/report";
import { describe, expect, test } from "vitest";
import { madeUpSeniorCohort } from "../../examples/made-up/senior-cohort.js";

const policy = resolvePolicies([cn, baota]);
if (!policy.ok) throw new Error("packs contradict each other");
const basis = { kind: "caller" } as const;
const label = { "zh-CN": "得分", en: "score" };
const asOf = "2024-06-30";
const period = { from: "2023-09-01", until: "2024-09-01" };

/** Three primary schools in one whole group: `a` leads. Equipment per pupil: before 2000, 1000, 1000; now 2400, 1800, 1500. */
const resource = (on: string, total: number) => ({ on, resource: "equipment-value", total });
const primary = (id: string, pupils: number, before: number, now: number, quality?: boolean) => ({
  id,
  name: `${id}小学`,
  stages: ["primary"] as const,
  teachingPoint: false,
  headcounts: [{ on: "2022-09-01", pupils }],
  resources: [resource("2022-09-01", before * pupils), resource("2023-09-01", now * pupils)],
  ...(quality === undefined ? {} : { designations: [{ kind: "quality", granted: quality }] }),
});
const district: District = {
  format: "school-groups.district.v1",
  code: "610602",
  schools: [primary("a", 100, 2000, 2400, true), primary("b", 300, 1000, 1800, false), primary("c", 100, 1000, 1500)],
  groups: [
    {
      id: "g",
      complete: true,
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member" },
        { school: "c", role: "member" },
      ],
    },
  ],
};
const teachers = ["t1", "t2", "t3", "t4"].map((id) => ({
  id,
  school: "a",
  backbone: id === "t1",
  service: [{ school: "a", from: "2010-09-01" }],
}));
const exchanges = [{ id: "e1", person: "t1", from: "a", to: "b", start: "2023-09-01", end: "2024-07-01" }];

function ledger() {
  const made = createWorkLedger(district, {
    policy: policy.ok ? policy.value : never(),
    period: { from: "2024-02-26", until: "2024-07-07" },
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
    tasks: ["t1", "t2"].map((id) => ({ id, group: "g", phases: [{ phase: "implement", due: "2024-03-08" }] })),
  });
  if (!made.ok) throw new Error("no ledger");
  const on = "2024-03-08";
  made.value.add({
    // a: both in step. b: one in step, one unknown. c: one late, and its register is complete, so that the other is missing.
    records: [
      { task: "t1", phase: "implement", school: "a", on, attestedBy: "self" },
      { task: "t2", phase: "implement", school: "a", on, attestedBy: "self" },
      { task: "t1", phase: "implement", school: "b", on, attestedBy: "self" },
      { task: "t1", phase: "implement", school: "c", on: "2024-03-20", attestedBy: "self" },
    ],
    registers: [{ school: "c", from: "2024-02-26", until: "2024-07-07", declaredOn: "2024-06-29" }],
    adoptions: [
      { school: "a", group: "g", practice: "facilities", level: "full", attestedBy: "bureau", from: "2024-03-01" },
      { school: "b", group: "g", practice: "facilities", level: "partial", attestedBy: "bureau", from: "2024-03-01" },
    ],
  });
  return made.value;
}
function never(): never {
  throw new Error("no policy");
}

const leaf = (id: string, source: LeafSource, unit = "ratio"): LeafItem => ({
  id,
  parent: "all",
  kind: "leaf",
  label: { "zh-CN": `指标${id}`, en: id },
  weight: { value: 1, basis },
  unit,
  direction: "higher-is-better",
  source,
  scoring: { kind: "linear", from: 0, to: 1, low: 0, high: 100, beyond: "clamp" },
  missing: { treatment: "refuse" },
});
const systemOf = (...leaves: readonly LeafItem[]): IndicatorSystem => ({
  format: "school-groups.indicator-system.v1",
  id: "s",
  label,
  items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, ...leaves],
  rounding: { mode: "half-away-from-zero", places: 1 },
});

interface Asked {
  readonly leaf: LeafItem;
  readonly subjects: readonly string[];
  readonly inputs?: AssessInputs;
  readonly observations?: readonly Observation[];
  readonly in?: District;
}

function assessed({ leaf: one, subjects, inputs = {}, observations = [], in: of = district }: Asked) {
  const evaluation = { system: systemOf(one), observations, period: "2023-2024", subjects };
  const options = { policy: policy.ok ? policy.value : never(), asOf, period, inputs: { ...inputs, evaluation } };
  const report = assessDistrict(of, options);
  return { report, found: observationsFromReport(report, { ...options, district: of, evaluation }) };
}

/** What each subject got: a value, an interval, or why there is none. */
function seen(asked: Asked) {
  const { found } = assessed(asked);
  return asked.subjects.map((subject) => {
    const observation = found.observations.find((each) => each.subject === subject);
    if (observation?.value !== undefined && observation.value !== null) return observation.value;
    if (observation !== undefined) return [observation.low, observation.high];
    return found.gaps.find((gap) => gap.subject === subject)?.why;
  });
}

describe("measures of the work ledger", () => {
  const implement = leaf("implement", { kind: "measure", measure: { measure: "synchrony", of: "implement" } });
  const subjects = ["a", "b", "c", "g"];

  // Cells: a 2 of 2; b 1 and one unknown; c late and missing. The group: 3 of 6 certain, 4 of 6 at most.
  test("a school's own share, a group's share, intervals where something is unknown", () => {
    expect(seen({ leaf: implement, subjects, inputs: { ledger: ledger() } })).toEqual(["1", ["0.5", "1"], "0", ["0.5", "2/3"]]);
  });

  test("adoption of a practice: full, partial, nothing on record", () => {
    const facilities = leaf("facilities", {
      kind: "measure",
      measure: { measure: "adoption", of: "facilities", where: { level: "full" } },
    });
    // c has a register of work records that is complete, so that nothing on record is nothing done.
    expect(seen({ leaf: facilities, subjects, inputs: { ledger: ledger() } })).toEqual(["1", "0", "0", "1/3"]);
  });

  test("without a ledger everything is missing, never 0", () => {
    expect(seen({ leaf: implement, subjects })).toEqual(["missing", "missing", "missing", "missing"]);
    const { found } = assessed({ leaf: implement, subjects: ["a"] });
    expect(found.gaps).toEqual([
      {
        indicator: "implement",
        subject: "a",
        why: "missing",
        missing: [{ kind: "observation", indicator: "implement", subject: { kind: "school", id: "a" } }],
      },
    ]);
  });

  test("an unknown names the register that would settle it", () => {
    const { found } = assessed({ leaf: implement, subjects: ["b"], inputs: { ledger: ledger() } });
    expect(found.gaps).toEqual([
      {
        indicator: "implement",
        subject: "b",
        why: "interval",
        missing: [{ kind: "register", table: "work-records", subject: { kind: "school", id: "b" } }],
      },
    ]);
  });

  test("the report scores what is known, bounds what is not, and prints both", () => {
    const { report } = assessed({ leaf: implement, subjects, inputs: { ledger: ledger() } });
    const part = report.evaluation;
    if (part.status !== "done") throw new Error("not done");
    expect(part.value.evaluation.subjects.map(({ score }) => score?.printed)).toEqual(["100.0", undefined, "0.0", undefined]);
    expect(part.value.bounds?.map(({ subject, low, high }) => [subject, low?.printed, high?.printed])).toEqual([
      ["b", "50.0", "100.0"],
      ["g", "50.0", "66.7"],
    ]);
    expect(renderMarkdown(report, { catalog: zhCN })).toContain("50\\.0至66.7");
    expect(renderMarkdown(report, { catalog: en })).toContain("50\\.0");
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe("rotation", () => {
  const inputs = { teachers, exchanges };

  // One of four teachers moved, and the one is backbone; b has nobody on the roster.
  test("shares and counts of the plain reading", () => {
    const share = leaf("share", { kind: "rotation", figure: "exchanged-share" });
    const settings = { minimumYears: 6, yearsToRetirement: null };
    expect(seen({ leaf: share, subjects: ["a", "b"], inputs: { ...inputs, rotation: { settings } } })).toEqual(["0.25", "not-applicable"]);
    const backbone = leaf("backbone", { kind: "rotation", figure: "backbone-share" });
    expect(seen({ leaf: backbone, subjects: ["a"], inputs: { ...inputs, rotation: { settings } } })).toEqual(["1"]);
    const count = leaf("count", { kind: "rotation", figure: "exchanged-teachers" }, "teachers");
    expect(seen({ leaf: count, subjects: ["a", "g"], inputs })).toEqual(["1", "1"]);
  });

  // Who is near retirement is unknown, so that 0 to 4 are eligible: one of at most four is a quarter at least.
  test("where nobody knows who is eligible the share is an interval", () => {
    const share = leaf("share", { kind: "rotation", figure: "exchanged-share" });
    const settings = { minimumYears: 6 };
    expect(seen({ leaf: share, subjects: ["a"], inputs: { ...inputs, rotation: { settings } } })).toEqual([["0.25", "1"]]);
  });

  test("without records it says which", () => {
    const share = leaf("share", { kind: "rotation", figure: "exchanged-share" });
    const { found } = assessed({ leaf: share, subjects: ["a"] });
    expect(found.gaps[0]?.missing.map((one) => "table" in one && one.table)).toEqual(["teachers", "exchanges"]);
  });
});

describe("balance", () => {
  const balance = (figure: "resource-indicator" | "difference-coefficient" | "theil" | "gap-narrowing", unit = "ratio") =>
    leaf(figure, { kind: "balance", figure, resource: "equipment-value", since: "2022-12-31" }, unit);

  // 240 000 + 540 000 + 150 000 = 930 000 yuan for 500 pupils: 1860.
  test("per pupil: of schools, and of the group's schools together", () => {
    const subjects = ["a", "b", "c", "g"];
    expect(seen({ leaf: balance("resource-indicator", "yuan-per-pupil"), subjects })).toEqual(["2400", "1800", "1500", "1860"]);
  });

  // CV² = P Σ(X²÷P_i) ÷ X² − 1 = 500 (576·10⁶ + 972·10⁶ + 225·10⁶) ÷ (930 000)² − 1 = 886 500 ÷ 864 900 − 1 = 0.0249739…, CV = 0.158031…
  test("difference coefficient within the group", () => {
    const [value] = seen({ leaf: balance("difference-coefficient"), subjects: ["g"] });
    expect(String(value).slice(0, 8)).toBe("0.158031");
    expect(seen({ leaf: balance("difference-coefficient"), subjects: ["a"] })).toEqual(["not-applicable"]);
  });

  // Before: 2000 − 1000 = 1000. Now: 2400 − (540 000 + 150 000) ÷ 400 = 2400 − 1725 = 675. Narrowed by 325 ÷ 1000.
  test("by which part of what it was the gap narrowed since a day", () => {
    expect(seen({ leaf: balance("gap-narrowing"), subjects: ["g"] })).toEqual(["0.325"]);
  });

  // T = Σ w ln(w÷p): shares 240, 540, 150 of 930 against 100, 300, 100 of 500 pupils.
  test("Theil of the group's schools", () => {
    const shares = [240, 540, 150].map((part, index) => [part / 930, [0.2, 0.6, 0.2][index] ?? 0] as const);
    const expected = shares.reduce((sum, [w, p]) => sum + w * Math.log(w / p), 0);
    expect(seen({ leaf: balance("theil"), subjects: ["g"] })[0]).toBeCloseTo(expected, 14);
  });

  test("a group whose list is not whole, and a school without resources, are missing", () => {
    const open = { ...district, groups: district.groups.map(({ complete: _, ...group }) => group) };
    expect(seen({ leaf: balance("resource-indicator", "yuan-per-pupil"), subjects: ["g"], in: open })).toEqual(["missing"]);
    const bare = { ...district, schools: district.schools.map((school) => (school.id === "c" ? { ...school, resources: [] } : school)) };
    expect(seen({ leaf: balance("resource-indicator", "yuan-per-pupil"), subjects: ["c", "g"], in: bare })).toEqual(["missing", "missing"]);
  });
});

describe("coverage", () => {
  const quality = leaf("quality", { kind: "coverage", designation: "quality" });

  // a holds the designation, b was refused, of c nobody says anything.
  test("the share of a group's schools with a designation, an interval while one is unknown", () => {
    expect(seen({ leaf: quality, subjects: ["g", "a", "b"] })).toEqual([["1/3", "2/3"], "1", "0"]);
  });

  test("a district's list that is not whole gives no share", () => {
    expect(seen({ leaf: quality, subjects: ["610602"] })).toEqual(["missing"]);
    expect(seen({ leaf: quality, subjects: ["610602"], in: { ...district, complete: true } })).toEqual([["1/3", "2/3"]]);
  });

  test("a target is a question to the district, not to a group", () => {
    expect(seen({ leaf: leaf("target", { kind: "coverage", target: "x" }), subjects: ["g", "610602"] })).toEqual([
      "not-applicable",
      "missing",
    ]);
  });
});

describe("value-added", () => {
  const { design, years, pupils, roll, groups } = madeUpSeniorCohort(20240607);
  const ids = [...new Set(roll.map(({ school }) => school))];
  const cohort: District = {
    format: "school-groups.district.v1",
    schools: ids.map((id) => ({ id, name: id, stages: ["senior"] })),
    groups,
  };
  const added = leaf("added", { kind: "value-added", stage: "senior" }, "z");
  const inputs = { pupils: { rows: pupils, design, stage: "senior" as const, years, roll } };

  test("unshrunken estimates with their standard errors, of schools and groups; what is suppressed is missing", () => {
    const group = groups[0]?.id ?? "";
    const { report, found } = assessed({ leaf: added, subjects: [...ids, group], inputs, in: cohort });
    if (report.valueAdded.status !== "done") throw new Error("not done");
    const { schools, groups: effects } = report.valueAdded.value;
    const expected = schools.schools.flatMap((one) => (one.status === "estimated" ? [[one.school, one.estimate, one.standardError]] : []));
    const effect = effects?.groups.find((one) => one.group === group)?.effect;
    expect(found.observations.map(({ subject, value, standardError }) => [subject, value, standardError])).toEqual([
      ...ids.flatMap((id) => expected.filter(([school]) => school === id)),
      [group, effect?.estimate, effect?.standardError],
    ]);
    expect(found.gaps.map(({ why, missing }) => [why, missing[0]?.kind])).toEqual([["missing", "record"]]);
    // The exit examination may be looked at, and not be rewarded: said with the scores.
    expect(report.evaluation.status === "done" && report.evaluation.issues.map(({ code }) => code)).toContain("leaf-not-for-reward");
  });

  test("another stage than the one assessed, or no pupils, is missing", () => {
    const junior = leaf("added", { kind: "value-added", stage: "junior" }, "z");
    expect(seen({ leaf: junior, subjects: [ids[0] ?? ""], inputs, in: cohort })).toEqual(["missing"]);
    expect(seen({ leaf: added, subjects: [ids[0] ?? ""], in: cohort })).toEqual(["missing"]);
  });
});

describe("one source for each observation", () => {
  const quality = leaf("quality", { kind: "coverage", designation: "quality" });
  const own = { indicator: "quality", subject: "a", period: "2023-2024", value: "0.4" };

  test("the caller's own for the same leaf, subject and period is a conflict", () => {
    const { report, found } = assessed({ leaf: quality, subjects: ["a", "b"], observations: [own] });
    expect(found.issues.map(({ code, params }) => [code, params])).toEqual([
      ["observation-from-two-sources", { indicator: "quality", subject: "a", period: "2023-2024" }],
    ]);
    expect(found.observations.map(({ subject }) => subject)).toEqual(["b"]);
    expect(report.evaluation.status === "done" && report.evaluation.issues[0]?.code).toBe("observation-from-two-sources");
  });

  test("of another period it is the starting point, and no conflict", () => {
    expect(assessed({ leaf: quality, subjects: ["a"], observations: [{ ...own, period: "2022-2023" }] }).found.issues).toEqual([]);
  });

  test("what the assessment observed explains the score", () => {
    const { report } = assessed({ leaf: quality, subjects: ["a"] });
    if (report.evaluation.status !== "done") throw new Error("not done");
    const { observed = [] } = report.evaluation.value;
    const tree = explainScore(observed, { system: systemOf(quality), period: "2023-2024" }, { subject: "a" });
    expect(tree).toMatchObject({ kind: "rounding", value: { value: "100.0" } });
  });
});

test("a system that pays for what is forbidden is not used", () => {
  const added = leaf("added", { kind: "value-added", stage: "primary" }, "z");
  const { report } = assessed({ leaf: added, subjects: ["a"] });
  expect(report.evaluation).toMatchObject({ status: "failed", issues: [{ code: "leaf-forbidden" }] });
});
