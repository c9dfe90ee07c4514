import { type ParameterSetting, type PolicyPack, type Rule, resolvePolicies, ruleStandings, rulesInForce } from "school-groups/policy";
import { readPolicyPack } from "school-groups/schema";
import { describe, expect, test } from "vitest";
import { wenjiang } from "../../src/packs/cn-510115-wenjiang.js";
import { mergeSettings } from "../../src/policy/merge-settings.js";
import { dated, madePack, parameter, target, term } from "./packs-to-change.js";

/** What resolving says of one pack, or of several. */
const errors = (...packs: readonly PolicyPack[]) => {
  const result = resolvePolicies(packs);
  return [result.ok, ...result.issues.map(({ code, path }) => `${code} @ ${path.join(".")}`)];
};
const KINDERGARTENS = "wenjiang.quality-coverage.kindergarten";
const overlay = (...values: readonly (string | ParameterSetting["values"][number])[]): PolicyPack => ({
  ...madePack({ sources: [], parameters: [], rules: [] }),
  id: "cn-510115-own",
  jurisdiction: { code: "510115", label: term("own") },
  sets: [
    {
      parameter: KINDERGARTENS,
      values: values.map((value) => (typeof value === "string" ? { value, basis: { kind: "caller" } as const } : value)),
    },
  ],
});
const caller = { kind: "caller" } as const;

describe("a figure that is none", () => {
  test.each(["80%", "０.８", "85％", "", "four fifths", "1e2x"])("%j in an overlay is an error, and takes nobody's place", (text) => {
    const own = overlay(text);
    expect(errors(wenjiang, own).slice(0, 2)).toEqual([false, "figure-replaced @ 1.sets.0.values.0"]);
    expect(errors(wenjiang, own)).toContain("malformed-figure @ 1.sets.0.values.0.value");
    // W4: 85 % of the kindergartens.
    const parameters = (wenjiang.parameters ?? []).map((each) => ({ ...each, pack: wenjiang.id }));
    const merged = mergeSettings([wenjiang, own], parameters).parameters.find(({ id }) => id === KINDERGARTENS);
    expect(merged?.values.map(({ value }) => value)).toEqual(["0.85"]);
    expect(readPolicyPack(own).issues.map(({ path }) => path.join("."))).toEqual(["sets.0.values.0.value"]);
  });

  test("decimal text and quotients are read", () => {
    for (const text of ["0.9", "1/3", "9e-1"]) {
      expect(errors(wenjiang, overlay(text))[0]).toBe(true);
      expect(readPolicyPack(overlay(text)).ok).toBe(true);
    }
  });

  test("a day that is none, a value without basis", () => {
    expect(errors(wenjiang, overlay({ value: "0.9", from: "2023-02-30", basis: caller }))).toContain(
      "malformed-day @ 1.sets.0.values.0.from",
    );
    expect(errors(wenjiang, overlay({ value: "0.9" } as ParameterSetting["values"][number]))).toContain(
      "value-without-basis @ 1.sets.0.values.0.basis",
    );
  });

  test("two values for one day, in one list as in two", () => {
    expect(errors(wenjiang, overlay("0.9", "0.5"))).toContain("values-overlap @ 1.sets.0.values.1");
    const twice = madePack({ parameters: [parameter("share", dated("0.8"), dated("0.9"))] });
    expect(errors(twice)).toEqual([false, "values-overlap @ 0.parameters.0.values.1"]);
  });

  test("weights that do not sum to 1 once an overlay has set one of them", () => {
    const weighed = madePack({
      parameters: [...(madePack().parameters ?? []), parameter("a", dated("0.5")), parameter("b", dated("0.5"))],
      evaluations: [
        {
          id: "made.evaluation",
          label: term("evaluation"),
          citations: [{ source: "made" }],
          of: "group",
          dimensions: ["a", "b"].map((id) => ({ id, label: term(id), weight: `made.${id}` })),
        },
      ],
    });
    const set = { ...overlay(), sets: [{ parameter: "made.a", values: [{ value: "0.6", basis: caller }] }] };
    expect(errors(weighed)).toEqual([true]);
    expect(errors(weighed, set)).toContain("pack-weights-sum @ 0.evaluations.0.dimensions");
  });
});

describe("a share is a share", () => {
  test.each([
    ["0", true],
    ["1", true],
    ["1.0001", false],
    ["85", false],
    ["-0.0001", false],
  ])("a coverage of at least %s: %s", (value, sound) => {
    const found = errors(wenjiang, overlay(value));
    expect(found[0]).toBe(sound);
    expect(found.includes("figure-out-of-range @ 1.sets.0.values.0.value")).toBe(!sound);
  });

  const size = (unit: "ratio" | "schools", value: string) =>
    madePack({
      parameters: [...(madePack().parameters ?? []), { ...parameter("most", dated(value)), unit }],
      rules: [
        target("target", "share"),
        { ...frame, id: "made.size", kind: "count", count: { measure: "group-schools" }, bounds: { atMost: "made.most" } },
      ],
    });

  test("a share set against a count of schools, and a count against a share", () => {
    expect(errors(size("schools", "9"))).toEqual([true]);
    expect(errors(size("ratio", "0.5"))).toEqual([false, "limit-of-another-unit @ 0.rules.1.bounds.atMost"]);
    const counted = madePack({ parameters: [{ ...parameter("share", dated("0.8")), unit: "schools" }] });
    expect(errors(counted)).toEqual([false, "limit-of-another-unit @ 0.rules.0.bounds.atLeast"]);
  });

  test("a count below 0", () => {
    expect(errors(size("schools", "-1"))).toEqual([false, "figure-out-of-range @ 0.parameters.1.values.0.value"]);
    expect(errors(size("schools", "0"))).toEqual([true]);
  });

  test("a ratio above 1 may be meant where a number is judged, not a share", () => {
    const rule: Rule = { ...frame, id: "made.range", kind: "range", value: { measure: "caller" }, bounds: { atLeast: "made.share" } };
    expect(errors(madePack({ parameters: [parameter("share", dated("1.8"))], rules: [rule] }))).toEqual([true]);
  });
});

const frame = {
  label: term("rule"),
  topic: "governance",
  citations: [{ source: "made", clause: "M1" }],
  modality: "must",
  appliesTo: { subject: "group" },
} as const;

describe("a rule that could never be judged, or that everything would meet", () => {
  const only = (...rules: readonly Rule[]) => errors(madePack({ rules: [target("target", "share"), ...rules] })).slice(1);
  const own = (rule: object) => ({ ...frame, id: "made.own", ...rule }) as unknown as Rule;

  test("no limit at all", () => {
    const without = own({ kind: "count", count: { measure: "group-schools" }, bounds: {} });
    expect(only(without)).toEqual(["rule-without-limit @ 0.rules.1.bounds"]);
    expect(readPolicyPack(madePack({ rules: [without] })).issues.map(({ code }) => code)).toEqual(["limit-missing"]);
  });

  test("words outside their closed list", () => {
    const stages = own({ kind: "structure", feature: { measure: "stage" }, oneOf: ["小学", "junior"] });
    expect(only(stages)).toEqual(["word-not-listed @ 0.rules.1.oneOf"]);
    const of = (condition: object) => own({ kind: "presence", what: { measure: "governance-item", of: "charter" }, ...condition });
    const where = (...conditions: readonly object[]) => of({ appliesTo: { subject: "group", where: conditions } });
    expect(only(where({ fact: { measure: "reach" }, oneOf: ["同学段"] }))).toEqual(["word-not-listed @ 0.rules.1.appliesTo.where"]);
    expect(only(where({ anyOf: [{ fact: { measure: "designation", of: "pilot" }, oneOf: ["true"] }] }))).toEqual([
      "word-not-listed @ 0.rules.1.appliesTo.where",
    ]);
    expect(only(where({ fact: { measure: "reach" }, oneOf: ["same-stage"] }))).toEqual([]);
  });

  test("a measure that the subject does not have", () => {
    const asked = (subject: string, measure: string) => own({ kind: "presence", what: { measure }, appliesTo: { subject } });
    expect(only(asked("school", "governance-item"))).toEqual(["measure-of-another-subject @ 0.rules.1"]);
    expect(only(asked("group", "sector"))).toEqual(["measure-of-another-subject @ 0.rules.1"]);
    expect(only(asked("group", "governance-item"))).toEqual([]);
    // Leads and members bear the measures of a school and those of their group.
    expect(only(asked("lead", "governance-item"))).toEqual([]);
    expect(only(asked("member", "legal-person"))).toEqual([]);
  });

  test.each([
    [{ "minimum-months": "十二" }, false],
    [{ "minimum-months": -3 }, false],
    [{ "minimum-months": "12" }, true],
    [{ "minimum-weeks": 0 }, true],
    [{ load: "fulltime" }, false],
    [{ load: "full-time" }, true],
    [{ backbone: "true" }, false],
    [{ backbone: true }, true],
    [{ direction: "lead to member" }, false],
    [{ subject: "数学" }, true],
  ] as const)("the condition %j can be read: %s", (where, readable) => {
    const share = own({
      kind: "share",
      part: { measure: "exchanged-teachers", where },
      whole: { measure: "eligible-teachers" },
      bounds: { atLeast: "made.share" },
    });
    expect(only(share)).toEqual(readable ? [] : ["condition-unreadable @ 0.rules.1"]);
  });
});

describe("one rule in the place of another", () => {
  const presence = (id: string, more: Partial<Rule> = {}) =>
    ({ ...frame, id: `made.${id}`, kind: "presence", what: { measure: "governance-item", of: id }, ...more }) as Rule;
  const only = (...rules: readonly Rule[]) => errors(madePack({ rules: [target("target", "share"), ...rules] })).slice(1);

  test("of itself, or in a circle of two or three, is an error", () => {
    expect(only(presence("a", { overrides: ["made.a"] }))).toEqual(["overrides-in-circle @ 0.rules.1.overrides"]);
    expect(only(presence("a", { overrides: ["made.b"] }), presence("b", { overrides: ["made.a"] }))).toEqual([
      "overrides-in-circle @ 0.rules.1.overrides",
      "overrides-in-circle @ 0.rules.2.overrides",
    ]);
    const three = [presence("a", { overrides: ["made.b"] }), presence("b", { overrides: ["made.c"] })];
    expect(only(...three, presence("c", { overrides: ["made.a"] })).length).toBe(3);
    expect(only(...three, presence("c"))).toEqual([]);
  });

  const standing = (...rules: readonly Rule[]) => {
    const result = resolvePolicies([madePack({ rules: [target("target", "share"), ...rules] })]);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const warned = result.issues.map(({ code, severity }) => `${severity} ${code}`);
    return [
      warned,
      ruleStandings(result.value, { on: "2023-12-31" })
        .map(({ rule, standing: how }) => `${rule.id} ${how}`)
        .slice(1),
    ];
  };
  const single = { subject: "group", where: [{ fact: { measure: "legal-form" }, oneOf: ["single-legal-person"] }] } as const;

  test("a rule that speaks to fewer leaves the other in force for the rest", () => {
    const both = standing(presence("wide"), presence("narrow", { appliesTo: single, overrides: ["made.wide"] }));
    expect(both).toEqual([["warning override-too-narrow"], ["made.wide in-force", "made.narrow in-force"]]);
    const same = standing(presence("wide", { appliesTo: single }), presence("new", { appliesTo: single, overrides: ["made.wide"] }));
    expect(same).toEqual([[], ["made.wide overridden", "made.new in-force"]]);
    const wider = standing(presence("old", { appliesTo: single }), presence("new", { overrides: ["made.old"] }));
    expect(wider).toEqual([[], ["made.old overridden", "made.new in-force"]]);
  });

  test("what may be done does not take the place of what must", () => {
    const both = standing(presence("must"), presence("may", { modality: "may", overrides: ["made.must"] }));
    expect(both).toEqual([["warning override-too-narrow"], ["made.must in-force", "made.may in-force"]]);
    const should = standing(presence("must"), presence("should", { modality: "should", overrides: ["made.must"] }));
    expect(should).toEqual([[], ["made.must overridden", "made.should in-force"]]);
  });

  test("a rule that names itself stays, even in a policy that was never resolved", () => {
    const rule = { ...presence("a", { overrides: ["made.a"] }), pack: "cn-990100-made", force: "guidance" as const };
    expect(rulesInForce({ packs: [], rules: [rule] }, { on: "2023-12-31" }).length).toBe(1);
  });
});
