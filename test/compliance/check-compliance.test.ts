import { describe, expect, test } from "vitest";
import { type ComplianceOptions, checkCompliance, explainFinding, type FactSource } from "../../src/compliance/index.js";
import type { District } from "../../src/domain/index.js";
import type { Rule } from "../../src/policy/index.js";
import { district, group, policyOf, rule, school } from "./districts.js";

const charter = rule("charter", { kind: "presence", what: { measure: "governance-item", of: "charter" } });
const ownPerson = rule("own", { kind: "presence", what: { measure: "legal-person" }, appliesTo: { subject: "member" } });
const small = rule("small", {
  kind: "count",
  count: { measure: "school-pupils" },
  bounds: { atMost: "t" },
  appliesTo: { subject: "school" },
});
const many = rule("many", { kind: "count", count: { measure: "groups" }, bounds: { atLeast: "n" }, appliesTo: { subject: "district" } });
const exchanged = rule("exchanged", {
  kind: "share",
  part: { measure: "exchanged-teachers" },
  whole: { measure: "eligible-teachers" },
  bounds: { atLeast: "s" },
});

function check(of: District, rules: readonly Rule[], change: Partial<ComplianceOptions> = {}) {
  const checked = checkCompliance(of, { policy: policyOf(rules, { t: "1000", n: "1", s: "1" }), asOf: "2023-12-31", ...change });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.value;
}

const lines = (of: District, rules: readonly Rule[], change?: Partial<ComplianceOptions>) =>
  check(of, rules, change).findings.map(
    ({ rule: id, subject, verdict, code }) =>
      `${id} ${subject.id}${subject.group === undefined ? "" : `@${subject.group}`} ${verdict} ${code}`,
  );

const town = district({
  schools: [
    school("a", { headcounts: [{ on: "2023-09-01", pupils: 1001 }] }),
    school("b", { legalPerson: true }),
    school("o", { outside: true }),
  ],
  groups: [
    group("g", { a: "lead", b: "member" }, { governance: { records: [{ kind: "document", item: "charter" }] } }),
    group("h", { b: "lead", a: "member", o: "member" }),
  ],
});

describe("every rule against everybody it binds", () => {
  test("in the order of the rules, then of the file", () => {
    expect(lines(town, [small, charter, ownPerson, many])).toEqual([
      "small a violated not-met",
      "small b undetermined facts-missing",
      "charter g satisfied met",
      "charter h undetermined facts-missing",
      "own b@g satisfied met",
      "own a@h undetermined facts-missing",
      "own o@h undetermined facts-missing",
      "many 610602 satisfied met",
    ]);
  });

  test("subjects are rolled up one by one, and all together", () => {
    const report = check(town, [small, charter, ownPerson, many]);
    expect(report.subjects.map(({ subject, rollUp }) => `${subject.id}${subject.group ?? ""} ${rollUp.verdict}`)).toEqual([
      "610602 satisfied",
      "g satisfied",
      "h undetermined",
      "a violated",
      "b undetermined",
      "bg satisfied",
      "ah undetermined",
      "oh undetermined",
    ]);
    expect(report.overall).toMatchObject({ verdict: "violated", counted: { satisfied: 3, violated: 1, undetermined: 4 } });
  });

  test("a rule nobody measures is listed without a verdict, until its facts are handed over", () => {
    const bare = check(town, [exchanged, charter]);
    expect(bare.notEvaluated).toMatchObject([{ rule: "exchanged", kind: "share", measures: ["exchanged-teachers", "eligible-teachers"] }]);
    expect(bare.findings.map((finding) => finding.rule)).toEqual(["charter", "charter"]);
    const label = { "zh-CN": "教师", en: "teachers" };
    const facts: FactSource = ({ id }) => (id === "g" ? { kind: "number", label, low: "2", high: "2", unit: "people" } : undefined);
    expect(lines(town, [exchanged], { facts })).toEqual(["exchanged g satisfied met", "exchanged h undetermined not-evaluated"]);
    expect(check(town, [exchanged], { facts: () => undefined }).notEvaluated.length).toBe(1);
  });

  test("what does not stand is listed, what overrides it named", () => {
    const rules = [{ ...charter, until: "2023-01-01" }, { ...many, overrides: ["small"] }, small];
    const report = check(town, rules);
    expect(report.notApplied.map(({ rule: id, standing, by }) => [id, standing, by])).toEqual([
      ["charter", "not-in-force", undefined],
      ["small", "overridden", "many"],
    ]);
    expect(report.findings.map((finding) => finding.rule)).toEqual(["many"]);
    expect(check({ ...town, code: "320500" }, [charter]).notApplied).toMatchObject([{ rule: "charter", standing: "outside-jurisdiction" }]);
  });

  test("a target before its due day: one finding, for the district", () => {
    const target = { ...charter, due: "2024-12-31" };
    expect(lines(town, [target], { asOf: "2024-12-30" })).toEqual(["charter 610602 not-applicable not-due"]);
    expect(lines(town, [target], { asOf: "2024-12-31" })).toEqual(["charter g satisfied met", "charter h undetermined facts-missing"]);
  });

  test("nobody to speak to: not applicable over whole lists, open over others", () => {
    const empty = district({ schools: [school("a")] });
    expect(lines(empty, [charter, ownPerson])).toEqual([
      "charter 610602 undetermined condition-unknown",
      "own 610602 undetermined condition-unknown",
    ]);
    expect(check(empty, [charter]).findings[0]?.missing).toEqual([
      { kind: "record", table: "groups", subject: { kind: "district", id: "610602" } },
    ]);
    expect(lines({ ...empty, complete: true }, [charter, ownPerson])).toEqual([
      "charter 610602 not-applicable no-subject",
      "own 610602 not-applicable no-subject",
    ]);
  });

  test("a group is there from the day it was announced until the day it is dissolved", () => {
    const one = district({ groups: [group("g", {}, { announced: "2023-09-01", dissolved: "2024-09-01" })], complete: true });
    const days = ["2023-08-31", "2023-09-01", "2024-08-31", "2024-09-01"];
    expect(days.map((asOf) => lines(one, [charter], { asOf })[0])).toEqual([
      "charter 610602 not-applicable no-subject",
      "charter g undetermined facts-missing",
      "charter g undetermined facts-missing",
      "charter 610602 not-applicable no-subject",
    ]);
    const vague = district({
      groups: [group("g", {}, { announced: "2023", governance: { records: [{ kind: "document", item: "charter" }] } })],
    });
    expect(lines(vague, [charter], { asOf: "2023-06-01" })).toEqual(["charter g undetermined condition-unknown"]);
  });

  test("a role that is only inferred leaves open whether the rule speaks to the school", () => {
    const memberships = [{ school: "b", role: "member", evidence: "inferred" }] as const;
    const found = check(district({ schools: town.schools, groups: [{ id: "g", memberships }] }), [ownPerson]).findings;
    expect(found).toMatchObject([
      { verdict: "undetermined", code: "condition-unknown", missing: [{ kind: "field", table: "memberships", column: "evidence" }] },
    ]);
  });

  test("whom conditions leave out is counted, not listed; roll-ups count it, and it is explained when asked for", () => {
    const ofPrimary = {
      ...small,
      appliesTo: { subject: "school" as const, where: [{ fact: { measure: "stage" as const }, oneOf: ["primary"] }] },
    };
    const mixed = district({
      schools: [
        school("p", { stages: ["primary"], headcounts: [{ on: "2023-09-01", pupils: 1000 }] }),
        school("j", { stages: ["junior"], legalPerson: true }),
        school("s", { stages: ["senior"] }),
      ],
      groups: [group("g", { p: "lead", j: "member" })],
    });
    const rules = [ofPrimary, ownPerson];
    const report = check(mixed, rules);
    expect(report.findings.map(({ rule: id, subject, verdict }) => [id, subject.id, verdict])).toEqual([
      ["small", "p", "satisfied"],
      ["own", "j", "satisfied"],
    ]);
    expect(report.notFulfilled).toEqual([{ rule: "small", label: small.label, count: 2 }]);
    expect(report.subjects.map(({ subject }) => subject.id + (subject.group ?? ""))).toEqual(["p", "jg"]);
    // One school fits, one part in a group fits, two schools are left out.
    expect(report.overall.counted).toEqual({ satisfied: 2, violated: 0, undetermined: 0, "not-applicable": 2 });
    const options = { policy: policyOf(rules, { t: "1000", n: "1", s: "1" }), asOf: "2023-12-31" };
    const { finding } = explainFinding(mixed, options, { rule: "small", subject: { kind: "school", id: "s" } });
    expect([finding.verdict, finding.code]).toEqual(["not-applicable", "condition-not-fulfilled"]);
    // A subject that one rule leaves out and another judges has both in its roll-up.
    const both = check(mixed, [ofPrimary, { ...ownPerson, appliesTo: { subject: "school" as const } }]);
    expect(both.subjects.find(({ subject }) => subject.id === "j")?.rollUp.counted).toMatchObject({ satisfied: 1, "not-applicable": 1 });
  });

  test("topics select", () => {
    const sizes = { ...small, topic: "size" as const };
    expect(check(town, [sizes, charter], { topics: ["size"] }).findings.every((finding) => finding.rule === "small")).toBe(true);
  });
});

describe("bad input", () => {
  test.each([null, undefined, 7, {}, { schools: [] }, { schools: {}, groups: [] }])("%j has no lists", (value) => {
    expect(checkCompliance(value as unknown as District, { policy: policyOf([charter]), asOf: "2023-12-31" })).toMatchObject({
      ok: false,
      issues: [{ code: "district-without-lists", severity: "error" }],
    });
  });

  test("a day that is none throws", () => {
    expect(() => checkCompliance(town, { policy: policyOf([charter]), asOf: "2023-13-01" })).toThrowError(
      expect.objectContaining({ code: "invalid-date" }),
    );
  });

  test("an unreadable date is a warning beside the report", () => {
    const broken = district({ groups: [group("g", {}, { announced: "soon" })] });
    const checked = checkCompliance(broken, { policy: policyOf([charter]), asOf: "2023-12-31" });
    expect(checked.issues).toMatchObject([{ code: "date-unreadable", severity: "warning", path: ["groups", 0], params: { of: "g" } }]);
  });
});

describe("the way to a finding", () => {
  const policy = policyOf([small, charter, ownPerson, many, { ...exchanged, due: "2030-01-01" }], { t: "1000", n: "1", s: "1" });
  const options = { policy, asOf: "2023-12-31", facts: () => undefined };

  test("explains every finding of the report, and is the same finding", () => {
    const checked = checkCompliance(town, options);
    const findings = checked.ok ? checked.value.findings : [];
    expect(findings.length).toBe(9);
    for (const finding of findings) {
      expect(explainFinding(town, options, { rule: finding.rule, subject: finding.subject }).finding).toEqual(finding);
    }
  });

  test("an unknown rule or subject is the programmer's slip", () => {
    const unknown = expect.objectContaining({ code: "unknown-id" });
    expect(() => explainFinding(town, options, { rule: "none", subject: { kind: "group", id: "g" } })).toThrowError(unknown);
    expect(() => explainFinding(town, options, { rule: "charter", subject: { kind: "group", id: "z" } })).toThrowError(unknown);
    expect(() => explainFinding(town, options, { rule: "charter", subject: { kind: "district", id: "610602" } })).toThrowError(unknown);
  });

  test("it is plain data, and the report too", () => {
    const { explanation } = explainFinding(town, options, { rule: "many", subject: { kind: "district", id: "610602" } });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    const checked = checkCompliance(town, options);
    expect(JSON.parse(JSON.stringify(checked))).toEqual(checked);
  });
});
