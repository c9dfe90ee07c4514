import type { BalanceReportSentences } from "../balance-report-sentences.js";

/** Sentences of a report's part on the balance of resources. */
export const balanceReport: BalanceReportSentences = {
  title: "Balance of resources",
  note: "The seven indicators by stage and the difference coefficient of each, weighted by pupils. The tables are rounded, what is judged is not; the verdicts stand with those of the rules.",
  stage: { primary: "primary", junior: "junior" },
  spreadHeader: ["indicator", "schools with figures", "lowest to highest", "mean of the area", "difference coefficient"],
  school: "school",
  indicator: ({ number }) => `indicator ${number}`,
  open: "Not every coefficient could be computed. What is missing:",
  leftOut: ({ school, why }) => `${school} is left out: ${why}.`,
  exclusion: {
    "special-education": "special education",
    vocational: "vocational",
    "small-teaching-point": "a teaching point with few pupils",
    outside: "outside the district",
    "not-there": "not open on the day",
  },
};
