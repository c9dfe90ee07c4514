import type { CalendarDate, IssuePath } from "../core/index.js";
import { type Headcount, STAGE_LABELS } from "../domain/index.js";
import type { Report } from "./issues.js";
import { type PlacedSchool, subjectOf } from "./known-schools.js";

/** Checks the headcounts; answers whether the school has one on or before the day. */
export function checkHeadcounts(placed: PlacedSchool, asOf: CalendarDate, report: Report): boolean {
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
  if (headcounts.length > 1) checkParts(headcounts, placed, report);
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
  const params = { school: name, on, stage: STAGE_LABELS[stage], stages: [...new Set(stages)].map((each) => STAGE_LABELS[each]) };
  report("headcount-of-other-stage", [...pathOf(placed, position), "stage"], params, subjectOf(placed));
}

function pathOf({ index }: PlacedSchool, headcount: number): IssuePath {
  return ["schools", index, "headcounts", headcount];
}

/** The pupils of one day as the undivided headcount and those of the stages give them. */
interface OneDay {
  total?: { readonly pupils: number; readonly position: number } | undefined;
  readonly parts: Map<string, number>;
}

/** Whether the stages' pupils of one day add up to the undivided number: equal to it with every stage, never more than it. */
function checkParts(headcounts: readonly Headcount[], placed: PlacedSchool, report: Report): void {
  if (!headcounts.some(({ stage }) => stage === undefined) || headcounts.every(({ stage }) => stage === undefined)) return;
  const days = new Map<string, OneDay>();
  for (const [position, { on, stage, pupils }] of headcounts.entries()) {
    if (pupils === undefined) continue;
    const day: OneDay = days.get(on) ?? { parts: new Map() };
    days.set(on, day);
    if (stage === undefined) day.total = { pupils, position };
    else day.parts.set(stage, pupils);
  }
  const { name: school, stages } = placed.value;
  for (const [on, { total, parts }] of days) {
    if (total === undefined || parts.size === 0) continue;
    let sum = 0;
    for (const pupils of parts.values()) sum += pupils;
    const whole = stages !== undefined && stages.length > 0 && stages.every((stage) => parts.has(stage));
    if (sum > total.pupils || (whole && sum < total.pupils)) {
      const path = [...pathOf(placed, total.position), "pupils"];
      report("stages-against-total", path, { school, on, sum, total: total.pupils }, subjectOf(placed));
    }
  }
}

function checkClasses(
  { on, pupils, classes, largestClass: largest }: Headcount,
  position: number,
  placed: PlacedSchool,
  report: Report,
): void {
  if (largest === undefined || pupils === undefined) return;
  const school = placed.value.name;
  const path = () => [...pathOf(placed, position), "largestClass"];
  if (largest > pupils) report("largest-class-above-pupils", path(), { school, on, largest, pupils }, subjectOf(placed));
  else if (classes !== undefined && pupils > classes * largest)
    report("largest-class-below-mean", path(), { school, on, pupils, classes, largest }, subjectOf(placed));
}

function checkHeadcount(headcount: Headcount, position: number, placed: PlacedSchool, report: Report): void {
  checkClasses(headcount, position, placed, report);
  const { on, staff, teachers, backboneTeachers: backbone } = headcount;
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
