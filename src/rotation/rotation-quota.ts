import {
  type Basis,
  type CalendarDate,
  type CountRange,
  ceilingOfFraction,
  type ExactText,
  type ExplainedValue,
  type Explanation,
  type Fraction,
  floorOfFraction,
  fraction,
  type Missing,
  multiplyFractions,
  parseFraction,
  SchoolGroupsError,
  type Subject,
  type Term,
  toExactText,
} from "../core/index.js";
import { type MeasureId, type MeasureRef, type ResolvedPolicy, type ResolvedRule, valueOn } from "../policy/index.js";
import { evaluateRule, type Fact, type FactLookup, type FindingCode } from "../rules/index.js";

/** The rule whose quota is asked for, and whom it is asked of. */
export interface RotationQuotaOptions {
  readonly rule: ResolvedRule;
  readonly policy: Pick<ResolvedPolicy, "packs" | "parameters">;
  readonly on: CalendarDate;
  /** 行政区划代码 of the district; absent: the packs loaded are taken to hold. */
  readonly code?: string | undefined;
  /** 交流教师数, planned or required: the denominator of a rule about backbone teachers. */
  readonly exchanged?: number | CountRange | undefined;
  /** The group or school that is asked; absent: nobody in particular, and conditions of the rule are unknown. */
  readonly subject?: Subject | undefined;
  /** What the rule's conditions ask: reach, designations. */
  readonly facts?: FactLookup | undefined;
}

/** 应交流人数. A headcount that a rule requires, with the denominator it is taken of. */
export interface RotationQuota {
  readonly rule: string;
  /** `not-owed`: the rule does not bind this subject (a cross-stage group owes no figure); `undetermined`: see `missing`. */
  readonly standing: "owed" | "not-owed" | "undetermined";
  readonly code: FindingCode;
  /** The share, or the count, with its basis; absent when the source gives no figure on the day. */
  readonly figure?: { readonly parameter: string; readonly value: ExactText; readonly basis: Basis } | undefined;
  /** Of whom the share is taken: always said, because sources differ. Absent for a rule that counts heads. */
  readonly denominator?: { readonly measure: MeasureId; readonly label: Term; readonly count: CountRange } | undefined;
  /** People, whole; an interval when the denominator is one. Absent unless owed and the figure is known. */
  readonly required?: CountRange | undefined;
  readonly missing: readonly Missing[];
  readonly explanation?: Explanation | undefined;
}

const DENOMINATORS: Readonly<Partial<Record<MeasureId, Term>>> = {
  "eligible-teachers": { "zh-CN": "符合交流条件教师数", en: "eligible teachers" },
  "exchanged-teachers": { "zh-CN": "交流教师数", en: "exchanged teachers" },
};
const REQUIRED: Term = { "zh-CN": "应交流人数", en: "teachers required" };
const PRODUCT: Term = { "zh-CN": "按比例计算", en: "by the share" };

/**
 * 应交流人数. How many people a rule of rotation requires at least: the least whole number that reaches the share, exactly. 20 % of 35 is 7; of
 * 36 it is 8.
 *
 * The denominator is the rule's own: the eligible, or, for backbone teachers, the exchanged (pass `exchanged`; without it the quota is undetermined).
 * A rule that counts heads (at least 5) gives its figure. Whether the rule binds the subject at all is judged by `evaluateRule`. Of 0 people 0 are
 * required. Throws `invalid-argument` for a rule that asks for no least share or count and for malformed counts, `invalid-date` for `on`.
 *
 * @example
 * ```ts
 * import { resolvePolicies } from "school-groups/policy";
 * import { suzhou } from "school-groups/packs/cn-320500-suzhou";
 * import { rotationQuota } from "school-groups/rotation";
 *
 * const policy = resolvePolicies([suzhou]);
 * const rule = policy.ok ? policy.value.rules.find(({ id }) => id === "suzhou.rotation.exchanged-share") : undefined;
 * if (!policy.ok || rule === undefined) throw new Error("the pack has no such rule");
 * const label = { "zh-CN": "同学段或跨学段", en: "reach" };
 * const tokens = (value: string) => ({ kind: "tokens", label, values: [value] }) as const;
 * const reach = (value: string) => ({ rule, policy: policy.value, on: "2024-09-01", facts: () => tokens(value) }) as const;
 * rotationQuota(35, reach("same-stage")).required; // => { low: 7, high: 7 }
 * rotationQuota({ low: 35, high: 36 }, reach("same-stage")).required; // => { low: 7, high: 8 }
 * rotationQuota(35, reach("cross-stage")).standing; // => "not-owed"
 * ```
 */
export function rotationQuota(eligible: number | CountRange, options: RotationQuotaOptions): RotationQuota {
  const { rule, policy, on, code } = options;
  if (rule.kind !== "share" && rule.kind !== "count") throw notAQuota(rule);
  const parameter = rule.bounds.atLeast ?? rule.bounds.moreThan;
  if (parameter === undefined) throw notAQuota(rule);
  const counts = { eligible: rangeOf(eligible), exchanged: options.exchanged === undefined ? undefined : rangeOf(options.exchanged) };
  const facts = (ref: MeasureRef): Fact | undefined => measured(ref, counts) ?? options.facts?.(ref) ?? unknownCondition(ref);
  const finding = evaluateRule({ rule, policy, on, code, subject: options.subject ?? { kind: "district", id: code ?? "" }, facts });
  const found = valueOn(policy, parameter, on);
  const whole = rule.kind === "share" ? rule.whole.measure : undefined;
  const count = whole === undefined ? undefined : whole === "exchanged-teachers" ? counts.exchanged : counts.eligible;
  const label = whole === undefined ? undefined : (DENOMINATORS[whole] ?? { "zh-CN": whole, en: whole });
  const base = {
    rule: rule.id,
    code: finding.code,
    figure: found === undefined ? undefined : { parameter, value: found.value, basis: found.basis },
    denominator: whole === undefined || label === undefined || count === undefined ? undefined : { measure: whole, label, count },
  };
  const empty = count?.high === 0;
  if (finding.verdict === "not-applicable" && !(empty && finding.code === "no-subject"))
    return { ...base, standing: "not-owed", missing: [] };
  const threshold = found === undefined ? undefined : parseFraction(found.value);
  const conditional = finding.code === "condition-unknown" || finding.code === "not-evaluated";
  if (conditional || found === undefined || threshold === undefined || (whole !== undefined && count === undefined)) {
    return { ...base, standing: "undetermined", missing: undeterminedBy(finding.missing, conditional, parameter) };
  }
  const least = (of: number): number => leastCount(threshold, rule.kind === "share" ? of : 1, rule.bounds.moreThan !== undefined);
  const required: CountRange =
    count === undefined
      ? { low: least(1), high: least(1) }
      : { low: least(count.low), high: count.high === undefined ? undefined : least(count.high) };
  const share: Explanation = {
    kind: "parameter",
    id: parameter,
    label: rule.label,
    value: { kind: "exact", value: found.value },
    basis: found.basis,
  };
  return { ...base, standing: "owed", required, missing: [], explanation: treeOf(share, threshold, base.denominator, required) };
}

function undeterminedBy(missing: readonly Missing[], conditional: boolean, parameter: string): readonly Missing[] {
  if (conditional) return missing.filter(({ kind }) => kind !== "record");
  const thresholds = missing.filter(({ kind }) => kind === "threshold");
  return thresholds.length > 0 ? thresholds : [{ kind: "threshold", parameter }];
}

function leastCount(threshold: Fraction, whole: number, strictly: boolean): number {
  const product = multiplyFractions(threshold, fraction(whole));
  return Number(strictly ? floorOfFraction(product) + 1n : ceilingOfFraction(product));
}

function treeOf(share: Explanation, threshold: Fraction, denominator: RotationQuota["denominator"], required: CountRange): Explanation {
  const value = explained(required.low, required.high);
  if (denominator === undefined) return { kind: "operation", label: REQUIRED, operator: "ceiling", operands: [share], value };
  const { low, high } = denominator.count;
  const fact: Explanation = { kind: "fact", label: denominator.label, value: explained(low, high) };
  const times = (whole: number): ExactText => toExactText(multiplyFractions(threshold, fraction(whole)));
  const product: ExplainedValue =
    low === high
      ? { kind: "exact", value: times(low) }
      : { kind: "interval", low: times(low), high: high === undefined ? undefined : times(high) };
  const part: Explanation = { kind: "operation", label: PRODUCT, operator: "product", operands: [share, fact], value: product };
  return { kind: "operation", label: REQUIRED, operator: "ceiling", operands: [part], value };
}

function explained(low: number, high: number | undefined): ExplainedValue {
  if (low === high) return { kind: "exact", value: String(low), unit: "people" };
  return { kind: "interval", low: String(low), high: high === undefined ? undefined : String(high), unit: "people" };
}

function rangeOf(count: number | CountRange): CountRange {
  const range = typeof count === "number" ? { low: count, high: count } : count;
  const sound = Number.isSafeInteger(range.low) && range.low >= 0 && (range.high === undefined || range.high >= range.low);
  if (sound) return range;
  throw new SchoolGroupsError("invalid-argument", "a number of people is a safe integer ≥ 0", { argument: "eligible" });
}

/** The rule's own counts: its whole as given; its part lies open, because it is what is asked for. */
function measured(
  ref: MeasureRef,
  counts: { readonly eligible: CountRange; readonly exchanged: CountRange | undefined },
): Fact | undefined {
  const label = DENOMINATORS[ref.measure] ?? { "zh-CN": ref.measure, en: ref.measure };
  const known = ref.measure === "eligible-teachers" ? counts.eligible : ref.measure === "exchanged-teachers" ? counts.exchanged : undefined;
  const mine = ref.measure === "exchanged-backbone-teachers" || ref.measure === "exchange-count" || ref.measure === "exchanged-teachers";
  if (known === undefined && !mine) return undefined;
  const missing: readonly Missing[] = [{ kind: "record", table: "exchanges" }];
  const range = known ?? { low: 0 };
  return {
    kind: "number",
    label,
    low: String(range.low),
    high: range.high === undefined ? undefined : String(range.high),
    unit: "people",
    missing,
  };
}

function unknownCondition(ref: MeasureRef): Fact {
  const of = ref.of ?? ref.measure;
  const label = { "zh-CN": of, en: of };
  if (ref.measure === "designation") {
    return { kind: "truth", label, value: "unknown", missing: [{ kind: "designation", designation: of }] };
  }
  return { kind: "tokens", label, missing: [{ kind: "field", table: "groups", column: of }] };
}

function notAQuota({ id }: ResolvedRule): SchoolGroupsError {
  return new SchoolGroupsError("invalid-argument", "a quota is asked of a rule with a least share or count", {
    argument: "rule",
    rule: id,
  });
}
