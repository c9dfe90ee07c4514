import type { Explanation, Term } from "../core/index.js";
import { bandsMark, interceptNode, meanIntakeNode, placesStanding, slopeNode } from "./explain-area.js";
import { type Figure, fact, operation, term } from "./explain-nodes.js";
import type { SchoolValueAdded, ValueAddedResult } from "./result.js";

/** Nodes that come to `value`: only then do they stand; a figure made otherwise (bands, composition) is given. */
function made(value: number, how: (Explanation & { readonly value: { readonly value: number } }) | undefined): Explanation | undefined {
  return how !== undefined && Math.abs(how.value.value - value) <= 1e-9 * Math.max(1, Math.abs(value)) ? how : undefined;
}

/** What exit marks are placed by: the area, or the earlier one an anchored result is measured by. */
interface Yardstick {
  readonly mean: number;
  readonly sd: number;
  readonly names: { readonly mean: Term; readonly sd: Term; readonly distance: Term };
}

/** Undefined where the scale is none of marks, or an anchored result does not hold its yardstick. */
function yardstickOf({ scale, area, yardstick, cautions }: ValueAddedResult): Yardstick | undefined {
  if (scale !== "z" && scale !== "t") return undefined;
  if (yardstick !== undefined) {
    const { cohort, outcomeMean: mean, outcomeSd: sd } = yardstick;
    const names = {
      mean: term(`“${cohort}”届全域出口成绩的平均`, `mean exit mark of the area in cohort "${cohort}"`),
      sd: term(`“${cohort}”届全域出口成绩的标准差`, `standard deviation of the area's exit marks in cohort "${cohort}"`),
      distance: term(`与“${cohort}”届全域平均之差`, `distance from the area's mean in cohort "${cohort}"`),
    };
    return sd > 0 ? { mean, sd, names } : undefined;
  }
  if (cautions.includes("anchored") || !(area.outcomeSd > 0)) return undefined;
  const names = {
    mean: term("全域出口成绩的平均", "the area's mean exit mark"),
    sd: term("全域出口成绩的标准差", "standard deviation of the area's exit marks"),
    distance: term("与全域平均之差", "distance from the area's mean"),
  };
  return { mean: area.outcomeMean, sd: area.outcomeSd, names };
}

/** A mark of the exit examination as a place on the result's scale; undefined where the scale is another. */
function placed(label: Term, mark: Figure, result: ValueAddedResult): Figure | undefined {
  const { scale } = result;
  if (scale === "marks") return { ...mark, label } as Figure;
  const by = yardstickOf(result);
  if (by === undefined || (scale !== "z" && scale !== "t")) return undefined;
  const distance = mark.value.value - by.mean;
  const above = operation(by.names.distance, "difference", [mark, fact(by.names.mean, by.mean)], distance);
  const z = distance / by.sd;
  const quotient = operation(scale === "z" ? label : term("标准分", "standard score"), "quotient", [above, fact(by.names.sd, by.sd)], z);
  return asScale(label, quotient as Figure, scale);
}

/** A standard score as z, or as T = 50 + 10 z. */
function asScale(label: Term, z: Figure, scale: "z" | "t"): Figure {
  if (scale === "z") return { ...z, label } as Figure;
  const ten = fact(term("T分的一个标准差", "one standard deviation in T"), 10);
  const fifty = fact(term("T分的平均", "mean in T"), 50);
  const times = operation(term("标准分的十倍", "ten times the standard score"), "product", [z, ten], 10 * z.value.value);
  return operation(label, "sum", [fifty, times], 50 + 10 * z.value.value) as Figure;
}

/** 实际. The mean exit score of the pupils, from their mean mark where the result is in z, T or marks. @internal */
export function actualNode(found: SchoolValueAdded, result: ValueAddedResult): Explanation {
  const label = term(`实际：${found.pupils}名学生出口成绩的平均`, `actual: mean exit score of ${found.pupils} pupils`);
  const by = yardstickOf(result);
  const given = fact(label, found.actual, found.school);
  if (by === undefined) return given;
  const z = result.scale === "t" ? (found.actual - 50) / 10 : found.actual;
  const mark = fact(term("本校出口成绩的平均", "the school's mean exit mark"), by.mean + z * by.sd, found.school) as Figure;
  return made(found.actual, placed(label, mark, result)) ?? given;
}

/** 期望. From the line of expectation, or for gains the entrance score itself; where neither is what the method did, as a figure. @internal */
export function expectedNode(found: SchoolValueAdded, result: ValueAddedResult): Explanation {
  const label = term("期望：按入口成绩应达到的平均", "expected: mean that the entrance scores lead one to expect");
  return made(found.expected, expectationOf(label, found, result)) ?? fact(label, found.expected, found.school);
}

/** As the method made it. */
function expectationOf(label: Term, found: SchoolValueAdded, result: ValueAddedResult): Figure | undefined {
  if (result.method === "gain-scores") return ownPlace(label, found, result);
  if (result.method === "rank-change") return placesStanding(label, found, result);
  if (result.method !== "attainment-bands") return onLine(label, found, result);
  const mark = bandsMark(found, result);
  return mark === undefined ? undefined : placed(label, mark, result);
}

function ownPlace(label: Term, found: SchoolValueAdded, { scale }: ValueAddedResult): Figure | undefined {
  if (scale !== "z" && scale !== "t") return undefined;
  return asScale(label, intakeNode(found), scale);
}

function intakeNode({ intake, school }: SchoolValueAdded): Figure {
  return fact(
    term("本校入口成绩的平均（全域标准分）", "the school's mean entrance score (standard score of the area)"),
    intake,
    school,
  ) as Figure;
}

/** Intercept + slope × mean entrance mark, put on the scale. */
function onLine(label: Term, found: SchoolValueAdded, result: ValueAddedResult): Figure | undefined {
  const { line, area } = result;
  if (line === null || area.priorMean === null || area.priorSd === null) return undefined;
  const prior = area.priorMean + found.intake * area.priorSd;
  const distance = operation(
    term("与全域入口平均之差", "distance from the area's mean entrance mark"),
    "product",
    [intakeNode(found), fact(term("全域入口成绩的标准差", "standard deviation of the area's entrance marks"), area.priorSd)],
    found.intake * area.priorSd,
  );
  const mean = operation(
    term("本校入口成绩的平均", "the school's mean entrance mark"),
    "sum",
    [fact(term("全域入口成绩的平均", "the area's mean entrance mark"), area.priorMean), distance],
    prior,
  );
  const rise = operation(term("斜率×入口", "slope × entrance"), "product", [slopeNode(result), mean], line.slope * prior);
  const onLineMark = line.intercept + line.slope * prior;
  const added = meanIntakeNode(distance as Figure, result);
  const mark = operation(
    term("按期望线应得的分数", "mark expected by the line"),
    "sum",
    [interceptNode(result), rise, ...(added === undefined ? [] : [added])],
    onLineMark + (added?.value.value ?? 0),
  );
  return placed(label, mark as Figure, result);
}
