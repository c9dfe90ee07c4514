import { expect, test } from "vitest";
import { en } from "../../src/messages/en.js";
import { describeIssue } from "../../src/messages/index.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { readDistrict } from "../../src/schema/index.js";

test("English counts agree with their nouns and verbs", () => {
  const { issues } = en;
  const start = (text: string) => text.split(" ").slice(0, 8).join(" ");
  expect(start(issues["leads-inferred"]({ count: 1, groups: ["A"] }))).toBe("The lead schools of 1 group are inferred,");
  expect(start(issues["leads-inferred"]({ count: 2, groups: ["A", "B"] }))).toBe("The lead schools of 2 groups are inferred,");
  expect(start(issues["missing-headcounts"]({ schools: 1, of: 3, asOf: "2023-12-31" }))).toBe("1 of 3 schools has no headcount as");
  expect(start(issues["missing-headcounts"]({ schools: 0, of: 1, asOf: "2023-12-31" }))).toBe("0 of 1 school have no headcount as");
  expect(issues["further-errors"]({ code: "x", count: 1 })).toBe("1 more error of the kind x is not listed one by one.");
  expect(issues["further-errors"]({ code: "x", count: 10 })).toBe("10 more errors of the kind x are not listed one by one.");
  expect(start(issues["list-too-short"]({ length: 1, least: 2 }))).toBe("The list has 1 entry; it needs at");
});

test("a field is called by its official word, the key beside it", () => {
  const read = readDistrict({ format: "school-groups.district.v1", schools: [{ id: "a", stage: ["primary"] }] });
  expect(read.issues.map((issue) => describeIssue(issue, { catalog: zhCN }))).toEqual([
    expect.stringContaining("缺少必填项“学校名称”（name），请补填。"),
    expect.stringContaining("“stage”不是规定的数据项，疑为“学段”（stages）之误，请更正。"),
    expect.stringContaining("缺少必填项“教育集团”（groups），请补填。"),
  ]);
});
