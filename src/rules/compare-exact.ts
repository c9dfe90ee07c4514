import { compareFractions, type ExactText, parseFraction, type Relation, type Truth } from "../core/index.js";

/** A number known to lie in `[low, high]`; an absent `high` is unbounded, and a `low` that is no number leaves everything open. */
export interface ExactInterval {
  readonly low: ExactText;
  readonly high?: ExactText | undefined;
}

/** Longest text of digits that is surely a safe integer. */
const SAFE_DIGITS = 15;

/** A plain whole number, or −1: most judged numbers are counts, and need no fraction to be compared. */
export function plainWhole(text: ExactText): number {
  if (text.length === 0 || text.length > SAFE_DIGITS) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** −1, 0 or 1 for two exact numbers as text; `undefined` when one of them is none. */
export function compareExact(left: ExactText, right: ExactText): -1 | 0 | 1 | undefined {
  const a = plainWhole(left);
  const b = plainWhole(right);
  if (a >= 0 && b >= 0) return a === b ? 0 : a < b ? -1 : 1;
  const first = parseFraction(left);
  const second = parseFraction(right);
  return first === undefined || second === undefined ? undefined : compareFractions(first, second);
}

type Ordering = Extract<Relation, "at-least" | "at-most" | "more-than" | "less-than">;

/** Whether an interval as a whole stands in a relation to a limit: `unknown` while the limit lies inside it. */
export function holdsAgainst(value: ExactInterval, relation: Ordering, limit: ExactText): Truth {
  const low = compareExact(value.low, limit);
  if (low === undefined) return "unknown";
  const high = value.high === undefined ? 1 : compareExact(value.high, limit);
  if (high === undefined) return "unknown";
  const open = value.high === undefined;
  switch (relation) {
    case "at-least":
      return low >= 0 ? "yes" : !open && high < 0 ? "no" : "unknown";
    case "more-than":
      return low > 0 ? "yes" : !open && high <= 0 ? "no" : "unknown";
    case "at-most":
      return !open && high <= 0 ? "yes" : low > 0 ? "no" : "unknown";
    case "less-than":
      return !open && high < 0 ? "yes" : low >= 0 ? "no" : "unknown";
  }
}

/** Whether two intervals are one and the same point. */
export function isPoint(value: ExactInterval): boolean {
  return value.high !== undefined && (value.high === value.low || compareExact(value.low, value.high) === 0);
}
