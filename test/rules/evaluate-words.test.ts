import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/rules/index.js";
import { between, exactly, findingOf, meaningless, presence, unknownWords, verdictOf, words, yesNo } from "./cases.js";

describe("presence", () => {
  test.each([
    [yesNo("yes"), "satisfied met", "violated not-met"],
    [yesNo("no"), "violated not-met", "satisfied met"],
    [yesNo("unknown"), "undetermined facts-missing", "undetermined facts-missing"],
    [exactly("0"), "violated not-met", "satisfied met"],
    [exactly("1"), "satisfied met", "violated not-met"],
    [between("0", "1"), "undetermined facts-missing", "undetermined facts-missing"],
    [between("1"), "satisfied met", "violated not-met"],
    [words("a"), "satisfied met", "violated not-met"],
    [words(), "violated not-met", "satisfied met"],
    [unknownWords, "undetermined facts-missing", "undetermined facts-missing"],
    [meaningless, "not-applicable condition-not-fulfilled", "not-applicable condition-not-fulfilled"],
  ] as const)("%o: must %s, must not %s", (fact: Fact, must, mustNot) => {
    const facts = { "governance-item": fact };
    expect([verdictOf(presence, { facts }), verdictOf({ ...presence, modality: "must-not" }, { facts })]).toEqual([must, mustNot]);
  });

  test("undetermined says what is missing; a settled verdict misses nothing", () => {
    expect(findingOf(presence, { facts: { "governance-item": yesNo("unknown") } }).missing).toEqual([
      { kind: "record", table: "governance" },
    ]);
    expect(findingOf(presence, { facts: { "governance-item": yesNo("yes") } }).missing).toEqual([]);
  });

  test("a fact that does not say what it lacks: the tables its measure is read from", () => {
    const silent: Fact = { kind: "truth", label: { "zh-CN": "章程", en: "charter" }, value: "unknown" };
    const { missing } = findingOf(presence, { facts: { "governance-item": silent } });
    expect(missing).toEqual([{ kind: "record", table: "governance", subject: { kind: "group", id: "g" } }]);
  });

  test("a measure that nobody hands over: not evaluated, no verdict is claimed", () => {
    expect(verdictOf(presence, {})).toBe("undetermined not-evaluated");
  });
});

// A word nobody knows may be another name for one of those allowed; the very word a rule lists is always one of them.
describe("a strange word", () => {
  const strange = (...values: readonly string[]): Fact => ({
    kind: "tokens",
    label: { "zh-CN": "办学模式", en: "form" },
    values,
    strange: ["z"],
  });
  const structure = { kind: "structure", feature: { measure: "form" }, oneOf: ["a", "b"] } as const;
  const judged = (fact: Fact, modality: "must" | "must-not" = "must", oneOf: readonly string[] = structure.oneOf) =>
    verdictOf({ ...structure, oneOf, modality }, { facts: { form: fact } });

  test("is neither allowed nor forbidden", () => {
    expect(judged(strange("z"))).toBe("undetermined facts-missing");
    expect(judged(strange("z"), "must-not")).toBe("undetermined facts-missing");
    expect(judged(strange("z"), "must", ["z"])).toBe("satisfied met");
    expect(judged(strange("a"))).toBe("satisfied met");
    expect(judged(strange("c"))).toBe("violated not-met");
  });

  test("leaves open what another word does not decide", () => {
    expect(judged(strange("a", "z"))).toBe("undetermined facts-missing");
    expect(judged(strange("c", "z"))).toBe("violated not-met");
    expect(judged(strange("a", "z"), "must-not")).toBe("violated not-met");
  });
});

describe("words a reader knows", () => {
  const operandsOf = (fact: Fact, measure: "form" | "stage" | "reach", oneOf: readonly string[]) =>
    findingOf({ kind: "structure", feature: { measure }, oneOf }, { facts: { [measure]: fact } }).operands.map(({ value }) => value);

  test("stand beside the tokens of a closed list", () => {
    expect(operandsOf(words("primary", "junior"), "stage", ["primary"])).toEqual([
      { kind: "text", value: "primary | junior", term: { "zh-CN": "小学、初中", en: "primary, junior secondary" } },
      { kind: "text", value: "primary", term: { "zh-CN": "小学", en: "primary" } },
    ]);
  });

  test("come with the fact where only a pack knows them; an unknown token stands for itself", () => {
    const label = { "zh-CN": "办学模式", en: "form" };
    const own = { loose: { "zh-CN": "松散型", en: "loose" } };
    expect(operandsOf({ kind: "tokens", label, values: ["loose"], words: own }, "form", ["loose", "close"])).toEqual([
      { kind: "text", value: "loose", term: own.loose },
      { kind: "text", value: "loose | close", term: { "zh-CN": "松散型、close", en: "loose, close" } },
    ]);
    expect(operandsOf(words("loose"), "form", ["loose"])).toEqual([
      { kind: "text", value: "loose" },
      { kind: "text", value: "loose" },
    ]);
  });
});

describe("structure", () => {
  const form = (oneOf: readonly string[], modality: "must" | "must-not" = "must") =>
    ({ kind: "structure", feature: { measure: "form" }, oneOf, modality }) as const;

  test.each([
    [words("loose"), "satisfied met"],
    [words("tight"), "violated not-met"],
    // Of several values every one must be allowed.
    [words("loose", "tight"), "violated not-met"],
    [words(), "violated not-met"],
    [unknownWords, "undetermined facts-missing"],
    [{ ...words("loose"), open: true }, "undetermined facts-missing"],
    [{ ...words("tight"), open: true }, "violated not-met"],
    [yesNo("yes"), "violated not-met"],
    [meaningless, "not-applicable condition-not-fulfilled"],
  ] as const)("%o among loose, middle", (fact, expected) => {
    expect(verdictOf(form(["loose", "middle"]), { facts: { form: fact as Fact } })).toBe(expected);
  });

  test.each([
    [words("loose"), "violated not-met"],
    [words("tight"), "satisfied met"],
    [words("loose", "tight"), "violated not-met"],
    [{ ...words("tight"), open: true }, "undetermined facts-missing"],
    [{ ...words("loose"), open: true }, "violated not-met"],
  ] as const)("%o must not be among loose, middle", (fact, expected) => {
    expect(verdictOf(form(["loose", "middle"], "must-not"), { facts: { form: fact as Fact } })).toBe(expected);
  });

  test.each([
    [exactly("1"), "satisfied met"],
    [exactly("2"), "violated not-met"],
    [between("1", "2"), "undetermined facts-missing"],
    [between("2", "5"), "violated not-met"],
    [between("0"), "undetermined facts-missing"],
  ] as const)("number of leads %o is 1", (fact, expected) => {
    const one = { kind: "structure", feature: { measure: "group-leads" }, oneOf: ["1"] } as const;
    expect(verdictOf(one, { facts: { "group-leads": fact } })).toBe(expected);
  });
});
