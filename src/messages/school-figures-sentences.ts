import type { SchoolFigures } from "../report/index.js";

/** Sentences of a report's part on schools' means and grades. */
export interface SchoolFiguresSentences {
  readonly title: string;
  /** What was compared: the figures, the cohorts they are of. */
  readonly note: Readonly<Record<SchoolFigures["kind"], (params: { readonly before: string; readonly after: string }) => string>>;
  /** No standard deviations: no errors, hence no intervals and no ranks. */
  readonly noErrors: string;
  readonly residualHeader: readonly [string, string, string, string, string, string];
  /** Means of two cohorts, and the smallest change that would be seen. */
  readonly meansHeader: readonly [string, string, string, string, string, string];
  /** Schools to which the others' pooled spread was lent. */
  readonly spreadLent: (params: { readonly count: number }) => string;
  readonly pupils: string;
  /** Column of pupils at or above a grade. */
  readonly atOrAbove: (params: { readonly grade: string }) => string;
  /** Mean standing in grades, and the chance to stand above a pupil of the other schools. */
  readonly standing: string;
  readonly superiority: string;
  /** Why there is no interval: every pupil of one side stands above every one of the other. */
  readonly separated: string;
  readonly gradeSharesNote: string;
  /** What the figures cannot tell; a list follows. */
  readonly cannotTell: string;
}
