import type { ReaderSentences } from "../reader-sentences.js";

/** Sentences of the pages that one school reads. */
export const reader: ReaderSentences = {
  title: ({ school, district }) => `${school}: assessment (${district})`,
  peer: ({ letters }) => `school ${letters}`,
  ownGroup: ({ letters }) => `own group ${letters}`,
  otherSchool: "another school",
  otherGroup: "another group",
  scope: "These pages show this school and its groups only. Other schools are letters, and so is a group whose name names one of them.",
  ownGroups: "Own groups",
  noGroup: "The file does not name this school as part of any group.",
  notCompared: "This school has no pupil in the cohort compared.",
  valueAddedHeader: ["figure", "own"],
  own: {
    pupils: "pupils",
    intake: "intake (standard score of the area)",
    estimate: "value-added",
    interval: "its interval",
    shrunken: "shrunken",
    category: "category",
    rank: "rank and its interval",
  },
  rankOf: ({ rank, low, high, schools }) => `${rank} (${low} to ${high}, of ${schools} schools)`,
  ownDeviation: "own less group (standard error)",
};
