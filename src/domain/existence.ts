import { allOf, type CalendarDate, isOnOrBefore, isWithin, type Truth } from "../core/index.js";
import type { Group } from "./group.js";
import type { School } from "./school.js";

/**
 * 学校存续. Whether a school exists on a day: on its opening day it does, on its closing day no more.
 *
 * `unknown` when a partly known date leaves it open; without dates `yes`, because the file lists the school. Throws `invalid-date` for a day
 * or date that is none (a district that came through `readDistrict` has no such dates).
 *
 * @example
 * ```ts
 * import { schoolExistsOn } from "school-groups/domain";
 *
 * schoolExistsOn({ id: "a", name: "甲小学", opened: "2019" }, "2019-06-01"); // => "unknown"
 * schoolExistsOn({ id: "a", name: "甲小学", closed: "2023-09-01" }, "2023-09-01"); // => "no"
 * ```
 */
export function schoolExistsOn(school: School, day: CalendarDate): Truth {
  return isWithin(day, { from: school.opened, until: school.closed });
}

/**
 * 集团存续. Whether a group exists on a day: from the day it was announced, until the day it was dissolved.
 *
 * Where only the inauguration (挂牌) is dated, the group exists from then on and may have existed before: `unknown`. Without dates `yes`. Throws
 * `invalid-date`.
 *
 * @example
 * ```ts
 * import { groupExistsOn } from "school-groups/domain";
 *
 * groupExistsOn({ id: "g", announced: "2023-08/2023-11" }, "2023-12-31"); // => "yes"
 * groupExistsOn({ id: "g", announced: "2023-08/2023-11" }, "2023-09-01"); // => "unknown"
 * groupExistsOn({ id: "g", inaugurated: "2023-09-01" }, "2023-05-01"); // => "unknown"
 * ```
 */
export function groupExistsOn(group: Group, day: CalendarDate): Truth {
  const standing = isWithin(day, { from: group.announced, until: group.dissolved });
  if (group.announced !== undefined || group.inaugurated === undefined) return standing;
  return allOf([standing, isOnOrBefore(group.inaugurated, day) === "yes" ? "yes" : "unknown"]);
}
