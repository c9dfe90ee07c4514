import { type CalendarDate, calendarDate, type DatedValue, valueInForce } from "../core/index.js";
import type { ParameterValue } from "./parameter.js";
import type { ResolvedPolicy } from "./resolved-policy.js";

/**
 * A parameter's value on a day, with its basis: the figure of the source, or the one an overlay set in its place.
 *
 * `undefined` when the source gives no figure, when none is in force on that day, and when no pack of the policy has the parameter (an app
 * may ask for a figure of a pack it did not load). Throws `invalid-date` when `on` is no day.
 *
 * @example
 * ```ts
 * import { valueOn } from "school-groups/policy";
 *
 * const basis = { kind: "caller" } as const;
 * const values = [{ until: "2025-01-01", value: "60", basis }, { from: "2025-01-01", value: "63", basis }];
 * const label = { "zh-CN": "法定退休年龄", en: "statutory age" };
 * const policy = { parameters: [{ id: "age", label, unit: "years", values, pack: "mine" }] } as const;
 * valueOn(policy, "age", "2024-12-31")?.value; // => "60"
 * valueOn(policy, "age", "2025-01-01")?.value; // => "63"
 * valueOn(policy, "other", "2025-01-01"); // => undefined
 * ```
 */
export function valueOn(
  policy: Pick<ResolvedPolicy, "parameters">,
  parameter: string,
  on: CalendarDate,
): DatedValue<ParameterValue> | undefined {
  calendarDate(on);
  return valueInForce(policy.parameters.find(({ id }) => id === parameter)?.values ?? [], on);
}
