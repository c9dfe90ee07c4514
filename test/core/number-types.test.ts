import {
  type Basis,
  compareInterval,
  compareShare,
  type DecimalFormat,
  type DefaultName,
  exact,
  type Fraction,
  type Interval,
  libraryBasis,
  type NumericRelation,
  parseFraction,
  printedInterval,
  type Rounding,
  type Truth,
} from "school-groups/core";
import { expectTypeOf, test } from "vitest";

test("what may be absent says so in its type", () => {
  expectTypeOf(parseFraction).returns.toEqualTypeOf<Fraction | undefined>();
  expectTypeOf(printedInterval).returns.toEqualTypeOf<Interval | undefined>();
  expectTypeOf<Interval["high"]>().toEqualTypeOf<Fraction | undefined>();
  expectTypeOf(exact).parameter(0).toEqualTypeOf<string | number>();
});

test("answers and options are closed unions", () => {
  expectTypeOf(compareInterval).returns.toEqualTypeOf<Truth>();
  expectTypeOf(compareShare).returns.toEqualTypeOf<Truth | "not-applicable">();
  expectTypeOf<"one-of">().not.toExtend<NumericRelation>();
  expectTypeOf<"at-least">().toExtend<NumericRelation>();
  expectTypeOf<"bankers">().not.toExtend<Rounding["mode"]>();
  expectTypeOf<{ mode: "floor" }>().not.toExtend<DecimalFormat>();
  expectTypeOf<{ mode: "floor"; places: 2 }>().toExtend<DecimalFormat>();
  expectTypeOf<"maxGuess">().not.toExtend<DefaultName>();
  expectTypeOf(libraryBasis).returns.toEqualTypeOf<Basis>();
});

test("fractions are read only", () => {
  expectTypeOf<Fraction>().toEqualTypeOf<{ readonly numerator: bigint; readonly denominator: bigint }>();
});
