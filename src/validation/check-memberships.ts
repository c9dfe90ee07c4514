import type { CalendarDate, IssuePath, Subject } from "../core/index.js";
import type { Group, Membership, School } from "../domain/index.js";
import { STAGE_LABELS } from "../domain/index.js";
import { checkStretch } from "./check-schools.js";
import { endsBeforeStart, firstCommonDay, latestDay, reachesOutside, shownStretch } from "./day-span.js";
import type { Report } from "./issues.js";
import { joinedFrom, type KnownSchools, shownSchool } from "./known-schools.js";

/** A group with its position in the file. */
export interface PlacedGroup {
  readonly index: number;
  readonly value: Group;
}

/** The name of a group for readers, its id when it has none. */
export function shownGroup(group: Group): string {
  return group.name ?? group.id;
}

/** What the checks of memberships go by. */
export interface MembershipChecking {
  readonly known: KnownSchools;
  readonly asOf: CalendarDate;
  readonly report: Report;
}

/** Checks every membership of a group: its school, its dates, and those of one school against one another. */
export function checkMemberships(placed: PlacedGroup, checking: MembershipChecking): void {
  const { index, value: group } = placed;
  const memberships = group.memberships ?? [];
  for (let position = 0; position < memberships.length; position += 1) {
    const membership = memberships[position] as Membership;
    if (isSuspect(group, membership, checking)) checkMembership({ group, membership, index, position }, checking);
  }
  if (memberships.length > 1 && hasTwice(memberships)) checkOverlaps(placed, checking);
  checkLeads(placed, checking);
}

/** Whether there is anything to say of a membership: asked of every one in a province, so it makes nothing. */
function isSuspect(group: Group, membership: Membership, { known }: MembershipChecking): boolean {
  const school = known.byId.get(membership.school)?.value;
  return (
    school === undefined ||
    school.closed !== undefined ||
    endsBeforeStart(membership) ||
    reachesOutside(membership, school.opened, undefined) ||
    reachesOutside(membership, group.announced, group.dissolved)
  );
}

function checkMembership(place: MembershipPlace, checking: MembershipChecking): void {
  const { membership } = place;
  const school = checking.known.byId.get(membership.school)?.value;
  if (school === undefined) checkUnknownSchool(membership.school, [...pathOf(place), "school"], subjectOf(place), checking);
  else checkSchoolLife(school, place, checking);
  checkGroupLife(place, checking);
  checkStretch(membership, pathOf(place), subjectOf, place, checking.report);
}

/** Memberships of one school in one group that certainly share a day; dates known only in part get the benefit of the doubt. */
function checkOverlaps({ index, value: group }: PlacedGroup, { known, report }: MembershipChecking): void {
  const bySchool = new Map<string, Membership[]>();
  for (const [position, membership] of (group.memberships ?? []).entries()) {
    const earlier = bySchool.get(membership.school);
    if (earlier === undefined) {
      bySchool.set(membership.school, [membership]);
      continue;
    }
    // A school with very many memberships of one group is compared with the last few only, so that no file takes quadratic time.
    if (earlier.slice(-20).some((each) => firstCommonDay(each, membership) !== undefined)) {
      const params = { school: shownSchool(membership.school, known), group: shownGroup(group) };
      report(
        "overlapping-memberships",
        ["groups", index, "memberships", position],
        params,
        subjectOf({ group, membership, index, position }),
      );
    }
    earlier.push(membership);
  }
}

/** Whether a school stands twice in a list: seldom, and found faster in a short list without a set. */
function hasTwice(memberships: readonly Membership[]): boolean {
  if (memberships.length > 16) return new Set(memberships.map(({ school }) => school)).size < memberships.length;
  for (let position = 0; position < memberships.length; position += 1)
    for (let later = position + 1; later < memberships.length; later += 1)
      if (memberships[position]?.school === memberships[later]?.school) return true;
  return false;
}

interface MembershipPlace {
  readonly group: Group;
  readonly membership: Membership;
  readonly index: number;
  readonly position: number;
}

function pathOf({ index, position }: MembershipPlace): IssuePath {
  return ["groups", index, "memberships", position];
}

function subjectOf({ group, membership }: MembershipPlace): Subject {
  return { kind: "membership", id: membership.school, group: group.id };
}

/** A school that the file does not list: perhaps its name stands where its id belongs, perhaps two names run together. */
export function checkUnknownSchool(school: string, path: IssuePath, subject: Subject, { known, report }: MembershipChecking): void {
  if (known.broken.has(school)) return;
  const likely = known.byName.get(school)?.value.id;
  report("unknown-school", path, { school, ...(likely === undefined ? {} : { likely }) }, subject);
  const joined = joinedFrom(school, known);
  if (joined !== undefined) report("joined-names", path, { name: school, first: joined[0].name, second: joined[1].name }, subject);
}

function checkSchoolLife(school: School, place: MembershipPlace, { asOf, report }: MembershipChecking): void {
  if (school.opened === undefined && school.closed === undefined) return;
  const { group, membership } = place;
  const life = { from: school.opened, until: school.closed };
  const names = { school: school.name, group: shownGroup(group) };
  if (reachesOutside(membership, life.from, life.until)) {
    const params = { ...names, life: shownStretch(life), membership: shownStretch(membership) };
    report("membership-outside-school", pathOf(place), params, subjectOf(place));
  } else if (
    school.closed !== undefined &&
    membership.until === undefined &&
    group.dissolved === undefined &&
    latestDay(school.closed) <= asOf
  ) {
    report("membership-of-closed-school", pathOf(place), { ...names, closed: school.closed }, subjectOf(place));
  }
}

function checkGroupLife(place: MembershipPlace, { known, report }: MembershipChecking): void {
  const { group, membership } = place;
  if (membership.from === undefined && membership.until === undefined) return;
  const life = { from: group.announced, until: group.dissolved };
  if (!reachesOutside(membership, life.from, life.until)) return;
  const names = { school: shownSchool(membership.school, known), group: shownGroup(group) };
  report(
    "membership-outside-group",
    pathOf(place),
    { ...names, life: shownStretch(life), membership: shownStretch(membership) },
    subjectOf(place),
  );
}

/** Two schools that certainly lead on one day: one warning for the group, at the second. */
function checkLeads({ index, value: group }: PlacedGroup, { known, report }: MembershipChecking): void {
  const memberships = group.memberships ?? [];
  const leads: Membership[] = [];
  for (let position = 0; position < memberships.length; position += 1) {
    const membership = memberships[position] as Membership;
    if (membership.role !== "lead") continue;
    for (const lead of leads.slice(-20)) {
      const from = lead.school === membership.school ? undefined : firstCommonDay(lead, membership);
      if (from === undefined) continue;
      const names = [lead, membership].map(({ school }) => shownSchool(school, known));
      const params = { group: shownGroup(group), leads: names, ...(from === "" ? {} : { from }) };
      report("two-leads", ["groups", index, "memberships", position, "role"], params, { kind: "group", id: group.id });
      return;
    }
    leads.push(membership);
  }
}

/** Whether all members' stages are stated where that matters: of a group counted under a stage or of one stage. Also whether they fit. */
export function checkStages({ index, value: group }: PlacedGroup, { known, report }: MembershipChecking): boolean {
  const stages = group.countedAs;
  if (stages === undefined && group.reach !== "same-stage") return true;
  let stated = true;
  let common: readonly string[] | undefined;
  const memberships = group.memberships ?? [];
  for (let position = 0; position < memberships.length; position += 1) {
    const id = (memberships[position] as Membership).school;
    const school = known.byId.get(id)?.value;
    if (school === undefined) continue;
    if (school.stages === undefined) {
      stated = false;
      continue;
    }
    if (group.reach !== "same-stage") continue;
    if (stages === undefined)
      common = common === undefined ? school.stages : common.filter((stage) => school.stages?.includes(stage as never));
    else if (!school.stages.includes(stages)) {
      const params = {
        school: school.name,
        group: shownGroup(group),
        stage: STAGE_LABELS[stages],
        stages: [...new Set(school.stages)].map((stage) => STAGE_LABELS[stage]),
      };
      report("stage-mismatch", ["groups", index, "memberships", position], params, { kind: "membership", id, group: group.id });
    }
  }
  if (common?.length === 0)
    report("no-common-stage", ["groups", index, "memberships"], { group: shownGroup(group) }, { kind: "group", id: group.id });
  return stated;
}
