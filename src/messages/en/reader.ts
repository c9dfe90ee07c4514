import type { ReaderSentences } from "../reader-sentences.js";
import { counted } from "./counted.js";

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
    judged: "interval by which the category is judged",
    category: "category",
    rank: "rank and its interval",
  },
  rankOf: ({ rank, low, high, schools }) => `${rank} (${low} to ${high}, of ${counted(schools, "school")})`,
  areaTooSmall:
    "Fewer than three schools have a published result: from the own figures the other school's would follow. They are not shown on a school's pages; the education bureau has them.",
  withheld: "withheld",
  withheldReason: {
    "group-too-small":
      "Fewer than three schools of a group have a published result: from its figures and the own ones the other school's result would follow, so that they are withheld.",
    "peer-derivable":
      "With the figures shown, what is withheld would give the result of a single other school of the group (mostly that of the lead).",
  },
  ownScoresOnly: "These scores take value-added estimates, so that only the own ones are shown: others' scores would tell their estimates.",
  ownDeviation: "own less group (standard error)",
};
