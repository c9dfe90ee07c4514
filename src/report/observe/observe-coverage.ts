import type { ComplianceIssue, CoverageReport } from "../../compliance/index.js";
import type { Missing } from "../../core/index.js";
import { type District, designationOn, memberSchoolsOn } from "../../domain/index.js";
import type { CoverageSource, LeafItem } from "../../evaluation/index.js";
import type { AssessOptions } from "../assess-inputs.js";
import type { ReportPart } from "../report-part.js";
import { between, type Found, type ObservedSubject, shareOf } from "./found.js";

/** Of the schools those with the designation: who is not on record either way may have it. */
function designated(
  schools: readonly string[],
  open: readonly Missing[],
  designation: string,
  district: District,
  { asOf }: AssessOptions,
): Found {
  let low = 0;
  const unknown: Missing[] = [];
  for (const id of schools) {
    const school = district.schools.find((one) => one.id === id);
    const held = school === undefined ? "unknown" : designationOn(school, designation, asOf);
    if (held === "yes") low += 1;
    else if (held === "unknown") unknown.push({ kind: "designation", designation, subject: { kind: "school", id } });
  }
  if (open.length > 0) return { kind: "missing", missing: [...open, ...unknown] };
  return shareOf({ low, high: low + unknown.length }, { low: schools.length, high: schools.length }, unknown);
}

/** The district's share by a target as the coverage part counted it, or the share of a group's (or the district's) schools with a designation. */
export function observeCoverage(
  leaf: LeafItem,
  source: CoverageSource,
  subject: ObservedSubject,
  part: ReportPart<CoverageReport, ComplianceIssue>,
  district: District,
  options: AssessOptions,
): Found {
  if ("designation" in source) {
    const group = district.groups.find(({ id }) => id === subject.id);
    if (subject.kind === "school") return designated([subject.id], [], source.designation, district, options);
    const found = group === undefined ? undefined : memberSchoolsOn(group, options.asOf);
    const whole = group === undefined ? district.complete === true : group.complete === true && found?.possible.length === 0;
    const open: Missing = { kind: "field", table: group === undefined ? "district" : "groups", column: "complete", subject };
    const schools = found?.certain ?? district.schools.map(({ id }) => id);
    return designated(schools, whole ? [] : [open], source.designation, district, options);
  }
  if (subject.kind !== "district") return { kind: "not-applicable" };
  const missing: Found = { kind: "missing", missing: [{ kind: "observation", indicator: leaf.id, subject }] };
  const target = part.status === "done" ? part.value.targets.find(({ rule }) => rule === source.target) : undefined;
  if (target === undefined) return missing;
  const { share } = target.listed;
  if (share.kind === "exact") return { kind: "value", value: share.value, unit: "ratio" };
  return share.kind === "interval"
    ? between(share.low, share.high, "ratio", target.finding.missing)
    : { kind: "missing", missing: target.finding.missing };
}
