import {
  addFractions,
  compareFractions,
  divideFractions,
  type Explanation,
  type Fraction,
  fraction,
  type Interval,
  type Missing,
  parseFraction,
  type Term,
  toExactText,
} from "../core/index.js";
import type { Bounds, ShareRule } from "../policy/index.js";
import { holdsAgainst } from "./compare-exact.js";
import type { FactLookup } from "./fact-lookup.js";
import { explainedNumber, judgeBounds, type Limits, limitsOf, type MeasuredNumber, numberNode } from "./judge-bounds.js";
import { type Judgement, notHandedOver, type Thresholds } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";

/** Part over whole within bounds. */
export interface ShareTest extends Pick<ShareRule, "kind" | "part" | "whole"> {
  readonly terms: ShareTerms;
}

/** What a rule on a share asks. */
export function shareTest(
  rule: Pick<ShareRule, "kind" | "id" | "part" | "whole" | "bounds" | "unclear" | "citations">,
  thresholds: Thresholds,
): ShareTest {
  return { kind: rule.kind, part: rule.part, whole: rule.whole, terms: shareTerms(rule, thresholds) };
}

/**
 * 占比. Part over whole within bounds, both possibly known only in part: satisfied when the least possible share reaches the limit, violated
 * when the greatest does not. The part is among the whole; of a whole that is 0 there is no share. A part that certainly exceeds its whole is
 * counted over others than the whole is: no share, but a contradiction, which is told as `part-exceeds-whole` and settles nothing.
 */
export function judgeShare(test: ShareTest, facts: FactLookup, trace: boolean): Judgement {
  const part = facts(test.part);
  if (part === undefined) return notHandedOver(test.part);
  const whole = facts(test.whole);
  if (whole === undefined) return notHandedOver(test.whole);
  if (part.kind !== "number") return { kind: "no-meaning", label: part.label };
  if (whole.kind !== "number") return { kind: "no-meaning", label: whole.label };
  const counts = { part: measuredFact(part), whole: measuredFact(whole) };
  const ends = { part: intervalOf(counts.part), whole: intervalOf(counts.whole) };
  const interval = shareBetween(ends.part, ends.whole);
  const explanation = trace ? shareNode(counts.part, counts.whole, interval) : undefined;
  const judged = judgeTerms({ ...counts, interval, explanation }, test.terms, trace);
  if (judged.kind !== "judged" || !exceeds(ends.part, ends.whole)) return judged;
  const { open, missing } = test.terms.exceeded;
  return { ...judged, open, missing: missing.concat(judged.missing) };
}

function shareNode(part: MeasuredNumber, whole: MeasuredNumber, interval: Interval | undefined): Explanation {
  return {
    kind: "operation",
    label: SHARE,
    operator: "share",
    operands: [numberNode(part), numberNode(whole)],
    value: explainedNumber(textOf(interval), "ratio"),
  };
}

/** What a share rule and a coverage rule have in common. */
export interface ShareToJudge {
  readonly part: MeasuredNumber;
  readonly whole: MeasuredNumber;
  readonly interval: Interval | undefined;
  /** The date of the published counts it comes from. */
  readonly publishedFor?: string | undefined;
  /** Where somebody asked for one. */
  readonly explanation: Explanation | undefined;
}

/** What a share is held against, read once for all subjects. */
export interface ShareTerms {
  readonly limits: Limits;
  /** Where the source leaves open what it is a share of: its words, and what to ask for. */
  readonly unclear?: { readonly label: Term; readonly missing: readonly Missing[] } | undefined;
  /** What to say of a part that exceeds its whole. */
  readonly exceeded: { readonly open: "part-exceeds-whole"; readonly missing: readonly Missing[] };
}

/** The limits of a share and what its source leaves open. */
export function shareTerms(
  { id, unclear, citations, bounds }: Pick<ShareRule, "id" | "unclear" | "citations"> & { readonly bounds: Bounds },
  thresholds: Thresholds,
): ShareTerms {
  const limits = limitsOf(bounds, thresholds);
  const missing: readonly Missing[] = [{ kind: "base", rule: id, citations }];
  const exceeded = { open: "part-exceeds-whole", missing } as const;
  return unclear === undefined ? { limits, exceeded } : { limits, exceeded, unclear: { label: unclear, missing } };
}

/** Holds a share against its limits, unless the source leaves open what it is a share of. */
export function judgeTerms(share: ShareToJudge, { limits, unclear }: ShareTerms, trace: boolean): Judgement {
  const { part, whole } = share;
  const shown = textOf(share.interval);
  const label = share.publishedFor === undefined ? SHARE : publishedShare(share.publishedFor);
  const number: MeasuredNumber =
    unclear === undefined
      ? { label, interval: shown, unit: "ratio", missing: [...part.missing, ...whole.missing], explanation: share.explanation }
      : { ...unclear, unit: "ratio" };
  const judged = judgeBounds(number, limits, trace);
  const meaningful = whole.interval === undefined ? "unknown" : holdsAgainst(whole.interval, "more-than", "0");
  return {
    ...judged,
    meaningful,
    operands: [
      { id: "part", label: part.label, value: explainedNumber(part.interval, part.unit) },
      { id: "whole", label: whole.label, value: explainedNumber(whole.interval, whole.unit) },
      { id: "value", label, value: explainedNumber(shown, "ratio") },
      ...limits.operands,
    ],
    missing: meaningful === "unknown" ? [...judged.missing, ...whole.missing] : judged.missing,
    ...(unclear !== undefined && judged.holds === "unknown" ? { open: "base-unclear" } : {}),
    ...(trace ? { meaningfulExplanation: someOf(whole) } : {}),
  };
}

const SHARE: Term = { "zh-CN": "占比", en: "share" };

function publishedShare(on: string): Term {
  return { "zh-CN": `按${on}公布数计算的占比`, en: `share by the counts published for ${on}` };
}

const NOTHING: Term = { "zh-CN": "零", en: "none" };

function someOf(whole: MeasuredNumber): Explanation {
  const none: Explanation = { kind: "parameter", id: "none", label: NOTHING, value: { kind: "exact", value: "0", unit: whole.unit } };
  const holds = whole.interval === undefined ? "unknown" : holdsAgainst(whole.interval, "more-than", "0");
  return { kind: "comparison", relation: "more-than", left: numberNode(whole), right: none, holds };
}

/** A measured number as exact ends; `undefined` when nothing is known of it. */
export function intervalOf({ interval }: MeasuredNumber): Interval | undefined {
  const low = interval === undefined ? undefined : parseFraction(interval.low);
  if (interval === undefined || low === undefined) return undefined;
  return interval.high === undefined ? { low } : { low, high: parseFraction(interval.high) };
}

/** An interval as exact text. */
export function textOf(interval: Interval | undefined) {
  if (interval === undefined) return undefined;
  return { low: toExactText(interval.low), high: interval.high === undefined ? undefined : toExactText(interval.high) };
}

/** Between which values part ÷ whole lies, for a part that is among the whole; `undefined` when the whole is 0, the part exceeds it, or an end is below 0. */
function shareBetween(part: Interval | undefined, whole: Interval | undefined): Interval | undefined {
  if (part === undefined || whole === undefined || isNegative(part.low) || isNegative(whole.low)) return undefined;
  if (whole.high?.numerator === 0n || exceeds(part, whole)) return undefined;
  const low = whole.high === undefined ? ZERO : divideFractions(part.low, whole.high);
  const all = part.high === undefined || compareFractions(part.high, whole.low) >= 0;
  const high = all || part.high === undefined ? ONE : divideFractions(part.high, whole.low);
  return { low, high: compareFractions(low, high) > 0 ? low : high };
}

/** Whether a part certainly exceeds the whole it should be among; nobody says so of a whole of which there is nothing. */
function exceeds(part: Interval | undefined, whole: Interval | undefined): boolean {
  if (part === undefined || whole?.high === undefined || whole.high.numerator <= 0n) return false;
  return compareFractions(part.low, whole.high) > 0;
}

/**
 * Between which values part ÷ (part + rest) lies; tighter than `shareBetween`, because who counts in the part cannot count in the rest.
 * `undefined` when both are surely 0: there is no share of nothing.
 */
export function shareWithRest(part: Interval | undefined, rest: Interval | undefined): Interval | undefined {
  if (part === undefined || rest === undefined || isNegative(part.low) || isNegative(rest.low)) return undefined;
  if (part.high?.numerator === 0n && rest.high?.numerator === 0n) return undefined;
  return { low: leastShare(part.low, rest.high), high: greatestShare(part.high, rest.low) };
}

function leastShare(part: Fraction, rest: Fraction | undefined): Fraction {
  if (rest === undefined) return ZERO;
  // Without any rest the share is whole, however many there are.
  return rest.numerator === 0n ? ONE : divideFractions(part, addFractions(part, rest));
}

function greatestShare(part: Fraction | undefined, rest: Fraction): Fraction {
  if (part === undefined) return ONE;
  return part.numerator === 0n ? ZERO : divideFractions(part, addFractions(part, rest));
}

function isNegative(value: Fraction): boolean {
  return value.numerator < 0n;
}

const ZERO = /* @__PURE__ */ fraction(0);
const ONE = /* @__PURE__ */ fraction(1);
