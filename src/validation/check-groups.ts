import { allOf, type CalendarDate, type Truth } from "../core/index.js";
import type { Group } from "../domain/index.js";
import { checkGovernance } from "./check-governance.js";
import { checkIds, firstById } from "./check-ids.js";
import { checkMemberships, checkStages, type MembershipChecking, type PlacedGroup, shownGroup } from "./check-memberships.js";
import { checkDesignations } from "./check-records.js";
import { checkStretch } from "./check-schools.js";
import { earliestDay, holdsOn, latestDay } from "./day-span.js";
import type { Report } from "./issues.js";
import { shownSchool } from "./known-schools.js";
import { named, type PolicyWords } from "./policy-words.js";

/** How many names a notice about many groups lists. */
const LISTED = 20;

/** Checks every group for itself, and who leads and joins which on the day. */
export function checkGroups(groups: readonly PlacedGroup[], checking: MembershipChecking, policy: PolicyWords | undefined): void {
  const { report } = checking;
  checkIds(groups, firstById(groups), "group", ["groups"], report);
  const seen: Seen = { inferred: [], unstated: [], leads: new Map() };
  for (const placed of groups) checkGroup(placed, checking, policy, seen);
  checkLeadsElsewhere(groups, seen.leads, checking);
  const { inferred, unstated } = seen;
  if (inferred.length > 0) report("leads-inferred", ["groups"], { count: inferred.length, groups: inferred.slice(0, LISTED) });
  if (unstated.length > 0) report("stages-not-stated", ["groups"], { count: unstated.length, groups: unstated.slice(0, LISTED) });
}

/** What is told of all groups together. */
interface Seen {
  /** Names of groups whose leads are only inferred. */
  readonly inferred: string[];
  readonly unstated: string[];
  /** Who certainly leads on the day, and which group first. */
  readonly leads: Map<string, PlacedGroup>;
}

function checkGroup(placed: PlacedGroup, checking: MembershipChecking, policy: PolicyWords | undefined, seen: Seen): void {
  const { value: group } = placed;
  const { report, asOf } = checking;
  checkDates(placed, report);
  checkForms(placed, policy, report);
  if (group.designations !== undefined && group.designations.length > 1)
    checkDesignations(group.designations, ["groups", placed.index], group, "group", report);
  checkGovernance(placed, checking, policy);
  checkMemberships(placed, checking);
  if (!checkStages(placed, checking)) seen.unstated.push(shownGroup(group));
  if (existsOn(group, asOf) !== "yes") return;
  const role = checkMembersOn(placed, seen.leads, checking);
  if (role === "inferred") seen.inferred.push(leadOf(group, checking));
}

function leadOf(group: Group, { known }: MembershipChecking): string {
  const lead = group.memberships?.find((membership) => membership.role === "lead");
  return group.name ?? (lead === undefined ? group.id : shownSchool(lead.school, known));
}

/** `groupExistsOn` for dates that are already checked. */
function existsOn(group: Group, day: CalendarDate): Truth {
  const standing = holdsOn({ from: group.announced, until: group.dissolved }, day);
  if (group.announced !== undefined || group.inaugurated === undefined) return standing;
  return allOf([standing, latestDay(group.inaugurated) <= day ? "yes" : "unknown"]);
}

function checkDates({ index, value: group }: PlacedGroup, report: Report): void {
  const subject = { kind: "group", id: group.id } as const;
  const { announced, inaugurated, dissolved } = group;
  if (dissolved !== undefined) {
    checkStretch({ from: announced ?? inaugurated, until: dissolved }, ["groups", index, "dissolved"], () => subject, group, report);
  }
  if (announced !== undefined && inaugurated !== undefined && latestDay(inaugurated) < earliestDay(announced)) {
    report("inaugurated-before-announced", ["groups", index, "inaugurated"], { announced, inaugurated }, subject);
  }
  for (const key of ["forms", "designations"] as const) {
    const stretches = group[key];
    if (stretches === undefined) continue;
    for (const [position, stretch] of stretches.entries())
      checkStretch(stretch, ["groups", index, key, position], () => subject, group, report);
  }
}

function checkForms({ index, value: group }: PlacedGroup, policy: PolicyWords | undefined, report: Report): void {
  if (policy === undefined || group.forms === undefined) return;
  for (const [position, { form }] of group.forms.entries()) {
    if (policy.idOf(form) !== undefined) continue;
    const path = ["groups", index, "forms", position, "form"];
    report("unknown-form", path, { form, known: policy.forms.slice(0, LISTED).map(named) }, { kind: "group", id: group.id });
  }
}

/** Who belongs on the day: nobody, nobody in the lead, or leads of whom every one is inferred. Notes the certain leads. */
function checkMembersOn(
  placed: PlacedGroup,
  leads: Map<string, PlacedGroup>,
  { asOf, report }: MembershipChecking,
): "inferred" | "stated" | undefined {
  const { index, value: group } = placed;
  const subject = { kind: "group", id: group.id } as const;
  let members = 0;
  let led = 0;
  let stated = 0;
  for (const membership of group.memberships ?? []) {
    const holds = holdsOn(membership, asOf);
    if (holds === "no") continue;
    members += 1;
    if (membership.role !== "lead") continue;
    led += 1;
    if (membership.evidence !== "inferred") stated += 1;
    if (holds === "yes" && !leads.has(membership.school)) leads.set(membership.school, placed);
  }
  if (members === 0) report("group-without-members", ["groups", index], { group: shownGroup(group), asOf }, subject);
  else if (led === 0) report("group-without-lead", ["groups", index], { group: shownGroup(group), asOf }, subject);
  return led === 0 ? undefined : stated === 0 ? "inferred" : "stated";
}

/** Schools that lead one group and are members of another on the day: one notice for each school. */
function checkLeadsElsewhere(
  groups: readonly PlacedGroup[],
  leads: ReadonlyMap<string, PlacedGroup>,
  { known, asOf, report }: MembershipChecking,
): void {
  const told = new Set<string>();
  for (const { index, value: group } of groups) {
    const memberships = group.memberships ?? [];
    for (let position = 0; position < memberships.length; position += 1) {
      const membership = memberships[position];
      if (membership === undefined || membership.role !== "member") continue;
      const { school } = membership;
      const led = leads.get(school);
      if (led === undefined || led.value.id === group.id || told.has(school) || holdsOn(membership, asOf) !== "yes") continue;
      if (existsOn(group, asOf) !== "yes") continue;
      told.add(school);
      const params = { school: shownSchool(school, known), leads: shownGroup(led.value), memberOf: shownGroup(group) };
      report("lead-is-member-elsewhere", ["groups", index, "memberships", position], params, { kind: "school", id: school });
    }
  }
}
