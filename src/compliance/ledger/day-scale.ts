import { type Calendar, DEFAULTS, fromDayNumber, isWorkingDay, SchoolGroupsError } from "../../core/index.js";

/** Whether days of tolerance and lateness are counted on the calendar or as working days. */
export type DayCount = "calendar" | "working";

/** 容许. How many days before and after the due day still count as in step, whole numbers ≥ 0. */
export interface Tolerance {
  readonly before: number;
  readonly after: number;
}

/** Where nobody allows any: only the day itself. */
export const SAME_DAY: Tolerance = { before: DEFAULTS.synchronyTolerance.value, after: DEFAULTS.synchronyTolerance.value };

/** Counts days from one day to another, both as day numbers: negative when `day` is the earlier. */
export type DayScale = (due: number, day: number) => number;

/** Calendar days, or working days: from a Friday to the next Monday is one, to the Saturday none. */
export function dayScale(count: DayCount, calendar: Calendar): DayScale {
  if (count === "calendar") return (due, day) => day - due;
  // Working days up to and including a day, from the first day asked about outwards; days are asked about again and again.
  const upTo = new Map<number, number>();
  let first = 0;
  let last = -1;
  const countUpTo = (day: number): number => {
    if (last < first) {
      upTo.set(day, 0);
      first = day;
      last = day;
    }
    while (last < day) {
      last += 1;
      upTo.set(last, (upTo.get(last - 1) ?? 0) + (isWorkingDay(calendar, fromDayNumber(last)) ? 1 : 0));
    }
    while (first > day) {
      upTo.set(first - 1, (upTo.get(first) ?? 0) - (isWorkingDay(calendar, fromDayNumber(first)) ? 1 : 0));
      first -= 1;
    }
    return upTo.get(day) ?? 0;
  };
  return (due, day) => countUpTo(day) - countUpTo(due);
}

/** The tolerance once it is known to be whole days ≥ 0; throws `invalid-argument`. */
export function checkedTolerance({ before, after }: Tolerance): Tolerance {
  if (![before, after].every((days) => Number.isSafeInteger(days) && days >= 0)) {
    throw new SchoolGroupsError("invalid-argument", "a tolerance is a whole number of days ≥ 0", { argument: "tolerance" });
  }
  return { before, after };
}
