import fc from "fast-check";
import { SchoolGroupsError } from "school-groups/core";
import { jurisdictionCovers, type PolicyPack, resolvePolicies, ruleStandings, rulesInForce, valueOn } from "school-groups/policy";
import { describe, expect, test } from "vitest";
import { dated, madePack, parameter, target, term } from "./packs-to-change.js";

const resolve = (...packs: PolicyPack[]) => {
  const result = resolvePolicies(packs);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe("jurisdictionCovers", () => {
  test.each([
    ["000000", "610602", true],
    ["000000", "not a code", true],
    ["610000", "610602", true],
    ["610600", "610602", true],
    ["610602", "610602", true],
    ["610602", "610603", false],
    ["610602", "610600", false],
    ["320500", "320000", false],
    ["110000", "110108", true],
    ["420000", "429004", true],
    ["421300", "429004", false],
    ["610602", "6106021", false],
    ["610602", "61060", false],
    ["610602", "", false],
  ])("%s and %s: %s", (pack, district, covers) => {
    expect(jurisdictionCovers(pack, district)).toBe(covers);
  });

  test("a code covers itself, and what covers a code covers all that the code covers", () => {
    const code = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((pairs) => pairs.map((pair) => String(pair).padStart(2, "0")).join(""));
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(jurisdictionCovers(a, a)).toBe(true);
        if (jurisdictionCovers(a, b) && jurisdictionCovers(b, c)) expect(jurisdictionCovers(a, c)).toBe(true);
      }),
    );
  });
});

describe("rulesInForce", () => {
  const pack = madePack({ rules: [target("first", "share", { from: "2023-09-01", until: "2024-09-01" })] });
  const on = (day: string, code?: string) => rulesInForce(resolve(pack), { on: day, code }).map(({ id }) => id);

  test("from its day to the day before its end", () => {
    expect(on("2023-08-31", "990101")).toEqual([]);
    expect(on("2023-09-01", "990101")).toEqual(["made.first"]);
    expect(on("2024-08-31", "990101")).toEqual(["made.first"]);
    expect(on("2024-09-01", "990101")).toEqual([]);
  });

  test("inside its jurisdiction; everywhere when the district's code is not known", () => {
    expect(on("2023-09-01", "990200")).toEqual([]);
    expect(on("2023-09-01")).toEqual(["made.first"]);
  });

  test("a target is in force before its due day", () => {
    const early = resolve(madePack());
    expect(rulesInForce(early, { on: "2023-06-01" }).map(({ due }) => due)).toEqual(["2024-12-31"]);
  });

  test("a day that is none throws", () => {
    expect(() => on("2023-02-29")).toThrow(SchoolGroupsError);
    expect(() => valueOn(resolve(pack), "made.share", "soon")).toThrow(SchoolGroupsError);
  });
});

describe("a rule that overrides", () => {
  const wide = madePack({
    id: "cn-990000-made",
    jurisdiction: { code: "990000", label: term("province") },
    rules: [target("wide", "share")],
  });
  const narrow: PolicyPack = {
    ...madePack({ sources: [], parameters: [], jurisdiction: { code: "990100", label: term("city") } }),
    rules: [{ ...target("narrow", "share", { from: "2024-03-26" }), overrides: ["made.wide"] }],
  };
  const policy = resolve(wide, narrow);
  const standing = (on: string, code?: string) =>
    ruleStandings(policy, { on, code }).map(({ rule, standing, by }) => [rule.id, standing, by]);

  test("takes the other's place from its own first day, in its own place", () => {
    expect(standing("2024-03-25", "990101")).toEqual([
      ["made.wide", "in-force", undefined],
      ["made.narrow", "not-in-force", undefined],
    ]);
    expect(standing("2024-03-26", "990101")).toEqual([
      ["made.wide", "overridden", "made.narrow"],
      ["made.narrow", "in-force", undefined],
    ]);
    expect(standing("2024-03-26", "990201")).toEqual([
      ["made.wide", "in-force", undefined],
      ["made.narrow", "outside-jurisdiction", undefined],
    ]);
  });
});

describe("settings of an overlay", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test("hold on their days and leave the source's figure on all others", () => {
    fc.assert(
      fc.property(day, day, day, (one, two, on) => {
        fc.pre(one !== two);
        const [from, until] = one < two ? [one, two] : [two, one];
        const overlay: PolicyPack = {
          ...madePack({ sources: [], parameters: [], rules: [] }),
          id: "cn-990100-overlay",
          sets: [{ parameter: "made.share", values: [{ from, until, value: "0.5", basis: { kind: "caller" } }] }],
        };
        const base = madePack({ parameters: [parameter("share", dated("0.8", undefined, "2025-01-01"), dated("0.9", "2025-01-01"))] });
        const expected = from <= on && on < until ? "0.5" : on < "2025-01-01" ? "0.8" : "0.9";
        expect(valueOn(resolve(base, overlay), "made.share", on)?.value).toBe(expected);
      }),
    );
  });
});
