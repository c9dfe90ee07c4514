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
import { explainedNumber, judgeBounds, type MeasuredNumber } from "./judge-bounds.js";
import { type JudgeContext, type Judgement, notHandedOver } from "./judgement.js";
import { measuredFact } from "./measured-fact.js";

/**
 * 占比. Part over whole within bounds, both possibly known only in part: satisfied when the least possible share reaches the limit, violated
 * when the greatest does not. The part is among the whole; of a whole that is 0 there is no share.
 */
export function evaluateShare(
  rule: Pick<ShareRule, "id" | "part" | "whole" | "bounds" | "unclear" | "citations">,
  context: JudgeContext,
): Judgement {
  const part = context.facts(rule.part);
  if (part === undefined) return notHandedOver(rule.part);
  const whole = context.facts(rule.whole);
  if (whole === undefined) return notHandedOver(rule.whole);
  if (part.kind !== "number") return { kind: "no-meaning", label: part.label };
  if (whole.kind !== "number") return { kind: "no-meaning", label: whole.label };
  const counts = { part: measuredFact(part), whole: measuredFact(whole) };
  const interval = shareBetween(intervalOf(counts.part), intervalOf(counts.whole));
  const explanation = (): Explanation => ({
    kind: "operation",
    label: SHARE,
    operator: "share",
    operands: [counts.part.explanation(), counts.whole.explanation()],
    value: explainedNumber(textOf(interval), "ratio"),
  });
  return judgeShare({ ...counts, interval, explanation }, rule, context);
}

/** What a share rule and a coverage rule have in common. */
export interface ShareToJudge {
  readonly part: MeasuredNumber;
  readonly whole: MeasuredNumber;
  readonly interval: Interval | undefined;
  readonly explanation: () => Explanation;
}

/** Holds a share against its bounds, unless the source leaves open what it is a share of. */
export function judgeShare(
  share: ShareToJudge,
  rule: Pick<ShareRule, "id" | "unclear" | "citations"> & { readonly bounds: Bounds },
  context: JudgeContext,
): Judgement {
  const { part, whole } = share;
  const unclear = rule.unclear !== undefined;
  const missing: readonly Missing[] = unclear
    ? [{ kind: "base", rule: rule.id, citations: rule.citations }]
    : [...part.missing, ...whole.missing];
  const number: MeasuredNumber = {
    label: rule.unclear ?? SHARE,
    interval: unclear ? undefined : textOf(share.interval),
    unit: "ratio",
    missing,
    explanation: unclear ? () => ({ kind: "fact", label: rule.unclear ?? SHARE, value: { kind: "unknown" } }) : share.explanation,
  };
  const judged = judgeBounds(number, rule.bounds, context);
  const meaningful = whole.interval === undefined ? "unknown" : holdsAgainst(whole.interval, "more-than", "0");
  const limits = judged.operands.slice(1);
  return {
    ...judged,
    meaningful,
    operands: [
      { id: "part", label: part.label, value: explainedNumber(part.interval, part.unit) },
      { id: "whole", label: whole.label, value: explainedNumber(whole.interval, whole.unit) },
      { id: "value", label: SHARE, value: explainedNumber(textOf(share.interval), "ratio") },
      ...limits,
    ],
    missing: meaningful === "unknown" ? [...judged.missing, ...whole.missing] : judged.missing,
    ...(unclear && judged.holds === "unknown" ? { open: "base-unclear" } : {}),
    ...(context.trace ? { meaningfulExplanation: someOf(whole) } : {}),
  };
}

const SHARE: Term = { "zh-CN": "占比", en: "share" };
const NOTHING: Term = { "zh-CN": "零", en: "none" };

function someOf(whole: MeasuredNumber): Explanation {
  const none: Explanation = { kind: "parameter", id: "none", label: NOTHING, value: { kind: "exact", value: "0", unit: whole.unit } };
  const holds = whole.interval === undefined ? "unknown" : holdsAgainst(whole.interval, "more-than", "0");
  return { kind: "comparison", relation: "more-than", left: whole.explanation(), right: none, holds };
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

/** Between which values part ÷ whole lies, for a part that is among the whole; `undefined` when the whole is 0 or an end is below 0. */
export function shareBetween(part: Interval | undefined, whole: Interval | undefined): Interval | undefined {
  if (part === undefined || whole === undefined || isNegative(part.low) || isNegative(whole.low)) return undefined;
  if (whole.high?.numerator === 0n) return undefined;
  const low = whole.high === undefined ? ZERO : divideFractions(part.low, whole.high);
  const all = part.high === undefined || compareFractions(part.high, whole.low) >= 0;
  const high = all || part.high === undefined ? ONE : divideFractions(part.high, whole.low);
  return { low, high: compareFractions(low, high) > 0 ? low : high };
}

/** Between which values part ÷ (part + rest) lies; tighter than `shareBetween`, because who counts in the part cannot count in the rest. */
export function shareWithRest(part: Interval | undefined, rest: Interval | undefined): Interval | undefined {
  if (part === undefined || rest === undefined || isNegative(part.low) || isNegative(rest.low)) return undefined;
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
