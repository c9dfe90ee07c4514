import { type CalendarDate, type PartialDate, resolvePartialDate, type Truth } from "../core/index.js";

/** The first day a checked date can mean. A whole day is taken as it stands: this runs for every membership of a province. */
export function earliestDay(date: PartialDate): CalendarDate {
  return date.length === 10 ? date : resolvePartialDate(date).earliest;
}

/** The last day a checked date can mean. */
export function latestDay(date: PartialDate): CalendarDate {
  return date.length === 10 ? date : resolvePartialDate(date).latest;
}

/** A stretch of time as the data gives it: half-open, an absent end is open. */
export interface Stretch {
  readonly from?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
}

/** Whether a day lies in a stretch: `isWithin` for dates that are already checked. */
export function holdsOn({ from, until }: Stretch, day: CalendarDate): Truth {
  if (from !== undefined && day < earliestDay(from)) return "no";
  if (until !== undefined && day >= latestDay(until)) return "no";
  if (from !== undefined && day < latestDay(from)) return "unknown";
  return until !== undefined && day >= earliestDay(until) ? "unknown" : "yes";
}

/** Whether a stretch ends at or before its start, whatever days its dates mean. */
export function endsBeforeStart({ from, until }: Stretch): boolean {
  return from !== undefined && until !== undefined && latestDay(until) <= earliestDay(from);
}

/** Whether some day of a stretch certainly lies outside `[from, until)`. Open ends are no fault: nobody says that a day is outside. */
export function reachesOutside(inner: Stretch, from: PartialDate | undefined, until: PartialDate | undefined): boolean {
  if (from !== undefined) {
    const start = earliestDay(from);
    if (inner.from !== undefined && latestDay(inner.from) < start) return true;
    if (inner.until !== undefined && latestDay(inner.until) <= start) return true;
  }
  if (until === undefined) return false;
  const end = latestDay(until);
  return (inner.from !== undefined && earliestDay(inner.from) >= end) || (inner.until !== undefined && earliestDay(inner.until) > end);
}

/** The first day that certainly lies in both: `""` when they have always overlapped, `undefined` when none does for certain. */
export function firstCommonDay(first: Stretch, second: Stretch): CalendarDate | "" | undefined {
  const starts = [first.from, second.from].map((from) => (from === undefined ? "" : latestDay(from)));
  const ends = [first.until, second.until].map((until) => (until === undefined ? "9999-99-99" : earliestDay(until)));
  const start = (starts[0] ?? "") > (starts[1] ?? "") ? starts[0] : starts[1];
  const end = (ends[0] ?? "") < (ends[1] ?? "") ? ends[0] : ends[1];
  return start !== undefined && end !== undefined && start < end ? start : undefined;
}

/** A stretch as readers see it in every language: `2023-09-01/…`. */
export function shownStretch({ from, until }: Stretch): string {
  return `${from ?? "…"} – ${until ?? "…"}`;
}
