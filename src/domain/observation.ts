import type { CalendarDate } from "../core/index.js";

/** 观测值. The value of one indicator for one school (or group) in one period; `null` says that it was looked for and is not to be had. */
export interface Observation {
  readonly indicator: string;
  /** Id of the school or group. */
  readonly subject: string;
  /** Id of the period (a school year, a month): `"2023-2024"`, `"2023-09"`. */
  readonly period: string;
  readonly value: string | number | null;
  /** 区间. Of a value that is known only to lie between two (`value` is then `null`): part of its records is missing. */
  readonly low?: string | number | undefined;
  readonly high?: string | number | undefined;
  readonly unit?: string | undefined;
  readonly standardError?: number | undefined;
  /** Of a survey: how many answered and how many were asked. */
  readonly respondents?: number | undefined;
  readonly invited?: number | undefined;
  readonly observedOn?: CalendarDate | undefined;
  readonly source?: string | undefined;
}
