import {
  addMonths,
  addYears,
  type Basis,
  type CalendarDate,
  calendarDate,
  type DaySpan,
  type ExactText,
  type PartialDate,
  parseFraction,
  parsePartialDate,
} from "../core/index.js";
import type { RetirementClass, Teacher } from "../domain/index.js";
import { type ResolvedPolicy, valueOn } from "../policy/index.js";

/**
 * 法定退休年龄安排. The statutory age of one class as the law in force on a day has it, read from the parameters `cn.retirement.*`.
 *
 * Without `rise` the age is fixed. With it, whoever reaches the old age in `rise.from` or later retires `rise.step` months later for every
 * `rise.birthMonths` begun months of birth, up to `rise.most` months (national N8).
 */
export interface RetirementSchedule {
  /** The age before the reform, in months. */
  readonly age: number;
  readonly rise?:
    | {
        readonly from: CalendarDate;
        readonly birthMonths: number;
        readonly step: number;
        readonly most: number;
      }
    | undefined;
  /** The basis of each figure, by parameter id. */
  readonly bases: readonly { readonly parameter: string; readonly value: ExactText; readonly basis: Basis }[];
}

/** A retirement date as far as it is known: from `earliest` to `latest`, both possible. */
export interface RetirementDate extends DaySpan {
  /** Months beyond the age before the reform, of the earliest and of the latest date of birth; absent for a person's own date. */
  readonly monthsAdded?: { readonly low: number; readonly high: number } | undefined;
  /** The person's own date (弹性退休) or the statutory one. */
  readonly origin: "own" | "statutory";
}

/**
 * The schedule of a class on a day; `undefined` when the policy holds no such parameters. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { retirementSchedule } from "school-groups/rotation";
 *
 * retirementSchedule({ parameters: [] }, "men", "2025-01-01"); // => undefined
 * ```
 */
export function retirementSchedule(
  policy: Pick<ResolvedPolicy, "parameters">,
  retirementClass: RetirementClass,
  on: CalendarDate,
): RetirementSchedule | undefined {
  const figure = (name: string) => {
    const parameter = `cn.retirement.${name}`;
    const found = valueOn(policy, parameter, on);
    return found && { parameter, value: found.value, basis: found.basis, from: found.from, months: wholeNumber(found.value) };
  };
  const before = figure(`${retirementClass}.age-before`);
  if (before?.months === undefined) return undefined;
  const after = figure(`${retirementClass}.age-after`);
  const birthMonths = figure(`${retirementClass}.birth-months`);
  const step = figure("step");
  const used = [before, after, birthMonths, step].flatMap((each) => (each ? [each] : []));
  const bases = used.map(({ parameter, value, basis }) => ({ parameter, value, basis }));
  const age = before.months * 12;
  if (after?.months === undefined || !birthMonths?.months || !step?.months || birthMonths.from === undefined) return { age, bases };
  const most = Math.max(0, after.months * 12 - age);
  return { age, rise: { from: birthMonths.from, birthMonths: birthMonths.months, step: step.months, most }, bases };
}

/**
 * 法定退休日. The day on which a person born on a day reaches the statutory age of a schedule, and the months that the reform adds.
 *
 * The month of birth decides (national N8); a day that the month lacks becomes its last. Throws `invalid-date`.
 *
 * @example
 * ```ts
 * import { statutoryRetirement } from "school-groups/rotation";
 *
 * const men = { age: 720, rise: { from: "2025-01-01", birthMonths: 4, step: 1, most: 36 }, bases: [] };
 * statutoryRetirement("1964-12-31", men); // => { on: "2024-12-31", monthsAdded: 0 }
 * statutoryRetirement("1965-01-01", men); // => { on: "2025-02-01", monthsAdded: 1 }
 * statutoryRetirement("1976-09-01", men); // => { on: "2039-09-01", monthsAdded: 36 }
 * ```
 */
export function statutoryRetirement(
  born: CalendarDate,
  schedule: RetirementSchedule,
): { readonly on: CalendarDate; readonly monthsAdded: number } {
  const monthsAdded = monthsOfRise(calendarDate(born), schedule);
  return { on: addMonths(born, schedule.age + monthsAdded, "clamp"), monthsAdded };
}

function monthsOfRise(born: CalendarDate, { age, rise }: RetirementSchedule): number {
  if (rise === undefined) return 0;
  const sinceStart = monthIndex(born) + age - monthIndex(rise.from);
  if (sinceStart < 0) return 0;
  return Math.min(rise.most, (Math.floor(sinceStart / rise.birthMonths) + 1) * rise.step);
}

/**
 * 退休日期. When a person retires: the person's own day where one is recorded (flexible retirement up to three years earlier or later), else
 * the statutory one of the recorded class. A date of birth known by month or year gives a span.
 *
 * `undefined` when the class, the date of birth or the policy's figures are missing or cannot be read: nothing is guessed from sex, post or
 * title. Throws `invalid-date` for `on`.
 *
 * @example
 * ```ts
 * import { retirementDate } from "school-groups/rotation";
 *
 * const policy = { parameters: [] };
 * retirementDate({ retiresOn: "2026-07-01" }, policy, "2025-09-01"); // => { earliest: "2026-07-01", latest: "2026-07-01", origin: "own" }
 * retirementDate({ born: "1970" }, policy, "2025-09-01"); // => undefined
 * ```
 */
export function retirementDate(
  person: Pick<Teacher, "born" | "retirementClass" | "retiresOn">,
  policy: Pick<ResolvedPolicy, "parameters">,
  on: CalendarDate,
): RetirementDate | undefined {
  const own = person.retiresOn === undefined ? undefined : parsePartialDate(person.retiresOn);
  if (own) return { ...own, origin: "own" };
  const span = person.born === undefined ? undefined : parsePartialDate(person.born);
  if (span === undefined || person.retirementClass === undefined) return undefined;
  const schedule = retirementSchedule(policy, person.retirementClass, on);
  if (schedule === undefined) return undefined;
  const first = statutoryRetirement(span.earliest, schedule);
  const last = statutoryRetirement(span.latest, schedule);
  return {
    earliest: first.on,
    latest: last.on,
    monthsAdded: { low: first.monthsAdded, high: last.monthsAdded },
    origin: "statutory",
  };
}

/**
 * The dates of birth that leave more than so many months to retirement on a day: those from the returned day on. Later births never retire
 * earlier, so that one comparison of dates answers for a whole roster.
 * @internal
 */
export function firstBirthBeyond(schedule: RetirementSchedule, on: CalendarDate, months: number): PartialDate {
  const limit = addMonths(on, months, "clamp");
  let low = 0;
  let high = 12 * 200;
  const origin = addYears(on, -150, "clamp").slice(0, 7);
  const beyond = (index: number): boolean => statutoryRetirement(addMonths(`${origin}-01`, index, "clamp"), schedule).on > limit;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (beyond(middle)) high = middle;
    else low = middle + 1;
  }
  const month = addMonths(`${origin}-01`, low - 1, "clamp").slice(0, 7);
  for (let day = 1; day <= 31; day += 1) {
    const born = `${month}-${String(day).padStart(2, "0")}`;
    if (parsePartialDate(born) !== undefined && statutoryRetirement(born, schedule).on > limit) return born;
  }
  return addMonths(`${origin}-01`, low, "clamp");
}

function monthIndex(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function wholeNumber(text: ExactText): number | undefined {
  const value = parseFraction(text);
  return value?.denominator === 1n ? Number(value.numerator) : undefined;
}
