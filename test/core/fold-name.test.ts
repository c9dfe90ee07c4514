import fc from "fast-check";
import { DEFAULTS, foldName, libraryBasis } from "school-groups/core";
import { describe, expect, test } from "vitest";

describe("names that are the same name", () => {
  test.each([
    ["宝塔区第四中学", "宝塔区 第四中学"],
    ["宝塔区第4中学", "宝塔区第４中学"],
    ["实验小学(东校区)", "实验小学（东校区）"],
    ["阿依·古丽小学", "阿依古丽小学"],
    ["阿依・古丽小学", "阿依･古丽小学"],
    ["阿依•古丽小学", "阿依‧古丽小学"],
    ["南关小学", "\ufeff南关\u200b小学\u3000"],
    ["ABC学校", "ＡＢＣ学校"],
  ])("%s and %s", (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  test.each([
    ["第一中学", "第二中学"],
    ["南关小学", "南关小學"],
    ["ABC学校", "abc学校"],
    ["中学(东)", "中学东"],
  ])("but not %s and %s", (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });

  test("the caller's fold comes last and sees the folded name", () => {
    expect(foldName("南關 小學", { fold: (name) => name.replace("關", "关").replace("小學", "小学") })).toBe("南关小学");
  });

  test("folding twice changes nothing, and lone surrogates pass", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
    expect(foldName("e\u200b\u0301")).toBe("\u00e9");
    expect(foldName("校\ud800")).toBe("校\ud800");
    expect(foldName("")).toBe("");
  });
});

describe("library defaults", () => {
  test("each has its reason in both languages, and its basis", () => {
    for (const [name, { value, why }] of Object.entries(DEFAULTS)) {
      expect(["number", "string", "boolean"], name).toContain(typeof value);
      expect(why["zh-CN"], name).toMatch(/^[\u4e00-\u9fff].*[^。]$/);
      expect(why.en, name).toMatch(/^[a-z].*[^.]$/);
    }
    expect(libraryBasis("maxIssues")).toEqual({ kind: "library", why: DEFAULTS.maxIssues.why });
  });

  test("limits are above a province's size", () => {
    // The largest provinces have some 30 000 schools of all kinds; 100 000 are benchmarked.
    expect(DEFAULTS.maxArrayLength.value).toBeGreaterThan(100_000);
    expect(DEFAULTS.maxIssues.value).toBe(10_000);
  });
});
