import type { CalendarDate, IssuePath, Subject } from "../core/index.js";
import type { School } from "../domain/index.js";
import { creditCodeCheck, isProvince, isSchoolType, organisationCodeCheck } from "./check-codes.js";
import { checkHeadcounts } from "./check-headcounts.js";
import { checkIds, firstById } from "./check-ids.js";
import { checkDesignations } from "./check-records.js";
import { checkResources } from "./check-resources.js";
import { endsBeforeStart, type Stretch } from "./day-span.js";
import type { Report } from "./issues.js";
import { joinedFrom, type KnownSchools, type PlacedSchool, subjectOf } from "./known-schools.js";

/** Checks every school for itself and against the others: ids, names, codes, dates, headcounts. */
export function checkSchools(schools: readonly PlacedSchool[], known: KnownSchools, asOf: CalendarDate, report: Report): void {
  checkIds(schools, known.byId, "school", ["schools"], report);
  for (const { school, name, earlier } of known.shared) {
    report("shared-name", ["schools", school.index, "name"], { name, other: earlier.value.id }, subjectOf(school));
  }
  const checking: SchoolChecking = { known, codes: new Map(), asOf, report };
  let uncounted = 0;
  for (const placed of schools) if (!checkSchool(placed, checking)) uncounted += 1;
  if (uncounted > 0) report("missing-headcounts", ["schools"], { schools: uncounted, of: schools.length, asOf });
}

interface SchoolChecking {
  readonly known: KnownSchools;
  /** Schools by the codes they bear. */
  readonly codes: Map<string, School>;
  readonly asOf: CalendarDate;
  readonly report: Report;
}

/** Checks one school; answers whether it has a headcount on or before the day. */
function checkSchool(placed: PlacedSchool, { known, codes, asOf, report }: SchoolChecking): boolean {
  checkNames(placed, known, report);
  checkSchoolCodes(placed, codes, report);
  checkDates(placed, report);
  const counted = checkHeadcounts(placed, asOf, report);
  if (placed.value.resources !== undefined) checkResources(placed, report);
  const { index, value } = placed;
  if (value.campuses !== undefined) {
    const campuses = value.campuses.map((campus, position) => ({ index: position, value: campus }));
    checkIds(campuses, firstById(campuses), "school", ["schools", index, "campuses"], report);
  }
  return counted;
}

function checkNames(placed: PlacedSchool, known: KnownSchools, report: Report): void {
  const { index, value } = placed;
  const joined = joinedFrom(value.name, known, value);
  if (joined !== undefined) reportJoined(value.name, joined, ["schools", index, "name"], placed, report);
  if (value.aliases === undefined) return;
  for (const [position, alias] of value.aliases.entries()) {
    const both = joinedFrom(alias, known, value);
    if (both !== undefined) reportJoined(alias, both, ["schools", index, "aliases", position], placed, report);
  }
}

function reportJoined(name: string, joined: readonly [School, School], path: IssuePath, placed: PlacedSchool, report: Report): void {
  report("joined-names", path, { name, first: joined[0].name, second: joined[1].name }, subjectOf(placed));
}

function checkSchoolCodes(placed: PlacedSchool, codes: Map<string, School>, report: Report): void {
  const { schoolCode, creditCode } = placed.value;
  if (schoolCode !== undefined) {
    const path = ["schools", placed.index, "schoolCode"];
    const [type, province] = [schoolCode.slice(0, 2), schoolCode.slice(2, 4)];
    if (!isSchoolType(type)) report("school-code-type", path, { code: schoolCode, type }, subjectOf(placed));
    if (!isProvince(province)) report("school-code-province", path, { code: schoolCode, province }, subjectOf(placed));
    checkShared(schoolCode, path, placed, codes, report);
  }
  if (creditCode !== undefined) {
    const path = ["schools", placed.index, "creditCode"];
    const computed = creditCodeCheck(creditCode) ?? "";
    const stated = creditCode.charAt(17);
    if (computed !== stated) report("credit-code-check", path, { code: creditCode, stated, computed }, subjectOf(placed));
    checkOrganisationCode(creditCode, path, placed, report);
    checkShared(creditCode, path, placed, codes, report);
  }
}

function checkOrganisationCode(code: string, path: IssuePath, placed: PlacedSchool, report: Report): void {
  const computed = organisationCodeCheck(code.slice(8, 16)) ?? "";
  const stated = code.charAt(16);
  if (computed !== stated) report("organisation-code-check", path, { code, stated, computed }, subjectOf(placed));
}

/** Two kinds of code share the map: they differ in length. */
function checkShared(code: string, path: IssuePath, placed: PlacedSchool, codes: Map<string, School>, report: Report): void {
  const other = codes.get(code);
  if (other === undefined) codes.set(code, placed.value);
  else report("shared-code", path, { code, other: other.name }, subjectOf(placed));
}

function checkDates(placed: PlacedSchool, report: Report): void {
  const { index, value } = placed;
  if (value.closed !== undefined)
    checkStretch({ from: value.opened, until: value.closed }, ["schools", index, "closed"], subjectOf, placed, report);
  if (value.designations === undefined) return;
  if (value.designations.length > 1) checkDesignations(value.designations, ["schools", index], value, "school", report);
  for (const [position, designation] of value.designations.entries()) {
    checkStretch(designation, ["schools", index, "designations", position], subjectOf, placed, report);
  }
}

/** Reports a stretch that ends at or before its start. The subject is made only when there is something to report. */
export function checkStretch<Placed>(
  stretch: Stretch,
  path: IssuePath,
  subject: (placed: Placed) => Subject,
  placed: Placed,
  report: Report,
): void {
  const { from, until } = stretch;
  if (from !== undefined && until !== undefined && endsBeforeStart(stretch))
    report("end-before-start", path, { from, until }, subject(placed));
}
