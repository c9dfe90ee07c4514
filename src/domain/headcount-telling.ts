import { type CalendarDate, isCalendarDate } from "../core/index.js";
import type { Headcount } from "./headcount.js";
import type { School } from "./school.js";
import type { Stage } from "./stage.js";

/**
 * 某日前人数记录. The headcounts on or before a day that speak to a stage, or to the whole school; for a school of one stage these are the same.
 *
 * @example
 * ```ts
 * import { headcountsOf } from "school-groups/domain";
 *
 * const headcounts = [{ on: "2022-09-01", pupils: 900 }, { on: "2024-09-01", pupils: 950 }];
 * headcountsOf({ headcounts, stages: ["primary"] }, "2023-08-31", "primary"); // => [{ on: "2022-09-01", pupils: 900 }]
 * ```
 */
export function headcountsOf(
  { headcounts, stages }: Pick<School, "headcounts" | "stages">,
  day: CalendarDate,
  stage: Stage | undefined,
): readonly Headcount[] {
  return (headcounts ?? []).filter((row) => speaksTo(row, stages, day, stage));
}

function speaksTo(row: Headcount, stages: School["stages"], day: CalendarDate, stage: Stage | undefined): boolean {
  const only = stages?.length === 1 ? stages[0] : undefined;
  const undivided = stage === undefined || stage === only;
  const speaks = row.stage === stage || (undivided && (row.stage === undefined || row.stage === only));
  return speaks && row.on <= day && isCalendarDate(row.on);
}

/**
 * 某日人数. The newest headcount that tells a figure of a stage; of one day the one of the very stage asked for, then the later in the file.
 *
 * @example
 * ```ts
 * import { headcountTelling } from "school-groups/domain";
 *
 * const headcounts = [{ on: "2022-09-01", stage: "primary", pupils: 900 }, { on: "2023-09-01", pupils: 950 }] as const;
 * const school = { headcounts, stages: ["primary"] } as const;
 * headcountTelling(school, "2023-12-31", "primary", ({ pupils }) => pupils); // => { on: "2023-09-01", pupils: 950 }
 * ```
 */
export function headcountTelling(
  { headcounts, stages }: Pick<School, "headcounts" | "stages">,
  day: CalendarDate,
  stage: Stage | undefined,
  figure: (row: Headcount) => number | undefined,
): Headcount | undefined {
  let found: Headcount | undefined;
  for (const row of headcounts ?? []) {
    if (!speaksTo(row, stages, day, stage) || peopleIn(figure(row)) === undefined) continue;
    const later = found === undefined || found.on < row.on;
    if (later || (found?.on === row.on && (row.stage === stage || found.stage !== stage))) found = row;
  }
  return found;
}

/**
 * 人数. Only whole numbers ≥ 0 count people; anything else is for validation to report, and unknown here.
 *
 * @internal
 */
export function peopleIn(value: number | undefined): number | undefined {
  return Number.isSafeInteger(value) && (value ?? -1) >= 0 ? value : undefined;
}
