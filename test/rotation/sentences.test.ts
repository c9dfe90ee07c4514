import type { Catalog } from "school-groups/messages";
import { describeIssue } from "school-groups/messages";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { rotationEligibility } from "school-groups/rotation";
import { describe, expect, test } from "vitest";

const { reasons, notCounted, planConstraints, planReasons } = en.rotation;

describe("English sentences of rotation count in the singular and in the plural", () => {
  const school = { school: "a", subject: "maths" };
  const group = { kind: "group", id: "g" } as const;
  test.each([
    [reasons["service-too-short"]({ years: "1" }), "less than 1 full year in the same school"],
    [reasons["service-too-short"]({ years: "6" }), "less than 6 full years in the same school"],
    [reasons["moved-recently"]({ years: "1" }), "on an exchange within the last year"],
    [reasons["moved-recently"]({ years: "3" }), "on an exchange within the last 3 years"],
    [reasons["near-retirement"]({ years: "1" }), "not more than 1 year to retirement"],
    [notCounted["too-short"]({ days: 1 }), "1 day, less than the rule asks"],
    [notCounted["too-few-days-a-week"]({ days: 0 }), "0 days a week, fewer than the rule asks"],
    [planConstraints["cap-out"]({ kind: "cap-out", school: "a", count: 1 }), 'at most 1 person leaves school "a"'],
    [planConstraints["cap-in"]({ kind: "cap-in", school: "a", count: 0 }), 'at most 0 people enter school "a"'],
    [planConstraints["quota-least"]({ kind: "quota-least", subject: group, count: 1 }), 'at least 1 person moves in "g"'],
    [planConstraints["staffing-least"]({ kind: "staffing-least", ...school, count: 1 }), 'school "a" keeps at least 1 teacher of maths'],
    [planReasons.travels({ minutes: 1 }), "1 minute between the schools"],
  ])("%s", (said, expected) => expect(said).toBe(expected));

  test("people who moved without being eligible", () => {
    const say = (people: number) =>
      describeIssue({ code: "exchanged-not-eligible", severity: "notice", path: [], params: { people } }, { catalog: en });
    expect(say(1)).toContain("1 person who is not among");
    expect(say(2)).toContain("2 people who are not among");
  });
});

test("a date that cannot be read is named by the column's official words", () => {
  const result = rotationEligibility([{ id: "t", school: "a", retiresOn: "soon" }], {
    policy: { packs: [], parameters: [] },
    on: "2023-09-01",
  });
  const say = (catalog: Catalog) => result.issues.map((issue) => describeIssue(issue, { catalog }));
  expect(say(zhCN)).toEqual([expect.stringContaining("“本人退休日期”一栏")]);
  expect(say(en)).toEqual([expect.stringContaining('"retires on"')]);
});
