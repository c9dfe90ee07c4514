import { describe, expect, test } from "vitest";
import type { Group } from "../../src/domain/index.js";
import { joinedSchools } from "../../src/value-added/index.js";

describe("who joined, from dated memberships", () => {
  const cohorts = [2021, 2022, 2023].map((year) => ({
    cohort: String(year),
    years: { from: `${year - 3}-09-01`, until: `${year}-09-01` },
  }));
  const member = (school: string, from?: string, until?: string) => ({ school, role: "member" as const, from, until });

  test("from the first cohort on, later, not long enough, gone again, in two groups", () => {
    const groups: readonly Group[] = [
      {
        id: "g",
        memberships: [
          { school: "all along", role: "lead" },
          member("later", "2020-03-01"),
          member("late", "2023-03-01"),
          member("gone", "2019-09-01", "2020-09-01"),
        ],
      },
      { id: "h", announced: "2021-09-01", memberships: [member("later"), member("founded")] },
    ];
    const found = joinedSchools(groups, { cohorts, countsFrom: 0.5 });
    // later: in from 2020-03-01, 549 of the first cohort's 1096 days: from the first cohort on, and left out
    expect(found).toEqual({
      joined: [{ school: "founded", since: "2023" }],
      leftOut: ["all along", "later", "gone", "late"],
      groups: [{ school: "founded", group: "h" }],
    });
  });

  test("just at the part that counts, and one day less", () => {
    // 2019-09-01 to 2022-09-01 are 1096 days; 548 of them from 2021-03-02 on
    const of = (from: string) =>
      joinedSchools([{ id: "g", memberships: [member("a", from)] }], { cohorts, countsFrom: 0.5 }).joined[0]?.since;
    expect([of("2021-03-02"), of("2021-03-03")]).toEqual(["2022", "2023"]);
  });

  test("a school in two groups has both as its cluster", () => {
    const groups: readonly Group[] = ["g", "h"].map((id) => ({ id, memberships: [member("a", "2020-09-01")] }));
    expect(joinedSchools(groups, { cohorts, countsFrom: 0.6 }).groups).toEqual([
      { school: "a", group: "g" },
      { school: "a", group: "h" },
    ]);
  });

  test.each([0, 1.01, Number.NaN])("countsFrom %s throws", (countsFrom) => {
    expect(() => joinedSchools([], { cohorts, countsFrom })).toThrow("countsFrom");
  });
});
