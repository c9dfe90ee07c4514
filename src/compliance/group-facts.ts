import type { CalendarDate, Missing, Term } from "../core/index.js";
import { type FormsOn, formsOn, type Membership, STAGE_LABELS } from "../domain/index.js";
import type { FormNames, MeasureRef, ResolvedPolicy } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { countNode, sumNode, UNLISTED } from "./count-nodes.js";
import { type DistrictState, type GroupState, readable, type SchoolState } from "./district-state.js";
import { governanceFact } from "./governance-fact.js";
import { type Counted, datedLabel, pupilsOf, total } from "./headcount-facts.js";
import { bearsDesignation, counted, tokens } from "./school-facts.js";

/** What a group's facts are read with. */
export interface GroupReading {
  readonly district: DistrictState;
  readonly policy: Pick<ResolvedPolicy, "forms" | "governanceItems">;
  /** Official words of the forms that packs name, by their ids. */
  readonly formWords: Readonly<Record<string, Term>>;
  /** Their ids, by id or official name. */
  readonly formNames: FormNames;
  /** Keep how each count came about. */
  readonly trace: boolean;
}

/** The words of a policy's forms, by their ids. */
export function formWords({ forms }: Pick<ResolvedPolicy, "forms">): Readonly<Record<string, Term>> {
  return Object.fromEntries(forms.map(({ id, label }) => [id, label]));
}

/** What is known of one measure of a group; `undefined` when the district file does not hold the measure. */
export function groupFact(state: GroupState, reading: GroupReading, ref: MeasureRef, label: Term): Fact | undefined {
  const { district, policy, trace } = reading;
  const { group, subject } = state;
  switch (ref.measure) {
    case "governance-item": {
      const recorded = group.governance !== undefined;
      const kind = recorded ? policy.governanceItems.find(({ id }) => id === ref.of)?.kind : undefined;
      return governanceFact(state, { ref, kind, on: district.on }, label);
    }
    case "designation":
      return bearsDesignation(group, subject, ref, district.on, label);
    case "form":
      return formFact(state, reading, label);
    case "legal-form":
      return tokens(label, alone(group.legalForm), columnOf(subject, "legal-form"));
    case "reach":
      return tokens(label, alone(group.reach), columnOf(subject, "reach"));
    case "counted-as":
      return tokens(label, alone(group.countedAs), columnOf(subject, "counted-as"));
    case "stage":
      return stagesFact(state, district, label);
    case "group-leads":
      return rolesFact(state, "lead", label, trace);
    case "group-members":
      return rolesFact(state, "member", label, trace);
    case "group-schools":
      return schoolsFact(state, district, { label, unit: "schools", of: () => ONE }, trace);
    case "group-campuses":
      return schoolsFact(state, district, { label, unit: "schools", of: (id) => campusesOf(district, id) }, trace);
    case "group-pupils":
      return schoolsFact(state, district, { label, unit: "pupils", of: (id) => pupilsOfMember(district, id, ref) }, trace);
    default:
      return undefined;
  }
}

function columnOf(subject: GroupState["subject"], column: string): Missing {
  return { kind: "field", table: "groups", column, subject };
}

/** 校区. Sites of a school: what its list of campuses says, an empty list being one site; without a list at least one. */
function campusesOf(district: DistrictState, id: string): Counted {
  const campuses = district.schools.get(id)?.school.campuses;
  if (campuses === undefined) return { low: 1, missing: [{ kind: "record", table: "campuses", subject: { kind: "school", id } }] };
  const sites = Math.max(1, campuses.length);
  return { low: sites, high: sites, missing: [] };
}

const ONE: Counted = { low: 1, high: 1, missing: [] };

function alone(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}

/** A form by its id or official name; one that no pack names may be another word for one of theirs, and is left open. */
function formFact({ group, subject }: GroupState, { district, formWords: words, formNames: names }: GroupReading, label: Term): Fact {
  const { certain, possible } = formsKnown(group, district.on);
  const values = certain.map((form) => names.idOf(form) ?? form);
  const strange = certain.filter((form) => names.idOf(form) === undefined);
  const missing: Missing[] = possible.length > 0 || certain.length === 0 ? [{ kind: "record", table: "forms", subject }] : [];
  if (strange.length > 0) missing.push({ kind: "field", table: "forms", column: "form", subject });
  const beside = strange.length > 0 ? { strange } : {};
  if (missing.length === 0) return { kind: "tokens", label, words, values };
  if (possible.length > 0) return { kind: "tokens", label, words, values, ...beside, open: true, missing };
  return certain.length > 0 ? { kind: "tokens", label, words, values, ...beside, missing } : { kind: "tokens", label, words, missing };
}

const NO_FORMS: FormsOn = { certain: [], possible: [] };
const UNREADABLE_FORMS: FormsOn = { certain: [], possible: ["?"] };

function formsKnown(group: GroupState["group"], on: CalendarDate): FormsOn {
  return group.forms === undefined ? NO_FORMS : (readable(() => formsOn(group, on)) ?? UNREADABLE_FORMS);
}

/** Stages of the schools that certainly belong, in the order of schooling; open while somebody may be missing or a school's stages are. */
function stagesFact(state: GroupState, district: DistrictState, label: Term): Fact {
  const { certain, possible } = schoolsOf(state);
  const values = new Set<string>();
  const missing: Missing[] = [];
  for (const id of certain) {
    const stages = district.schools.get(id)?.school.stages;
    if (stages === undefined) missing.push({ kind: "field", table: "schools", column: "stages", subject: { kind: "school", id } });
    for (const stage of stages ?? []) values.add(stage);
  }
  missing.push(...openMembers(state, possible.length));
  const inOrder = Object.keys(STAGE_LABELS).filter((stage) => values.has(stage));
  const found = { kind: "tokens", label, values: inOrder } as const;
  return missing.length === 0 ? found : { ...found, open: true, missing };
}

function pupilsOfMember(district: DistrictState, id: string, ref: MeasureRef): Counted {
  const school: SchoolState = district.schools.get(id) ?? { school: { id, name: id }, subject: { kind: "school", id }, exists: "unknown" };
  return pupilsOf(school, district.on, ref.stage);
}

function schoolsOf(state: GroupState): { readonly certain: readonly string[]; readonly possible: readonly string[] } {
  const certain = new Set(state.members.map(({ school }) => school));
  const possible = new Set(state.possible.map(({ school }) => school).filter((school) => !certain.has(school)));
  return { certain: [...certain], possible: [...possible] };
}

/** What would close the list of a group's schools. */
function openMembers(state: GroupState, possible: number): readonly Missing[] {
  const missing: Missing[] = [];
  if (possible > 0) missing.push({ kind: "field", table: "memberships", column: "from", subject: state.subject });
  if (state.group.complete !== true) missing.push({ kind: "field", table: "groups", column: "complete", subject: state.subject });
  return missing;
}

interface MemberTotal {
  readonly label: Term;
  readonly unit: "schools" | "pupils";
  readonly of: (school: string) => Counted;
}

/** A total over a group's schools: the certain ones from below, the possible ones too from above, unbounded while the list is open. */
function schoolsFact(state: GroupState, district: DistrictState, sum: MemberTotal, trace: boolean): Fact {
  const { certain, possible } = schoolsOf(state);
  const sure = certain.map((id) => sum.of(id));
  const doubtful = possible.map((id) => ({ ...sum.of(id), low: 0 }));
  const all = total([...sure, ...doubtful]);
  const whole = state.group.complete === true;
  const count: Counted = {
    low: all.low,
    high: whole ? all.high : undefined,
    missing: [...all.missing, ...openMembers(state, possible.length)],
  };
  if (!trace) return counted(sum.label, count, sum.unit);
  const counts = [...sure, ...doubtful];
  const nodes = [...certain, ...possible].map((id, position) => {
    const one = counts[position] ?? ONE;
    return countNode(datedLabel(nameOf(district, id), one), one, sum.unit);
  });
  if (!whole) nodes.push(countNode(UNLISTED.schools, { low: 0 }, sum.unit));
  return counted(sum.label, count, sum.unit, sumNode(sum.label, nodes, count, sum.unit));
}

function nameOf(district: DistrictState, id: string): Term {
  const name = district.schools.get(id)?.school.name ?? id;
  return { "zh-CN": name, en: name };
}

/** Schools in a role: stated ones are certain; one whose role is inferred, or whose membership is doubtful, may be in either role. */
function rolesFact(state: GroupState, role: Membership["role"], label: Term, trace: boolean): Fact {
  const sure = new Set(state.members.filter((one) => one.role === role && one.evidence !== "inferred").map(({ school }) => school));
  const inferred = state.members.filter((one) => one.evidence === "inferred" && !sure.has(one.school));
  const doubtful = state.possible.filter((one) => (one.role === role || one.evidence === "inferred") && !sure.has(one.school));
  const maybe = new Set([...inferred, ...doubtful].map(({ school }) => school));
  const missing: Missing[] = [...openMembers(state, doubtful.length)];
  if (inferred.length > 0) missing.push({ kind: "field", table: "memberships", column: "evidence", subject: state.subject });
  const whole = state.group.complete === true;
  const count: Counted = { low: sure.size, high: whole ? sure.size + maybe.size : undefined, missing };
  if (!trace) return counted(label, count, "schools");
  const nodes = [
    ...[...sure].map((id) => countNode({ "zh-CN": id, en: id }, ONE, "schools")),
    ...[...maybe].map((id) => countNode({ "zh-CN": id, en: id }, { low: 0, high: 1 }, "schools")),
    ...(whole ? [] : [countNode(UNLISTED.schools, { low: 0 }, "schools")]),
  ];
  return counted(label, count, "schools", sumNode(label, nodes, count, "schools"));
}
