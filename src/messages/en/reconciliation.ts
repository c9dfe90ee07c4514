import type { ReconciliationOutcome, ReconciliationParams, UncheckedReason } from "../../validation/index.js";
import type { Sentences } from "../sentences.js";

/** What a comparison of published figures comes to. */
export const reconciliationOutcomes: Readonly<Record<ReconciliationOutcome, string>> = {
  agrees: "agrees",
  contradicts: "contradicts",
  "cannot-be-checked": "cannot be checked",
};

/** Why figures cannot be checked against each other. */
export const uncheckedReasons: Readonly<Record<UncheckedReason, string>> = {
  unreadable: "a figure cannot be read, or is only about so much",
  "sign-missing": "a share above 1 has no percent sign, so that nobody knows whether it means percent",
  "whole-is-zero": "the whole is 0, and there is no share of nothing",
  "populations-differ": "the two may count different things",
  "list-partial": "the lists of the district file are not whole",
};

const range = (both: readonly [string, string] | undefined): string =>
  both === undefined ? "an unknown number" : both[0] === both[1] ? both[0] : `${both[0]} to ${both[1]}`;

/** What was compared; the outcome stands beside it. */
export const reconciliation: Sentences<ReconciliationParams> = {
  "parts-and-total": ({ measure, parts, sum, total, apart }) =>
    `The parts of ${measure} (${parts.join(", ")}) ${sum === undefined ? "cannot be added up" : `add to ${sum}`}; the published total is ${total}${apart === undefined || apart === "0" ? "" : `, ${apart} apart`}.`,
  "implied-wholes": ({ measure, total, parts }) =>
    `Counts and shares imply so many ${measure} in the whole district: ${range(total)} by the total, ${range(parts)} by the parts added up.`,
  "share-among-parts": ({ measure, share, parts }) =>
    `The share of all ${measure} is ${share}, the shares of the parts are ${parts.join(", ")}; the former must lie among the latter.`,
  "count-in-file": ({ measure, part, published, held }) =>
    `The published number of ${measure}${part === undefined ? "" : ` (${part})`} is ${published}; the district file holds ${held}.`,
  "repeated-figure": ({ measure, part, first, second }) =>
    `The number of ${measure}${part === undefined ? "" : ` (${part})`} is published twice, as ${first} and as ${second}.`,
  "same-number": ({ measure, first, second }) => `The document gives one number twice (${measure}): ${first} and ${second}.`,
  "share-of-counts": ({ share, part, whole, computed }) =>
    `The published share is ${share}; ${part} of ${whole} ${computed === undefined ? "make no share" : `are ${computed}`}.`,
};
