import { type CalendarDate, calendarDate, type Subject, type Term } from "../core/index.js";
import type { District } from "../domain/index.js";
import type { MeasureId, MeasureRef, ResolvedPolicy } from "../policy/index.js";
import type { Fact, FactLookup } from "../rules/index.js";
import { districtFact } from "./district-facts.js";
import { type DistrictState, districtOn } from "./district-state.js";
import { groupFact } from "./group-facts.js";
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
 * const facts = factsOf(district, { policy: { governanceItems: [] }, on: "2023-12-31" });
 * facts({ kind: "group", id: "g" })({ measure: "reach" });
 * // => { kind: "tokens", label: { "zh-CN": "同学段或跨学段", en: "reach" }, values: ["same-stage"] }
 * ```
 */
export function factsOf(district: District, options: FactOptions): (subject: Subject) => FactLookup {
  return factsOn(districtOn(district, calendarDate(options.on)), options);
}

/** The same for a district already read. */
export function factsOn(district: DistrictState, options: Omit<FactOptions, "on">): (subject: Subject) => FactLookup {
  const labels = new Map<MeasureRef, Term>();
  const labelOf = (ref: MeasureRef): Term => {
    const known = labels.get(ref);
    if (known !== undefined) return known;
    const label = measureLabel(ref, options.policy);
    labels.set(ref, label);
    return label;
  };
  const trace = options.trace === true;
  return (subject) => {
    const read = readerOf(district, subject, options.policy, trace);
    return (ref) => (HELD.has(ref.measure) ? read(ref, labelOf(ref)) : undefined) ?? options.facts?.(subject, ref);
  };
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

type Reader = (ref: MeasureRef, label: Term) => Fact | undefined;

function readerOf(district: DistrictState, subject: Subject, policy: FactOptions["policy"], trace: boolean): Reader {
  if (subject.kind === "district") {
    return (ref, label) => publishedFact(district, ref, label) ?? districtFact(district, ref, label, trace) ?? meaningless(label);
  }
  if (subject.kind === "group") {
    const state = district.groups.get(subject.id);
    return (ref, label) =>
      state === undefined ? undefined : (groupFact(state, district, policy, ref, label, trace) ?? meaningless(label));
  }
  const known = district.schools.get(subject.id) ?? unlisted(subject.id);
  const state = subject.group === undefined ? known : { ...known, subject };
  const group = subject.group === undefined ? undefined : district.groups.get(subject.group);
  return (ref, label) => {
    const own = schoolFact(state, district, ref, label);
    if (own !== undefined) return own;
    const shared = group === undefined ? undefined : groupFact(group, district, policy, ref, label, trace);
    return shared ?? meaningless(label);
  };
}

/** A school that groups name and the list of schools does not: nothing is known of it but its id. */
function unlisted(id: string) {
  return { school: { id, name: id }, subject: { kind: "school", id }, exists: "yes" } as const;
}

function meaningless(label: Term): Fact {
  return { kind: "none", label };
}
