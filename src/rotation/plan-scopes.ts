import { type CalendarDate, SchoolGroupsError, type Subject } from "../core/index.js";
import { type District, designationOn, type Exchange, type Group, memberSchoolsOn, type School, type Teacher } from "../domain/index.js";
import { inSchools, schoolNaming } from "./listed-schools.js";
import type { PlanRotationOptions } from "./plan-options.js";

/** The certain members of a group on the day; none of one whose dates cannot be read. */
export function certainMembers(group: Group | undefined, on: CalendarDate): readonly string[] {
  return (group && readable(() => memberSchoolsOn(group, on).certain)) ?? [];
}

/** Whether a school is designated weak on the day; not, where the dates cannot be read. */
export function isWeak(school: School | undefined, on: CalendarDate): boolean {
  return school !== undefined && readable(() => designationOn(school, "weak", on)) === "yes";
}

/** Whether a move leaves a school of the scope; of a group it also stays inside. Throws `invalid-argument` for a scope of another kind. */
export function scopeTest(
  { district, on }: Pick<PlanRotationOptions, "district" | "on">,
  { kind, id }: Subject,
): (move: { readonly from: string; readonly to: string }) => boolean {
  if (kind === "district") return () => true;
  if (kind === "school") return ({ from }) => from === id;
  if (kind !== "group") {
    throw new SchoolGroupsError("invalid-argument", "a plan counts by district, group or school", { argument: "subject", kind });
  }
  const schools = new Set(certainMembers(groupOf(district, id), on));
  return ({ from, to }) => schools.has(from) && schools.has(to);
}

/** The roster and the earlier exchanges with the school of each campus in its place. */
export function byCampus(
  roster: readonly Teacher[],
  options: PlanRotationOptions,
): { readonly roster: readonly Teacher[]; readonly options: PlanRotationOptions } {
  const naming = schoolNaming(options.district.schools);
  if (naming === undefined) return { roster, options };
  const teachers = roster.map((teacher) => {
    const wishes = teacher.wishes && [...new Set(teacher.wishes.map(naming))];
    return { ...inSchools(teacher, naming), ...(wishes === undefined ? {} : { wishes }) };
  });
  const exchanges = options.exchanges?.map((each): Exchange => ({ ...each, from: naming(each.from), to: naming(each.to) }));
  return { roster: teachers, options: { ...options, exchanges } };
}

function groupOf({ groups }: District, id: string): Group | undefined {
  return groups.find((group) => group.id === id);
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
