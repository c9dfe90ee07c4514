import { SchoolGroupsError } from "../../core/index.js";

/** 网格. How one column is put on whole numbers: a value is (value − origin) ÷ step, rounded once to the nearest whole number (halves to even). */
export interface GridColumn {
  /** Name of the column; unique in the design. */
  readonly id: string;
  /** The value that becomes 0, as decimal text; `"0"` when absent. Take one near the middle of the data. */
  readonly origin?: string | undefined;
  /** The distance of neighbouring values, as decimal text above 0: `"0.5"` for half marks. */
  readonly step: string;
  /** `narrow` (the default) reaches 2²¹ steps to either side of the origin, `wide` 2⁴² at about twice the time. */
  readonly width?: "narrow" | "wide" | undefined;
}

/**
 * 统计设计. What a collection of exact statistics holds: the columns with their grids, the levels, the weights.
 *
 * Statistics can be merged when their designs are the same; the constant column is always there and is not named.
 */
export interface StatisticsDesign {
  /** At least one column; the response is one of them. */
  readonly columns: readonly GridColumn[];
  /** Do groups (schools) belong to units of an upper level (school groups)? Rows may still leave theirs empty. */
  readonly upper?: boolean | undefined;
  /** Present when every row carries a known weight (inverse relative variance): the step of the weights, as decimal text above 0. */
  readonly weightStep?: string | undefined;
  /** Keep the cross-products of every group too: needed for random slopes and for cluster-robust errors. */
  readonly groupProducts?: boolean | undefined;
}

/** A decimal text as a reduced quotient and in its one canonical spelling. @internal */
export interface GridNumber {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly text: string;
}

/** A column's grid, ready for rounding. @internal */
export interface CompiledColumn {
  readonly id: string;
  readonly origin: GridNumber;
  readonly step: GridNumber;
  readonly wide: boolean;
  /** First of the column's lanes: one for a narrow column, two (high, low) for a wide one. */
  readonly lane: number;
}

/** Most steps a narrow value may lie from its origin: 2 048 rows × (2²¹)² = 2⁵³. @internal */
export const NARROW_LIMIT = 2097152;
/** Most steps a wide value may lie from its origin. @internal */
export const WIDE_LIMIT = NARROW_LIMIT * NARROW_LIMIT;

const DECIMAL = /^(-?)0*(\d+)(?:\.(?=\d)(\d*?)0*)?$/;

/** Reads a decimal text exactly. @internal */
function gridNumber(text: string, argument: string): GridNumber {
  const parts = typeof text === "string" ? DECIMAL.exec(text) : null;
  if (parts === null || text.length > 30) {
    throw new SchoolGroupsError("invalid-decimal", `${argument} must be a decimal text of at most 30 characters, such as "0.5"`, {
      argument,
    });
  }
  const whole = parts[2] ?? "0";
  const fraction = parts[3] ?? "";
  const digits = BigInt(whole + fraction);
  const negative = parts[1] === "-" && digits !== 0n;
  const numerator = negative ? -digits : digits;
  const denominator = 10n ** BigInt(fraction.length);
  const common = greatestCommonDivisor(digits, denominator);
  return {
    numerator: numerator / common,
    denominator: denominator / common,
    text: `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`,
  };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Checks the design's columns and gives each its place. @internal */
export function compileColumns(design: StatisticsDesign): readonly CompiledColumn[] {
  if (!Array.isArray(design.columns) || design.columns.length === 0) {
    throw new SchoolGroupsError("invalid-argument", "a statistics design needs at least one column", { argument: "columns" });
  }
  const seen = new Set<string>();
  let lane = 0;
  return design.columns.map((column): CompiledColumn => {
    if (typeof column.id !== "string" || column.id === "" || seen.has(column.id)) {
      throw new SchoolGroupsError("invalid-argument", "columns need names that differ", { argument: "columns", column: String(column.id) });
    }
    seen.add(column.id);
    const wide = column.width === "wide";
    const compiled = {
      id: column.id,
      origin: gridNumber(column.origin ?? "0", `origin of ${column.id}`),
      step: positiveStep(column.step, `step of ${column.id}`),
      wide,
      lane,
    };
    lane += wide ? 2 : 1;
    return compiled;
  });
}

/** A step: a decimal text above 0. @internal */
export function positiveStep(text: string, argument: string): GridNumber {
  const step = gridNumber(text, argument);
  if (step.numerator <= 0n) throw new SchoolGroupsError("invalid-argument", `${argument} must be above 0`, { argument });
  return step;
}
