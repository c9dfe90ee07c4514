import type { CalendarDate, Subject, Truth } from "../core/index.js";
import { type District, type Group, groupExistsOn, type Membership, membersOn, type School, schoolExistsOn } from "../domain/index.js";
import { type ComplianceIssue, complianceIssue } from "./issues.js";

/** A group as it is on the day: whether it exists, and who certainly or possibly belongs to it. */
export interface GroupState {
  readonly group: Group;
  readonly subject: Subject;
  readonly exists: Truth;
  readonly members: readonly Membership[];
  readonly possible: readonly Membership[];
}

/** A school as it is on the day. */
export interface SchoolState {
  readonly school: School;
  readonly subject: Subject;
  readonly exists: Truth;
}

/** A membership seen from the school: in which group, in which role, and how surely. */
export interface Part {
  readonly group: GroupState;
  readonly membership: Membership;
  readonly certain: boolean;
}

/** A district on a day, indexed once: every fact is read from here. */
export interface DistrictState {
  readonly district: District;
  readonly on: CalendarDate;
  readonly subject: Subject;
  /** In the order of the file; of two with one id, the first. */
  readonly groups: ReadonlyMap<string, GroupState>;
  readonly schools: ReadonlyMap<string, SchoolState>;
  /** Who stands in which groups, by school; read when it is first asked for. */
  readonly parts: () => ReadonlyMap<string, readonly Part[]>;
  /** Every group and all its members are listed, so that who is in none of them is in no group. */
  readonly membershipsWhole: boolean;
  readonly issues: readonly ComplianceIssue[];
}

/** Reads a district as it is on a day. A date that cannot be read leaves what depends on it unknown, and is reported. */
export function districtOn(district: District, on: CalendarDate): DistrictState {
  const issues: ComplianceIssue[] = [];
  const schools = schoolsOn(district, on, issues);
  const groups = groupsOn(district, on, issues);
  let membershipsWhole = district.complete === true;
  for (const group of groups.values()) if (group.exists !== "no" && group.group.complete !== true) membershipsWhole = false;
  const subject: Subject = { kind: "district", id: district.code ?? district.name ?? "district" };
  let known: ReadonlyMap<string, readonly Part[]> | undefined;
  const parts = () => {
    known ??= partsIn(groups);
    return known;
  };
  return { district, on, subject, groups, schools, parts, membershipsWhole, issues };
}

function partsIn(groups: ReadonlyMap<string, GroupState>): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>();
  for (const group of groups.values()) {
    for (const membership of group.members) addPart(parts, { group, membership, certain: true });
    for (const membership of group.possible) addPart(parts, { group, membership, certain: false });
  }
  return parts;
}

function addPart(parts: Map<string, Part[]>, part: Part): void {
  const known = parts.get(part.membership.school);
  if (known === undefined) parts.set(part.membership.school, [part]);
  else known.push(part);
}

function schoolsOn(district: District, on: CalendarDate, issues: ComplianceIssue[]): ReadonlyMap<string, SchoolState> {
  const schools = new Map<string, SchoolState>();
  for (let position = 0; position < district.schools.length; position += 1) {
    const school = district.schools[position];
    if (school === undefined || schools.has(school.id)) continue;
    const subject: Subject = { kind: "school", id: school.id };
    const exists = existsOn(school, on);
    if (exists === undefined) issues.push(complianceIssue("date-unreadable", ["schools", position], { of: school.id }, subject));
    schools.set(school.id, { school, subject, exists: exists ?? "unknown" });
  }
  return schools;
}

function existsOn(school: School, on: CalendarDate): Truth | undefined {
  try {
    return schoolExistsOn(school, on);
  } catch {
    return undefined;
  }
}

function groupsOn(district: District, on: CalendarDate, issues: ComplianceIssue[]): ReadonlyMap<string, GroupState> {
  const groups = new Map<string, GroupState>();
  for (let position = 0; position < district.groups.length; position += 1) {
    const group = district.groups[position];
    if (group === undefined || groups.has(group.id)) continue;
    const subject: Subject = { kind: "group", id: group.id };
    const state = groupOn(group, subject, on);
    if (state === undefined) issues.push(complianceIssue("date-unreadable", ["groups", position], { of: group.id }, subject));
    groups.set(group.id, state ?? { group, subject, exists: "unknown", members: [], possible: group.memberships ?? [] });
  }
  return groups;
}

function groupOn(group: Group, subject: Subject, on: CalendarDate): GroupState | undefined {
  try {
    const { members, possible } = membersOn(group, on);
    return { group, subject, exists: groupExistsOn(group, on), members, possible };
  } catch {
    return undefined;
  }
}

/** What reading dates gives, or `undefined` when one of them is none: data never throws. */
export function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A school that groups name and the list of schools does not: nothing is known of it but its id. */
export function unlisted(id: string): SchoolState {
  return { school: { id, name: id }, subject: { kind: "school", id }, exists: "yes" };
}
