import { DEFAULTS, fromDayNumber, fullMonthsBetween, type Truth } from "../core/index.js";
import { isReadableCondition } from "../policy/condition-values.js";
import type { MeasureRef } from "../policy/index.js";

/**
 * Which exchanges a rule counts, read from the `where` of its measure. The keys:
 * `minimum-months`, `minimum-weeks`, `minimum-days` (length of the stay), `load` (`"full-time"`: said so in the record; `"any"`),
 * `minimum-days-per-week`, `purpose` (`"learn"`, `"visit"`, …: only these; `"any"`), `role`, `subject`, `relation`, `backbone`, `direction`
 * (`"lead-to-member"`, `"member-to-lead"`, `"between-members"`), `to-designation`, `to-locality`, `graduating-grade`. An unknown key, or a value that cannot
 * be read, makes every exchange possible and none certain.
 */
export interface Criterion {
  readonly key: string;
  readonly months: number;
  readonly days: number;
  readonly load: "full-time" | "any" | "default";
  readonly daysPerWeek: number;
  readonly purpose: string | undefined;
  readonly role: string | undefined;
  readonly subject: string | undefined;
  readonly relation: string | undefined;
  readonly backbone: boolean;
  readonly direction: string | undefined;
  readonly toDesignation: string | undefined;
  readonly toLocality: string | undefined;
  readonly graduatingGrade: boolean;
  /** Teachers only (leaders rotate by their terms), or everybody who moved. */
  readonly people: "teachers" | "all";
  /** Keys that are not known, and those whose value cannot be read. */
  readonly unknownKeys: readonly string[];
}

const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "minimum-months",
  "minimum-weeks",
  "minimum-days",
  "load",
  "minimum-days-per-week",
  "purpose",
  "role",
  "subject",
  "relation",
  "backbone",
  "direction",
  "to-designation",
  "to-locality",
  "graduating-grade",
]);

/** The criterion of a measure, with a key under which equal ones meet. */
export function criterionOf(ref: MeasureRef, people: "teachers" | "all"): Criterion {
  const where = ref.where ?? {};
  const keys = Object.keys(where).sort();
  const number = (name: string): number => {
    const value = Number(where[name] ?? 0);
    return value >= 0 ? value : 0;
  };
  const text = (name: string): string | undefined => (where[name] === undefined ? undefined : String(where[name]));
  const load = where["load"];
  return {
    key: JSON.stringify([people, ...keys.map((name) => [name, where[name]])]),
    months: number("minimum-months"),
    days: Math.max(number("minimum-days"), number("minimum-weeks") * 7),
    load: load === "full-time" || load === "any" ? load : "default",
    daysPerWeek: number("minimum-days-per-week"),
    purpose: text("purpose"),
    role: text("role"),
    subject: text("subject"),
    relation: text("relation"),
    backbone: where["backbone"] === true,
    direction: text("direction"),
    toDesignation: text("to-designation"),
    toLocality: text("to-locality"),
    graduatingGrade: where["graduating-grade"] === true,
    people,
    unknownKeys: keys.filter((name) => !KNOWN.has(name) || !isReadableCondition(name, where[name] as string | number | boolean)),
  };
}

/** The end of a stay that goes on. */
export const OPEN_END = 2147483647;

/**
 * Whether a stay of days `[start, end)` is long enough; one that goes on is, once it has lasted long enough by `asOf`, and may be before. Full months
 * are remembered in `known`: the stays of a province begin and end on few days, so that most answers are there already.
 */
export function lastsLongEnough(criterion: Criterion, start: number, end: number, asOf: number, known: Map<number, number>): Truth {
  if (criterion.months === 0 && criterion.days === 0) return "yes";
  if (end === OPEN_END) return asOf > start && reaches(criterion, start, asOf, known) ? "yes" : "unknown";
  return reaches(criterion, start, end, known) ? "yes" : "no";
}

function reaches({ months, days }: Criterion, start: number, end: number, known: Map<number, number>): boolean {
  const length = end - start;
  // A month has 28 to 31 days: only in between does the calendar decide.
  if (length < days || length < months * 28) return false;
  return length >= months * 31 || fullMonths(start, end, known) >= months;
}

function fullMonths(start: number, end: number, known: Map<number, number>): number {
  const key = start * 4_194_304 + (end - start);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = fullMonthsBetween(fromDayNumber(start), fromDayNumber(end), DEFAULTS.rotationOverflow.value);
  known.set(key, found);
  return found;
}
