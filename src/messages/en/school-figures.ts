import type { SchoolFiguresSentences } from "../school-figures-sentences.js";

/** Sentences of a report's part on schools' means and grades. */
export const schoolFigures: SchoolFiguresSentences = {
  title: "School figures (means and grades)",
  note: {
    "means-regression": ({ after }) =>
      `Mean marks of the schools in cohort ${after}: exit means against the line through entrance means, weighted by precision.`,
    "cohort-change": ({ before, after }) =>
      `Mean marks of the schools in two cohorts of different pupils (${before} and ${after}): the later mean less the earlier one, each against its own area.`,
    "grade-distribution": ({ after }) => `Pupils per grade in cohort ${after}. There is no entrance: nobody is ranked.`,
    "grade-change": ({ before, after }) =>
      `Standing in grades before and after (${before} and ${after}): where a school's pupils stand among those of the area. Grades have an order and no points.`,
  },
  noErrors: "Standard deviations are not known, so that there is no error: no interval, category or rank is given.",
  residualHeader: ["school", "pupils", "entrance mean", "exit mean", "expected exit mean", "exit less expected (marks)"],
  meansHeader: ["school", "pupils before", "pupils after", "mean before", "mean after", "smallest visible change"],
  spreadLent: ({ count }) => `The pooled spread of the others was lent to ${count} schools without a standard deviation of their own.`,
  pupils: "pupils",
  atOrAbove: ({ grade }) => `${grade} or better`,
  standing: "mean standing (0.5 is the area)",
  superiority: "chance to stand above a pupil of the other schools",
  separated: "no interval, as no grade overlaps",
  gradeSharesNote: "Share of pupils at or above each grade, before → after, with the interval of its change:",
  cannotTell: "What these figures cannot tell:",
};
