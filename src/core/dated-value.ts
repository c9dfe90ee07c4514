import type { CalendarDate } from "./calendar-date.js";
import { compareStarts, containsDay, type DateRange, intersectRanges, isEmptyRange } from "./date-range.js";

/** What is wrong with a series of dated values: a day without value between two of them, a day with two, or a value that never holds. */
export type TimelineProblem =
  | { readonly kind: "gap"; readonly from: CalendarDate; readonly until: CalendarDate }
  | { readonly kind: "overlap"; readonly first: number; readonly second: number; readonly range: DateRange }
  | { readonly kind: "empty"; readonly index: number };

/**
 * 现行有效. The entry of a series that is in force on a day, or `undefined` when none is.
 *
 * Where two overlap, a fault that `timelineProblems` names, the earlier in the list holds. The days are taken as checked.
 *
 * @example
 * ```ts
 * import { valueInForce } from "school-groups/core";
 *
 * const values = [
 *   { until: "2022-09-01", value: "0.1", basis: { kind: "caller" } },
 *   { from: "2022-09-01", value: "0.2", basis: { kind: "caller" } },
 * ] as const;
 * valueInForce(values, "2022-08-31")?.value; // => "0.1"
 * valueInForce(values, "2022-09-01")?.value; // => "0.2"
 * ```
 */
export function valueInForce<Entry extends DateRange>(values: readonly Entry[], day: CalendarDate): Entry | undefined {
  return values.find((entry) => containsDay(entry, day));
}

/**
 * The gaps, overlaps and empty ranges of a series of dated values, for checks: empty ones first, then the others in order of time.
 *
 * Days before the first value and after the last are no gap. An entry that begins while an earlier one is in force is named once, with
 * the one of them that lasts longest. Positions are those of the list. No value or one value has neither gap nor overlap.
 *
 * @example
 * ```ts
 * import { timelineProblems } from "school-groups/core";
 *
 * timelineProblems([{ until: "2022-09-01" }, { from: "2023-09-01" }]);
 * // => [{ kind: "gap", from: "2022-09-01", until: "2023-09-01" }]
 * timelineProblems([{ from: "2022-09-01" }, { from: "2023-09-01" }]);
 * // => [{ kind: "overlap", first: 0, second: 1, range: { from: "2023-09-01" } }]
 * ```
 */
export function timelineProblems(values: readonly DateRange[]): readonly TimelineProblem[] {
  const entries = values.map((range, index) => ({ range, index }));
  const problems: TimelineProblem[] = [];
  for (const { range, index } of entries) if (isEmptyRange(range)) problems.push({ kind: "empty", index });
  const lasting = entries.filter(({ range }) => !isEmptyRange(range)).sort((left, right) => compareStarts(left.range, right.range));
  let longest = lasting[0];
  for (const entry of lasting.slice(1)) {
    const shared = longest && intersectRanges(longest.range, entry.range);
    if (longest && shared) {
      const [first, second] = longest.index < entry.index ? [longest.index, entry.index] : [entry.index, longest.index];
      problems.push({ kind: "overlap", first, second, range: shared });
    } else if (longest?.range.until !== undefined && entry.range.from !== undefined && longest.range.until < entry.range.from) {
      problems.push({ kind: "gap", from: longest.range.until, until: entry.range.from });
    }
    if (longest?.range.until !== undefined && (entry.range.until === undefined || entry.range.until > longest.range.until)) longest = entry;
  }
  return problems;
}
