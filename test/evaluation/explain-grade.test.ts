import type { Observation } from "school-groups/domain";
import { evaluate, explainScore, type IndicatorItem, type IndicatorSystem } from "school-groups/evaluation";
import { explain } from "school-groups/messages";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { describe, expect, test } from "vitest";
import { recomputedGrade } from "./recompute.js";

const basis = { kind: "caller" } as const;
const term = (zh: string, english: string) => ({ "zh-CN": zh, en: english });
const items: readonly IndicatorItem[] = [
  { id: "all", kind: "composite", label: term("总分", "total"), mean: "arithmetic", cap: 95 },
  ...["a", "b", "c"].map(
    (id): IndicatorItem => ({
      id,
      parent: "all",
      kind: "leaf",
      label: term(`指标${id}`, id),
      weight: { value: "1/3", basis },
      unit: "points",
      direction: "higher-is-better",
      source: { kind: "caller" },
      scoring: { kind: "linear", from: 0, to: 100, low: 0, high: 100, beyond: "clamp" },
      missing: { treatment: "refuse" },
    }),
  ),
  {
    id: "accident",
    parent: "all",
    kind: "veto",
    label: term("安全责任事故", "accident"),
    effect: { kind: "grade-at-most", grade: "fail" },
  },
  { id: "fraud", parent: "all", kind: "veto", label: term("弄虚作假", "fraud"), effect: { kind: "score-at-most", score: 59 } },
];
// 90 / 80 / 60 are common (national N6, C); each bound belongs to the higher grade.
const system: IndicatorSystem = {
  format: "school-groups.indicator-system.v1",
  id: "graded",
  label: term("考核", "assessment"),
  items,
  rounding: { mode: "half-away-from-zero", places: 0 },
  grades: [
    { grade: "excellent", label: term("优秀", "excellent"), atLeast: 90 },
    { grade: "good", label: term("良好", "good"), atLeast: 80 },
    { grade: "pass", label: term("合格", "pass"), atLeast: 60 },
    { grade: "fail", label: term("不合格", "fail") },
  ],
  gradesBasis: basis,
};
const settled = { accident: 0, fraud: 0 };
const seen = (values: Readonly<Record<string, number>>): readonly Observation[] =>
  Object.entries(values).map(([indicator, value]) => ({ indicator, subject: "s", period: "2023", value }));

function graded(values: Readonly<Record<string, number>>, own: IndicatorSystem = system) {
  const options = { system: own, period: "2023" };
  const tree = explainScore(seen(values), options, { subject: "s", of: "grade" });
  const result = evaluate(seen(values), options);
  if (tree === undefined || !result.ok) throw new Error("no grade");
  const [subject] = result.value.subjects;
  expect(recomputedGrade(tree)).toBe(subject?.grade);
  return { grade: subject?.grade, score: subject?.score, tree, zh: explain(tree, { catalog: zhCN }), en: explain(tree, { catalog: en }) };
}

describe("which boundary decides, and to whom it belongs", () => {
  test("80, 80, 80 on equal thirds is exactly 80: good, and 79.99 is not", () => {
    expect(graded({ a: 80, b: 80, c: 80, ...settled })).toMatchObject({ grade: "good", score: { exact: "80" } });
    expect(graded({ a: 80, b: 80, c: "79.97" as unknown as number, ...settled })).toMatchObject({ grade: "pass" });
  });

  test("79.99 printed as 80 is graded by what is printed only where the system says so", () => {
    const rounded = graded({ a: 80, b: 80, c: 79, ...settled }, { ...system, gradeRounded: true });
    expect(rounded).toMatchObject({ grade: "good", score: { exact: "239/3", printed: "80" } });
    expect(graded({ a: 80, b: 80, c: 79, ...settled })).toMatchObject({ grade: "pass", score: { printed: "80" } });
  });

  test("both languages name the bound, its side and the grade", () => {
    const { zh, en: english } = graded({ a: 80, b: 80, c: 80, ...settled });
    expect(zh).toContain("达到“良好”分数线（含本数，分数线归较高等级）");
    expect(zh).toContain("“优秀”分数线");
    expect(english).toContain('reaches the bound of "good" (the bound itself belongs to the higher grade)');
  });

  test("below every bound is the last grade; a cap holds 100 at 95", () => {
    expect(graded({ a: 10, b: 20, c: 30, ...settled }).grade).toBe("fail");
    expect(graded({ a: 100, b: 100, c: 100, ...settled })).toMatchObject({ grade: "excellent", score: { exact: "95" } });
  });
});

describe("一票否决", () => {
  test("limits the grade, and says so in both languages", () => {
    const { grade, zh, en: english } = graded({ a: 95, b: 95, c: 95, accident: 1, fraud: 0 });
    expect(grade).toBe("fail");
    expect(zh).toContain("一票否决：安全责任事故");
    expect(zh).toContain("等级高于限定的“不合格”");
    expect(english).toContain("veto: accident");
  });

  test("limits the score first, and the grade follows from what is left: 95 → 59 → fail", () => {
    const { grade, score, zh } = graded({ a: 95, b: 95, c: 95, accident: 0, fraud: 2 });
    expect([grade, score?.exact]).toEqual(["fail", "59"]);
    expect(zh).toContain("弄虚作假：得分上限");
  });

  test("changes nothing where the grade is that low already, and is unknown where nobody looked", () => {
    expect(graded({ a: 10, b: 10, c: 10, accident: 1, fraud: 0 }).grade).toBe("fail");
    const open = graded({ a: 95, b: 95, c: 95, fraud: 0 });
    expect(open.grade).toBe("excellent");
    expect(open.zh).toContain("一票否决：安全责任事故");
  });

  test("a forged bound is noticed", () => {
    const { tree } = graded({ a: 80, b: 80, c: 80, ...settled });
    const text = JSON.stringify(tree);
    const forged = text.replace(/"id":"grade.excellent.atLeast"(.*?)"value":"90"/, '"id":"grade.excellent.atLeast"$1"value":"70"');
    expect(forged).not.toBe(text);
    expect(() => recomputedGrade(JSON.parse(forged))).toThrow();
  });
});

test("without grades, and without a score, there is the score's own tree", () => {
  const { grades: _, ...bare } = system;
  const plain = { ...bare, items: items.filter(({ kind }) => kind !== "veto") };
  expect(explainScore(seen({ a: 1, b: 1, c: 1 }), { system: plain, period: "2023" }, { subject: "s", of: "grade" })?.kind).toBe("rounding");
  expect(explainScore(seen({ a: 1 }), { system, period: "2023" }, { subject: "s", of: "grade" })).toMatchObject({
    value: { kind: "unknown" },
  });
});
