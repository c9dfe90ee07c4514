import { SchoolGroupsError } from "../core/index.js";
import type { DistrictReport } from "./district-report.js";

/** Throws `invalid-argument` for what is plainly no report: an empty object, a failed result. */
export function assertReport(report: DistrictReport | undefined, argument: string): void {
  const given = report as Partial<DistrictReport> | null | undefined;
  if (typeof given?.provenance === "object" && typeof given.names === "object") return;
  throw new SchoolGroupsError("invalid-argument", `${argument} is a report of assessDistrict`, { argument });
}
