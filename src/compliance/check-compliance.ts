import { type CalendarDate, calendarDate, failure, type Result, SchoolGroupsError, type Subject, success } from "../core/index.js";
import type { District } from "../domain/index.js";
import { conditionMeasures, judgedMeasures, type ResolvedPolicy, type ResolvedRule, ruleStandings, type Topic } from "../policy/index.js";
import { evaluatePrepared, type FactLookup, type Finding, prepareRule, type RuleSubject, rollUp } from "../rules/index.js";
import type { ComplianceReport, RuleNotApplied, RuleNotEvaluated, SubjectRollUp } from "./compliance-report.js";
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
 * somebody may be missing from a list that is not whole.
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
  const findings: Finding[] = [];
  const notEvaluated: RuleNotEvaluated[] = [];
  const notApplied: RuleNotApplied[] = [];
  const people = subjectsWithFacts(state, options);
  for (const { rule, standing, by } of ruleStandings(options.policy, { on: asOf, code: district.code })) {
    if (options.topics?.includes(rule.topic) === false) continue;
    if (standing !== "in-force") notApplied.push({ rule: rule.id, label: rule.label, standing, ...(by === undefined ? {} : { by }) });
    else if (!isMeasurable(rule, options.facts)) notEvaluated.push(unmeasured(rule));
    else {
      const found = findingsOf(rule, state, options, people);
      if (found.length > 0 && found.every(({ code }) => code === "not-evaluated")) notEvaluated.push(unmeasured(rule));
      else for (const finding of found) findings.push(finding);
    }
  }
  const subjects = rolledUp(findings);
  return success({ asOf, district: state.subject, findings, subjects, overall: rollUp(findings), notEvaluated, notApplied }, state.issues);
}

/** Whoever a scope speaks to, each with its facts, read once per scope. */
export type People = (scope: ResolvedRule["appliesTo"]["subject"]) => readonly (SubjectOn & { readonly facts: FactLookup })[];

/** Reads whom each scope speaks to, and their facts, no more than once. */
export function subjectsWithFacts(state: DistrictState, options: ComplianceOptions): People {
  const factsFor = factsOn(state, { policy: options.policy, facts: options.facts });
  const known = new Map<string, readonly (SubjectOn & { readonly facts: FactLookup })[]>();
  return (scope) => {
    const found = known.get(scope) ?? subjectsOn(state, scope).map((one) => ({ ...one, facts: factsFor(one.subject) }));
    known.set(scope, found);
    return found;
  };
}

function findingsOf(rule: ResolvedRule, state: DistrictState, options: ComplianceOptions, people: People): readonly Finding[] {
  const prepared = prepareRule({ rule, policy: options.policy, on: state.on, code: state.district.code });
  const subjects = people(rule.appliesTo.subject);
  const { subject } = rule.appliesTo;
  if (!prepared.standing.holds || subjects.length === 0) return [evaluatePrepared(prepared, ofNobody(state, subject, subjects.length > 0))];
  return subjects.map((subject) => evaluatePrepared(prepared, subject));
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

function rolledUp(findings: readonly Finding[]): readonly SubjectRollUp[] {
  // By identity first: the subject of one school is one object in all findings but those on its parts in groups.
  const byObject = new Map<Subject, Finding[]>();
  for (const finding of findings) {
    const known = byObject.get(finding.subject);
    if (known === undefined) byObject.set(finding.subject, [finding]);
    else known.push(finding);
  }
  const bySubject = new Map<string, { readonly subject: Subject; readonly own: Finding[] }>();
  for (const [subject, own] of byObject) {
    const key = subjectKey(subject);
    const known = bySubject.get(key);
    if (known === undefined) bySubject.set(key, { subject, own });
    else known.own.push(...own);
  }
  const all = [...bySubject.values()].map(({ subject, own }) => ({ subject, rollUp: rollUp(own) }));
  return ORDER.flatMap((kind) => all.filter(({ subject }) => subject.kind === kind));
}
