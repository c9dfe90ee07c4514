import {
  type Basis,
  type CalendarDate,
  type Citation,
  calendarDate,
  type DecimalString,
  type ExactText,
  exact,
  type Fraction,
  type InterruptionRule,
  parseFraction,
  SchoolGroupsError,
  toExactText,
} from "../core/index.js";
import type { StaffRole } from "../domain/index.js";
import { jurisdictionCovers, type ResolvedPolicy, valueOn } from "../policy/index.js";

/**
 * A figure of a condition: given, with its basis; named by a source without a figure (`unset`: what depends on it is unknown); or asked for
 * by nobody (`none`).
 */
export type ConditionFigure =
  | { readonly kind: "figure"; readonly parameter: string; readonly value: ExactText; readonly basis: Basis }
  | { readonly kind: "unset"; readonly parameter: string; readonly citations: readonly Citation[] }
  | { readonly kind: "none" };

/**
 * 交流条件的设定. What a caller decides about eligibility where the policy leaves it open, or instead of it; the basis is then the caller.
 * `null` says that there is no such condition.
 */
export interface RotationSettings {
  /** Full years in the same school, e.g. 6. */
  readonly minimumYears?: DecimalString | number | null | undefined;
  /** Years to retirement that must be exceeded, e.g. 5. */
  readonly yearsToRetirement?: DecimalString | number | null | undefined;
  /** Terms after which a principal rotates, e.g. 2. */
  readonly principalTerms?: DecimalString | number | null | undefined;
  /** Whoever was away on an exchange within so many years does not move again. */
  readonly recentYears?: DecimalString | number | null | undefined;
  /** What a gap between two stints in one school does; absent: unknown, so that a person whom it decides about is unknown too. */
  readonly interruptions?: InterruptionRule | undefined;
  /** Kinds of interruption whose days are no service; absent: unknown. An empty list: all leave counts. */
  readonly uncounted?: readonly string[] | undefined;
  /** Whether those postponed (暂缓) stay among the eligible; absent: unknown. */
  readonly postponed?: "counted" | "left-out" | undefined;
  /** Only teachers on the establishment (在编) are eligible. Absent: no such condition. */
  readonly establishmentOnly?: boolean | undefined;
  /** Whose number is the number of eligible *teachers*; absent: `DEFAULTS.rotationTeacherRoles`. */
  readonly teacherRoles?: readonly StaffRole[] | undefined;
}

/** 交流条件. The conditions of eligibility in force on a day in a place: figures of the policy or the caller, and the caller's readings. */
export interface RotationConditions
  extends Omit<RotationSettings, "minimumYears" | "yearsToRetirement" | "principalTerms" | "recentYears"> {
  readonly minimumYears: ConditionFigure;
  readonly yearsToRetirement: ConditionFigure;
  readonly principalTerms: ConditionFigure;
  readonly recentYears: ConditionFigure;
}

/** Which policy, on which day, in which district, and what the caller decides. */
export interface RotationConditionOptions {
  readonly policy: Pick<ResolvedPolicy, "packs" | "parameters">;
  readonly on: CalendarDate;
  /** 行政区划代码 of the district; absent: all packs are taken to hold. */
  readonly code?: string | undefined;
  readonly settings?: RotationSettings | undefined;
}

/** The ends of the ids under which packs keep each figure: `beijing.rotation.minimum-years`. */
const PARAMETERS = {
  minimumYears: ["minimum-years"],
  yearsToRetirement: ["years-to-retirement", "near-retirement-years"],
  principalTerms: ["principal-terms"],
  recentYears: ["recent-years"],
} as const;

/**
 * 交流条件. The conditions that hold on a day in a district: of the packs that hold there the narrowest one with a figure, unless the caller
 * sets one.
 *
 * Packs keep them as parameters whose ids end in `.rotation.minimum-years`, `.rotation.years-to-retirement` (or `.near-retirement-years`),
 * `.rotation.principal-terms` and `.rotation.recent-years`. Years of service and terms that no pack names at all are `unset`, because nobody
 * is eligible without them; the other two are `none`. Throws `invalid-date`, and `invalid-argument` or `invalid-decimal` for a malformed setting.
 *
 * @example
 * ```ts
 * import { rotationConditions } from "school-groups/rotation";
 *
 * const policy = { packs: [], parameters: [] };
 * const conditions = rotationConditions({ policy, on: "2024-09-01", settings: { minimumYears: 6, yearsToRetirement: null } });
 * conditions.minimumYears; // => { kind: "figure", parameter: "rotation.minimum-years", value: "6", basis: { kind: "caller" } }
 * conditions.yearsToRetirement; // => { kind: "none" }
 * conditions.principalTerms; // => { kind: "unset", parameter: "rotation.principal-terms", citations: [] }
 * ```
 */
export function rotationConditions(options: RotationConditionOptions): RotationConditions {
  const settings = options.settings ?? {};
  calendarDate(options.on);
  return {
    ...settings,
    minimumYears: figureOf(options, PARAMETERS.minimumYears, settings.minimumYears, true),
    yearsToRetirement: figureOf(options, PARAMETERS.yearsToRetirement, settings.yearsToRetirement, false),
    principalTerms: figureOf(options, PARAMETERS.principalTerms, settings.principalTerms, true),
    recentYears: figureOf(options, PARAMETERS.recentYears, settings.recentYears, false),
  };
}

function figureOf(
  options: RotationConditionOptions,
  names: readonly [string, ...string[]],
  setting: DecimalString | number | null | undefined,
  needed: boolean,
): ConditionFigure {
  const own = `rotation.${names[0]}`;
  if (setting === null) return { kind: "none" };
  if (setting !== undefined) {
    return { kind: "figure", parameter: own, value: toExactText(notNegative(exact(setting), own)), basis: { kind: "caller" } };
  }
  const named = parametersEndingIn(options, names);
  for (const parameter of named) {
    const found = valueOn(options.policy, parameter.id, options.on);
    if (found !== undefined && parseFraction(found.value) !== undefined) {
      return { kind: "figure", parameter: parameter.id, value: found.value, basis: found.basis };
    }
  }
  const first = named[0];
  if (first !== undefined) return { kind: "unset", parameter: first.id, citations: first.citations ?? [] };
  return needed ? { kind: "unset", parameter: own, citations: [] } : { kind: "none" };
}

/** The parameters of packs that hold in the district, the narrowest jurisdiction first; of two alike the later pack, which was added to it. */
function parametersEndingIn({ policy, code }: RotationConditionOptions, names: readonly string[]) {
  const codes = new Map(policy.packs.map((pack) => [pack.id, pack.jurisdiction.code]));
  return policy.parameters
    .filter(({ id }) => names.some((name) => id.endsWith(`.rotation.${name}`)))
    .map((parameter, position) => ({ parameter, position, held: codes.get(parameter.pack) ?? "000000" }))
    .filter(({ held }) => code === undefined || jurisdictionCovers(held, code))
    .sort((left, right) => narrowness(right.held) - narrowness(left.held) || right.position - left.position)
    .map(({ parameter }) => parameter);
}

function narrowness(code: string): number {
  return code.replace(/0+$/, "").length;
}

function notNegative(value: Fraction, argument: string): Fraction {
  if (value.numerator >= 0n) return value;
  throw new SchoolGroupsError("invalid-argument", "a number of years or terms is not below 0", { argument });
}

/**
 * Years of a condition as whole months, rounded up: a figure finer than a month has no anniversary of its own.
 * @internal
 */
export function monthsOf(figure: Extract<ConditionFigure, { readonly kind: "figure" }>): number {
  const { numerator, denominator } = exact(figure.value);
  const months = numerator * 12n;
  return Number((months + denominator - 1n) / denominator);
}
