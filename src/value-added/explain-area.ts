import type { Explanation, Term } from "../core/index.js";
import type { AttainmentBandResult, UsedBand } from "./attainment-bands.js";
import { type Figure, fact, operation, term } from "./explain-nodes.js";
import type { RankChangeResult } from "./rank-change.js";
import type { SchoolValueAdded, ValueAddedResult } from "./result.js";

const SLOPE = /* @__PURE__ */ term("期望线的斜率", "slope of the line of expectation");

/** Are both the same but for rounding? */
function agrees(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

/** A figure estimated from all pupils of the area: what a school cannot recompute, with where the result holds it. */
function given(label: Term, value: number, where: string): Explanation {
  const words = term(
    `${label["zh-CN"]}（由全域学生估计，见结果${where}）`,
    `${label.en} (estimated from all pupils of the area; in the result as ${where})`,
  );
  return fact(words, value);
}

/** Of a regression the quotient of the area's sums of products; of other methods an estimate from all pupils. @internal */
export function slopeNode({ line, crossProducts, method }: ValueAddedResult): Explanation {
  const slope = line?.slope ?? 0;
  if (method === "regression" && crossProducts !== undefined) {
    const { total, within } = crossProducts;
    for (const [of, zh, en] of [
      [total, "全域", "about the area's means"],
      [within, "校内", "about the schools' means"],
    ] as const)
      if (of.xx > 0 && agrees(of.xy / of.xx, slope)) {
        const products = fact(term(`入口与出口成绩的${zh}离差积和`, `sum of products of entrance and exit marks ${en}`), of.xy);
        const squares = fact(term(`入口成绩的${zh}离差平方和`, `sum of squares of entrance marks ${en}`), of.xx);
        return operation(SLOPE, "quotient", [products, squares], slope);
      }
  }
  return given(SLOPE, slope, "line.slope");
}

/** Of a regression the mean exit mark less slope × mean entrance mark; of other methods an estimate. @internal */
export function interceptNode({ line, area, method, crossProducts }: ValueAddedResult): Explanation {
  const label = term("期望线的截距", "intercept of the line of expectation");
  const { intercept, slope } = line ?? { intercept: 0, slope: 0 };
  const { priorMean } = area;
  if (
    method === "regression" &&
    crossProducts !== undefined &&
    priorMean !== null &&
    agrees(area.outcomeMean - slope * priorMean, intercept)
  ) {
    const rise = operation(
      term("斜率×全域入口平均", "slope × the area's mean entrance mark"),
      "product",
      [fact(SLOPE, slope), fact(term("全域入口成绩的平均", "the area's mean entrance mark"), priorMean)],
      slope * priorMean,
    );
    return operation(
      label,
      "difference",
      [fact(term("全域出口成绩的平均", "the area's mean exit mark"), area.outcomeMean), rise],
      intercept,
    );
  }
  return given(label, intercept, "line.intercept");
}

/** Mundlak's part: what a school's mean intake adds to the line; undefined where it has no part. @internal */
export function meanIntakeNode(distance: Figure, { model }: ValueAddedResult): Figure | undefined {
  const slope = model?.meanSlope ?? null;
  if (slope === null) return undefined;
  const node = given(term("学校平均入口成绩的系数", "coefficient of the school's mean entrance mark"), slope, "model.meanSlope");
  return operation(
    term("学校生源构成的作用", "what the school's mean intake adds"),
    "product",
    [node, distance],
    slope * distance.value.value,
  ) as Figure;
}

/** The bands' expected marks, weighted by how many pupils of the school began in each. @internal */
export function bandsMark(found: SchoolValueAdded, result: ValueAddedResult): Figure | undefined {
  const { bands, pupilsInBands } = result as Partial<AttainmentBandResult>;
  const own = pupilsInBands?.find(({ school }) => school === found.school)?.pupils;
  if (bands === undefined || own === undefined) return undefined;
  const parts = bands.flatMap((band, k): Figure[] => {
    const pupils = own[k] ?? 0;
    if (pupils === 0) return [];
    const count = fact(
      term(`本校入口成绩在${band.from}分及以上一段的学生数`, `pupils of the school in the band from ${band.from}`),
      pupils,
      found.school,
    );
    const label = term(`${band.from}分及以上一段合计`, `band from ${band.from}, all its pupils of the school`);
    return [operation(label, "product", [bandNode(band), count], band.expected * pupils) as Figure];
  });
  const sum = parts.reduce((total, part) => total + part.value.value, 0);
  const whole = operation(term("各段期望合计", "sum of what the bands expect"), "sum", parts, sum);
  const pupils = fact(term("学生数", "pupils"), found.pupils, found.school);
  return operation(
    term("按分段应得的平均分", "mean mark expected by the bands"),
    "quotient",
    [whole, pupils],
    sum / found.pupils,
  ) as Figure;
}

/** Computed of the area's pupils in it, or out of the table handed in. */
function bandNode({ from, expected, exitSum, pupils }: UsedBand): Explanation {
  const label = term(`${from}分及以上一段的期望出口分`, `expected exit mark of the band from ${from}`);
  if (pupils === 0 || !agrees(exitSum / pupils, expected)) return given(label, expected, "bands");
  const sum = fact(term("该段全域学生出口成绩合计", "sum of exit marks of the area's pupils in the band"), exitSum);
  return operation(label, "quotient", [sum, fact(term("该段全域学生数", "pupils of the area in the band"), pupils)], expected);
}

/** Place W among N from below: N + 1 − W, or (N − W + ½) ÷ N × 100. @internal */
export function placesStanding(label: Term, found: SchoolValueAdded, result: ValueAddedResult): Figure | undefined {
  const { places, candidates } = result as Partial<RankChangeResult>;
  const place = places?.find(({ school }) => school === found.school)?.entrance;
  if (place === undefined || candidates === undefined) return undefined;
  const count = candidates.entrance;
  const mean = fact(
    term(
      "本校学生入口平均位次（按全域成绩排列，1为最高，同分取平均，见结果places）",
      "mean place of the school's pupils at entrance (1 is best in the area, equal marks share; in the result as places)",
    ),
    place,
    found.school,
  );
  const all = fact(term("入口考生数", "candidates at entrance"), count);
  const above = (extra: number): Figure =>
    operation(
      term(`考生数加${extra}`, `candidates plus ${extra}`),
      "sum",
      [all, fact(term("加数", "added"), extra)],
      count + extra,
    ) as Figure;
  if (result.scale === "places") return operation(label, "difference", [above(1), mean], count + 1 - place) as Figure;
  const below = operation(term("自下而上的位次", "place from below"), "difference", [above(0.5), mean], count + 0.5 - place);
  const share = operation(term("占考生数的比例", "part of the candidates"), "quotient", [below, all], (count + 0.5 - place) / count);
  const hundred = fact(term("百分", "percent"), 100);
  return operation(label, "product", [share, hundred], (100 * (count + 0.5 - place)) / count) as Figure;
}
