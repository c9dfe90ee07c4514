import type { ComparisonSentences } from "../comparison-sentences.js";

/** Sentences that tell what changed between two reports, and why. */
export const comparison: ComparisonSentences = {
  title: ({ name }) => `${name}: two assessments compared`,
  cause: { day: "day", policy: "policy", membership: "membership", data: "data", library: "library" },
  part: {
    validation: "Validation of the data",
    reconciliation: "Published figures reconciled",
    coverage: "Coverage targets",
    compliance: "How far the rules hold",
    balance: "Balance of resources",
    rotation: "Rotation",
    evaluation: "Evaluation",
  },
  figure: {
    usable: "file usable",
    errors: "errors",
    warnings: "warnings",
    notices: "notices",
    outcome: "outcome",
    overall: "in all",
    conclusion: "conclusion",
    verdict: "verdict",
    "verdict-if-due": "verdict if it were due",
    operand: "figure",
    "listed-covered": "schools covered, as listed",
    "listed-whole": "schools in all, as listed",
    "listed-share": "share, as listed",
    "published-share": "share, as published",
    "published-needed": "schools needed",
    "published-reached": "reached by the published count",
    "resource-indicator": "figure of the school",
    "difference-coefficient": "difference coefficient",
    eligible: "eligible teachers",
    exchanged: "exchanged teachers",
    backbone: "exchanged backbone teachers",
    "own-score": "own score",
    grade: "grade",
    "bundled-score": "bundled score",
    "group-score": "score of the group",
  },
  days: ({ before, after }) =>
    before === after ? `Both show the state of ${after}.` : `The earlier one shows the state of ${before}, the later one that of ${after}.`,
  order: ({ causes }) =>
    `Causes were replaced one after the other in this order: ${causes}. Their parts add up to the whole; what several do together falls to the later one.`,
  notAttributed: ({ causes }) =>
    `Two reports alone do not tell causes apart. ${causes === undefined ? "They name the same basis" : `They differ by: ${causes}`}; whether data changed they do not say.`,
  nothing: "No figure and no verdict changed.",
  counted: ({ count }) => `Changes: ${count}.`,
  change: ({ what, before, after, difference, steps }) =>
    `${what}: from ${before} to ${after}${difference === undefined ? "" : ` (${difference})`}${steps === undefined ? "" : `; because of ${steps}`}.`,
  step: ({ causes, before, after, difference }) => `${causes}: ${difference ?? `from ${before} to ${after}`}`,
  difference: ({ low, high }) => {
    const moved = (number: string) => (number === "0" ? "unchanged" : number.startsWith("-") ? `down ${number.slice(1)}` : `up ${number}`);
    if (high === low) return moved(low);
    return `low end ${moved(low)}${high === undefined ? "" : `, high end ${moved(high)}`}`;
  },
  points: ({ number }) => `${number} percentage points`,
  absent: "none",
  and: " and ",
  stepSeparator: "; ",
};
