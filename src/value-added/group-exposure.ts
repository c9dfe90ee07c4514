import { type BoundedRange, intersectRanges, isPartialDate, mergeRanges, rangeDays, resolvePartialDate } from "../core/index.js";
import type { Group, Membership, Role } from "../domain/index.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/** A school's part in a group during the years of a cohort. */
export interface GroupExposure {
  readonly school: string;
  readonly role: Role;
  /** Years of membership within the cohort's years that are certain: a date known only in part counts from its last possible day. */
  readonly years: number;
  /** Part of the cohort's years. */
  readonly share: number;
}

/**
 * 在集团时间. How long each school belonged to a group within the cohort's years. A school with several memberships has the sum of their
 * certain days, as `lead` where it led longer than half of them. Memberships that do not touch the years, or cannot be read, come back as issues.
 * @internal
 */
export function groupExposure(
  group: Group,
  years: BoundedRange,
): { readonly exposures: readonly GroupExposure[]; readonly issues: readonly ValueAddedIssue[] } {
  const issues: ValueAddedIssue[] = [];
  const whole = rangeDays(years);
  const ranges = new Map<string, { readonly lead: BoundedRange[]; readonly member: BoundedRange[] }>();
  for (const [place, membership] of (group.memberships ?? []).entries()) {
    if (!isReadable(group, membership)) {
      const path = ["groups", group.id, "memberships", place];
      issues.push(valueAddedIssue("membership-unusable", path, { group: group.id, row: place }, { kind: "group", id: group.id }));
      continue;
    }
    const shared = certainRange(group, membership, years);
    if (shared === undefined) {
      const params = { group: group.id, school: membership.school, from: years.from, until: years.until };
      issues.push(
        valueAddedIssue("membership-outside-cohort", ["groups", group.id, "memberships", place], params, { kind: "group", id: group.id }),
      );
      continue;
    }
    const own = ranges.get(membership.school) ?? { lead: [], member: [] };
    own[membership.role].push(shared);
    ranges.set(membership.school, own);
  }
  // Memberships may overlap: a day counts once.
  const exposures = [...ranges].map(([school, { lead, member }]): GroupExposure => {
    const [led, all] = [daysOf(lead), daysOf([...lead, ...member])];
    return { school, role: led > all - led ? "lead" : "member", years: all / 365.25, share: all / whole };
  });
  return { exposures, issues };
}

/** A group without a usable id goes by its place (`#1` is the first); an entry that is none has no members. @internal */
export function namedGroups(groups: readonly Group[]): readonly Group[] {
  return groups.map((group, place) => (typeof group?.id === "string" && group.id !== "" ? group : { ...group, id: `#${place + 1}` }));
}

function isReadable(group: Group, membership: Membership): boolean {
  if (typeof membership?.school !== "string" || membership.school === "") return false;
  if (membership.role !== "lead" && membership.role !== "member") return false;
  return [membership.from, membership.until, group.announced, group.dissolved].every((date) => date === undefined || isPartialDate(date));
}

/** When the school belongs to the group for certain; undefined where no day is. */
function certainRange(group: Group, membership: Membership, years: BoundedRange): BoundedRange | undefined {
  let range: BoundedRange | undefined = years;
  const froms = [membership.from, group.announced].filter((date) => date !== undefined);
  const untils = [membership.until, group.dissolved].filter((date) => date !== undefined);
  for (const from of froms) range = range && intersectRanges(range, { from: resolvePartialDate(from).latest });
  for (const until of untils) range = range && intersectRanges(range, { until: resolvePartialDate(until).earliest });
  return range === undefined || rangeDays(range) === 0 ? undefined : range;
}

function daysOf(ranges: readonly BoundedRange[]): number {
  return mergeRanges(ranges).reduce((days, range) => days + rangeDays(range), 0);
}
