import { type CalendarDate, calendarDate, failure, type Result, SchoolGroupsError, type Subject, success } from "../core/index.js";
import type { District } from "../domain/index.js";
import { conditionMeasures, judgedMeasures, type ResolvedPolicy, type ResolvedRule, ruleStandings, type Topic } from "../policy/index.js";
import {
  evaluateFulfilled,
  evaluatePrepared,
  type FactLookup,
  type Finding,
  prepareRule,
  type RolledFinding,
  type RuleSubject,
  rollUp,
} from "../rules/index.js";
import type { ComplianceReport, RuleNotApplied, RuleNotEvaluated, RuleNotFulfilled, SubjectRollUp } from "./compliance-report.js";
import { type DistrictState, districtOn } from "./district-state.js";
import { type FactSource, factsOn, HELD } from "./facts-of.js";
import { type ComplianceIssue, complianceIssue } from "./issues.js";
import { type SubjectOn, subjectsOn } from "./subjects-on.js";

/** What a district is held against, and when. */
export interface ComplianceOptions {
  readonly policy: ResolvedPolicy;
  /** The day whose state is judged. */
  readonly asOf: CalendarDate;
  /** Only rules on these topics; absent: all. */
  readonly topics?: readonly Topic[] | undefined;
  /** Facts of other rooms or of the app, for measures the district file does not hold. */
  readonly facts?: FactSource | undefined;
}

/**
 * 合规检查. Holds every rule in force against every group, lead, member, school and the district itself.
 *
 * Findings come in the order of the packs' rules, then of the file. A rule whose measure neither the file nor `facts` holds is listed in
 * `notEvaluated` and has no verdict; one that is overridden, of another jurisdiction or not in force is listed in `notApplied`. A target
 * before its due day, or a rule without anybody to speak to, gives one finding for the district: `not-applicable`, or `undetermined` while
 * somebody may be missing from a list that is not whole. Whom a rule's conditions leave out is counted in `notFulfilled`, not listed.
 *
 * Fails with `district-without-lists` when schools or groups are no lists; throws `invalid-date` when `asOf` is no day. No explanation is
 * built: see `explainFinding`.
 *
 * @example
 * ```ts
 * import { checkCompliance } from "school-groups/compliance";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([]);
 * const district = { format: "school-groups.district.v1", schools: [], groups: [] } as const;
 * const checked = policy.ok ? checkCompliance(district, { policy: policy.value, asOf: "2023-12-31" }) : policy;
 * checked.ok && "overall" in checked.value && checked.value.overall.verdict; // => "not-applicable"
 * ```
 */
export function checkCompliance(district: District, options: ComplianceOptions): Result<ComplianceReport, ComplianceIssue> {
  const asOf = calendarDate(options.asOf);
  const problem = withoutLists(district);
  if (problem !== undefined) return failure([problem]);
  const state = districtOn(district, asOf);
  const book: Book = { findings: [], notFulfilled: [], leftOut: [], told: [] };
  const notEvaluated: RuleNotEvaluated[] = [];
  const notApplied: RuleNotApplied[] = [];
  const people = subjectsWithFacts(state, options);
  for (const { rule, standing, by } of ruleStandings(options.policy, { on: asOf, code: district.code })) {
    if (options.topics?.includes(rule.topic) === false) continue;
    if (standing !== "in-force") notApplied.push({ rule: rule.id, label: rule.label, standing, ...(by === undefined ? {} : { by }) });
    else if (!isMeasurable(rule, options.facts)) notEvaluated.push(unmeasured(rule));
    else {
      const held = heldAgainst(rule, state, options, people);
      if (held.unmeasured) notEvaluated.push(unmeasured(rule));
      else enter(book, rule, held);
    }
  }
  const { findings, notFulfilled } = book;
  const [subjects, overall] = [rolledUp(book.told), rollUp(book.leftOut.concat(findings))];
  return success({ asOf, district: state.subject, findings, notFulfilled, subjects, overall, notEvaluated, notApplied }, state.issues);
}

/** What the rules held so far have said. */
interface Book {
  readonly findings: Finding[];
  readonly notFulfilled: RuleNotFulfilled[];
  /** One entry for all those a rule leaves out. */
  readonly leftOut: RolledFinding[];
  /** Whom a finding names, in the order of the first. */
  readonly told: Own[];
}

function enter(book: Book, rule: ResolvedRule, { found, people, leftOut, alike }: Held): void {
  for (let position = 0; position < found.length; position += 1) {
    const [finding, own] = [found[position], people[position]?.own];
    if (finding === undefined || own === undefined) continue;
    book.findings.push(finding);
    own.said.push(finding);
    if (!own.told) book.told.push(own);
    own.told = true;
  }
  for (const { own } of leftOut) own.said.push(alike);
  const count = leftOut.length;
  if (count === 0) return;
  book.notFulfilled.push({ rule: rule.id, label: rule.label, count });
  book.leftOut.push({ ...alike, times: count });
}

/** What has been found of a subject, in all its parts: the lead of a group may be a member of it too. */
interface Own {
  readonly subject: Subject;
  readonly said: RolledFinding[];
  /** Whether a finding names it. */
  told: boolean;
}

/** Somebody a rule may speak to, with their facts. */
interface Person extends SubjectOn {
  readonly facts?: FactLookup | undefined;
  readonly own: Own;
}

/** Whoever a scope speaks to, each with its facts, read once per scope. */
type People = (scope: Scope) => readonly Person[];

/** Reads whom each scope speaks to, and their facts, no more than once. */
function subjectsWithFacts(state: DistrictState, options: ComplianceOptions): People {
  const factsFor = factsOn(state, { policy: options.policy, facts: options.facts });
  const known = new Map<Scope, readonly Person[]>();
  const parts = new Map<string, Own>();
  const ownOf = (subject: Subject): Own => {
    if (subject.group === undefined) return { subject, said: [], told: false };
    const key = subjectKey(subject);
    const own = parts.get(key) ?? { subject, said: [], told: false };
    parts.set(key, own);
    return own;
  };
  return (scope) => {
    const found =
      known.get(scope) ??
      subjectsOn(state, scope).map(({ subject, standing }) => ({ subject, standing, facts: factsFor(subject), own: ownOf(subject) }));
    known.set(scope, found);
    return found;
  };
}

/** One rule held against everybody of its scope. */
interface Held {
  readonly found: readonly Finding[];
  /** Whom each of them is about, position by position. */
  readonly people: readonly Person[];
  readonly leftOut: readonly Person[];
  /** What is said of each of those left out. */
  readonly alike: RolledFinding;
  /** Nobody handed over what the rule asks for, of anybody. */
  readonly unmeasured: boolean;
}

function heldAgainst(rule: ResolvedRule, state: DistrictState, options: ComplianceOptions, people: People): Held {
  const alike: RolledFinding = {
    verdict: "not-applicable",
    modality: rule.modality,
    force: rule.force,
    code: "condition-not-fulfilled",
  };
  const prepared = prepareRule({ rule, policy: options.policy, on: state.on, code: state.district.code });
  const subjects = people(rule.appliesTo.subject);
  const { subject } = rule.appliesTo;
  if (!prepared.standing.holds || subjects.length === 0) {
    const found = [evaluatePrepared(prepared, ofNobody(state, subject, subjects.length > 0))];
    return { found, people: people("district"), leftOut: [], alike, unmeasured: false };
  }
  const found: Finding[] = [];
  const foundOf: Person[] = [];
  const leftOut: Person[] = [];
  let measured = false;
  for (const person of subjects) {
    const finding = evaluateFulfilled(prepared, person);
    if (finding === undefined) leftOut.push(person);
    else {
      found.push(finding);
      foundOf.push(person);
    }
    measured ||= finding?.code !== "not-evaluated";
  }
  return { found, people: foundOf, leftOut, alike, unmeasured: !measured };
}

/** The one subject of a rule that speaks to nobody listed: the district. Whether there is nobody at all, only whole lists can tell. */
export function ofNobody(state: DistrictState, scope: Scope, somebody: boolean): RuleSubject {
  const label = { "zh-CN": "当日有适用对象", en: "there is somebody to speak to" };
  const table = TABLES[scope];
  const whole = scope === "lead" || scope === "member" ? state.membershipsWhole : state.district.complete === true;
  const value = somebody ? "yes" : whole ? "no" : "unknown";
  return { subject: state.subject, standing: { label, value, missing: [{ kind: "record", table, subject: state.subject }] } };
}

type Scope = ResolvedRule["appliesTo"]["subject"];

const TABLES: Readonly<Record<Scope, string>> = {
  district: "district",
  group: "groups",
  school: "schools",
  lead: "memberships",
  member: "memberships",
};

/** Without anybody else to ask, a measure outside the district file stays unmeasured. */
function isMeasurable(rule: ResolvedRule, facts: FactSource | undefined): boolean {
  return facts !== undefined || unheld(rule).length === 0;
}

function unheld(rule: ResolvedRule) {
  const measures = [...judgedMeasures(rule), ...conditionMeasures(rule.appliesTo.where)].map(({ measure }) => measure);
  return [...new Set(measures.filter((measure) => !HELD.has(measure)))];
}

function unmeasured(rule: ResolvedRule): RuleNotEvaluated {
  return { rule: rule.id, label: rule.label, kind: rule.kind, topic: rule.topic, measures: unheld(rule) };
}

/** Why a district cannot be judged at all. */
export function withoutLists(district: District): ComplianceIssue | undefined {
  for (const list of ["schools", "groups"] as const) {
    if (!Array.isArray((district as District | null | undefined)?.[list]))
      return complianceIssue("district-without-lists", [list], { list });
  }
  return undefined;
}

/** The error for an id that nothing bears. */
export function unknownId(what: string, id: string): SchoolGroupsError {
  return new SchoolGroupsError("unknown-id", `no ${what} has the id ${id.slice(0, 80)}`, { what, id: id.slice(0, 80) });
}

/** A key by which a subject is told from all others. */
export function subjectKey({ kind, id, group }: Subject): string {
  return group === undefined ? `${kind}\n${id}` : `${kind}\n${id}\n${group}`;
}

const ORDER: readonly Subject["kind"][] = ["district", "group", "school"];

function rolledUp(told: readonly Own[]): readonly SubjectRollUp[] {
  const all = told.map(({ subject, said }) => ({ subject, rollUp: rollUp(said) }));
  return ORDER.flatMap((kind) => all.filter(({ subject }) => subject.kind === kind));
}
