import type { CalendarDate, IssuePath, Subject } from "../core/index.js";
import { type Headcount, type School, STAGE_LABELS } from "../domain/index.js";
import { creditCodeCheck, isProvince, isSchoolType, organisationCodeCheck } from "./check-codes.js";
import { checkIds, firstById } from "./check-ids.js";
import { endsBeforeStart, type Stretch } from "./day-span.js";
import type { Report } from "./issues.js";
import { joinedFrom, type KnownSchools, type PlacedSchool } from "./known-schools.js";

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
  const { index, value } = placed;
  if (value.campuses !== undefined) {
    const campuses = value.campuses.map((campus, position) => ({ index: position, value: campus }));
    checkIds(campuses, firstById(campuses), "school", ["schools", index, "campuses"], report);
  }
  return counted;
}

function subjectOf({ value }: PlacedSchool): Subject {
  return { kind: "school", id: value.id };
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

/** Checks the headcounts; answers whether the school has one on or before the day. */
function checkHeadcounts(placed: PlacedSchool, asOf: CalendarDate, report: Report): boolean {
  const { headcounts } = placed.value;
  if (headcounts === undefined) return false;
  const seen = headcounts.length > 1 ? new Set<string>() : undefined;
  let counted = false;
  for (let position = 0; position < headcounts.length; position += 1) {
    const headcount = headcounts[position];
    if (headcount === undefined) continue;
    if (headcount.on <= asOf) counted = true;
    checkHeadcount(headcount, position, placed, report);
    checkStage(headcount, position, placed, report);
    if (seen !== undefined) checkRepeated(headcount, position, seen, placed, report);
  }
  return counted;
}

function checkRepeated({ on, stage }: Headcount, position: number, seen: Set<string>, placed: PlacedSchool, report: Report): void {
  const key = `${on} ${stage ?? ""}`;
  if (seen.has(key)) report("repeated-headcount", pathOf(placed, position), { school: placed.value.name, on }, subjectOf(placed));
  seen.add(key);
}

/** No pupil of a stage that is not taught is no contradiction. */
function checkStage({ on, stage, pupils }: Headcount, position: number, placed: PlacedSchool, report: Report): void {
  const { name, stages } = placed.value;
  if (stage === undefined || pupils === 0 || stages === undefined || stages.includes(stage)) return;
  const params = { school: name, on, stage: STAGE_LABELS[stage], stages: stages.map((each) => STAGE_LABELS[each]) };
  report("headcount-of-other-stage", [...pathOf(placed, position), "stage"], params, subjectOf(placed));
}

function pathOf({ index }: PlacedSchool, headcount: number): IssuePath {
  return ["schools", index, "headcounts", headcount];
}

function checkHeadcount(
  { on, staff, teachers, backboneTeachers: backbone }: Headcount,
  position: number,
  placed: PlacedSchool,
  report: Report,
): void {
  const school = placed.value.name;
  if (staff !== undefined && teachers !== undefined && staff < teachers) {
    const path = [...pathOf(placed, position), "staff"];
    report("staff-fewer-than-teachers", path, { school, on, staff, teachers }, subjectOf(placed));
  }
  if (teachers !== undefined && backbone !== undefined && teachers < backbone) {
    const path = [...pathOf(placed, position), "teachers"];
    report("teachers-fewer-than-backbone", path, { school, on, teachers, backbone }, subjectOf(placed));
  }
}
