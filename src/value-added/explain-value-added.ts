import { type Explanation, failure, type Operator, type Result, success, type Term } from "../core/index.js";
import { studentQuantile } from "../statistics/index.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { varianceOf } from "./joint-errors.js";
import type { SchoolValueAdded, ValueAddedMethod, ValueAddedResult } from "./result.js";

const METHODS: Readonly<Record<ValueAddedMethod, Term>> = {
  "gain-scores": { "zh-CN": "标准分差值法", en: "difference of standard scores" },
  "rank-change": { "zh-CN": "位次增值法", en: "change of places" },
  "rate-change": { "zh-CN": "一分三率变化法", en: "change of mean and rates" },
  "attainment-bands": { "zh-CN": "分段期望法", en: "expected means per attainment band" },
  regression: { "zh-CN": "回归残差法", en: "regression residuals" },
  "means-regression": { "zh-CN": "学校均值回归法", en: "regression of school means" },
  "cohort-change": { "zh-CN": "两届比较法", en: "change between cohorts" },
  "grade-change": { "zh-CN": "等级分布变化法", en: "change of grades" },
  "mixed-model": { "zh-CN": "多层模型法", en: "multilevel model" },
};

const term = (zh: string, en: string): Term => ({ "zh-CN": zh, en });
const float = (value: number) => ({ kind: "float" as const, value });

/**
 * 增值结果的计算过程. How one school's figure came about, from its pupils' mean down: actual − expected = estimate, ± quantile × standard error
 * = interval, × reliability = shrunken, each line recomputable by hand from the lines below it.
 *
 * Fails with `school-without-estimate` for a school that is suppressed or not in the result.
 *
 * @example
 * ```ts
 * import { explainValueAdded, gainScores, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 80]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const pupils = readPupils(rows, design);
 * const result = pupils.ok ? gainScores(pupils.value) : pupils;
 * const tree = result.ok ? explainValueAdded(result.value, { school: "a" }) : result;
 * tree.ok && tree.value.kind; // => "estimate"
 * ```
 */
export function explainValueAdded(result: ValueAddedResult, options: { readonly school: string }): Result<Explanation, ValueAddedIssue> {
  const found = result.schools.find(({ school }) => school === options.school);
  if (found === undefined || found.status === "suppressed")
    return failure([valueAddedIssue("school-without-estimate", ["schools"], { group: "", school: options.school })]);
  const estimate = estimateNode(found);
  const error = errorNode(result, found);
  return success({
    kind: "estimate",
    label: term("增值", "value-added"),
    method: METHODS[result.method],
    value: found.estimate,
    standardError: found.standardError,
    operands: [estimate, ...intervalNodes(result, found, estimate, error), shrunkenNode(found, estimate), categoryNode(result, found)],
  });
}

function fact(label: Term, value: number, school: string): Explanation {
  return { kind: "fact", label, value: float(value), subject: { kind: "school", id: school } };
}

function operation(label: Term, operator: Operator, operands: readonly Explanation[], value: number): Explanation {
  return { kind: "operation", label, operator, operands, value: float(value) };
}

function estimateNode({ school, pupils, actual, expected, estimate }: SchoolValueAdded): Explanation {
  const counted = `${pupils}`;
  return operation(
    term("增值（实际−期望）", "value-added (actual − expected)"),
    "difference",
    [
      fact(term(`实际：${counted}名学生出口成绩的平均`, `actual: mean exit score of ${counted} pupils`), actual, school),
      fact(term("期望：按入口成绩应达到的平均", "expected: mean that the entrance scores lead one to expect"), expected, school),
    ],
    estimate,
  );
}

/** √(own part + the part that schools share). */
function errorNode(result: ValueAddedResult, found: SchoolValueAdded): Explanation {
  const variance = varianceOf(found, result.sharedErrors);
  const sum = operation(
    term("误差方差", "error variance"),
    "sum",
    [
      fact(term("本校学生带来的方差", "variance from the school's own pupils"), found.ownVariance, found.school),
      fact(term("期望线带来的方差", "variance from the line of expectation"), variance - found.ownVariance, found.school),
    ],
    variance,
  );
  return operation(term("标准误", "standard error"), "square-root", [sum], found.standardError);
}

function intervalNodes(
  result: ValueAddedResult,
  found: SchoolValueAdded,
  estimate: Explanation,
  error: Explanation,
): readonly Explanation[] {
  const quantile = studentQuantile((1 - result.confidence) / 2, found.df ?? Number.POSITIVE_INFINITY, "upper");
  const percent = `${Math.round(result.confidence * 1000) / 10}%`;
  const factor: Explanation = {
    kind: "parameter",
    id: "quantile",
    label: term(`${percent}置信度的分位数`, `quantile for ${percent} confidence`),
    value: float(quantile),
  };
  const reach = operation(term("误差范围", "reach of the error"), "product", [factor, error], quantile * found.standardError);
  return [
    operation(term("区间下限", "low end of the interval"), "difference", [estimate, reach], found.low),
    operation(term("区间上限", "high end of the interval"), "sum", [estimate, reach], found.high),
  ];
}

function shrunkenNode(found: SchoolValueAdded, estimate: Explanation): Explanation {
  const reliability = fact(term("可靠性（学生越少越低）", "reliability (the fewer pupils, the lower)"), found.reliability, found.school);
  return operation(term("收缩后的增值", "shrunken value-added"), "product", [estimate, reliability], found.shrunken);
}

function categoryNode(result: ValueAddedResult, found: SchoolValueAdded): Explanation {
  const words: Readonly<Record<SchoolValueAdded["category"], Term>> = {
    above: term("高于全域平均", "above the area's average"),
    "not-different": term(
      "与全域平均无显著差异（区间含0，端点恰为0也计入）",
      "not different from the area's average (the interval holds 0, its ends included)",
    ),
    below: term("低于全域平均", "below the area's average"),
  };
  const by =
    result.categoryBy === "shrunken" ? term("类别（按收缩后的增值）", "category (by the shrunken value-added)") : term("类别", "category");
  return { kind: "fact", label: by, value: { kind: "term", value: words[found.category] }, subject: { kind: "school", id: found.school } };
}
