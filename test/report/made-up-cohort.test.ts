import { describe, expect, test } from "vitest";
import { madeUpCohortReport } from "../../examples/made-up/cohort-report.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { renderText } from "../../src/report/index.js";

const report = madeUpCohortReport();
if (report.valueAdded.status !== "done") throw new Error(report.valueAdded.status);
const { schools, beside, groups } = report.valueAdded.value;
const TWO_GROUPS = ["虚构二中教育集团", "虚构七中教育集团"] as const;

describe.each([
  ["zh-CN", zhCN],
  ["en", en],
] as const)("the made-up senior cohort tells its story in %s", (_, catalog) => {
  const text = renderText(report, { catalog });
  const start = text.indexOf(
    catalog.report
      .valueAddedNote({ method: catalog.report.method["mixed-model"], scale: "", pupils: 1108, correlation: "", confidence: "" })
      .slice(0, 12),
  );
  const section = text.slice(start);

  test("labelled as made up, with its seed", () => {
    expect(text).toContain(report.provenance.remark?.[catalog.locale]);
    expect(text).toContain("20240607");
  });

  test("the school of three pupils is named and nothing of it is told", () => {
    expect(section).toMatch(new RegExp(`虚构教学点 +${catalog.report.suppressed({ minimum: 10 })}`));
    // In the table of schools, where the group says what it lacks, and so again among the means of two cohorts; in no other.
    expect(section.split("虚构教学点")).toHaveLength(5);
  });

  test("the school in two groups counts in both", () => {
    for (const group of TWO_GROUPS) {
      const found = groups?.groups.find((each) => each.group === group);
      expect(found?.schools.map(({ school }) => school)).toContain("虚构二中");
      expect(section).toContain(group);
    }
  });

  test("pupils who did not sit: counted, the school flagged, the mean bounded", () => {
    const fifth = schools.tested.find(({ school }) => school === "虚构五中");
    expect(fifth).toMatchObject({ onRoll: 120, flagged: true });
    expect(section).toMatch(new RegExp(`虚构五中 +120 +${fifth?.tested} +${fifth?.meanLow?.toFixed(3)}`));
    expect(section).toContain("35");
  });

  test("beside it the schools' means of two cohorts, and what they cannot tell", () => {
    expect(report.schoolFigures?.status).toBe("done");
    expect(section).toContain(catalog.schoolFigures.note["cohort-change"]({ before: "2023", after: "2024" }));
    expect(section).toContain(catalog.schoolFigures.cannotTell);
  });

  test("every method stands beside the others with its correlation with intake", () => {
    for (const { method, correlationWithIntake } of [schools, ...beside]) {
      expect(section).toContain(catalog.report.method[method]);
      expect(section).toContain(correlationWithIntake?.toFixed(3));
    }
    expect(section).toContain(catalog.report.methodsNote);
  });
});
