import type { RequirementSentences } from "../requirement-sentences.js";

function andMore(more: number): string {
  return more > 0 ? ` and ${more} more` : "";
}

/** How required data are told. */
export const requirements: RequirementSentences = {
  title: "Data required",
  nothing: "Nothing is missing for what was chosen.",
  table: ({ label, of }) => (of === "" ? `[${label}]` : `[${label}] with records of: ${of}`),
  column: ({ label, holds, present, optional }) =>
    `${optional ? "(may stay empty) " : ""}${label}: ${holds}${present === undefined ? "" : ` (${present})`}`,
  present: ({ filled, rows }) => (rows === 0 ? "no records yet" : `${filled} of ${rows} filled in`),
  neededBy: ({ rules, more }) => `undetermined without it: ${rules}${andMore(more)}`,
  settled: "complete.",
  figures: "Figures to be set by the user (the sources give none)",
  figure: ({ label, clauses, rules, more }) => `${label}${clauses === "" ? "" : ` (see ${clauses})`}, for: ${rules}${andMore(more)}`,
  unclear: "To be said by whoever issued the document",
  base: ({ rule, words, clauses }) => `${rule}: ${words} (see ${clauses})`,
};
