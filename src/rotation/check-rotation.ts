import {
  type BoundedRange,
  type CalendarDate,
  calendarYearRange,
  type Result,
  type Subject,
  schoolYearOf,
  schoolYearRange,
  success,
} from "../core/index.js";
import type { Exchange } from "../domain/index.js";
import { judgedMeasures, type MeasureRef, type ResolvedRule, rulesInForce } from "../policy/index.js";
import { evaluatePrepared } from "../rules/evaluate-rule.js";
import { type ExplainedFinding, explainRule, type Finding } from "../rules/index.js";
import { prepareRule } from "../rules/prepare-rule.js";
import { flowsOf, type RotationFlow, type SubjectBalance } from "./flows.js";
import { placesOf } from "./group-places.js";
import { type RotationIssue, rotationIssue } from "./issues.js";
import { countedOutside, leavingElsewhere } from "./record-notices.js";
import type { RotationEligibility } from "./rotation-eligibility.js";
import { factsOfState } from "./rotation-facts.js";
import { countsOf, type NotCounted, notCountedOf, type RotationReading, settledOf } from "./rotation-reading.js";
import { type CheckRotationOptions, type RotationState, readRotation } from "./rotation-state.js";
import { stayOverlaps } from "./stay-overlaps.js";

/** 交流轮岗核查. What the records of a period amount to, and how the rules in force judge it. */
export interface RotationCheck {
  readonly period: BoundedRange;
  /** The day whose rules and memberships hold. */
  readonly on: CalendarDate;
  readonly eligibility: RotationEligibility;
  /** The first is the plain one: every rotation, whatever its length; then one for each criterion that rules ask. */
  readonly readings: readonly [RotationReading, ...RotationReading[]];
  /** Flows between schools by the plain reading, and what came back (双向). */
  readonly flows: readonly RotationFlow[];
  readonly balance: readonly SubjectBalance[];
  /** One per rule in force and subject, in the policy's order, then that of the district. */
  readonly findings: readonly Finding[];
}

/**
 * 交流轮岗核查. Counts who was exchanged in a period and holds the rules of rotation in force against it.
 *
 * A record counts by its attributes and by what the rule asks (`where`), never by the name of its kind. Campuses of one school are one school,
 * also where a record names a campus as a school; stays of one person between the same schools that overlap or touch are one stay, measured to
 * the day on which it ended; a teacher counts once a period; part-time stays, visits and shadowing are not converted into head-count
 * (`DEFAULTS.rotationConversion`) unless a rule asks for them; leaders count apart. Who moved without being eligible counts too, and is said. For a group both schools must belong to it. A record without
 * a stated load is a plain rotation. What is unknown makes a count an interval, and the verdict `undetermined` where it matters.
 *
 * Problems of the data come back as issues beside the value; it never fails. Throws `invalid-date` and `invalid-argument` for a malformed
 * period, `asOf` or setting. Sources: national N1; local packs.
 *
 * @example
 * ```ts
 * import { resolvePolicies } from "school-groups/policy";
 * import { checkRotation } from "school-groups/rotation";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no packs contradict each other");
 * const district = { format: "school-groups.district.v1", schools: [{ id: "a", name: "甲" }, { id: "b", name: "乙" }], groups: [] } as const;
 * const roster = ["t1", "t2", "t3"].map((id) => ({ id, school: "a", service: [{ school: "a", from: "2010-09-01" }] }));
 * const year = { start: "2023-09-01", end: "2024-09-01" };
 * const records = [
 *   { id: "e1", person: "t1", from: "a", to: "b", ...year },
 *   { id: "e2", person: "t2", from: "a", to: "a", toCampus: "east", ...year },
 * ];
 * const period = { from: "2023-09-01", until: "2024-09-01" };
 * const result = checkRotation(records, { district, policy: policy.value, period, roster, settings: { minimumYears: 6 } });
 * result.ok && result.value.readings[0].counts[0]?.printed; // => { exchanged: "33.3%", backbone: undefined }
 * result.ok && result.value.readings[0].notCounted.map(({ exchange, code }) => [exchange, code]); // => [["e2", "same-school"]]
 * ```
 */
export function checkRotation(exchanges: readonly Exchange[], options: CheckRotationOptions): Result<RotationCheck, RotationIssue> {
  const state = readRotation(exchanges, options);
  const { on, eligibility } = state;
  const rules = rotationRules(state);
  const plain = state.tallyOf({ measure: "exchanged-teachers" }, "teachers");
  const { flows, subjects } = flowsOf(state.context, plain, state.schools);
  const value: RotationCheck = {
    period: { from: options.period.from, until: options.period.until },
    on,
    eligibility,
    readings: readingsOf(state, rules),
    flows,
    balance: subjects,
    findings: findingsOf(state, rules),
  };
  const issues = [...state.issues, ...periodIssues(options.period, rules), ...stayOverlaps(state.context.table)];
  return success(value, [...issues, ...leavingElsewhere(state.context, state.schools), ...outsideIssues(state, rules)]);
}

/** Counted people outside the denominator, by the plain reading or by that of any rule. */
function outsideIssues(state: RotationState, rules: readonly ResolvedRule[]): readonly RotationIssue[] {
  const asked = rules.flatMap((rule) => (rule.kind === "share" && rule.part.measure.startsWith("exchanged") ? [rule.part] : []));
  const tallies = new Set([{ measure: "exchanged-teachers" } as const, ...asked].map((ref) => state.tallyOf(ref, "teachers")));
  return countedOutside(state.context, state.eligibility, [...tallies], state.options.partial?.includes("roster") === true);
}

/**
 * 判定过程. One finding of `checkRotation` with the way to it; `undefined` when the rule is not in force or the district has no such subject.
 *
 * @example
 * ```ts
 * import { resolvePolicies } from "school-groups/policy";
 * import { explainRotation } from "school-groups/rotation";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no packs contradict each other");
 * const district = { format: "school-groups.district.v1", schools: [], groups: [] } as const;
 * const options = { district, policy: policy.value, period: { from: "2023-09-01", until: "2024-09-01" }, roster: [] };
 * explainRotation([], options, { rule: "cn.rotation.exchanged-share", subject: { kind: "school", id: "a" } }); // => undefined
 * ```
 */
export function explainRotation(
  exchanges: readonly Exchange[],
  options: CheckRotationOptions,
  asked: { readonly rule: string; readonly subject: Subject },
): ExplainedFinding | undefined {
  const state = readRotation(exchanges, options);
  const rule = rotationRules(state).find(({ id }) => id === asked.rule);
  if (rule === undefined || !subjectsOf(state, rule).some((subject) => sameSubject(subject, asked.subject))) return undefined;
  const facts = factsOfState(state, true);
  const { policy, district } = options;
  return explainRule({
    rule,
    policy,
    on: state.on,
    code: district.code,
    subject: asked.subject,
    facts: (ref) => facts(asked.subject, ref) ?? options.facts?.(asked.subject, ref),
  });
}

const MEASURES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "eligible-teachers",
  "exchanged-teachers",
  "exchanged-backbone-teachers",
  "exchange-count",
  "principal-terms",
]);

/** The rules in force on the day that read a measure of this room. */
function rotationRules({ options, on }: Pick<RotationState, "options" | "on">): readonly ResolvedRule[] {
  return rulesInForce(options.policy, { on, code: options.district.code }).filter((rule) =>
    judgedMeasures(rule).some(({ measure }) => MEASURES.has(measure)),
  );
}

function subjectsOf(state: RotationState, rule: ResolvedRule): readonly Subject[] {
  const { district } = state.options;
  const { places } = state.context;
  switch (rule.appliesTo.subject) {
    case "district":
      return state.scopes.list.slice(0, 1).map(({ subject }) => subject);
    case "group":
      return places.groups.filter(({ certain, possible }) => certain.length + possible.length > 0).map(({ id }) => ({ kind: "group", id }));
    case "school":
      return district.schools
        .filter((school) => school.outside !== true && school.collective !== true)
        .map(({ id }) => ({ kind: "school", id }));
    case "lead":
    case "member": {
      const role = rule.appliesTo.subject;
      return places.places.filter((place) => place[role]).map(({ school, group }) => ({ kind: "school", id: school, group }));
    }
  }
}

function sameSubject(left: Subject, right: Subject): boolean {
  return left.kind === right.kind && left.id === right.id && left.group === right.group;
}

function findingsOf(state: RotationState, rules: readonly ResolvedRule[]): readonly Finding[] {
  const facts = factsOfState(state);
  const { policy, district } = state.options;
  return rules.flatMap((rule) => {
    const prepared = prepareRule({ rule, policy, on: state.on, code: district.code });
    return subjectsOf(state, rule).map((subject) =>
      evaluatePrepared(prepared, { subject, facts: (ref) => facts(subject, ref) ?? state.options.facts?.(subject, ref) }),
    );
  });
}

function readingsOf(state: RotationState, rules: readonly ResolvedRule[]): readonly [RotationReading, ...RotationReading[]] {
  const asked = new Map<string, AskedReading & { readonly rules: ResolvedRule[] }>();
  for (const rule of rules) {
    for (const ref of judgedMeasures(rule)) {
      if (!ref.measure.startsWith("exchange")) continue;
      const people = ref.measure === "exchange-count" ? "all" : "teachers";
      const { key } = state.tallyOf(ref, people).criterion;
      const known = asked.get(key) ?? { ref, people, rules: [] };
      if (!known.rules.includes(rule)) known.rules.push(rule);
      asked.set(key, known);
    }
  }
  const plain = { ref: { measure: "exchanged-teachers" }, people: "teachers" } as const;
  const { key } = state.tallyOf(plain.ref, plain.people).criterion;
  const settled = settledOf(state.context);
  const first = readingOf(state, { ...plain, rules: asked.get(key)?.rules ?? [] }, settled);
  const others = [...asked].filter(([other]) => other !== key).map(([, each]) => readingOf(state, each, settled));
  return [first, ...others];
}

interface AskedReading {
  readonly ref: MeasureRef;
  readonly people: "teachers" | "all";
  readonly rules: readonly ResolvedRule[];
}

function readingOf(state: RotationState, { ref, people, rules }: AskedReading, settled: readonly NotCounted[]): RotationReading {
  const tally = state.tallyOf(ref, people);
  const { table, places } = state.context;
  const groups = rules.some(({ appliesTo }) => appliesTo.subject === "group");
  const outside = (record: number): boolean =>
    groups &&
    !placesOf(places, table.from[record] ?? 0).some((origin) =>
      placesOf(places, table.to[record] ?? 0).some((target) => target.group === origin.group),
    );
  return {
    rules: rules.map(({ id }) => id),
    where: ref.where ?? {},
    people,
    counts: countsOf(tally, state.scopes, state.eligibleOf(undefined)),
    subjects: state.scopes.subjectScopes.map(({ scope, subject }) => ({
      subject,
      exchanged: { low: tally.low[scope] ?? 0, high: tally.high[scope] ?? 0 },
      backbone: { low: tally.backboneLow[scope] ?? 0, high: tally.backboneHigh[scope] ?? 0 },
    })),
    notCounted: notCountedOf(state.context, tally, settled, outside),
  };
}

/** Rules say by which year they count; a period of another kind is judged all the same, and said. */
function periodIssues(period: BoundedRange, rules: readonly ResolvedRule[]): readonly RotationIssue[] {
  const school = schoolYearRange(schoolYearOf(period.from));
  const year = calendarYearRange(Number(period.from.slice(0, 4)));
  const same = (range: BoundedRange): boolean => range.from === period.from && range.until === period.until;
  return rules.flatMap((rule) => {
    const per = rule.kind === "share" ? rule.per : undefined;
    if (per !== "school-year" && per !== "calendar-year") return [];
    return same(per === "school-year" ? school : year)
      ? []
      : [rotationIssue("rotation-period-differs", ["period"], { rule: rule.id, per })];
  });
}
