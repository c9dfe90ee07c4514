import { type CalendarDate, type DatedValue, type DateRange, valueInForce } from "../core/index.js";
import type { ParameterValue } from "./parameter.js";

/** On the days `[from, until)` the value differs; an absent `before` or `after` is a day without value. */
export interface ValueChange extends DateRange {
  readonly before?: ParameterValue | undefined;
  readonly after?: ParameterValue | undefined;
}

/** The spans of days on which two series give different values, in order of time. Who set a value is not compared. */
export function valueChanges(
  before: readonly DatedValue<ParameterValue>[],
  after: readonly DatedValue<ParameterValue>[],
): readonly ValueChange[] {
  const bounds = [...before, ...after].flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined);
  const days: readonly (CalendarDate | undefined)[] = [undefined, ...[...new Set(bounds)].sort()];
  const changes: ValueChange[] = [];
  days.forEach((from, at) => {
    const until = days[at + 1];
    // Before the first bound any day stands for all of them; the earliest day there is will do.
    const day = from ?? "0001-01-01";
    if (from === undefined && until === day) return;
    const [old, now] = [valueInForce(before, day)?.value, valueInForce(after, day)?.value];
    if (old === now) return;
    changes.push({
      ...(from && { from }),
      ...(until && { until }),
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    });
  });
  return changes;
}
