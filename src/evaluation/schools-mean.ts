import { type Fraction, fraction, minimumFraction, multiplyFractions, weightedMean } from "../core/index.js";
import type { BundleMember, SchoolsMean } from "./bundle-scheme.js";
import { readExact } from "./check-scoring.js";

/** A school with its own score, if it has one. */
export interface OwnScore {
  readonly member: BundleMember;
  readonly score: Fraction | undefined;
}

/** The part of the period a school belonged to the group. */
export function exposureOf(member: BundleMember): Fraction {
  return readExact(member.exposure ?? 1) ?? fraction(1);
}

/** One score out of several; `undefined` where a needed one is missing or nothing weighs. */
export function schoolsMean(kind: SchoolsMean, schools: readonly OwnScore[], missing: "refuse" | "leave-out"): Fraction | undefined {
  // Who belonged for no part of the period has no say, and lacks no score.
  const there = schools.filter(({ member }) => exposureOf(member).numerator > 0n);
  const present = there.flatMap(({ member, score }) => (score === undefined ? [] : [{ member, score }]));
  if (present.length === 0 || (missing === "refuse" && present.length < there.length)) return undefined;
  if (kind === "minimum") return minimumFraction(present.map(({ score }) => score));
  const weights = present.map(({ member }) => {
    const exposure = exposureOf(member);
    return kind === "mean" ? exposure : multiplyFractions(exposure, fraction(member.pupils ?? 0));
  });
  if (weights.every((weight) => weight.numerator === 0n)) return undefined;
  return weightedMean(
    present.map(({ score }) => score),
    weights,
  );
}
