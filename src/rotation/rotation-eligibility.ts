import {
  type CalendarDate,
  type CountRange,
  calendarDate,
  countRange,
  isCalendarDate,
  type Missing,
  parsePartialDate,
  type Result,
  success,
} from "../core/index.js";
import type { Teacher } from "../domain/index.js";
import type { RotationConditions } from "./conditions.js";
import { type RotationIssue, rotationIssue } from "./issues.js";
import { personJudge, type RotationEligibilityOptions, type TeacherEligibility } from "./judge-person.js";

/** 符合交流条件的教师. Who may move on a day, person by person and as counts. */
export interface RotationEligibility {
  readonly on: CalendarDate;
  readonly conditions: RotationConditions;
  /** In the order of the roster; a person who stands there twice, once. */
  readonly teachers: readonly TeacherEligibility[];
  /** Eligible teachers, leaders apart. Unknown people make it an interval. */
  readonly eligible: CountRange;
  readonly leaders: CountRange;
  /** In the order in which the schools first appear. */
  readonly schools: readonly { readonly school: string; readonly people: number; readonly eligible: CountRange }[];
  /** Figures that the policy leaves open and that somebody's answer hangs on. */
  readonly missing: readonly Missing[];
}

/**
 * 交流资格. Who meets the conditions of rotation on a day: years in the same school, years to retirement, a principal's terms, recent moves,
 * recorded reasons of exclusion and postponement.
 *
 * A person without a stated post is taken as a teacher (`DEFAULTS.rotationUnstatedRole`); a principal is held against terms instead of years.
 * What nobody recorded is unknown, never "not eligible": the count is then an interval, and each person says what is missing. A condition
 * whose figure no source gives leaves everybody unknown whom nothing else excludes. Problems of the roster come back as issues beside the value; it
 * never fails. Throws `invalid-date` for `on`, and for malformed settings as `rotationConditions` does. Sources: national N1, N8.
 *
 * @example
 * ```ts
 * import { rotationEligibility } from "school-groups/rotation";
 *
 * const teachers = [
 *   { id: "t1", school: "a", service: [{ school: "a", from: "2017-09-01" }] },
 *   { id: "t2", school: "a", service: [{ school: "a", from: "2018-09-01" }] },
 *   { id: "t3", school: "a" },
 * ];
 * const policy = { packs: [], parameters: [] };
 * const result = rotationEligibility(teachers, { policy, on: "2023-09-01", settings: { minimumYears: 6 } });
 * result.ok && result.value.eligible; // => { low: 1, high: 2 }
 * result.ok && result.value.teachers.map(({ status }) => status); // => ["eligible", "excluded", "unknown"]
 * ```
 */
export function rotationEligibility(
  teachers: readonly Teacher[],
  options: RotationEligibilityOptions,
): Result<RotationEligibility, RotationIssue> {
  const on = calendarDate(options.on);
  const judge = personJudge(options);
  const issues: RotationIssue[] = [];
  const seen = new Set<string>();
  const judged: TeacherEligibility[] = [];
  for (const [position, teacher] of teachers.entries()) {
    if (seen.has(teacher.id)) {
      const subject = { kind: "teacher", id: teacher.id } as const;
      issues.push(rotationIssue("teacher-repeated", [position], { teacher: teacher.id }, subject));
      continue;
    }
    seen.add(teacher.id);
    for (const field of unreadableDates(teacher)) {
      const subject = { kind: "teacher", id: teacher.id } as const;
      issues.push(rotationIssue("teacher-date-unreadable", [position], { teacher: teacher.id, field }, subject));
    }
    judged.push(judge.of(teacher));
  }
  return success({ on, conditions: judge.conditions, teachers: judged, ...countsOf(judged), missing: judge.openFigures() }, issues);
}

function countsOf(judged: readonly TeacherEligibility[]) {
  const schools = new Map<string, { people: number; sure: number; possible: number }>();
  const all = { sure: 0, possible: 0 };
  const leaders = { sure: 0, possible: 0 };
  for (const { school, counts, leader, status } of judged) {
    const tally = schools.get(school) ?? { people: 0, sure: 0, possible: 0 };
    if (tally.people === 0) schools.set(school, tally);
    tally.people += 1;
    if (leader) {
      if (status === "eligible") leaders.sure += 1;
      if (status === "unknown") leaders.possible += 1;
    }
    if (counts === "yes") {
      tally.sure += 1;
      all.sure += 1;
    } else if (counts === "unknown") {
      tally.possible += 1;
      all.possible += 1;
    }
  }
  return {
    eligible: countRange(all.sure, all.possible),
    leaders: countRange(leaders.sure, leaders.possible),
    schools: [...schools].map(([school, { people, sure, possible }]) => ({ school, people, eligible: countRange(sure, possible) })),
  };
}

function unreadableDates(teacher: Teacher): readonly string[] {
  const bad: string[] = [];
  const check = (field: string, text: string | undefined): void => {
    if (text !== undefined && (typeof text !== "string" || parsePartialDate(text) === undefined)) bad.push(field);
  };
  check("born", teacher.born);
  check("retires-on", teacher.retiresOn);
  for (const stint of teacher.service ?? []) {
    check("service", stint.from);
    check("service", stint.until);
  }
  for (const { from, until } of teacher.interruptions ?? []) {
    if (!isCalendarDate(from) || (until !== undefined && !isCalendarDate(until))) bad.push("interruptions");
  }
  return bad;
}
