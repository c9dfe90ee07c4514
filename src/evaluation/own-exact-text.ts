import { type ExactText, type Fraction, fraction } from "../core/index.js";

/** Reads exact text that this room wrote itself: of any length, where `exact` guards against what comes from outside. */
export function readOwnText(text: ExactText): Fraction {
  const [numerator = "0", denominator] = text.split("/");
  if (denominator !== undefined) return fraction(BigInt(numerator), BigInt(denominator));
  const [whole = "0", decimals = ""] = text.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
