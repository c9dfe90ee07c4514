import { addDays, addMonths, addYears, type CalendarDate, calendarDate, type DayOverflow, daysBetween } from "./calendar-date.js";
import { type BoundedRange, type DateRange, mergeRanges } from "./date-range.js";
import { SchoolGroupsError } from "./error.js";
import { type PartialDate, resolvePartialDate } from "./partial-date.js";
import type { CountRange } from "./share.js";

/**
 * What a gap between two stints does to the years before it: `restart` counts only the unbroken stretch up to the day, `subtract` moves
 * every anniversary back by the days of the gaps (顺延), `ignore` counts the gaps as service.
 */
export type InterruptionRule = "restart" | "subtract" | "ignore";

/** How service is counted; both have to be named, because policies differ and say so. */
export interface ServiceOptions {
  readonly interruptions: InterruptionRule;
  /** When 29 February has its anniversary in a common year: `clamp` on 28 February, `roll` on 1 March. */
  readonly overflow: DayOverflow;
}

/**
 * 满…年. The full years from one day to another: the anniversary itself completes the year, the day before does not.
 *
 * `until` may be read as the first day no longer counted, or as the day the question is asked: service since 1 September 2017 makes six
 * full years on 1 September 2023. 0 when `until` is not later than `from`. Throws `invalid-date`, and `invalid-argument` for the overflow.
 *
 * @example
 * ```ts
 * import { fullYearsBetween } from "school-groups/core";
 *
 * fullYearsBetween("2017-09-01", "2023-08-31", "clamp"); // => 5
 * fullYearsBetween("2017-09-01", "2023-09-01", "clamp"); // => 6
 * fullYearsBetween("2020-02-29", "2021-02-28", "clamp"); // => 1
 * fullYearsBetween("2020-02-29", "2021-02-28", "roll"); // => 0
 * ```
 */
export function fullYearsBetween(from: CalendarDate, until: CalendarDate, overflow: DayOverflow): number {
  const years = Number(calendarDate(until).slice(0, 4)) - Number(calendarDate(from).slice(0, 4));
  return Math.max(0, addYears(from, years, overflow) <= until ? years : years - 1);
}

/**
 * 满…个月. The full months from one day to another, by the same rule as `fullYearsBetween`.
 *
 * A month from 31 January ends, under `clamp`, on the last of February, under `roll` on 1 March. 0 when `until` is not later than `from`.
 * Throws `invalid-date`, and `invalid-argument` for the overflow.
 *
 * @example
 * ```ts
 * import { fullMonthsBetween } from "school-groups/core";
 *
 * fullMonthsBetween("2023-01-31", "2023-02-28", "clamp"); // => 1
 * fullMonthsBetween("2023-01-31", "2023-02-28", "roll"); // => 0
 * ```
 */
export function fullMonthsBetween(from: CalendarDate, until: CalendarDate, overflow: DayOverflow): number {
  const months = monthIndex(until) - monthIndex(from);
  return Math.max(0, addMonths(from, months, overflow) <= until ? months : months - 1);
}

/**
 * The fewest and the most full years there can be since a day that is known only by month, year or span.
 *
 * Both ends are equal when the source says enough. Throws `invalid-date`, and `invalid-argument` for the overflow.
 *
 * @example
 * ```ts
 * import { fullYearsSince } from "school-groups/core";
 *
 * fullYearsSince("2017", "2023-09-01", "clamp"); // => { low: 5, high: 6 }
 * fullYearsSince("2017-09-01", "2023-09-01", "clamp"); // => { low: 6, high: 6 }
 * ```
 */
export function fullYearsSince(from: PartialDate, on: CalendarDate, overflow: DayOverflow): CountRange {
  const { earliest, latest } = resolvePartialDate(from);
  return { low: fullYearsBetween(latest, on, overflow), high: fullYearsBetween(earliest, on, overflow) };
}

/**
 * 任教年限. The full years of service completed by the beginning of a day, from stints in any order that may overlap or touch.
 *
 * Days from `on` onwards count for nothing. Under `restart` service that ended before `on` counts 0; under the other rules it keeps its
 * years. No stint before `on` gives 0. `undefined` when the stretch that counts began on a day nobody recorded. Leave that a policy does
 * not count is taken off first with `subtractRanges`. Throws `invalid-date` and `invalid-argument`.
 *
 * @example
 * ```ts
 * import { yearsOfService } from "school-groups/core";
 *
 * const stints = [{ from: "2015-09-01", until: "2018-09-01" }, { from: "2019-09-01" }];
 * yearsOfService(stints, "2023-09-01", { interruptions: "restart", overflow: "clamp" }); // => 4
 * yearsOfService(stints, "2023-09-01", { interruptions: "subtract", overflow: "clamp" }); // => 7
 * yearsOfService(stints, "2023-09-01", { interruptions: "ignore", overflow: "clamp" }); // => 8
 * ```
 */
export function yearsOfService(stints: readonly DateRange[], on: CalendarDate, options: ServiceOptions): number | undefined {
  const counted = countedService(stints, on, options.interruptions);
  return counted && fullYearsBetween(counted.from, counted.until, options.overflow);
}

/**
 * The full months of service completed by the beginning of a day, by the same rules as `yearsOfService`.
 *
 * @example
 * ```ts
 * import { monthsOfService } from "school-groups/core";
 *
 * monthsOfService([{ from: "2022-09-01" }], "2023-12-31", { interruptions: "ignore", overflow: "clamp" }); // => 15
 * ```
 */
export function monthsOfService(stints: readonly DateRange[], on: CalendarDate, options: ServiceOptions): number | undefined {
  const counted = countedService(stints, on, options.interruptions);
  return counted && fullMonthsBetween(counted.from, counted.until, options.overflow);
}

/** The one stretch whose length is the service that counts; an empty one when none does, `undefined` when its start is not known. */
function countedService(stints: readonly DateRange[], on: CalendarDate, rule: InterruptionRule): BoundedRange | undefined {
  calendarDate(on);
  if (rule !== "restart" && rule !== "subtract" && rule !== "ignore") {
    throw new SchoolGroupsError("invalid-argument", 'interruptions must be "restart", "subtract" or "ignore"', {
      argument: "interruptions",
    });
  }
  const nothing = { from: on, until: on };
  const served = mergeRanges(stints).map((stint) => ({
    from: stint.from,
    until: stint.until !== undefined && stint.until < on ? stint.until : on,
  }));
  const begun = served.filter((stint) => stint.from === undefined || stint.from < on);
  const last = begun.at(-1);
  if (last === undefined || (rule === "restart" && last.until < on)) return nothing;
  const from = rule === "restart" ? last.from : begun[0]?.from;
  if (from === undefined) return undefined;
  const missed = rule === "subtract" ? daysMissed(begun) : 0;
  return { from: addDays(from, missed), until: last.until };
}

/** The days between stints in order of time. */
function daysMissed(stints: readonly { readonly from: CalendarDate | undefined; readonly until: CalendarDate }[]): number {
  let days = 0;
  stints.forEach((stint, index) => {
    const next = stints[index + 1]?.from;
    if (next !== undefined) days += daysBetween(stint.until, next);
  });
  return days;
}

function monthIndex(day: CalendarDate): number {
  return Number(calendarDate(day).slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
