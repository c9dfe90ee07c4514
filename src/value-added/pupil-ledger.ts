/**
 * Why a pupil is not used: a score is missing, is no number, lies outside the examination's range or between two of its steps (`off-grid`); the id is empty or stands twice with
 * different data (`duplicate-id`) or twice alike (`repeated-row`: the first is kept); another cohort; no school; another school at entry.
 */
export type LeftOutReason =
  | "missing-id"
  | "missing-school"
  | "missing-prior"
  | "missing-outcome"
  | "not-a-number"
  | "prior-out-of-range"
  | "outcome-out-of-range"
  | "prior-off-grid"
  | "outcome-off-grid"
  | "duplicate-id"
  | "repeated-row"
  | "other-cohort"
  | "moved";

/** A pupil who is not used. */
export interface LeftOut {
  /** Place among the rows, from 0. */
  readonly row: number;
  readonly id: string;
  readonly school: string;
  readonly reason: LeftOutReason;
}

/** 台账. What became of every row: `used + leftOut.length = offered`. It holds pupils' ids and is never part of a result. */
export interface PupilLedger {
  readonly offered: number;
  readonly used: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * 参评率. Who of a school should have sat the exit examination, and the mean score had the absent sat: from all at the lowest mark to all at
 * the highest (Manski 1989). Bounds, not an estimate.
 */
export interface TestedShare {
  readonly school: string;
  /** Pupils on the roll; those tested where no roll was given. */
  readonly onRoll: number;
  /** Of them those whose two scores are used. */
  readonly tested: number;
  /** tested ÷ onRoll; null without a roll. */
  readonly share: number | null;
  /** Is the share below the minimum? */
  readonly flagged: boolean;
  /** Mean exit score in marks, had the absent had the lowest or the highest mark; null without a roll or below the minimum cohort. */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
}
