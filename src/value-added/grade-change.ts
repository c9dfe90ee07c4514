import { failure, type Result, success } from "../core/index.js";
import { type CannotTell, type CannotTellCode, inWords } from "./cannot-tell.js";
import { checkValueAddedOptions, describeSchools, type SchoolEffect } from "./describe-schools.js";
import { type AtOrAbove, atOrAbove, gradeObstacles, varianceOfRidit } from "./grade-distributions.js";
import type { ValueAddedIssue } from "./issues.js";
import { pairReadings } from "./paired-readings.js";
import { examinationIssues } from "./pupil-design.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";
import { type AreaGrades, areaGrades, meanRidit } from "./ridits.js";
import { jointFreedom } from "./satterthwaite.js";
import type { SchoolGradeCounts, SchoolGrades } from "./school-grades.js";

/** Pupils at or above a grade, before and after. */
export interface GradeShareChange {
  readonly grade: string;
  readonly before: AtOrAbove;
  readonly after: AtOrAbove;
  /** after − before, with Newcombe's interval (1998, method 10). */
  readonly change: number;
  readonly low: number;
  readonly high: number;
}

/** 等级分布变化结果. */
export interface GradeChangeResult {
  readonly format: "school-groups.grade-change.v1";
  /** Change of mean ridits in the common shape. */
  readonly result: ValueAddedResult;
  /** Per school shown and grade; null where both examinations have other grades. */
  readonly shares: readonly { readonly school: string; readonly grades: readonly GradeShareChange[] }[] | null;
  readonly cannotTell: readonly CannotTell[];
}

/**
 * 等级分布变化. How a school's standing in grades changed from one examination to another (entrance and exit of one cohort, or two cohorts): its mean ridit
 * against the area then, less that against the area before, and the shares at or above each grade. Ridits compare order alone: grades have no points, both
 * examinations may have other grades, and the area's own change is 0.
 *
 * What it cannot tell stands in `cannotTell`. Errors take both readings as independent, as only numbers per grade are known: too wide where the pupils are
 * the same. Spread within schools pooled or `own`, the areas taken as known. `marks` and `t` have no meaning here; the scale is `ridit`.
 *
 * Fails with `same-examination` or `examinations-out-of-order` for one cohort, `school-under-two-ids`, `schools-too-few`, `pupils-too-few`, `scores-constant`.
 *
 * @example
 * ```ts
 * import { gradeChange, readSchoolGrades } from "school-groups/value-added";
 *
 * const read = (id: string, a: readonly number[], b: readonly number[]) => {
 *   const row = (school: string, [A = 0, B = 0]: readonly number[]) => ({ school, counts: { A, B } });
 *   return readSchoolGrades([row("a", a), row("b", b)], { cohort: "2024", examination: { id, grades: ["A", "B"] } });
 * };
 * const [before, after] = [read("in", [10, 10], [10, 10]), read("out", [15, 5], [5, 15])];
 * const change = before.ok && after.ok ? gradeChange({ before: before.value, after: after.value }) : before;
 * // a: 0.75 × 0.75 + 0.25 × 0.25 − 0.5
 * change.ok && "result" in change.value && change.value.result.schools.map((each) => each.status === "estimated" && each.estimate); // => [0.125, -0.125]
 * ```
 */
export function gradeChange(
  readings: { readonly before: SchoolGrades; readonly after: SchoolGrades },
  options: Omit<ValueAddedOptions, "scale"> = {},
): Result<GradeChangeResult, ValueAddedIssue> {
  const { confidence } = checkValueAddedOptions(options);
  const { before, after } = readings;
  const paired = pairReadings(before.schools, after.schools);
  const sameCohort = before.design.cohort === after.design.cohort;
  const order = examinationIssues({ entrance: before.design.examination, exit: after.design.examination });
  const [first, ...others] = [
    ...order.filter(({ code }) => sameCohort || code !== "same-examination"),
    ...paired.twins,
    ...gradeObstacles(
      paired.pairs.map((pair) => pair.before),
      "entrance",
    ),
    ...gradeObstacles(
      paired.pairs.map((pair) => pair.after),
      "exit",
    ),
  ];
  if (first !== undefined) return failure([first, ...others]);
  const areas = { before: areaGrades(paired.pairs.map((pair) => pair.before)), after: areaGrades(paired.pairs.map((pair) => pair.after)) };
  const frame = {
    method: "grade-change" as const,
    scale: "ridit" as const,
    cohort: after.design.cohort,
    entrance: before.design.examination,
    exit: after.design.examination,
    pupils: sameCohort ? areas.after.pupils : areas.before.pupils + areas.after.pupils,
    area: { priorMean: 0.5, priorSd: areas.before.sd, outcomeMean: 0.5, outcomeSd: areas.after.sd },
    line: null,
    slopes: null,
    model: null,
    tested: [],
    designMinimum: after.design.minimumCohort ?? before.design.minimumCohort,
    sharedErrors: [],
    cautions: [...(["regression-to-mean", "floor-and-ceiling"] as const), ...(sameCohort ? [] : (["different-pupils"] as const))],
  };
  const described = describeSchools(frame, effectsOf(paired.pairs, areas, options), options);
  const shown = new Set(described.value.schools.flatMap((each) => (each.status === "estimated" ? [each.school] : [])));
  const [then, now] = [before.design.examination.grades, after.design.examination.grades];
  const alike = then.length === now.length && then.every((grade, g) => grade === now[g]);
  const shares = paired.pairs
    .filter(({ school }) => shown.has(school))
    .map((pair) => ({ school: pair.school, grades: shareChanges(pair, now, confidence) }));
  const result: GradeChangeResult = {
    format: "school-groups.grade-change.v1",
    result: described.value,
    shares: alike ? shares : null,
    cannotTell: inWords(openQuestions(sameCohort)),
  };
  return success(result, [...paired.issues, ...described.issues]);
}

interface Pair {
  readonly school: string;
  readonly before: SchoolGradeCounts;
  readonly after: SchoolGradeCounts;
}

function effectsOf(
  pairs: readonly Pair[],
  areas: { readonly before: AreaGrades; readonly after: AreaGrades },
  options: ValueAddedOptions,
): readonly SchoolEffect[] {
  const { errors } = checkValueAddedOptions(options);
  return pairs.map(({ school, before, after }): SchoolEffect => {
    const [then, now] = [meanRidit(before, areas.before.ridits), meanRidit(after, areas.after.ridits)];
    const a = varianceOfRidit({ pupils: before.pupils, squares: then.squares }, areas.before.within, errors);
    const b = varianceOfRidit({ pupils: after.pupils, squares: now.squares }, areas.after.within, errors);
    return {
      school,
      pupils: Math.min(before.pupils, after.pupils),
      intake: (then.mean - 0.5) / areas.before.sd,
      actual: now.mean,
      expected: then.mean,
      ownVariance: a.variance + b.variance,
      loading: [],
      df: jointFreedom(a, b),
    };
  });
}

function shareChanges({ before, after }: Pair, names: readonly string[], confidence: number): readonly GradeShareChange[] {
  const [then, now] = [atOrAbove(before, names, confidence), atOrAbove(after, names, confidence)];
  return now.map((share, g): GradeShareChange => {
    const [x, y] = [then[g]!, share];
    const [p, q] = [x.count / before.pupils, y.count / after.pupils];
    const change = q - p;
    const reach = (a: number, b: number): number => Math.sqrt(a * a + b * b);
    return {
      grade: share.grade,
      before: x,
      after: y,
      change,
      low: change - reach(q - y.low, x.high - p),
      high: change + reach(y.high - q, p - x.low),
    };
  });
}

function openQuestions(sameCohort: boolean): readonly CannotTellCode[] {
  const pupils = sameCohort ? (["same-pupils", "same-pupils-pairing"] as const) : (["pupil-growth", "intake-change"] as const);
  return ["grade-distances", "within-grade", ...pupils, "area-change", "who-was-tested"];
}
