import { type CalendarDate, isCalendarDate, valueInForce } from "../core/index.js";
import type { ResolvedPolicy } from "./resolved-policy.js";

/** What happens to a policy on a day. A value that begins where another ends, changes. */
export type PolicyEvent =
  | { readonly kind: "source-issued"; readonly id: string; readonly pack: string }
  | { readonly kind: "rule-begins" | "rule-ends" | "target-due"; readonly id: string; readonly pack: string }
  | {
      readonly kind: "value-begins" | "value-changes" | "value-ends";
      readonly id: string;
      readonly pack: string;
      readonly before?: string | undefined;
      readonly after?: string | undefined;
    };

/** A day on which something happens, and what. */
export interface PolicyDay {
  readonly on: CalendarDate;
  readonly events: readonly PolicyEvent[];
}

/**
 * 时间轴. The days on which a policy changes by itself: a source issued, a rule that begins or ends, a target due, a figure that begins, changes
 * or ends. In order of time, and on one day in the order sources, rules, parameters of the policy.
 *
 * A range `[from, until)` ends on `until`, the first day on which it no longer holds. Days known only by month or year are left out. A policy
 * without a dated element has an empty time line.
 *
 * @example
 * ```ts
 * import { policyTimeline, resolvePolicies } from "school-groups/policy";
 * import { zengdu } from "school-groups/packs/cn-421303-zengdu";
 *
 * const policy = resolvePolicies([zengdu]);
 * const days = policy.ok ? policyTimeline(policy.value) : [];
 * days.map(({ on, events }) => [on, events[0]?.id]);
 * // => [["2023-12-12", "zengdu"], ["2023-12-31", "zengdu.pilots"], ["2024-12-31", "zengdu.coverage.2024"], ["2025-12-31", "zengdu.coverage.2025"]]
 * ```
 */
export function policyTimeline(policy: Pick<ResolvedPolicy, "sources" | "rules" | "parameters">): readonly PolicyDay[] {
  const days = new Map<CalendarDate, PolicyEvent[]>();
  const add = (on: CalendarDate | undefined, event: PolicyEvent): void => {
    if (on === undefined || !isCalendarDate(on)) return;
    const events = days.get(on) ?? [];
    events.push(event);
    days.set(on, events);
  };
  for (const { id, pack, issuedOn } of policy.sources) add(issuedOn, { kind: "source-issued", id, pack });
  for (const { id, pack, from, until, due } of policy.rules) {
    add(from, { kind: "rule-begins", id, pack });
    add(due, { kind: "target-due", id, pack });
    add(until, { kind: "rule-ends", id, pack });
  }
  for (const { id, pack, values } of policy.parameters) {
    for (const value of values) {
      const ended = values.find(({ until }) => until !== undefined && until === value.from);
      if (ended === undefined) add(value.from, { kind: "value-begins", id, pack, after: value.value });
      else add(value.from, { kind: "value-changes", id, pack, before: ended.value, after: value.value });
      if (value.until !== undefined && valueInForce(values, value.until) === undefined) {
        add(value.until, { kind: "value-ends", id, pack, before: value.value });
      }
    }
  }
  return [...days].sort(([left], [right]) => (left < right ? -1 : 1)).map(([on, events]) => ({ on, events }));
}
