import type { Result } from "school-groups/core";
import {
  type LeastSquaresFit,
  leastSquares,
  type OneWayAnova,
  oneWayAnova,
  type RegressionCoefficient,
  type StatisticsIssue,
  studentTails,
  type Tails,
} from "school-groups/statistics";
import { expectTypeOf, test } from "vitest";

test("what a caller sees", () => {
  expectTypeOf(leastSquares).returns.toEqualTypeOf<Result<LeastSquaresFit, StatisticsIssue>>();
  expectTypeOf(oneWayAnova).returns.toEqualTypeOf<Result<OneWayAnova, StatisticsIssue>>();
  expectTypeOf(studentTails).returns.toEqualTypeOf<Tails>();
  // a typed array, a list or any other ArrayLike is a column; text is not
  expectTypeOf<Float64Array>().toExtend<Parameters<typeof leastSquares>[0]["response"]>();
  expectTypeOf<string[]>().not.toExtend<Parameters<typeof leastSquares>[0]["response"]>();
  expectTypeOf<RegressionCoefficient["pValue"]>().toEqualTypeOf<number | undefined>();
  // codes are closed, and a code's parameters are its own
  expectTypeOf<"nonsense">().not.toExtend<StatisticsIssue["code"]>();
  expectTypeOf<keyof Extract<StatisticsIssue, { code: "collinear-column" }>["params"]>().toEqualTypeOf<"column" | "columns">();
});
