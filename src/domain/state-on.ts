import { anyOf, type CalendarDate, isWithin, type Truth } from "../core/index.js";
import type { Designation } from "./designation.js";
import type { Group } from "./group.js";
import type { School } from "./school.js";
import type { Stage } from "./stage.js";

/**
 * 某日认定. Whether a school or group bears a designation on a day.
 *
 * `unknown` without a record of that kind; `no` when the records say that it was refused on the day, or granted for other days only. A grant
 * and a refusal that both hold on the day contradict each other: `unknown`. With `level`, only records of that level count. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { designationOn } from "school-groups/domain";
 *
 * const school = { designations: [{ kind: "quality", from: "2022-01-01" }] };
 * designationOn(school, "quality", "2023-12-31"); // => "yes"
 * designationOn(school, "quality", "2021-12-31"); // => "no"
 * designationOn(school, "weak", "2023-12-31"); // => "unknown"
 * ```
 */
export function designationOn(
  bearer: { readonly designations?: readonly Designation[] | undefined },
  kind: string,
  day: CalendarDate,
  level?: Designation["level"],
): Truth {
  const records = (bearer.designations ?? []).filter((record) => record.kind === kind && (level === undefined || record.level === level));
  const granted = records.filter((record) => record.granted !== false);
  const held = anyOf(granted.map((record) => isWithin(day, record)));
  const refused = anyOf(records.filter((record) => record.granted === false).map((record) => isWithin(day, record)));
  if (held === "yes") return refused === "yes" ? "unknown" : "yes";
  if (refused === "yes") return "no";
  return held === "no" && granted.length > 0 ? "no" : "unknown";
}

/**
 * 学段. The stages a school is stated to teach; `undefined` when the file does not say, and never derived from its name, code or group.
 *
 * @example
 * ```ts
 * import { stagesOf } from "school-groups/domain";
 *
 * stagesOf({ id: "a", name: "河庄坪中心小学" }); // => undefined
 * ```
 */
export function stagesOf(school: School): readonly Stage[] | undefined {
  return school.stages;
}

/**
 * Whether a school teaches a stage: `unknown` when its stages are not stated.
 *
 * @example
 * ```ts
 * import { teachesStage } from "school-groups/domain";
 *
 * teachesStage({ id: "a", name: "甲学校", stages: ["primary", "junior"] }, "junior"); // => "yes"
 * teachesStage({ id: "a", name: "甲小学" }, "primary"); // => "unknown"
 * ```
 */
export function teachesStage(school: School, stage: Stage): Truth {
  const stages = stagesOf(school);
  if (stages === undefined) return "unknown";
  return stages.includes(stage) ? "yes" : "no";
}

/** A group's forms on a day: those that certainly hold, and those that may. */
export interface FormsOn {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
}

/**
 * 某日办学模式. The forms a group has on a day, as ids of a pack. Both lists empty: no form is recorded for the day. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { formsOn } from "school-groups/domain";
 *
 * formsOn({ id: "g", forms: [{ form: "loose", from: "2020-05" }] }, "2022-01-01"); // => { certain: ["loose"], possible: [] }
 * ```
 */
export function formsOn(group: Group, day: CalendarDate): FormsOn {
  const certain: string[] = [];
  const possible: string[] = [];
  for (const dated of group.forms ?? []) {
    const holds = isWithin(day, dated);
    if (holds === "yes") certain.push(dated.form);
    else if (holds === "unknown") possible.push(dated.form);
  }
  return { certain, possible };
}
