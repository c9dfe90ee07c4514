import { describe, expect, it } from "vitest";
import {
  checkCompliance,
  createWorkLedger,
  explainFinding,
  explainMeasure,
  frameworkMatrix,
  integrationProfile,
  ledgerFacts,
  measureActivity,
  measureAdoption,
  measureFrameworks,
  measureSynchrony,
  measureUniformity,
  printShare,
} from "../../src/compliance/index.js";
import type { Explanation } from "../../src/core/index.js";
import { zengdu } from "../../src/packs/cn-421303-zengdu.js";
import { baota } from "../../src/packs/cn-610602-baota.js";
import { xining } from "../../src/packs/cn-630100-xining.js";
import { type PolicyPack, resolvePolicies } from "../../src/policy/index.js";
import { calendar, districtOf, groupOf, noPolicy, openLedger } from "./ledger-fixture.js";

const asOf = "2024-06-28";
const one = districtOf(groupOf("g", "lead", "a", "b", "c"));

function resolved(...packs: readonly PolicyPack[]) {
  const policy = resolvePolicies(packs);
  if (!policy.ok) throw new Error("packs contradict each other");
  return policy.value;
}

describe("uniformity", () => {
  const references = [{ group: "g", reference: "timetable", id: "T1" }];
  const use = (school: string, uses: string) => ({ school, reference: "timetable", uses });

  it("is the share of the group's schools that use its own document", () => {
    const ledger = openLedger(one, [], {
      references,
      uses: [use("lead", "T1"), use("a", "T1"), use("b", "own")],
      registers: [],
    });
    const [measured] = measureUniformity(ledger, { asOf, reference: "timetable" });
    expect(measured?.cells.map(({ school, status }) => [school, status])).toEqual([
      ["lead", "same"],
      ["a", "same"],
      ["b", "other"],
      ["c", "unknown"],
    ]);
    expect(measured?.share && printShare(measured.share)).toBe("2/4–3/4");
  });

  it("takes no use in a complete register for not used, and dates for what they are", () => {
    const ledger = openLedger(one, [], {
      references,
      uses: [
        { ...use("a", "T1"), until: asOf },
        { ...use("b", "T1"), from: asOf },
      ],
      registers: [{ school: "c", from: asOf, until: "2024-06-29" }],
    });
    const status = measureUniformity(ledger, { asOf, reference: "timetable" })[0]?.cells.map((cell) => cell.status);
    expect(status).toEqual(["unknown", "unknown", "same", "missing"]);
  });

  it("knows nothing without a named document, with two named, or of a school that uses two", () => {
    const none = openLedger(one, [], { uses: [use("a", "T1")] });
    expect(measureUniformity(none, { asOf, reference: "timetable" })[0]?.share).toMatchObject({ low: "0", high: "1" });
    const two = openLedger(one, [], {
      references: [...references, { group: "g", reference: "timetable", id: "T2" }],
      uses: [use("a", "T1"), use("b", "T3")],
    });
    expect(measureUniformity(two, { asOf, reference: "timetable" })[0]?.cells.map(({ status }) => status)).toEqual([
      "unknown",
      "unknown",
      "other",
      "unknown",
    ]);
    const both = openLedger(one, [], { references, uses: [use("a", "T1"), use("a", "own")] });
    expect(measureUniformity(both, { asOf, reference: "timetable" })[0]?.cells[1]?.status).toBe("unknown");
  });

  it("compares each test by itself, and a time as a time", () => {
    const tasks = [
      { id: "mid", group: "g", phases: [{ phase: "test", due: "2024-04-25" }] },
      { id: "end", group: "g", phases: [{ phase: "test", due: "2024-06-29" }] },
    ];
    const time = { group: "g", reference: "monitoring-time", as: "time" } as const;
    const ledger = openLedger(one, tasks, {
      references: [
        { ...time, task: "mid", id: "2024-04-25 09:00" },
        { ...time, task: "end", id: "2024-06-29 09:00" },
      ],
      uses: [
        { school: "a", reference: "monitoring-time", task: "mid", uses: "2024-04-25T09:00:00" },
        { school: "b", reference: "monitoring-time", task: "mid", uses: "2024-04-25 09:30" },
        { school: "c", reference: "monitoring-time", task: "mid", uses: "nine o'clock" },
        { school: "lead", reference: "monitoring-time", uses: "2024-04-25 09:00" },
      ],
    });
    const [measured] = measureUniformity(ledger, { asOf, reference: "monitoring-time" });
    // the test of 29 June is not due on the 28th; a use that names no test says nothing of one
    expect(measured?.cells.map(({ task, school, status }) => [task, school, status])).toEqual([
      ["mid", "lead", "unknown"],
      ["mid", "a", "same"],
      ["mid", "b", "other"],
      ["mid", "c", "unknown"],
    ]);
  });
});

describe("adoption", () => {
  const row = (school: string, level: "none" | "partial" | "full", attestedBy: "self" | "lead" | "bureau" = "self") => ({
    school,
    practice: "facilities",
    level,
    attestedBy,
  });

  it("has two shares and never a half", () => {
    const ledger = openLedger(one, [], { adoptions: [row("lead", "full"), row("a", "partial"), row("b", "none")] });
    const [measured] = measureAdoption(ledger, { asOf, practice: "facilities" });
    expect(measured?.full && printShare(measured.full)).toBe("1/4–2/4");
    expect(measured?.atLeastPartial && printShare(measured.atLeastPartial)).toBe("2/4–3/4");
  });

  it("takes the bureau's word before the lead's before the school's, and the lower of two of one rank", () => {
    const ledger = openLedger(one, [], {
      adoptions: [
        row("a", "full"),
        row("a", "partial", "bureau"),
        row("b", "full", "lead"),
        row("b", "none"),
        row("c", "full"),
        row("c", "partial"),
      ],
    });
    const cells = measureAdoption(ledger, { asOf, practice: "facilities" })[0]?.cells;
    expect(cells?.slice(1).map(({ status, attestedBy, contradicting }) => [status, attestedBy, contradicting])).toEqual([
      ["partial", "bureau", false],
      ["full", "lead", false],
      ["partial", "self", true],
    ]);
  });

  it("asks which group is meant of a school in two", () => {
    const two = districtOf(groupOf("g", "lead", "a"), groupOf("h", "a", "c"));
    const ledger = openLedger(two, [], { adoptions: [row("a", "full"), { ...row("lead", "full"), group: "g" }] });
    const status = measureAdoption(ledger, { asOf, practice: "facilities" }).map(({ cells }) => cells.map((cell) => cell.status));
    expect(status).toEqual([
      ["full", "unknown"],
      ["unknown", "unknown"],
    ]);
  });
});

describe("activity", () => {
  const meeting = (on: string, more = {}) => ({ activity: "research", on, group: "g", ...more });
  const weekly = { asOf: "2024-03-17", activity: "research", per: "school-week", of: "group", atLeast: 1 } as const;

  it("counts whole weeks that are over: met, open without a register, not met with one", () => {
    const rows = { activities: [meeting("2024-02-27"), meeting("2024-03-12"), meeting("2024-03-18")] };
    // weeks from 26 February, 4 March and 11 March; nothing in the second
    const [open] = measureActivity(openLedger(one, [], rows), weekly);
    expect(open).toMatchObject({ periods: 3, least: { low: "0" }, longestGap: 13 });
    expect(open?.met && printShare(open.met)).toBe("2/3–3/3");
    const registers = [{ school: "lead", group: "g", from: "2024-03-04", until: "2024-03-11" }];
    const [closed] = measureActivity(openLedger(one, [], { ...rows, registers }), weekly);
    expect(closed?.least).toEqual({ low: "0", high: "0" });
    expect(closed?.met && printShare(closed.met)).toBe("2/3");
  });

  it("adds amounts exactly, per school where asked", () => {
    const minutes = (on: string, schools: readonly string[], amount: string | number) => ({ activity: "daily", on, schools, amount });
    const ledger = openLedger(one, [], {
      activities: [minutes("2024-02-26", ["a", "b"], "0.1"), minutes("2024-02-26", ["a"], 0.2)],
      registers: [{ school: "a", from: "2024-02-26", until: "2024-02-27" }],
    });
    const [measured] = measureActivity(ledger, { asOf: "2024-02-26", activity: "daily", per: "school-day", of: "school", atLeast: "0.3" });
    expect(measured?.cells.map(({ school, amount, complete }) => [school, amount, complete])).toEqual([
      ["lead", "0", false],
      ["a", "0.3", true],
      ["b", "0.1", false],
      ["c", "0", false],
    ]);
    expect(measured?.met && printShare(measured.met)).toBe("1/4–4/4");
  });

  it("counts whole periods, each for itself, and owes nothing in a year that is not over", () => {
    const twice = { activity: "research", per: "month", of: "group", atLeast: 2 } as const;
    const ledger = openLedger(one, [], {
      activities: [meeting("2024-03-05"), meeting("2024-03-06"), meeting("2024-04-10"), meeting("2024-05-10")],
    });
    // whole months of the term that begins on 26 February: March, April, May
    const [measured] = measureActivity(ledger, { ...twice, asOf: "2024-05-31" });
    expect(measured?.cells.map(({ from, amount }) => [from, amount])).toEqual([
      ["2024-03-01", "2"],
      ["2024-04-01", "1"],
      ["2024-05-01", "1"],
    ]);
    expect(measureActivity(ledger, { ...twice, per: "calendar-year", asOf: "2024-06-30" })[0]).toMatchObject({ periods: 0 });
  });

  it("takes twice a year for two in one year, not one in each of two", () => {
    const years = {
      calendar: { ...calendar, terms: [] },
      period: { from: "2022-01-01", until: "2024-01-01" },
      policy: noPolicy,
      tasks: [],
    };
    const made = createWorkLedger(one, years);
    if (!made.ok) throw new Error("no ledger");
    made.value.add({ activities: [meeting("2022-11-01"), meeting("2023-01-10"), meeting("2023-06-10")] });
    const twice = { activity: "research", per: "calendar-year", of: "group", atLeast: 2, asOf: "2023-12-31" } as const;
    const [measured] = measureActivity(made.value, twice);
    expect(measured?.cells.map(({ from, amount }) => [from, amount])).toEqual([
      ["2022-01-01", "1"],
      ["2023-01-01", "2"],
    ]);
    expect(measured?.met?.part).toEqual({ low: 1, high: 2 });
    // school years from 1 September: only 2022-2023 lies whole in the two years
    expect(measureActivity(made.value, { ...twice, per: "school-year" })[0]?.cells.map(({ from, amount }) => [from, amount])).toEqual([
      ["2022-09-01", "3"],
    ]);
    // without terms nobody knows the weeks
    expect(measureActivity(made.value, { ...twice, per: "school-week" })[0]?.periods).toBeUndefined();
    expect(measureActivity(made.value, { ...twice, asOf: "2023-12-30" })[0]?.periods).toBe(1);
  });

  it("says who took part, as far as lists were kept", () => {
    const ledger = openLedger(one, [], { activities: [meeting("2024-03-05", { schools: ["lead", "a"] }), meeting("2024-03-06")] });
    const [measured] = measureActivity(ledger, weekly);
    expect(measured?.participation && printShare(measured.participation)).toBe("2/8–6/8");
  });
});

describe("frameworks", () => {
  const phases = ["arrange", "implement", "assess", "compare", "apply"].map((phase) => ({ phase, due: "2024-03-08" }));
  const task = { id: "t", label: "期中监测", group: "g", phases };
  const at = (phase: string, school: string, on: string) => ({ task: "t", phase, school, on });
  const records = [at("arrange", "lead", "2024-03-08"), at("arrange", "a", "2024-03-08"), at("arrange", "b", "2024-03-11")];
  const baotaDistrict = { ...one, code: "610602" };
  const ledger = openLedger(baotaDistrict, [task], { records }, resolved(baota));

  it("list the measures of each item, and goals that nothing measures", () => {
    const measured = measureFrameworks(ledger, { asOf });
    const [five, eight, , deep] = measured;
    expect(five?.items.map(({ item, state }) => [item, state])).toEqual(phases.map(({ phase }) => [phase, "measured"]));
    const share = five?.items[0]?.measures[0]?.groups[0]?.share;
    expect(share && printShare(share)).toBe("2/4–3/4");
    expect(eight?.items).toHaveLength(8);
    expect(deep?.items.map(({ item, state }) => [item, state])).toEqual([
      ["planning", "measured"],
      ["culture", "not-measured"],
      ["management", "measured"],
      ["staff", "measured"],
      ["appraisal", "measured"],
    ]);
    expect(deep?.items[0]?.measures[0]).toMatchObject({ rule: "baota.group-plan", measuredBy: "elsewhere" });
  });

  it("say how many items the source announces beyond those it lists: nine announced and five listed are four", () => {
    const policy = resolved(baota);
    const unlisted = (announced: number | undefined) => {
      const frameworks = policy.frameworks.map((framework) => ({ ...framework, announced }));
      return measureFrameworks(openLedger(baotaDistrict, [task], {}, { ...policy, frameworks }), { asOf })[0]?.unlisted;
    };
    expect([unlisted(9), unlisted(5), unlisted(undefined)]).toEqual([4, 0, 0]);
  });

  it("hold for Xining's moral education and Zengdu's five steps of testing as well", () => {
    const moral = { ...task, phases: ["arrange", "deploy", "organise"].map((phase) => ({ phase, due: "2024-03-08" })) };
    const inXining = openLedger(one, [moral], { records: [at("deploy", "a", "2024-03-08")] }, resolved(xining));
    const framework = measureFrameworks(inXining, { asOf, frameworks: ["xining.moral-education"] })[0];
    expect(framework?.items.map(({ measures }) => measures[0]?.groups[0]?.share?.low)).toEqual(["0", "0.25", "0"]);
    const inZengdu = openLedger(
      one,
      [],
      { references: [{ group: "g", reference: "monitoring-paper", id: "P", task: "x" }] },
      resolved(zengdu),
    );
    expect(measureFrameworks(inZengdu, { asOf, frameworks: ["zengdu.five-unified"] })[0]?.items).toHaveLength(5);
  });

  it("judge through checkCompliance: undetermined without a figure, by the interval with the caller's", () => {
    const find = (packs: readonly PolicyPack[]) => {
      const policy = resolved(...packs);
      const checked = checkCompliance(baotaDistrict, { policy, asOf, topics: ["framework"], facts: ledgerFacts(ledger, { asOf }) });
      if (!checked.ok || !("findings" in checked.value)) throw new Error("not checked");
      return checked.value.findings.find(({ rule }) => rule === "baota.five-synchronizations.arrange");
    };
    expect(find([baota])).toMatchObject({ verdict: "undetermined", code: "threshold-missing" });
    const overlay = (share: string, after: string): PolicyPack => ({
      format: "school-groups.policy-pack.v1",
      id: "mine",
      version: "1",
      label: { "zh-CN": "本区", en: "mine" },
      jurisdiction: baota.jurisdiction,
      sources: [],
      sets: [
        ["baota.synchrony.tolerance-before", "0"],
        ["baota.synchrony.tolerance-after", after],
        ["baota.synchrony.share", share],
      ].map(([parameter, value]) => ({ parameter: parameter ?? "", values: [{ value: value ?? "", basis: { kind: "caller" } }] })),
    });
    // same day: 2 to 3 of 4; with three days after: 3 to 4 of 4
    expect(find([baota, overlay("0.5", "0")])?.verdict).toBe("satisfied");
    expect(find([baota, overlay("0.75", "0")])).toMatchObject({ verdict: "undetermined", code: "facts-missing" });
    expect(find([baota, overlay("0.76", "0")])?.verdict).toBe("violated");
    expect(find([baota, overlay("0.75", "3")])?.verdict).toBe("satisfied");
    expect(find([baota, overlay("0.75", "2")])?.verdict).toBe("undetermined");
    const missing = find([baota, overlay("0.75", "0")])?.missing;
    expect(missing).toEqual([{ kind: "register", table: "work-records", subject: { kind: "school", id: "c", group: "g" } }]);
  });

  it("are explained down to task, school and day", () => {
    const tree = explainMeasure(ledger, { asOf }, { group: "g", measure: { measure: "synchrony", of: "arrange" } });
    expect(leaves(tree)).toContain("b“期中监测”（期限2024-03-08）：滞后3天 2024-03-11");
    expect(leaves(tree)).toContain("c“期中监测”（期限2024-03-08）：情况不明 ?");
    expect("label" in tree && tree.label?.["zh-CN"]).toContain("容许提前0天、滞后0天");
    const lenient = { measure: "synchrony", of: "arrange", where: { "tolerance-after": "3" } } as const;
    const wider = explainMeasure(ledger, { asOf, count: "working" }, { group: "g", measure: lenient });
    expect("label" in wider && wider.label?.["zh-CN"]).toContain("容许提前0个工作日、滞后3个工作日");
    expect(tree).toMatchObject({
      operator: "interval",
      operands: [{ operator: "share", value: { value: "0.5" } }, { value: { value: "0.75" } }],
    });
    const policy = resolved(baota);
    const subject = { kind: "group", id: "g" } as const;
    const explained = explainFinding(
      baotaDistrict,
      { policy, asOf, facts: ledgerFacts(ledger, { asOf, explain: true }) },
      { rule: "baota.five-synchronizations.arrange", subject },
    );
    expect(explained.finding.verdict).toBe("undetermined");
  });

  it("lie as a matrix of items and schools", () => {
    const matrix = frameworkMatrix(ledger, { asOf, framework: "baota.five-synchronizations", group: "g" });
    expect(matrix.schools.map(({ id }) => id)).toEqual(["lead", "a", "b", "c"]);
    expect(matrix.rows[0]?.cells.map(({ share }) => [share?.low, share?.high])).toEqual([
      ["1", "1"],
      ["1", "1"],
      ["0", "0"],
      ["0", "1"],
    ]);
    const goals = frameworkMatrix(ledger, { asOf, framework: "baota.deep-integration", group: "g" });
    expect(goals.rows[1]).toEqual({
      item: "culture",
      label: { "zh-CN": "校园文化", en: "school culture" },
      cells: ["lead", "a", "b", "c"].map((school) => ({ school })),
    });
  });

  it("make a profile of integration beside the form's promise, and a number only by the caller's weights", () => {
    const close = { ...groupOf("g", "lead", "a", "b", "c"), forms: [{ form: "baota.close-integration" }] };
    const own = openLedger(districtOf(close), [task], { records }, resolved(baota));
    const arrange = "baota.five-synchronizations.arrange";
    const promises = { "baota.close-integration": { [arrange]: "0.8" } };
    const profile = integrationProfile(own, { asOf, group: "g", promises });
    expect(profile.dimensions).toHaveLength(13);
    expect(profile.dimensions[0]).toMatchObject({ rule: arrange, promised: "0.8", reached: "no" });
    expect(profile.weighted).toBeUndefined();
    // arrange [0.5, 0.75] weighs 3, implement [0, 1] weighs 1: [1.5/4, 3.25/4]
    const weights = { [arrange]: 3, "baota.five-synchronizations.implement": 1 };
    expect(integrationProfile(own, { asOf, group: "g", weights }).weighted).toEqual({ low: "0.375", high: "0.8125" });
    expect(() => integrationProfile(own, { asOf, group: "g", weights: { nothing: 1 } })).toThrow("nothing");
    expect(() => integrationProfile(own, { asOf, group: "g", weights: { [arrange]: 0 } })).toThrow("weights");
  });

  it("print a percent from twenty due cells on", () => {
    const schools = Array.from({ length: 19 }, (_, number) => `s${number}`);
    const many = (count: number) => {
      const district = districtOf(groupOf("g", "lead", ...schools.slice(0, count - 1)));
      const share = measureSynchrony(openLedger(district, [task], { records: [at("arrange", "lead", "2024-03-08")] }), { asOf }).groups[0]
        ?.phases[0]?.share;
      return share && printShare(share);
    };
    expect(many(19)).toBe("1/19–19/19");
    expect(many(20)).toBe("5.0%–100.0%");
  });
});

function leaves(node: Explanation): readonly string[] {
  if (node.kind === "fact") return [`${node.label["zh-CN"]} ${node.value.kind === "text" ? node.value.value : "?"}`];
  return node.kind === "operation" ? node.operands.flatMap(leaves) : [];
}
