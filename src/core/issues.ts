import type { CalendarDate } from "./calendar-date.js";
import type { IssueOf, Severity } from "./issue.js";
import type { SchoolYear } from "./school-year.js";

/** What can be wrong with the data of this room, a calendar of the school year (校历), and the parameters of each sentence. */
export interface CoreIssueParams {
  /** A text where a day belongs. */
  readonly "calendar-day-invalid": { readonly text: string };
  /** A term, holiday or break that ends on its first day or before. */
  readonly "calendar-range-empty": { readonly from: CalendarDate; readonly until: CalendarDate };
  /** A weekday outside 1 to 7. */
  readonly "calendar-weekday-invalid": { readonly text: string };
  /** No weekday is worked at all. */
  readonly "calendar-weekdays-missing": Readonly<Record<string, never>>;
  /** The first day of a school year is no `MM-DD` of every year. */
  readonly "calendar-start-invalid": { readonly text: string };
  /** The school year of a term is no school year. */
  readonly "calendar-school-year-invalid": { readonly text: string };
  /** A term shares no day with the school year it names. */
  readonly "calendar-term-outside-school-year": { readonly id: string; readonly schoolYear: SchoolYear };
  readonly "calendar-term-id-repeated": { readonly id: string };
  /** Two terms share the days from `from` up to but not including `until`. */
  readonly "calendar-terms-overlap": {
    readonly first: string;
    readonly second: string;
    readonly from: CalendarDate;
    readonly until: CalendarDate;
  };
  /** Two holidays share days; they count once. */
  readonly "calendar-holidays-overlap": { readonly from: CalendarDate; readonly until: CalendarDate };
  /** A make-up day that its weekday would make a working day anyway. */
  readonly "calendar-make-up-not-rest-day": { readonly day: CalendarDate };
  /** A make-up day within a holiday; the make-up day prevails. */
  readonly "calendar-make-up-in-holiday": { readonly day: CalendarDate };
  readonly "calendar-make-up-repeated": { readonly day: CalendarDate };
}

/** A fault of a calendar. */
export type CoreIssue = IssueOf<CoreIssueParams>;

/** How grave each is; fixed per code. */
export const CORE_ISSUE_SEVERITY: Readonly<Record<keyof CoreIssueParams, Severity>> = {
  "calendar-day-invalid": "error",
  "calendar-range-empty": "error",
  "calendar-weekday-invalid": "error",
  "calendar-weekdays-missing": "error",
  "calendar-start-invalid": "error",
  "calendar-school-year-invalid": "error",
  "calendar-term-outside-school-year": "warning",
  "calendar-term-id-repeated": "error",
  "calendar-terms-overlap": "error",
  "calendar-holidays-overlap": "notice",
  "calendar-make-up-not-rest-day": "warning",
  "calendar-make-up-in-holiday": "warning",
  "calendar-make-up-repeated": "notice",
};
