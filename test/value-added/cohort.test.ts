import { describe, expect, test } from "vitest";
import { madeUpSeniorCohort } from "../../examples/made-up/senior-cohort.js";
import { resultsOfTenSchools } from "../../examples/value-added-ten-schools.js";
import { createRandom } from "../../src/statistics/index.js";
import { assessValueAdded, groupLevel } from "../../src/value-added/index.js";
import { answer, pupilsOf } from "./made.js";

describe("a made-up senior cohort in one call", () => {
  const { pupils, design, roll, groups, years } = madeUpSeniorCohort(2024);
  const assessed = assessValueAdded({ pupils, design, roll, groups, years });
  if (assessed.status !== "done") throw new Error(assessed.status);

  test("three methods, the small school suppressed, the school in two groups in both, missing pupils told", () => {
    for (const result of [assessed.gain, assessed.regression, assessed.mixed]) {
      expect(result?.schools.filter(({ status }) => status === "suppressed").map(({ school }) => school)).toEqual(["虚构教学点"]);
      expect(result?.testedShare).toBeLessThan(1);
    }
    const inGroups = assessed.groups?.groups.filter(({ schools }) => schools.some(({ school }) => school === "虚构二中"));
    expect(inGroups?.map(({ group }) => group)).toEqual(["虚构二中教育集团", "虚构七中教育集团"]);
    expect(assessed.issues.map(({ code }) => code)).toContain("school-without-estimate");
    expect(assessed.pupils.offered).toBe(1143);
    expect(assessed.pupils.used).toBeLessThan(1143);
  });

  test("no pupil's id is in the answer, and the same seed gives the same bytes", () => {
    const text = JSON.stringify(assessed);
    expect(pupils.some(({ id }) => text.includes(`"${id}"`))).toBe(false);
    const again = madeUpSeniorCohort(2024);
    expect(JSON.stringify(assessValueAdded({ ...again }))).toBe(text);
  });

  test("a rule against it leaves nothing computed", () => {
    const forbiddenBy = { rule: "cn.scores.value-added.primary", citations: [{ source: "cn", clause: "N9" }] };
    expect(assessValueAdded({ pupils, design, forbiddenBy })).toEqual({ status: "not-applicable", forbiddenBy });
  });
});

test("ten letters give the bytes of all rows, and no letter holds a pupil", () => {
  const { fromJson, fromRows, letters } = resultsOfTenSchools();
  expect(fromJson).toBe(fromRows);
  expect(letters).toHaveLength(10);
  for (const letter of letters) expect(letter).not.toContain("虚构-");
});

describe("a random level of groups", () => {
  const random = createRandom(5);
  const rows: [string, number, number][] = [];
  const schools: { school: string; group: string }[] = [];
  for (let g = 0; g < 12; g += 1) {
    const above = 6 * random.normal();
    for (let s = 0; s < 4; s += 1) {
      const school = `s${g}-${s}`;
      schools.push({ school, group: `g${g}` });
      const own = 2 * random.normal();
      for (let k = 0; k < 20; k += 1) {
        const prior = Math.round(50 + 10 * random.normal());
        rows.push([
          school,
          Math.min(100, Math.max(0, prior)),
          Math.min(100, Math.max(0, Math.round(prior + above + own + 5 * random.normal()))),
        ]);
      }
    }
  }
  const pupils = pupilsOf(rows);

  test("is identified with twelve groups, and orders the variances as they were made", () => {
    const level = answer(groupLevel(pupils, { schools }));
    if (!level.identified) throw new Error(level.reason);
    expect(level.groups).toHaveLength(12);
    expect(level.groupVariance).toBeGreaterThan(level.schoolVariance);
  });

  test("nine groups are too few, ten are not; a school in two groups is not nested", () => {
    const first = (count: number) => schools.filter(({ group }) => Number(group.slice(1)) < count);
    expect(answer(groupLevel(pupils, { schools: first(9) }))).toEqual({
      identified: false,
      reason: "groups-too-few",
      groups: 9,
      needed: 10,
    });
    expect(answer(groupLevel(pupils, { schools: first(10) })).identified).toBe(true);
    // Three more groups of one school each do not count towards the ten: nine of four schools stay nine.
    const single = Array.from({ length: 3 }, (_, k) => ({ school: `s${9 + k}-0`, group: `alone${k}` }));
    expect(answer(groupLevel(pupils, { schools: [...first(9), ...single] }))).toMatchObject({ identified: false, groups: 9 });
    const twice = [...schools, { school: "s0-0", group: "g1" }];
    expect(answer(groupLevel(pupils, { schools: twice }))).toMatchObject({ identified: false, reason: "school-in-two-groups" });
  });
});
