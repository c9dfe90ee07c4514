import type { BoundedRange, Citation, Result } from "../core/index.js";
import type { Group, Pupil } from "../domain/index.js";
import { gainScores } from "./gain-scores.js";
import { type GroupValueAddedResult, groupValueAdded } from "./group-value-added.js";
import type { ValueAddedIssue } from "./issues.js";
import type { MeanAndRatesResult } from "./mean-and-rates.js";
import { mixedValueAdded } from "./mixed-value-added.js";
import type { PupilDesign } from "./pupil-design.js";
import { byMethod, type PupilMethod, type PupilMethodResult } from "./pupil-method.js";
import type { PupilTable } from "./pupil-table.js";
import { type PupilColumns, type ReadPupilsOptions, readPupils } from "./read-pupils.js";
import { regressionValueAdded } from "./regression-value-added.js";
import type { ValueAddedOptions, ValueAddedResult } from "./result.js";

/** What a report hands over. */
export interface ValueAddedInput extends ReadPupilsOptions {
  readonly pupils: readonly Pupil[] | PupilTable;
  readonly design: PupilDesign;
  readonly options?: ValueAddedOptions | undefined;
  /** The method the answer rests on (`chosen`); absent: none, gains, regression and mixed model side by side. It has options of its own. */
  readonly method?: PupilMethod | undefined;
  readonly groups?: readonly Group[] | undefined;
  /** The cohort's years, for memberships; needed with `groups`. */
  readonly years?: BoundedRange | undefined;
  /** An earlier cohort, to tell how groups changed; needs `groups` and `years`. */
  readonly before?: EarlierCohort | undefined;
  /** 稀释底线: how far a lead may fall, in the result's scale, above 0; the caller's figure. */
  readonly margin?: number | undefined;
  /** The rule that forbids it, as `checkCompliance` found: then nothing is computed. */
  readonly forbiddenBy?: ValueAddedForbidden | undefined;
}

/** 前一届. The pupils of an earlier cohort at the same schools, in examinations on the same scale: the caller's word. */
export interface EarlierCohort {
  readonly pupils?: readonly Pupil[] | PupilTable | undefined;
  /** The same as `pupils`, by the name that `assessDistrict` gives the cohort's own; one of the two. */
  readonly rows?: readonly Pupil[] | PupilTable | undefined;
  readonly design: PupilDesign;
  readonly roll?: ReadPupilsOptions["roll"];
  readonly years: BoundedRange;
  /** Whom to compare, as in `groupValueAdded`. */
  readonly composition?: "as-dated" | "as-now" | undefined;
}

/** 不适用. A must-not rule and its clauses, by which scores may not be used so. */
export interface ValueAddedForbidden {
  readonly rule: string;
  readonly citations: readonly Citation[];
}

/** 增值评价 of one cohort by three methods side by side, and by the one asked for; or why there is none. */
export type ValueAddedAssessment =
  | { readonly status: "not-applicable"; readonly forbiddenBy: ValueAddedForbidden }
  | { readonly status: "failed"; readonly issues: readonly ValueAddedIssue[] }
  | {
      readonly status: "done";
      /** Rows offered and pupils used; the ledger with its ids stays behind. */
      readonly pupils: { readonly offered: number; readonly used: number };
      /** By `method`; null where none was asked for or it failed. */
      readonly chosen: PupilMethodResult | null;
      /** Of `rate-change`: mean and all rates. */
      readonly rates: MeanAndRatesResult | null;
      readonly gain: ValueAddedResult | null;
      readonly regression: ValueAddedResult | null;
      readonly mixed: ValueAddedResult | null;
      /** Contrasts of unshrunken estimates: of `method`, else of the mixed model, else of the regression. */
      readonly groups: GroupValueAddedResult | null;
      /** Groups against the earlier cohort, by regression residuals that are both taken from the earlier cohort's line. */
      readonly change: GroupValueAddedResult | null;
      readonly issues: readonly ValueAddedIssue[];
    };

/**
 * 增值评价（一届）. From rows to results: gains, regression residuals and the mixed model side by side, as they favour different schools, and
 * groups where given. No pupil's id is in the answer. Whether scores may be used so at all is not judged here: a caller who found a rule
 * against it passes `forbiddenBy` and gets `not-applicable` with its clauses.
 *
 * A method that fails is null and says why in `issues`; the others stand. Data never throws. With `method` groups are contrasts of that method's
 * estimates; where it fails there are none.
 *
 * @example
 * ```ts
 * import { assessValueAdded } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };
 * const forbiddenBy = { rule: "cn.scores.value-added.primary", citations: [{ source: "cn", clause: "N9" }] };
 * assessValueAdded({ pupils: [], design, forbiddenBy }).status; // => "not-applicable"
 * assessValueAdded({ pupils: [], design }).status; // => "failed"
 * ```
 */
export function assessValueAdded(input: ValueAddedInput): ValueAddedAssessment {
  if (input.forbiddenBy !== undefined) return { status: "not-applicable", forbiddenBy: input.forbiddenBy };
  const { roll, aliases, options = {}, groups, years } = input;
  const read = readPupils(input.pupils, input.design, { roll, aliases });
  if (!read.ok) return { status: "failed", issues: read.issues };
  const scale = options.scale ?? "z";
  const gain = scale === "marks" ? undefined : gainScores(read.value, options);
  const regression = regressionValueAdded(read.value, options);
  const mixed = mixedValueAdded(read.value, options);
  const chosen = input.method === undefined ? undefined : byMethod(read.value, input.method);
  if (gain?.ok !== true && !regression.ok && !mixed.ok && chosen?.ok !== true)
    return { status: "failed", issues: distinct([read, chosen, regression].flatMap((one) => one?.issues ?? [])) };
  const usual = mixed.ok ? mixed.value : regression.ok ? regression.value : undefined;
  const fit = chosen === undefined ? usual : chosen.ok ? chosen.value.result : undefined;
  const contrasts =
    fit === undefined || groups === undefined || years === undefined ? undefined : groupValueAdded(fit, { memberships: groups, years });
  const change = changeOfGroups(read.value, input);
  return {
    status: "done",
    pupils: { offered: read.value.ledger.offered, used: read.value.ledger.used },
    chosen: chosen?.ok === true ? chosen.value.result : null,
    rates: chosen?.ok === true ? chosen.value.rates : null,
    gain: gain?.ok === true ? gain.value : null,
    regression: regression.ok ? regression.value : null,
    mixed: mixed.ok ? mixed.value : null,
    groups: contrasts?.ok === true ? contrasts.value : null,
    change: change?.ok === true ? change.value : null,
    issues: distinct([read, chosen, gain, regression, mixed, contrasts, change].flatMap((one) => one?.issues ?? [])),
  };
}

/** Both cohorts by one line, that of the earlier one: only then is a change of the lead its own, and not one of the area. */
function changeOfGroups(after: PupilColumns, input: ValueAddedInput): Result<GroupValueAddedResult, ValueAddedIssue> | undefined {
  const { before, groups, years, margin, aliases, options = {} } = input;
  if (before === undefined || groups === undefined || years === undefined) return undefined;
  const read = readPupils(before.pupils ?? before.rows ?? [], before.design, { roll: before.roll, aliases });
  const earlier = read.ok ? regressionValueAdded(read.value, options) : read;
  if (!earlier.ok) {
    const [first, ...others] = earlier.issues.map((issue) => ({ ...issue, path: ["before", ...issue.path] }));
    return first === undefined ? earlier : { ok: false, issues: [first, ...others] };
  }
  const later = regressionValueAdded(after, { ...options, anchor: earlier.value });
  if (!later.ok) return later;
  const { years: then, composition } = before;
  return groupValueAdded(later.value, { memberships: groups, years, margin, before: { fit: earlier.value, years: then, composition } });
}

/** Three methods say the same of the same data: once is enough. */
function distinct(issues: readonly ValueAddedIssue[]): ValueAddedIssue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
