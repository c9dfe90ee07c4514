import { type CalendarDate, calendarDate, failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import type { District } from "../domain/index.js";
import { conditionMeasures, judgedMeasures, type ResolvedPolicy, type ResolvedRule, ruleStandings, type Topic } from "../policy/index.js";
import { evaluateFulfilled, evaluatePrepared } from "../rules/evaluate-rule.js";
import type { Finding, RuleSubject } from "../rules/index.js";
import { type PreparedRule, prepareRule } from "../rules/prepare-rule.js";
import { close, enter, type Held, openBook } from "./book.js";
import type { ComplianceReport, RuleNotApplied, RuleNotEvaluated } from "./compliance-report.js";
import { type DistrictState, districtOn } from "./district-state.js";
import { type FactSource, type FactsInTurn, HELD, lookupIn } from "./facts-of.js";
import { type ComplianceIssue, complianceIssue } from "./issues.js";
import { type Crowd, crowdOf, type People, peopleOn, type Scope } from "./people.js";
import { listsLeftOut } from "./stage-lists.js";

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
 * Fails with `district-without-lists` when schools or groups are no lists; throws `invalid-date` when `asOf` is no day and `invalid-argument` for a
 * policy that `resolvePolicies` did not make. The rest of the district's shape is taken as `readDistrict` gives it. No explanation is built: see
 * `explainFinding`.
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
  const standings = ruleStandings(options.policy, { on: asOf, code: district.code });
  const state = districtOn(district, asOf);
  const people = peopleOn(state, options);
  const book = openBook(people);
  const notEvaluated: RuleNotEvaluated[] = [];
  const notApplied: RuleNotApplied[] = [];
  for (const { rule, standing, by } of standings) {
    if (options.topics?.includes(rule.topic) === false) continue;
    if (standing !== "in-force") notApplied.push({ rule: rule.id, label: rule.label, standing, ...(by === undefined ? {} : { by }) });
    else {
      const measured = isMeasurable(rule, options.facts) ? heldAgainst(rule, options.policy, people) : undefined;
      if (measured === undefined) notEvaluated.push(unmeasured(rule));
      else enter(book, measured);
    }
  }
  const { findings, notFulfilled, subjects, overall } = close(book);
  return success({ asOf, district: state.subject, findings, notFulfilled, subjects, overall, notEvaluated, notApplied }, state.issues);
}

/** Holds a rule against everybody of its scope; `undefined` when nobody handed over what it asks for, of anybody. */
function heldAgainst(rule: ResolvedRule, policy: ResolvedPolicy, people: People): Held | undefined {
  const { state } = people;
  const prepared = prepareRule({ rule, policy, on: state.on, code: state.district.code });
  const scope = rule.appliesTo.subject;
  const crowd = crowdOf(people, scope);
  const somebody = crowd.people.length > 0;
  if (!prepared.standing.holds || !somebody) {
    const found = [evaluatePrepared(prepared, ofNobody(state, scope, somebody))];
    return { rule, crowd: crowdOf(people, "district"), found, whom: [0], others: [] };
  }
  const held = holdAll(prepared, crowd, people.facts);
  return held.found.length === crowd.people.length && held.found.every(({ code }) => code === "not-evaluated") ? undefined : held;
}

function holdAll(prepared: PreparedRule, crowd: Crowd, facts: FactsInTurn): Held {
  const { rule } = prepared;
  const found: Finding[] = [];
  const [whom, others]: [number[], number[]] = [[], []];
  const lookup = lookupIn(facts);
  const lists = listsLeftOut(rule.appliesTo.where, crowd.lists, facts);
  for (let position = 0; position < crowd.people.length; position += 1) {
    if (lists !== undefined && lists[crowd.lists?.of[position] ?? -1] === true) continue;
    const person = crowd.people[position];
    if (person === undefined) continue;
    facts.about = person;
    const finding = evaluateFulfilled(prepared, { subject: person.subject, standing: person.standing, facts: lookup });
    if (finding === undefined) others.push(position);
    else {
      found.push(finding);
      whom.push(position);
    }
  }
  return { rule, crowd, found, whom, lists, others };
}

/** The one subject of a rule that speaks to nobody listed: the district. Whether there is nobody at all, only whole lists can tell. */
export function ofNobody(state: DistrictState, scope: Scope, somebody: boolean): RuleSubject {
  const label = { "zh-CN": "当日有适用对象", en: "there is somebody to speak to" };
  const table = TABLES[scope];
  const whole = scope === "lead" || scope === "member" ? state.membershipsWhole : state.district.complete === true;
  const value = somebody ? "yes" : whole ? "no" : "unknown";
  return { subject: state.subject, standing: { label, value, missing: [{ kind: "record", table, subject: state.subject }] } };
}

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
