import type { Explanation } from "school-groups/core";
import { explain, formatValue } from "school-groups/messages";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { describe, expect, test } from "vitest";

const fact = (zh: string, enText: string, value: string): Explanation => ({
  kind: "fact",
  label: { "zh-CN": zh, en: enText },
  value: { kind: "exact", value, unit: "schools" },
  citation: { source: "zengdu", clause: "Z1" },
});

const tree: Explanation = {
  kind: "comparison",
  relation: "at-least",
  left: {
    kind: "operation",
    operator: "share",
    operands: [fact("已纳入学校", "schools in unions", "30"), fact("应纳入学校", "schools that should be", "45")],
    value: { kind: "exact", value: "2/3", unit: "ratio" },
  },
  right: {
    kind: "parameter",
    id: "zengdu.coverage.2024",
    label: { "zh-CN": "2024年底目标", en: "target for the end of 2024" },
    value: { kind: "exact", value: "0.8", unit: "ratio" },
    basis: { kind: "policy", citations: [{ source: "zengdu", clause: "Z2" }] },
  },
  holds: "no",
};

describe("explain", () => {
  test("prints a tree that can be followed by hand, in Chinese", () => {
    expect(explain(tree, { catalog: zhCN })).toBe(
      [
        "2/3（约66.6667%）不低于80%：不成立",
        "  占比：30所 ÷ 45所 = 2/3（约66.6667%）",
        "    已纳入学校：30所（数据，见zengdu:Z1）",
        "    应纳入学校：45所（数据，见zengdu:Z1）",
        "  2024年底目标：80%（政策依据：zengdu:Z2）",
      ].join("\n"),
    );
  });

  test("and in English", () => {
    expect(explain(tree, { catalog: en }).split("\n").slice(0, 2)).toEqual([
      "2/3 (about 66.6667%) at least 80%: does not hold",
      "  share: 30 schools ÷ 45 schools = 2/3 (about 66.6667%)",
    ]);
  });
});

describe("formatValue", () => {
  test.each([
    ["0.2", "20%"],
    ["0.339", "33.9%"],
    ["1", "100%"],
    ["0", "0%"],
    ["-0.005", "-0.5%"],
    ["12.3456", "1234.56%"],
    ["-1/3", "-1/3（约-33.3333%）"],
    ["1/6", "1/6（约16.6667%）"],
  ])("the ratio %s reads %s", (value, text) => {
    expect(formatValue({ kind: "exact", value, unit: "ratio" }, { catalog: zhCN })).toBe(text);
  });

  test("an interval of one point is printed once, what is unknown is said", () => {
    expect(formatValue({ kind: "interval", low: "3", high: "3", unit: "groups" }, { catalog: zhCN })).toBe("3个");
    expect(formatValue({ kind: "unknown" }, { catalog: zhCN })).toBe("不详");
    expect(formatValue({ kind: "float", value: 0.1 + 0.2 }, { catalog: en })).toBe("0.3");
  });
});

test("a fraction too long to read gives way to its decimal", () => {
  const long = { kind: "exact", value: `1${"0".repeat(30)}/3${"0".repeat(29)}1` } as const;
  // 10^30 ÷ (3·10^30 + 1) is a third but for a thirtieth place.
  expect(formatValue(long, { catalog: zhCN })).toBe("约0.3333333333");
  expect(formatValue(long, { catalog: en })).toBe("about 0.3333333333");
  expect(formatValue({ kind: "exact", value: "2/3" }, { catalog: zhCN })).toBe("2/3（约0.6667）");
});
