import { describe, expect, it } from "vitest";
import { type Group, groupExistsOn, leadsOn, memberSchoolsOn, membersOn, schoolExistsOn } from "../../src/domain/index.js";

const group = (rest: Partial<Group>): Group => ({ id: "g", ...rest });
const schools = (list: readonly { readonly school: string }[]): string[] => list.map((membership) => membership.school);

describe("membersOn", () => {
  const dated = group({
    memberships: [
      { school: "a", role: "lead" },
      { school: "b", role: "member", from: "2023-09-01", until: "2024-09-01" },
      { school: "c", role: "member", from: "2023-08/2023-11" },
    ],
  });

  it("counts the first day in and the last day out", () => {
    expect(schools(membersOn(dated, "2023-08-31").members)).toEqual(["a"]);
    expect(schools(membersOn(dated, "2023-09-01").members)).toEqual(["a", "b"]);
    expect(schools(membersOn(dated, "2024-08-31").members)).toEqual(["a", "b", "c"]);
    expect(schools(membersOn(dated, "2024-09-01").members)).toEqual(["a", "c"]);
  });

  it("calls a membership possible from the first to the day before the last day its date can mean", () => {
    expect(schools(membersOn(dated, "2023-07-31").possible)).toEqual([]);
    expect(schools(membersOn(dated, "2023-08-01").possible)).toEqual(["c"]);
    expect(schools(membersOn(dated, "2023-11-29").possible)).toEqual(["c"]);
    expect(schools(membersOn(dated, "2023-11-30").possible)).toEqual([]);
    expect(schools(membersOn(dated, "2023-11-30").members)).toEqual(["a", "b", "c"]);
  });

  it("knows nobody where no list is given", () => {
    expect(membersOn(group({}), "2023-12-31")).toEqual({ members: [], possible: [] });
  });

  it("gives no members before the group is formed or after it is dissolved, possible ones in between", () => {
    const formed = group({ announced: "2019/2023-11", dissolved: "2025-07", memberships: [{ school: "a", role: "lead" }] });
    expect(membersOn(formed, "2018-12-31")).toEqual({ members: [], possible: [] });
    expect(schools(membersOn(formed, "2019-01-01").possible)).toEqual(["a"]);
    expect(schools(membersOn(formed, "2023-11-30").members)).toEqual(["a"]);
    expect(schools(membersOn(formed, "2025-06-30").members)).toEqual(["a"]);
    expect(schools(membersOn(formed, "2025-07-15").possible)).toEqual(["a"]);
    expect(membersOn(formed, "2025-07-31")).toEqual({ members: [], possible: [] });
  });

  it("refuses an impossible day with the one error", () => {
    expect(() => membersOn(dated, "2023-02-29")).toThrow("2023-02-29");
  });
});

describe("memberSchoolsOn and leadsOn", () => {
  it("count a school once, and as certain when one of its memberships is", () => {
    const twice = group({
      memberships: [
        { school: "a", role: "member", until: "2023" },
        { school: "a", role: "lead", from: "2023" },
        { school: "b", role: "lead", from: "2022-09-01" },
        { school: "b", role: "member", from: "2023" },
      ],
    });
    expect(memberSchoolsOn(twice, "2023-06-01")).toEqual({ certain: ["b"], possible: ["a"] });
    expect(leadsOn(twice, "2023-06-01")).toEqual({ certain: ["b"], possible: ["a"] });
    expect(leadsOn(twice, "2021-06-01")).toEqual({ certain: [], possible: [] });
  });
});

describe("existence", () => {
  it("of a school runs from its opening to the day before its closing", () => {
    const school = { id: "a", name: "甲小学", opened: "2019-09-01", closed: "2023-09" };
    const days = ["2019-08-31", "2019-09-01", "2023-08-31", "2023-09-15", "2023-09-30"];
    expect(days.map((day) => schoolExistsOn(school, day))).toEqual(["no", "yes", "yes", "unknown", "no"]);
  });

  it("of a group that is only known to be inaugurated is unknown before", () => {
    expect(groupExistsOn(group({ inaugurated: "2023-09-01" }), "2023-08-31")).toBe("unknown");
    expect(groupExistsOn(group({ inaugurated: "2023-09-01" }), "2023-09-01")).toBe("yes");
    expect(groupExistsOn(group({ inaugurated: "2023-09-01", dissolved: "2024-01-01" }), "2024-01-01")).toBe("no");
    expect(groupExistsOn(group({ announced: "2023-05-01", inaugurated: "2023-09-01" }), "2023-06-01")).toBe("yes");
  });
});
