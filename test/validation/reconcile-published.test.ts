import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { District, PublishedFigure } from "../../src/domain/index.js";
import { type Reconciliation, reconcilePublished } from "../../src/validation/index.js";

const ASOF = "2023-12-31";
const baota = JSON.parse(readFileSync(new URL("../../examples/districts/cn-610602-baota.json", import.meta.url), "utf8")) as District;

function district(published: readonly PublishedFigure[], rest: Partial<District> = {}): District {
  return { format: "school-groups.district.v1", schools: [], groups: [], published, ...rest };
}
const reconcile = (published: readonly PublishedFigure[], rest: Partial<District> = {}): readonly Reconciliation[] =>
  reconcilePublished(district(published, rest), { asOf: ASOF });
const outcomes = (found: readonly Reconciliation[]): string[] =>
  found.map(({ code, outcome, reason }) => `${code}: ${outcome}${reason === undefined ? "" : ` (${reason})`}`);
const counts = (id: string, value: string, rest: Partial<PublishedFigure> = {}): PublishedFigure => ({
  id,
  measure: "schools",
  as: "count",
  value,
  ...rest,
});

describe("Baota (C1, C2)", () => {
  const found = reconcilePublished(baota, { asOf: ASOF });
  const of = (code: string, figure: string): Reconciliation =>
    found.find((each) => each.code === code && each.figures.includes(figure)) as Reconciliation;

  it("finds what contradicts and what agrees", () => {
    expect(outcomes(found)).toEqual([
      "parts-and-total: agrees",
      "parts-and-total: contradicts",
      "parts-and-total: agrees",
      "implied-wholes: contradicts",
      "share-among-parts: contradicts",
      "count-in-file: agrees",
      "count-in-file: agrees",
      "count-in-file: agrees",
      "count-in-file: agrees",
    ]);
  });

  it("pupils of the stages add to 39 539, 869 short of 40 408", () => {
    // 25 516 + 10 616 + 3 407 = 39 539; 40 408 - 39 539 = 869
    const sum = of("parts-and-total", "pupils");
    expect(sum.params).toEqual({ measure: "pupils", parts: ["25516", "10616", "3407"], sum: "39539", total: "40408", apart: "869" });
    expect([sum.left, sum.right]).toEqual([
      { kind: "exact", value: "39539", unit: "pupils" },
      { kind: "exact", value: "40408", unit: "pupils" },
    ]);
    expect(sum.figures).toEqual(["pupils-primary", "pupils-junior", "pupils-senior", "pupils"]);
    expect(sum.explanation).toMatchObject({ kind: "comparison", relation: "equal", holds: "no", left: { operator: "sum" } });
  });

  it("staff add up: 1 402 + 1 211 + 340 = 2 953", () => {
    expect(of("parts-and-total", "staff")).toMatchObject({
      outcome: "agrees",
      params: { sum: "2953", apart: "0" },
      explanation: { holds: "yes" },
    });
  });

  it("the wholes that the shares imply contradict each other over the intervals of the printed digits", () => {
    // All: 40 408 / 0.3395 = 119 022.1 and / 0.3385 = 119 373.7.
    // Stages: 25 516/0.335 + 10 616/0.2775 + 3 407/0.1495 = 76 167.2 + 38 255.9 + 22 789.3 = 137 212.3 (lowest);
    // 25 516/0.325 + 10 616/0.2765 + 3 407/0.1485 = 78 510.8 + 38 394.2 + 22 942.8 = 139 847.8 (highest).
    expect(of("implied-wholes", "pupils").params).toEqual({ measure: "pupils", total: ["119022", "119374"], parts: ["137212", "139848"] });
  });

  it("the share of all, 33.9 %, exceeds every stage's", () => {
    const share = of("share-among-parts", "pupils-share");
    expect(share.left).toEqual({ kind: "interval", low: "0.3385", high: "0.3395", unit: "ratio" });
    expect(share.right).toEqual({ kind: "interval", low: "0.1485", high: "0.335", unit: "ratio" });
    expect(share.explanation).toMatchObject({
      operands: [
        { relation: "at-least", holds: "yes" },
        { relation: "at-most", holds: "no" },
      ],
      value: { value: "no" },
    });
  });

  it("is equal to its own JSON round trip", () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe("Wenjiang (W1, W2, W5)", () => {
  it("26 = 2 + 10 + 1 + 11 + 2", () => {
    const parts = ["2", "10", "1", "11", "2"].map((value, index) =>
      counts(`p${index}`, value, { population: "public", breakdown: { by: "type", value: `t${index}` } }),
    );
    expect(outcomes(reconcile([counts("all", "26", { population: "public" }), ...parts]))).toEqual(["parts-and-total: agrees"]);
    expect(outcomes(reconcile([counts("all", "27", { population: "public" }), ...parts]))).toEqual(["parts-and-total: contradicts"]);
  });

  it("15 kindergartens named against 14 counted: of populations that may differ, so not decided", () => {
    const [named, counted] = [
      counts("named", "15", { population: "named-in-groups", equals: "counted" }),
      counts("counted", "14", { population: "district" }),
    ];
    expect(outcomes(reconcile([named, counted]))).toEqual(["same-number: cannot-be-checked (populations-differ)"]);
  });

  it("five principles announced, four printed", () => {
    const principle = { measure: "principles" };
    const found = reconcile([counts("announced", "5", { ...principle, equals: "printed" }), counts("printed", "4", principle)]);
    expect(outcomes(found)).toEqual(["same-number: contradicts"]);
    expect(found[0]?.params).toEqual({ measure: "principles", first: "5", second: "4" });
  });
});

describe("a share among the shares of its parts", () => {
  const share = (id: string, value: string, part?: string): PublishedFigure => ({
    ...{ id, measure: "pupils", as: "share", value },
    ...(part === undefined ? {} : { breakdown: { by: "stage", value: part } }),
  });
  const holds = (all: string, ...parts: readonly string[]) => {
    const found = reconcile([share("all", all), ...parts.map((value, at) => share(`p${at}`, value, `stage${at}`))]);
    const { explanation } = found.find(({ code }) => code === "share-among-parts") as Reconciliation;
    return explanation.kind === "operation" && explanation.operands.map((each) => each.kind === "comparison" && each.holds);
  };

  it("is not below the least where its interval begins at the other's end, nor above the greatest where it ends at its beginning", () => {
    // 10 % is 9.5 % to 10.5 %; 9 % ends at 9.5 %, 11 % begins at 10.5 %.
    expect(holds("10%", "9%", "11%")).toEqual(["yes", "yes"]);
    // 9.1 % ends at 9.15 %: 9 %, from 8.5 %, may lie below it. 10 % and 10.9 % (from 10.85 %) lie apart.
    expect(holds("9%", "9.1%", "20%")).toEqual(["unknown", "yes"]);
    expect(holds("8%", "9%", "20%")).toEqual(["unknown", "yes"]);
    expect(holds("7%", "9%", "20%")).toEqual(["no", "yes"]);
    expect(holds("22%", "9%", "20%")).toEqual(["yes", "no"]);
  });
});

describe("Zengdu (Z1)", () => {
  const share = (value: string): readonly PublishedFigure[] => [
    counts("in", "30", { population: "in-unions" }),
    counts("of", "45", { population: "to-be-included" }),
    { id: "share", measure: "schools", as: "share", population: "in-unions", base: "to-be-included", value },
  ];

  it("30 of 45 is 66.7 %: just below, at and above what the digits allow", () => {
    expect(outcomes(reconcile(share("66.7%")))).toEqual(["share-of-counts: agrees"]);
    expect(outcomes(reconcile(share("66.6%")))).toEqual(["share-of-counts: contradicts"]);
    expect(outcomes(reconcile(share("67%")))).toEqual(["share-of-counts: agrees"]);
    expect(outcomes(reconcile(share("66.8%")))).toEqual(["share-of-counts: contradicts"]);
    expect(reconcile(share("66.7%"))[0]?.params).toEqual({ share: "66.7%", part: "30", whole: "45", computed: "66.67%" });
  });
});

describe("counts against the file", () => {
  const groups = [{ id: "g", countedAs: "primary" }, { id: "h", countedAs: "junior", announced: "2024-01-01" }, { id: "i" }] as const;
  const published = (value: string): PublishedFigure => counts("groups", value, { measure: "groups" });

  it("of a list that is not whole are lower bounds", () => {
    expect(outcomes(reconcile([published("1")], { groups }))).toEqual(["count-in-file: contradicts"]);
    expect(outcomes(reconcile([published("2")], { groups }))).toEqual(["count-in-file: agrees"]);
    expect(outcomes(reconcile([published("3")], { groups }))).toEqual(["count-in-file: cannot-be-checked (list-partial)"]);
  });

  it("of a whole list are exact", () => {
    expect(outcomes(reconcile([published("3")], { groups, complete: true }))).toEqual(["count-in-file: contradicts"]);
    expect(outcomes(reconcile([published("2")], { groups, complete: true }))).toEqual(["count-in-file: agrees"]);
  });

  it("by stage take a group without a stage as possible", () => {
    const primary = { ...published("2"), breakdown: { by: "stage", value: "primary" } };
    expect(reconcile([primary], { groups, complete: true })[0]).toMatchObject({ outcome: "agrees", params: { held: "1–2" } });
    expect(outcomes(reconcile([{ ...primary, value: "3" }], { groups, complete: true }))).toEqual(["count-in-file: contradicts"]);
  });

  it("of schools in groups count each school once", () => {
    const schools = [
      { id: "a", name: "甲" },
      { id: "b", name: "乙" },
    ];
    const memberships = [
      { school: "a", role: "lead" },
      { school: "b", role: "member" },
    ] as const;
    const both = [
      { id: "g", memberships },
      { id: "h", memberships },
    ];
    const figure = counts("s", "2", { population: "in-groups" });
    expect(reconcile([figure], { schools, groups: both })[0]).toMatchObject({ outcome: "agrees", params: { held: "2" } });
    expect(outcomes(reconcile([{ ...figure, value: "1" }], { schools, groups: both }))).toEqual(["count-in-file: contradicts"]);
  });
});

describe("a figure printed twice", () => {
  const pupils = (id: string, value: string, stage?: string): PublishedFigure =>
    counts(id, value, { measure: "pupils", ...(stage === undefined ? {} : { breakdown: { by: "stage", value: stage } }) });
  const sums = (found: readonly Reconciliation[]) => outcomes(found.filter(({ code }) => code === "parts-and-total"));
  const repeated = (found: readonly Reconciliation[]) => found.filter(({ code }) => code === "repeated-figure");
  const parts = [pupils("t", "10"), pupils("p", "4", "primary"), pupils("j", "6", "junior")];

  it("is one part all the same: 4 + 6 = 10, not 16", () => {
    const found = reconcile([...parts, pupils("j2", "6", "junior")]);
    expect(sums(found)).toEqual(["parts-and-total: agrees"]);
    expect(found[0]).toMatchObject({ figures: ["p", "j", "j2", "t"], params: { parts: ["4", "6"], sum: "10", apart: "0" } });
    expect(repeated(found)).toMatchObject([
      { outcome: "agrees", figures: ["j", "j2"], params: { measure: "pupils", part: "junior", first: "6", second: "6" } },
    ]);
  });

  it("differently is a contradiction of its own, and no order of the two decides the sum", () => {
    for (const pair of [
      ["5", "6"],
      ["6", "5"],
    ] as const) {
      const found = reconcile([
        pupils("t", "10"),
        pupils("p", "4", "primary"),
        ...pair.map((value, at) => pupils(`j${at}`, value, "junior")),
      ]);
      // 4 + 5 to 4 + 6
      expect(sums(found)).toEqual(["parts-and-total: agrees"]);
      expect(found[0]?.left).toEqual({ kind: "interval", low: "9", high: "10", unit: "pupils" });
      expect(repeated(found).map(({ outcome }) => outcome)).toEqual(["contradicts"]);
      const total = reconcile([
        pupils("t", "11"),
        pupils("p", "4", "primary"),
        ...pair.map((value, at) => pupils(`j${at}`, value, "junior")),
      ]);
      expect(sums(total)).toEqual(["parts-and-total: contradicts"]);
    }
  });

  it("as two totals, too, but not of two days, nor where the document says itself that they are one", () => {
    expect(repeated(reconcile([pupils("t", "10"), pupils("t2", "12")]))).toMatchObject([{ outcome: "contradicts", figures: ["t", "t2"] }]);
    expect(repeated(reconcile([pupils("t", "10"), { ...pupils("t2", "12"), on: "2022" }]))).toEqual([]);
    expect(repeated(reconcile([pupils("t", "10"), { ...pupils("t2", "12"), equals: "t" }]))).toEqual([]);
  });
});

describe("a share without a sign", () => {
  const of = (value: string) =>
    outcomes(
      reconcile([
        counts("in", "30", { population: "in" }),
        counts("all", "45", { population: "all" }),
        { id: "share", measure: "schools", as: "share", population: "in", base: "all", value },
      ]),
    );

  it("of more than 1 is not read as 6670 %: 30 of 45 are 66.7 %", () => {
    expect(of("66.7")).toEqual(["share-of-counts: cannot-be-checked (sign-missing)"]);
    expect(of("66.7%")).toEqual(["share-of-counts: agrees"]);
    expect(of("0.667")).toEqual(["share-of-counts: agrees"]);
    expect(of("1")).toEqual(["share-of-counts: contradicts"]);
    expect(of("1.1")).toEqual(["share-of-counts: cannot-be-checked (sign-missing)"]);
  });
});

describe("what cannot be read cannot be checked", () => {
  it("about so much, words, a whole of nothing, a negative figure", () => {
    const part = (id: string, value: string): PublishedFigure => counts(id, value, { population: "x", breakdown: { by: "k", value: id } });
    expect(outcomes(reconcile([counts("t", "约30", { population: "x" }), part("a", "10"), part("b", "20")]))).toEqual([
      "parts-and-total: cannot-be-checked (unreadable)",
    ]);
    expect(outcomes(reconcile([counts("t", "30", { population: "x" }), part("a", "许多"), part("b", "20")]))).toEqual([
      "parts-and-total: cannot-be-checked (unreadable)",
    ]);
    const share = (of: string): readonly PublishedFigure[] => [
      counts("in", "0", { population: "in" }),
      counts("of", of, { population: "of" }),
      { id: "share", measure: "schools", as: "share", population: "in", base: "of", value: "0 %" },
    ];
    expect(outcomes(reconcile(share("0")))).toEqual(["share-of-counts: cannot-be-checked (whole-is-zero)"]);
    expect(outcomes(reconcile(share("-3")))).toEqual(["share-of-counts: cannot-be-checked (unreadable)"]);
  });

  it("no published figure: nothing to say; no day: the one error", () => {
    expect(reconcile([])).toEqual([]);
    expect(() => reconcilePublished(district([]), { asOf: "2023" })).toThrow("2023");
  });
});
