import { type Explanation, failure, type Relation, type Result, success, type Term } from "../core/index.js";
import { normalQuantile, studentQuantile } from "../statistics/index.js";
import { actualNode, expectedNode } from "./explain-expectation.js";
import { again, fact, operation, term } from "./explain-nodes.js";
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

/**
 * 增值结果的计算过程. How every figure of one school came about: actual − expected = estimate, ± quantile × standard error = interval, × reliability
 * = shrunken with its own interval, the category from the end of the interval that decides it, the rank from how many schools stand before
 * and behind. Each line is recomputable by hand from the lines below it: bands from their pupils and sums, a regression's slope from the area's sums of products,
 * places from the number of candidates. What only all pupils together give (slopes of a mixed model, an earlier cohort's line) says so, and where the result holds it.
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
    return failure([valueAddedIssue("school-without-estimate", ["schools"], { group: null, school: options.school })]);
  const estimate = operation(
    term("增值（实际−期望）", "value-added (actual − expected)"),
    "difference",
    [actualNode(found, result), expectedNode(found, result)],
    found.estimate,
  );
  const own = intervalNodes(estimate, {
    half: reachNode(quantileNode(result, found.df), errorNode(result, found), found.standardError),
    low: [term("区间下限", "low end of the interval"), found.low],
    high: [term("区间上限", "high end of the interval"), found.high],
  });
  const shrunken = shrunkenNode(result, found, estimate);
  const drawn = shrunkenInterval(result, found, shrunken);
  return success({
    kind: "estimate",
    label: term("增值", "value-added"),
    method: METHODS[result.method],
    value: found.estimate,
    standardError: found.standardError,
    operands: [
      estimate,
      ...own,
      shrunken,
      ...drawn,
      ...categoryNodes(result, found, result.categoryBy === "shrunken" ? drawn : own),
      ...rankNodes(result, found),
      ...levelNodes(found, result.categoryBy === "shrunken" ? { judged: shrunken, shrunken: true } : { judged: estimate, shrunken: false }),
    ],
  });
}

type Node = Extract<Explanation, { readonly kind: "operation" }>;

/** How each method splits a school's own error; the others' is given whole. */
const PER_PUPIL: readonly ValueAddedMethod[] = ["gain-scores", "attainment-bands", "regression", "mixed-model", "rank-change"];

/** √(own part + the part that schools share). */
function errorNode(result: ValueAddedResult, found: SchoolValueAdded): Explanation {
  const variance = varianceOf(found, result.sharedErrors);
  const label = term("本校学生带来的方差", "variance from the school's own pupils");
  const own = PER_PUPIL.includes(result.method)
    ? operation(
        label,
        "quotient",
        [
          fact(term("单个学生差异的方差", "variance of a single pupil's difference"), found.ownVariance * found.pupils),
          fact(term("学生数", "pupils"), found.pupils, found.school),
        ],
        found.ownVariance,
      )
    : fact(label, found.ownVariance, found.school);
  const line = fact(term("期望线带来的方差", "variance from the line of expectation"), variance - found.ownVariance, found.school);
  const sum = operation(term("误差方差", "error variance"), "sum", [own, line], variance);
  return operation(term("标准误", "standard error"), "square-root", [sum], found.standardError);
}

function percentOf({ confidence }: ValueAddedResult): string {
  return `${Math.round(confidence * 1000) / 10}%`;
}

/** The quantile of Student's t, or of the normal distribution where `df` is null. */
function quantileNode(result: ValueAddedResult, df: number | null): Explanation {
  const tail = (1 - result.confidence) / 2;
  const percent = percentOf(result);
  const label =
    df === null
      ? term(`${percent}置信度的正态分位数`, `normal quantile for ${percent} confidence`)
      : term(`${percent}置信度的t分位数（自由度${df}）`, `t quantile for ${percent} confidence (${df} degrees of freedom)`);
  const value = df === null ? normalQuantile(tail, "upper") : studentQuantile(tail, df, "upper");
  return { kind: "parameter", id: "quantile", label, value: { kind: "float", value } };
}

function reachNode(quantile: Explanation, error: Explanation, size: number): Node {
  const factor = quantile.kind === "parameter" && quantile.value.kind === "float" ? quantile.value.value : 0;
  return operation(term("误差范围", "reach of the error"), "product", [quantile, error], factor * size) as Node;
}

function intervalNodes(
  centre: Explanation,
  { half, low, high }: { readonly half: Node; readonly low: readonly [Term, number]; readonly high: readonly [Term, number] },
): readonly [Explanation, Explanation] {
  return [operation(low[0], "difference", [again(centre), half], low[1]), operation(high[0], "sum", [again(centre), again(half)], high[1])];
}

/** Estimate × reliability; reliability = variance between schools ÷ (that + the variance of the school's own error). */
function shrunkenNode(result: ValueAddedResult, found: SchoolValueAdded, estimate: Explanation): Explanation {
  const label = term("可靠性（学生越少越低）", "reliability (the fewer pupils, the lower)");
  const own = result.categoryBy === "shrunken" ? found.ownVariance : varianceOf(found, result.sharedErrors);
  const between = result.betweenVariance;
  const schools = fact(term("校际方差", "variance between schools"), between);
  const error =
    result.categoryBy === "shrunken"
      ? term("本校学生带来的方差", "variance from the school's own pupils")
      : term("本校误差方差", "the school's error variance");
  const whole = operation(
    term("校际方差与误差方差之和", "both variances"),
    "sum",
    [schools, fact(error, own, found.school)],
    between + own,
  );
  const reliability =
    between > 0 ? operation(label, "quotient", [schools, whole], found.reliability) : fact(label, found.reliability, found.school);
  const name = term("收缩后的增值", "shrunken value-added");
  if (result.centre === undefined) return operation(name, "product", [again(estimate), reliability], found.shrunken);
  // Measured from elsewhere: only the distance from the schools' own mean is drawn in.
  const centre = fact(term("各校增值的加权平均", "weighted mean of the schools' value-added"), result.centre);
  const distance = operation(
    term("与各校平均之差", "distance from the schools' mean"),
    "difference",
    [again(estimate), centre],
    found.estimate - result.centre,
  );
  const drawn = operation(
    term("收缩后与各校平均之差", "shrunken distance from the schools' mean"),
    "product",
    [distance, reliability],
    (found.estimate - result.centre) * found.reliability,
  );
  return operation(name, "sum", [again(centre), drawn], found.shrunken);
}

const SHRUNKEN_ERROR = /* @__PURE__ */ term("收缩后增值的标准误（比较误差）", "standard error of the shrunken figure (comparative)");

/** The shrunken figure ± normal quantile × its error. */
function shrunkenInterval(result: ValueAddedResult, found: SchoolValueAdded, shrunken: Explanation): readonly [Explanation, Explanation] {
  const error = fact(SHRUNKEN_ERROR, found.shrunkenError, found.school);
  const half = reachNode(quantileNode(result, null), error, found.shrunkenError);
  const size = half.value.kind === "float" ? half.value.value : 0;
  return intervalNodes(shrunken, {
    half,
    low: [term("收缩后区间下限", "low end of the shrunken interval"), found.shrunken - size],
    high: [term("收缩后区间上限", "high end of the shrunken interval"), found.shrunken + size],
  });
}

const AVERAGE = /* @__PURE__ */ term("全域平均", "the area's average");

/** What an estimate of 0 means. */
function measuredFrom({ yardstick, cautions }: ValueAddedResult): { readonly "zh-CN": string; readonly en: string } {
  if (yardstick !== undefined) return { "zh-CN": `“${yardstick.cohort}”届的期望`, en: `the expectation by cohort "${yardstick.cohort}"` };
  if (cautions.includes("anchored")) return { "zh-CN": "前一届的期望", en: "the expectation by the earlier cohort" };
  if (cautions.includes("expected-from-table")) return { "zh-CN": "分段表的期望", en: "the table's expectation" };
  return AVERAGE;
}

/** Above where the low end exceeds 0, below where the high end falls short of it; an end that is 0 decides nothing. */
function categoryNodes(
  result: ValueAddedResult,
  found: SchoolValueAdded,
  [low, high]: readonly [Explanation, Explanation],
): readonly Explanation[] {
  const from = measuredFrom(result);
  const words: Readonly<Record<SchoolValueAdded["category"], Term>> = {
    above: term(`高于${from["zh-CN"]}`, `above ${from.en}`),
    "not-different": term(
      `与${from["zh-CN"]}无显著差异（区间含0，端点恰为0也计入）`,
      `not different from ${from.en} (the interval holds 0, its ends included)`,
    ),
    below: term(`低于${from["zh-CN"]}`, `below ${from.en}`),
  };
  const zero = fact(from, 0);
  const plain = from.en === AVERAGE.en;
  // An error of 0 is a spread nobody saw: nothing is judged by it.
  if (result.categoryBy === "estimate" && !(found.standardError > 0)) {
    const label = term("类别（标准误为0，不作判断）", "category (the standard error is 0: not judged)");
    return [{ kind: "fact", label, value: { kind: "term", value: words[found.category] }, subject: { kind: "school", id: found.school } }];
  }
  const held = (label: Term, relation: Relation, left: Explanation, holds: boolean): Explanation => ({
    kind: "comparison",
    label,
    relation,
    left: again(left),
    right: zero,
    holds: holds ? "yes" : "no",
  });
  const by =
    result.categoryBy === "shrunken" ? term("类别（按收缩后的增值）", "category (by the shrunken value-added)") : term("类别", "category");
  return [
    held(plain ? term("高于平均", "above average") : words.above, "more-than", low, found.category === "above"),
    held(plain ? term("低于平均", "below average") : words.below, "less-than", high, found.category === "below"),
    { kind: "fact", label: by, value: { kind: "term", value: words[found.category] }, subject: { kind: "school", id: found.school } },
  ];
}

/** 1 + schools before; the interval counts only those that differ for certain, all pairs held at once. */
function rankNodes(result: ValueAddedResult, { rank, school }: SchoolValueAdded): readonly Explanation[] {
  const one = fact(term("本校", "the school itself"), 1);
  const count = result.schools.filter(({ status }) => status === "estimated").length;
  const before = (label: Term, place: number) => fact(label, place - 1, school);
  return [
    operation(term("名次", "rank"), "sum", [one, before(term("增值更高的学校数", "schools with a higher estimate"), rank.rank)], rank.rank),
    operation(
      term("名次区间上端", "best rank in the interval"),
      "sum",
      [one, before(term("确定高于本校的学校数", "schools that are higher for certain"), rank.low)],
      rank.low,
    ),
    operation(
      term("名次区间下端", "worst rank in the interval"),
      "difference",
      [
        fact(term("公布结果的学校数", "schools with a published estimate"), count),
        fact(term("确定低于本校的学校数", "schools that are lower for certain"), count - rank.high, school),
      ],
      rank.high,
    ),
  ];
}

/** The figure that the category judges ÷ its error, and its level, where levels were asked for. */
function levelNodes(
  found: SchoolValueAdded,
  { judged, shrunken }: { readonly judged: Explanation; readonly shrunken: boolean },
): readonly Explanation[] {
  if (found.level === null || found.index === null) return [];
  const error = shrunken
    ? fact(SHRUNKEN_ERROR, found.shrunkenError, found.school)
    : fact(term("标准误", "standard error"), found.standardError, found.school);
  return [
    operation(term("增值指数", "growth index"), "quotient", [again(judged), error], found.index),
    fact(term("等级", "level"), found.level, found.school),
  ];
}
