import { DEFAULTS, type DefaultName, type Term } from "../core/index.js";
import type { DistrictReport } from "./district-report.js";

/** The library's own figures by the part that may rest on them; limits of size judge nobody and stand in none. */
const BY_PART = {
  coverage: ["publishedCountMonths"],
  frameworks: ["synchronyTolerance", "minimumCells"],
  rotation: ["rotationUnstatedRole", "rotationTeacherRoles", "rotationOverflow", "rotationConversion"],
  valueAdded: ["minimumCohort", "minimumTestedShare", "minimumGroupsForVariance", "strongIntakeCorrelation"],
} as const satisfies Partial<Record<keyof DistrictReport, readonly DefaultName[]>>;

/** What no document and no caller decided for the parts that were done: the library's choices, with their reasons. */
export function defaultsUsed(report: DistrictReport): readonly Term[] {
  const parts = Object.keys(BY_PART) as (keyof typeof BY_PART)[];
  return parts.filter((part) => report[part].status === "done").flatMap((part) => BY_PART[part].map((name) => DEFAULTS[name].why));
}
