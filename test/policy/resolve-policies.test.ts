import { type PolicyPack, resolvePolicies, rulesInForce, valueOn } from "school-groups/policy";
import { describe, expect, test } from "vitest";
import { cn } from "../../src/packs/cn.js";
import { baota } from "../../src/packs/cn-610602-baota.js";

const term = (text: string) => ({ "zh-CN": text, en: text });
const policyBasis = { kind: "policy", citations: [{ source: "s" }] } as const;

/** A city's pack with one coverage target, to be changed by each case. */
function pack(id: string, code: string, more: Partial<PolicyPack> = {}): PolicyPack {
  return {
    format: "school-groups.policy-pack.v1",
    id,
    version: "1",
    label: term(id),
    jurisdiction: { code, label: term(id) },
    sources: [{ id: `${id}.source`, title: term(id), force: "guidance" }],
    ...more,
  };
}

function shareRule(id: string, source: string, parameter: string, more: object = {}) {
  return {
    id,
    kind: "share",
    label: term(id),
    topic: "rotation",
    citations: [{ source }],
    modality: "must",
    appliesTo: { subject: "group" },
    part: { measure: "exchanged-teachers" },
    whole: { measure: "eligible-teachers" },
    bounds: { atLeast: parameter },
    ...more,
  } as const;
}

const ratio = (id: string, value: string) => ({ id, label: term(id), unit: "ratio", values: [{ value, basis: policyBasis }] }) as const;

describe("the packs of the nation and of Baota", () => {
  const resolved = resolvePolicies([cn, baota]);

  test("stand together without a problem", () => {
    expect(resolved.issues).toEqual([]);
    expect(resolved.ok).toBe(true);
  });

  test("carry each rule's force from the source it cites first", () => {
    if (!resolved.ok) throw new Error("not resolved");
    const force = (id: string) => resolved.value.rules.find((rule) => rule.id === id)?.force;
    expect(force("baota.group-plan")).toBe("reported-practice");
    expect(force("cn.rotation.exchanged-share")).toBe("guidance");
    expect(force("cn.balance.seven-indicators.primary")).toBe("binding");
  });

  test("hold in Baota, and Baota's rules nowhere else", () => {
    if (!resolved.ok) throw new Error("not resolved");
    const inBaota = rulesInForce(resolved.value, { on: "2023-12-31", code: "610602" }).map(({ pack }) => pack);
    expect(new Set(inBaota)).toEqual(new Set(["cn", "cn-610602-baota"]));
    const inWenjiang = rulesInForce(resolved.value, { on: "2023-12-31", code: "510115" }).map(({ pack }) => pack);
    expect(new Set(inWenjiang)).toEqual(new Set(["cn"]));
  });
});

describe("what stops packs from being one policy", () => {
  const codes = (packs: readonly PolicyPack[]) => resolvePolicies(packs).issues.map(({ code }) => code);

  test("a pack given twice is one problem, not one for each of its ids", () => {
    expect(codes([baota, baota])).toEqual(["duplicate-pack"]);
  });

  test("one id for two parameters", () => {
    const base = pack("a", "320000", { parameters: [ratio("p", "0.2")] });
    const other = pack("b", "320500", { parameters: [ratio("p", "0.3")], sources: [{ id: "s", title: term("s"), force: "draft" }] });
    const issues = resolvePolicies([base, other]).issues;
    expect(issues).toEqual([
      {
        code: "duplicate-policy-id",
        severity: "error",
        path: [1, "parameters", 0, "id"],
        params: { id: "p", what: "parameter", first: "a", second: "b" },
      },
    ]);
  });

  test("a rule that names a parameter nobody has, with the place", () => {
    const issues = resolvePolicies([pack("a", "320000", { rules: [shareRule("r", "a.source", "nowhere")] })]).issues;
    expect(issues).toEqual([
      {
        code: "unknown-parameter",
        severity: "error",
        path: [0, "rules", 0, "bounds", "atLeast"],
        params: { id: "nowhere", by: "r", pack: "a" },
        subject: { kind: "rule", id: "r" },
      },
    ]);
  });

  test("a rule that cites a source nobody has", () => {
    const rules = [shareRule("r", "elsewhere", "p")];
    expect(codes([pack("a", "320000", { rules, parameters: [{ ...ratio("p", "0.2"), values: [] }] })])).toEqual(["unknown-source"]);
  });

  test("an override of a rule that is not loaded is only a notice", () => {
    const rules = [shareRule("r", "a.source", "p", { overrides: ["gone"] })];
    const result = resolvePolicies([pack("a", "320000", { rules, parameters: [{ ...ratio("p", "0.2"), values: [] }] })]);
    expect(result.ok).toBe(true);
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([["overridden-rule-absent", "notice"]]);
  });
});

describe("rules that apply together", () => {
  const source = { id: "s", title: term("s"), force: "guidance" } as const;
  const province = pack("province", "320000", {
    sources: [source],
    parameters: [ratio("p10", "0.1")],
    rules: [shareRule("province.share", "s", "p10")],
  });
  const city = (more: object, code = "320500") =>
    pack("city", code, { sources: [], parameters: [ratio("p20", "0.2")], rules: [shareRule("city.share", "s", "p20", more)] });
  const conflicts = (other: PolicyPack) => resolvePolicies([province, other]).issues;

  test("two shares, 10 % and 20 %, of one thing: a warning with both places", () => {
    expect(conflicts(city({}))).toEqual([
      {
        code: "rules-overlap",
        severity: "warning",
        path: [1, "rules", 0],
        params: { first: "province.share", firstPack: "province", second: "city.share", secondPack: "city" },
        subject: { kind: "rule", id: "city.share" },
      },
    ]);
  });

  test("none when the city says that its rule overrides", () => {
    expect(conflicts(city({ overrides: ["province.share"] }))).toEqual([]);
  });

  test("none when the places do not overlap", () => {
    expect(conflicts(city({}, "330100"))).toEqual([]);
  });

  test("none when one ends on the day the other begins; one when a day later", () => {
    const until = (day: string) => ({ ...province, rules: [shareRule("province.share", "s", "p10", { until: day })] });
    const from = city({ from: "2024-03-26" });
    expect(resolvePolicies([until("2024-03-26"), from]).issues).toEqual([]);
    expect(resolvePolicies([until("2024-03-27"), from]).issues.map(({ code }) => code)).toEqual(["rules-overlap"]);
  });

  test("none when their conditions exclude each other", () => {
    const where = (value: string) => ({ appliesTo: { subject: "group", where: [{ fact: { measure: "reach" }, oneOf: [value] }] } });
    const same = { ...province, rules: [shareRule("province.share", "s", "p10", where("cross-stage"))] };
    expect(resolvePolicies([same, city(where("same-stage"))]).issues).toEqual([]);
    expect(resolvePolicies([same, city(where("cross-stage"))]).issues.map(({ code }) => code)).toEqual(["rules-overlap"]);
  });

  test("at least 20 % and at most 10 % cannot both be met: an error", () => {
    const capped = { ...province, rules: [shareRule("province.share", "s", "p10", { bounds: { atMost: "p10" } })] };
    const result = resolvePolicies([capped, city({})]);
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ code }) => code)).toEqual(["rules-contradict"]);
  });

  test("at least 10 % and at most 10 % can: exactly 10 %", () => {
    const city10 = city({ bounds: { atMost: "p10" } });
    expect(conflicts(city10).map(({ code }) => code)).toEqual(["rules-overlap"]);
    const below10 = city({ bounds: { lessThan: "p10" } });
    expect(conflicts(below10).map(({ code }) => code)).toEqual(["rules-contradict"]);
  });
});

describe("an overlay", () => {
  const overlay: PolicyPack = {
    ...pack("overlay", "610602"),
    sources: [],
    sets: [
      { parameter: "baota.synchrony.tolerance-after", values: [{ value: "3", basis: { kind: "caller" } }] },
      { parameter: "cn.rotation.exchanged-share", values: [{ from: "2024-09-01", value: "0.15", basis: { kind: "caller" } }] },
    ],
  };

  test("sets what the source leaves open, and replaces a figure from its day on, with a notice", () => {
    const result = resolvePolicies([cn, baota, overlay]);
    if (!result.ok) throw new Error("not resolved");
    expect(valueOn(result.value, "baota.synchrony.tolerance-after", "2023-12-31")).toEqual({ value: "3", basis: { kind: "caller" } });
    expect(valueOn(result.value, "cn.rotation.exchanged-share", "2024-08-31")?.value).toBe("0.1");
    expect(valueOn(result.value, "cn.rotation.exchanged-share", "2024-09-01")?.value).toBe("0.15");
    expect(result.issues).toEqual([
      {
        code: "figure-replaced",
        severity: "notice",
        path: [2, "sets", 1, "values", 0],
        params: { id: "cn.rotation.exchanged-share", pack: "cn", value: "0.1", by: "overlay", replacement: "0.15" },
        subject: { kind: "pack", id: "overlay" },
      },
    ]);
  });

  test("must not set a parameter nobody has", () => {
    const lost = { ...overlay, sets: [{ parameter: "lost", values: [] }] };
    expect(resolvePolicies([cn, lost]).issues.map(({ code }) => code)).toEqual(["setting-of-unknown-parameter"]);
  });

  test("collides with another for the same days", () => {
    const second = { ...overlay, id: "second" };
    const result = resolvePolicies([cn, baota, overlay, second]);
    expect(result.ok).toBe(false);
    expect(result.issues.filter(({ code }) => code === "settings-collide").map(({ params }) => params)).toEqual([
      { id: "baota.synchrony.tolerance-after", first: "overlay", second: "second", day: "" },
      { id: "cn.rotation.exchanged-share", first: "overlay", second: "second", day: "2024-09-01" },
    ]);
  });
});
