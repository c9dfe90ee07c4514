import { type CalendarDate, calendarDate, type Subject, type Term } from "../core/index.js";
import type { District } from "../domain/index.js";
import { formNames, type MeasureId, type MeasureRef, type ResolvedPolicy } from "../policy/index.js";
import type { Fact, FactLookup } from "../rules/index.js";
import { districtFact } from "./district-facts.js";
import { type DistrictState, districtOn, type GroupState, type SchoolState, unlisted } from "./district-state.js";
import { formWords, type GroupReading, groupFact } from "./group-facts.js";
import { measureLabel } from "./measure-labels.js";
import { publishedFact } from "./published-counts.js";
import { schoolFact } from "./school-facts.js";

/** Facts that other rooms or an app hand over; `undefined` where they know nothing of the measure. */
export type FactSource = (subject: Subject, ref: MeasureRef) => Fact | undefined;

/** What facts are read for. */
export interface FactOptions {
  readonly policy: Pick<ResolvedPolicy, "forms" | "governanceItems">;
  readonly on: CalendarDate;
  /** Asked where the district file does not hold the measure. */
  readonly facts?: FactSource | undefined;
  /** Keep how each count came about. */
  readonly trace?: boolean | undefined;
}

/**
 * 事实. What a district file says of each subject on a day, in three values and intervals, ready to be handed to rules.
 *
 * A group's facts for a group; a school's for a school, and with `subject.group` those of its group too; the district's counts for the
 * district. Lists that are not `complete` give counts without an upper end. A measure that the file does not hold is asked of `facts`.
 * Throws `invalid-date` when `on` is no day; dates in the data that cannot be read count as unknown.
 *
 * @example
 * ```ts
 * import { factsOf } from "school-groups/compliance";
 *
 * const district = { format: "school-groups.district.v1", schools: [], groups: [{ id: "g", reach: "same-stage" }] } as const;
 * const facts = factsOf(district, { policy: { forms: [], governanceItems: [] }, on: "2023-12-31" });
 * facts({ kind: "group", id: "g" })({ measure: "reach" });
 * // => { kind: "tokens", label: { "zh-CN": "同学段或跨学段", en: "reach" }, values: ["same-stage"] }
 * ```
 */
export function factsOf(district: District, options: FactOptions): (subject: Subject) => FactLookup {
  return factsOn(districtOn(district, calendarDate(options.on)), options);
}

/** The same for a district already read. */
export function factsOn(district: DistrictState, options: Omit<FactOptions, "on">): (subject: Subject) => FactLookup {
  const reading = readingOf(district, options);
  return (subject) => readFact.bind(undefined, reading, aboutOf(district, subject));
}

/** All that the facts of a district are read with. */
export function readingOf(district: DistrictState, { policy, facts, trace = false }: Omit<FactOptions, "on">): FactReading {
  return { district, policy, formWords: formWords(policy), formNames: formNames(policy), facts, trace, labels: new Map() };
}

/** What all facts of a district are read with. */
export interface FactReading extends GroupReading {
  readonly facts: FactSource | undefined;
  readonly labels: Map<MeasureRef, Term>;
}

/** Whose facts are read. */
export interface About {
  readonly subject: Subject;
  readonly school: SchoolState | undefined;
  readonly group: GroupState | undefined;
}

/** Facts of many, one after the other: whose they are is set before each is asked. */
export interface FactsInTurn {
  readonly reading: FactReading;
  about: About;
}

/** Facts whose turn is the district's first. */
export function factsInTurn(reading: FactReading): FactsInTurn {
  return { reading, about: { subject: reading.district.subject, school: undefined, group: undefined } };
}

/** A lookup for whoever's turn it is. One for each rule: of a single one the engine keeps compiled code only as long as it lives. */
export function lookupIn(facts: FactsInTurn): FactLookup {
  return readInTurn.bind(undefined, facts);
}

function readInTurn({ reading, about }: FactsInTurn, ref: MeasureRef): Fact | undefined {
  return readFact(reading, about, ref);
}

function aboutOf({ groups, schools }: DistrictState, subject: Subject): About {
  if (subject.kind === "district") return { subject, school: undefined, group: undefined };
  if (subject.kind === "group") return { subject, school: undefined, group: groups.get(subject.id) };
  const school = schools.get(subject.id) ?? unlisted(subject.id);
  if (subject.group === undefined) return { subject, school, group: undefined };
  return { subject, school: { ...school, subject }, group: groups.get(subject.group) };
}

/** What is known of a measure: by the district file where it holds it of anybody, else by whoever hands over facts. */
function readFact(reading: FactReading, { subject, school, group }: About, ref: MeasureRef): Fact | undefined {
  const held = HELD.has(ref.measure);
  if (!held || (subject.kind === "group" && group === undefined)) return reading.facts?.(subject, ref);
  const label = labelOf(ref, reading);
  if (subject.kind === "district") return ofDistrict(reading, ref, label);
  const own = school === undefined ? undefined : schoolFact(school, reading.district, { ref, label, trace: reading.trace });
  return own ?? (group === undefined ? undefined : groupFact(group, reading, ref, label)) ?? meaningless(label);
}

function labelOf(ref: MeasureRef, { labels, policy }: FactReading): Term {
  const known = labels.get(ref);
  if (known !== undefined) return known;
  const label = measureLabel(ref, policy);
  labels.set(ref, label);
  return label;
}

function ofDistrict({ district, trace }: FactReading, ref: MeasureRef, label: Term): Fact {
  return publishedFact(district, ref, label) ?? districtFact(district, ref, label, trace) ?? meaningless(label);
}

/** The measures a district file holds. */
export const HELD: ReadonlySet<MeasureId> = /* @__PURE__ */ new Set<MeasureId>([
  "governance-item",
  "designation",
  "form",
  "legal-form",
  "reach",
  "stage",
  "school-type",
  "teaching-point",
  "sector",
  "locality",
  "legal-person",
  "role",
  "counted-as",
  "groups",
  "group-leads",
  "group-members",
  "group-schools",
  "group-campuses",
  "group-pupils",
  "school-pupils",
  "class-size",
  "schools",
  "covered-schools",
  "uncovered-schools",
]);

function meaningless(label: Term): Fact {
  return { kind: "none", label };
}
