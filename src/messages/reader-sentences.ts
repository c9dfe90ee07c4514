import type { WithheldReason } from "../report/index.js";

/** Sentences of the pages that one school reads. */
export interface ReaderSentences {
  /** Title of one school's own pages. */
  readonly title: (params: { readonly school: string; readonly district: string }) => string;
  /** A school of the same group, without its name: A, B, …, Z, AA. */
  readonly peer: (params: { readonly letters: string }) => string;
  /** The school's own group, where its name would name another school. */
  readonly ownGroup: (params: { readonly letters: string }) => string;
  readonly otherSchool: string;
  readonly otherGroup: string;
  /** Who reads, and what is left out. */
  readonly scope: string;
  readonly ownGroups: string;
  readonly noGroup: string;
  /** Of a school without any pupil in the cohort compared. */
  readonly notCompared: string;
  readonly valueAddedHeader: readonly [string, string];
  /** The school's own figures, line by line. */
  readonly own: Readonly<Record<"pupils" | "intake" | "estimate" | "interval" | "shrunken" | "judged" | "category" | "rank", string>>;
  /** A rank with its interval, of so many schools. */
  readonly rankOf: (params: { readonly rank: number; readonly low: number; readonly high: number; readonly schools: number }) => string;
  /** Of an area with fewer than three published schools: the own figure would be the other's. */
  readonly areaTooSmall: string;
  /** In a cell, and below the table why. */
  readonly withheld: string;
  readonly withheldReason: Readonly<Record<WithheldReason, string>>;
  /** Where scores take value-added estimates. */
  readonly ownScoresOnly: string;
  /** Column of a group's table: the school less its group. */
  readonly ownDeviation: string;
}
