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
};
