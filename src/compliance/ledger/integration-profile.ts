import {
  addFractions,
  calendarDate,
  compareFractions,
  divideFractions,
  type ExactText,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  parseFraction,
  SchoolGroupsError,
  type Term,
  toExactText,
} from "../../core/index.js";
import { formsOn } from "../../domain/index.js";
import type { MeasuredShare } from "./measured-share.js";
import { isLedgerRule, type RuleReadingOptions, readRule } from "./rule-reading.js";
import type { WorkLedger } from "./work-ledger.js";

/** Whose depth of integration, held against what, and weighed how. */
export interface IntegrationOptions extends RuleReadingOptions {
  readonly group: string;
  /** What a form promises, by form and rule, from 0 to 1: the caller's reading, no source gives a figure. */
  readonly promises?: Readonly<Record<string, Readonly<Record<string, string | number>>>> | undefined;
  /** The caller's weights by rule; without them there is no number. */
  readonly weights?: Readonly<Record<string, string | number>> | undefined;
}

/** One measure of the profile. */
export interface IntegrationDimension {
  readonly rule: string;
  readonly label: Term;
  /** Absent while nothing is due. */
  readonly share?: MeasuredShare | undefined;
  /** What the group's form promises, and whether it is reached: `unknown` where it lies inside the interval. */
  readonly promised?: ExactText | undefined;
  readonly reached?: "yes" | "no" | "unknown" | undefined;
}

/** 融合度. A profile, and a number only where the caller weighs it. */
export interface IntegrationProfile {
  readonly group: string;
  /** The group's forms on the day, certain ones first. */
  readonly forms: readonly string[];
  readonly dimensions: readonly IntegrationDimension[];
  /** Weighted mean of the shares, as an interval; absent without weights, or where a weighted measure has nothing due. */
  readonly weighted?: { readonly low: ExactText; readonly high: ExactText } | undefined;
}

/**
 * 融合度. How deeply a group is integrated: the shares of all 同步 and 统一 measures of the policy side by side, beside what its form promises.
 *
 * The measures are not averaged, unless the caller gives weights; then the number has the caller's basis, never a policy's. Throws `unknown-id`
 * for the group or a weighted rule that is no such measure, `invalid-decimal` for a figure, `invalid-argument` for a weight below 0 or weights
 * that sum to 0.
 *
 * @example
 * ```ts
 * import { createWorkLedger, integrationProfile } from "school-groups/compliance";
 * import { baota } from "school-groups/packs/cn-610602-baota";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([baota]);
 * if (!policy.ok) throw new Error("no policy");
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }] as const;
 * const made = createWorkLedger(
 *   { format: "school-groups.district.v1", schools: [], groups: [{ id: "g", complete: true, memberships }] },
 *   {
 *     policy: policy.value,
 *     period: { from: "2024-02-26", until: "2024-07-07" },
 *     calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *     tasks: [{ id: "t", group: "g", phases: [{ phase: "arrange", due: "2024-03-08" }] }],
 *   },
 * );
 * if (!made.ok) throw new Error("no ledger");
 * made.value.add([{ task: "t", phase: "arrange", school: "a", on: "2024-03-08" }]);
 * const weights = { "baota.five-synchronizations.arrange": "1" };
 * const profile = integrationProfile(made.value, { asOf: "2024-03-31", group: "g", weights });
 * profile.dimensions.length; // => 13
 * profile.weighted; // => { low: "0.5", high: "1" }
 * ```
 */
export function integrationProfile(ledger: WorkLedger, options: IntegrationOptions): IntegrationProfile {
  const asOf = calendarDate(options.asOf);
  const { plan } = ledger.state();
  const group = plan.members.group(options.group);
  if (group === undefined) throw unknown("group", options.group);
  const forms = formsReadably(() => formsOn(group, asOf));
  const dimensions = plan.policy.rules.filter(isLedgerRule).flatMap((rule): readonly IntegrationDimension[] => {
    if (rule.kind === "activity") return [];
    const share = readRule(ledger, options, rule, group)?.share;
    const promised = forms.flatMap((form) => options.promises?.[form]?.[rule.id] ?? [])[0];
    return [{ rule: rule.id, label: rule.label, ...(share === undefined ? {} : { share }), ...promiseOf(promised, share) }];
  });
  const weighted = options.weights === undefined ? undefined : weightedShare(dimensions, options.weights);
  return { group: group.id, forms, dimensions, ...(weighted === undefined ? {} : { weighted }) };
}

function unknown(what: string, id: string): SchoolGroupsError {
  return new SchoolGroupsError("unknown-id", `no ${what} has the id ${id.slice(0, 80)}`, { what, id: id.slice(0, 80) });
}

function formsReadably(read: () => ReturnType<typeof formsOn>): readonly string[] {
  try {
    const { certain, possible } = read();
    return [...certain, ...possible];
  } catch {
    return [];
  }
}

function promiseOf(promised: string | number | undefined, share: MeasuredShare | undefined) {
  if (promised === undefined) return {};
  const wanted = exact(promised);
  const said = { promised: toExactText(wanted) };
  if (share === undefined) return { ...said, reached: "unknown" } as const;
  if (compareFractions(end(share.low), wanted) >= 0) return { ...said, reached: "yes" } as const;
  return { ...said, reached: compareFractions(end(share.high), wanted) < 0 ? "no" : "unknown" } as const;
}

function end(text: ExactText): Fraction {
  return parseFraction(text) ?? fraction(0);
}

function weightedShare(dimensions: readonly IntegrationDimension[], weights: Readonly<Record<string, string | number>>) {
  let total = fraction(0);
  let low = fraction(0);
  let high = fraction(0);
  let known = true;
  for (const [rule, given] of Object.entries(weights)) {
    const weight = exact(given);
    if (weight.numerator < 0n) throw new SchoolGroupsError("invalid-argument", "a weight is 0 or more", { rule: rule.slice(0, 80) });
    const dimension = dimensions.find((one) => one.rule === rule);
    if (dimension === undefined) throw unknown("measure", rule);
    total = addFractions(total, weight);
    if (weight.numerator === 0n) continue;
    if (dimension.share === undefined) known = false;
    else {
      low = addFractions(low, multiplyFractions(weight, end(dimension.share.low)));
      high = addFractions(high, multiplyFractions(weight, end(dimension.share.high)));
    }
  }
  if (total.numerator === 0n) throw new SchoolGroupsError("invalid-argument", "weights sum to more than 0", { argument: "weights" });
  return known ? { low: toExactText(divideFractions(low, total)), high: toExactText(divideFractions(high, total)) } : undefined;
}
