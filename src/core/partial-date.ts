import { type CalendarDate, isCalendarDate, lastDayOfMonth } from "./calendar-date.js";
import { invalidDate } from "./day-number.js";
import type { Truth } from "./truth.js";

/** A day, a month (`"2023-09"`), a year (`"2019"`) or a span of them (`"2019/2023-09"`): as much as the source says. */
export type PartialDate = string;

/** Between which days, both included, a partly known day lies. */
export interface DaySpan {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

/**
 * The earliest and the latest day a text can mean, or `undefined` when it is no partial date: for data.
 *
 * A span runs from the earliest day of its first part to the latest of its second; one that would run backwards is no partial date.
 *
 * @example
 * ```ts
 * import { parsePartialDate } from "school-groups/core";
 *
 * parsePartialDate("2019/2023-09"); // => { earliest: "2019-01-01", latest: "2023-09-30" }
 * parsePartialDate("2023/2019"); // => undefined
 * ```
 */
export function parsePartialDate(text: string): DaySpan | undefined {
  if (text.length > 21) return undefined;
  const slash = text.indexOf("/");
  if (slash < 0) return parsePart(text);
  const first = parsePart(text.slice(0, slash));
  const last = parsePart(text.slice(slash + 1));
  if (first === undefined || last === undefined || first.earliest > last.latest) return undefined;
  return { earliest: first.earliest, latest: last.latest };
}

/**
 * The earliest and the latest day a partial date can mean, both included. Throws `SchoolGroupsError` `invalid-date` when it is none; for
 * data use `parsePartialDate`.
 *
 * @example
 * ```ts
 * import { resolvePartialDate } from "school-groups/core";
 *
 * resolvePartialDate("2024-02"); // => { earliest: "2024-02-01", latest: "2024-02-29" }
 * ```
 */
export function resolvePartialDate(text: PartialDate): DaySpan {
  const span = typeof text === "string" ? parsePartialDate(text) : undefined;
  if (span !== undefined) return span;
  throw invalidDate(text, "day, month, year or span of them");
}

/**
 * Whether a value is a day, month, year or span of them. Anything but a text is not; nothing throws.
 *
 * @example
 * ```ts
 * import { isPartialDate } from "school-groups/core";
 *
 * isPartialDate("2023-09"); // => true
 * isPartialDate("2023-13"); // => false
 * ```
 */
export function isPartialDate(value: unknown): boolean {
  return typeof value === "string" && parsePartialDate(value) !== undefined;
}

/**
 * Whether the first date is earlier than the second; each may be a whole day or partly known.
 *
 * `unknown` when it depends on what the sources do not say: two dates "2023" may be any two days of that year. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { isBefore } from "school-groups/core";
 *
 * isBefore("2023-08", "2023-09-01"); // => "yes"
 * isBefore("2023", "2023-09-01"); // => "unknown"
 * isBefore("2023-09-01", "2023-09-01"); // => "no"
 * ```
 */
export function isBefore(date: PartialDate, other: PartialDate): Truth {
  const left = resolvePartialDate(date);
  const right = resolvePartialDate(other);
  if (left.latest < right.earliest) return "yes";
  return left.earliest >= right.latest ? "no" : "unknown";
}

/**
 * Whether the first date is the second or earlier; each may be a whole day or partly known. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { isOnOrBefore } from "school-groups/core";
 *
 * isOnOrBefore("2023-09-01", "2023-09-01"); // => "yes"
 * isOnOrBefore("2023-09", "2023-09-01"); // => "unknown"
 * ```
 */
export function isOnOrBefore(date: PartialDate, other: PartialDate): Truth {
  // Most dates are whole days, asked by the thousand: they compare as they stand.
  if (isCalendarDate(date) && isCalendarDate(other)) return date <= other ? "yes" : "no";
  const left = resolvePartialDate(date);
  const right = resolvePartialDate(other);
  if (left.latest <= right.earliest) return "yes";
  return left.earliest > right.latest ? "no" : "unknown";
}

function parsePart(text: string): DaySpan | undefined {
  if (text.length === 10) return isCalendarDate(text) ? { earliest: text, latest: text } : undefined;
  if (text.length === 7) {
    const earliest = `${text}-01`;
    return isCalendarDate(earliest) ? { earliest, latest: lastDayOfMonth(earliest) } : undefined;
  }
  const earliest = `${text}-01-01`;
  return isCalendarDate(earliest) ? { earliest, latest: `${text}-12-31` } : undefined;
}
