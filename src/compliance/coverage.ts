import {
  type CalendarDate,
  type Citation,
  calendarDate,
  compareFractions,
  type ExactText,
  type ExplainedValue,
  type Force,
  failure,
  fraction,
  type Modality,
  multiplyFractions,
  type PartialDate,
  parseFraction,
  type Result,
  success,
  type Term,
  type Truth,
  toExactText,
} from "../core/index.js";
import type { District, PublishedFigure } from "../domain/index.js";
import { type CoverageRule, coverageMeasures, type ResolvedPolicy, type ResolvedRule, rulesInForce, valueOn } from "../policy/index.js";
import { evaluatePrepared } from "../rules/evaluate-rule.js";
import type { Finding } from "../rules/index.js";
import { prepareRule } from "../rules/prepare-rule.js";
import { withoutLists } from "./check-compliance.js";
import type { CountBetween } from "./count-nodes.js";
import { districtFact } from "./district-facts.js";
import { type DistrictState, districtOn } from "./district-state.js";
import { factsOn } from "./facts-of.js";
import type { ComplianceIssue } from "./issues.js";
import { coveredPopulation, publishedCount, sameSchools } from "./published-counts.js";

/** What a target says of published counts: they are printed, and named as published. */
export interface PublishedCoverage {
  /** The ids of the published figures used. */
  readonly figures: readonly string[];
  readonly covered: number;
  readonly whole: number;
  /** The date both counts are printed for, where the document gives one. */
  readonly on?: PartialDate | undefined;
  readonly share: ExactText;
  /** The base in the document's own word (`"to-be-in-groups"`, `"district"`). */
  readonly base: string;
  /** Whether the base is, by the document's own words, the target's population; else the share is of something else, or nobody knows. */
  readonly sameBase: boolean;
  readonly limits: readonly PublishedLimit[];
  readonly citations: readonly Citation[];
}

/** How published counts stand to a limit: whether they would reach it, and how many schools would. */
export interface PublishedLimit {
  readonly limit: "atLeast" | "moreThan";
  readonly parameter: string;
  readonly value?: ExactText | undefined;
  readonly reached: Truth;
  /** 36 of 45 for 80 %. */
  readonly needed?: number | undefined;
}

/** 覆盖目标. One target, what the district's own list shows, and what was published. */
export interface CoverageTarget {
  readonly rule: string;
  readonly label: Term;
  readonly pack: string;
  readonly modality: Modality;
  readonly force: Force;
  readonly due?: CalendarDate | undefined;
  /** The finding on the day: `not-applicable` before the due day. */
  readonly finding: Finding;
  /** What the finding would be if the target were due already; absent when it is. */
  readonly soFar?: Finding | undefined;
  /** Counted over the list of schools; without `high` the list is not whole, and `low` is a lower bound. */
  readonly listed: {
    readonly covered: CountBetween;
    readonly uncovered: CountBetween;
    readonly whole: CountBetween;
    readonly share: ExplainedValue;
  };
  readonly published: readonly PublishedCoverage[];
  /** The source's own words for a base that is not clear. */
  readonly unclear?: Term | undefined;
}

/** 覆盖率情况. Every coverage target in force, due or not. */
export interface CoverageReport {
  readonly asOf: CalendarDate;
  readonly targets: readonly CoverageTarget[];
}

/**
 * 覆盖率. Every coverage target in force for the district on a day: numerator and denominator as intervals, published counts beside them.
 *
 * A list of schools that is not `complete` gives lower bounds and no share; a school of which nothing is known is in neither count. Published
 * counts settle a target only where they say that they count exactly its schools and both are of one date, not after the day and less than
 * twelve months before it (`DEFAULTS.publishedCountMonths`); all others are printed with how they stand to the limit.
 * Fails with `district-without-lists`; throws `invalid-date` when `asOf` is no day.
 *
 * @example
 * ```ts
 * import { coverage } from "school-groups/compliance";
 * import { suzhou } from "school-groups/packs/cn-320500-suzhou";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([suzhou]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const schools = [{ id: "a", name: "甲小学", stages: ["primary"] }, { id: "b", name: "乙中学", stages: ["junior"] }] as const;
 * const groups = [{ id: "g", memberships: [{ school: "a", role: "lead" }], complete: true }] as const;
 * const district = { format: "school-groups.district.v1", code: "320500", schools, groups, complete: true } as const;
 * const found = coverage(district, { policy: policy.value, asOf: "2025-12-31" });
 * found.ok && found.value.targets[0]?.listed.share; // => { kind: "exact", value: "0.5", unit: "ratio" }
 * found.ok && found.value.targets[0]?.finding.code; // => "not-due"
 * ```
 */
export function coverage(
  district: District,
  options: { readonly policy: ResolvedPolicy; readonly asOf: CalendarDate },
): Result<CoverageReport, ComplianceIssue> {
  const asOf = calendarDate(options.asOf);
  const problem = withoutLists(district);
  if (problem !== undefined) return failure([problem]);
  const state = districtOn(district, asOf);
  const targets: CoverageTarget[] = [];
  for (const rule of rulesInForce(options.policy, { on: asOf, code: district.code })) {
    if (isCoverage(rule)) targets.push(targetOf(rule, state, options.policy));
  }
  return success({ asOf, targets }, state.issues);
}

type ResolvedCoverage = ResolvedRule & CoverageRule;

function isCoverage(rule: ResolvedRule): rule is ResolvedCoverage {
  return rule.kind === "coverage";
}

function targetOf(rule: ResolvedCoverage, state: DistrictState, policy: ResolvedPolicy): CoverageTarget {
  const facts = factsOn(state, { policy })(state.subject);
  const judged = (own: ResolvedRule) =>
    evaluatePrepared(prepareRule({ rule: own, policy, on: state.on, code: state.district.code }), { subject: state.subject, facts });
  const finding = judged(rule);
  const listed = evaluatePrepared(
    prepareRule({ rule: { ...rule, due: undefined, population: { ...rule.population, unclear: undefined } }, policy, on: state.on }),
    { subject: state.subject, facts: (ref) => districtFact(state, ref, rule.label, false) },
  );
  const { due, population, label, pack, modality, force } = rule;
  return {
    rule: rule.id,
    label,
    pack,
    modality,
    force,
    ...(due === undefined ? {} : { due }),
    finding,
    ...(finding.code === "not-due" ? { soFar: judged({ ...rule, due: undefined }) } : {}),
    listed: { ...countsOf(rule, state), share: listed.operands.find(({ id }) => id === "value")?.value ?? { kind: "unknown" } },
    published: publishedOf(rule, state, policy),
    ...(population.unclear === undefined ? {} : { unclear: population.unclear }),
  };
}

function countsOf(rule: ResolvedCoverage, state: DistrictState) {
  const measures = coverageMeasures(rule);
  const count = (ref: (typeof measures)["whole"]): CountBetween => {
    const fact = districtFact(state, ref, rule.label, false);
    if (fact?.kind !== "number") return { low: 0 };
    return { low: Number(fact.low), ...(fact.high === undefined ? {} : { high: Number(fact.high) }) };
  };
  return { covered: count(measures.covered), uncovered: count(measures.uncovered), whole: count(measures.whole) };
}

/** Pairs of published counts: what the target calls covered, over a base that a published share names or the target's own population. */
function publishedOf(rule: ResolvedCoverage, state: DistrictState, policy: ResolvedPolicy): readonly PublishedCoverage[] {
  const figures = state.district.published ?? [];
  const ref = coverageMeasures(rule).covered;
  const ofSchools = figures.filter(({ measure, breakdown }) => measure === "schools" && breakdown === undefined);
  const covered = ofSchools.filter((one) => publishedCount(one) !== undefined && one.population === coveredPopulation(ref));
  const pairs: PublishedCoverage[] = [];
  for (const part of covered) {
    for (const whole of ofSchools) {
      if (publishedCount(whole) === undefined || whole === part || part.on !== whole.on) continue;
      const share = ofSchools.find((one) => one.as === "share" && one.population === part.population && one.base === whole.population);
      const sameBase = rule.population.unclear === undefined && sameSchools(part, ref) && sameSchools(whole, ref);
      if (share === undefined && !(sameBase && (whole.population ?? "district") === "district")) continue;
      const pair = pairOf(rule, state, policy, { part, whole, share, sameBase });
      if (pair !== undefined) pairs.push(pair);
    }
  }
  return pairs;
}

interface Pair {
  readonly part: PublishedFigure;
  readonly whole: PublishedFigure;
  readonly share: PublishedFigure | undefined;
  readonly sameBase: boolean;
}

function pairOf(rule: ResolvedCoverage, state: DistrictState, policy: ResolvedPolicy, pair: Pair): PublishedCoverage | undefined {
  const covered = publishedCount(pair.part);
  const whole = publishedCount(pair.whole);
  if (covered === undefined || whole === undefined || whole === 0) return undefined;
  const used = [pair.part, pair.whole, ...(pair.share === undefined ? [] : [pair.share])];
  const limits: PublishedLimit[] = [];
  for (const limit of ["atLeast", "moreThan"] as const) {
    const parameter = rule.bounds[limit];
    if (parameter !== undefined) limits.push(limitOf(limit, parameter, valueOn(policy, parameter, state.on)?.value, { covered, whole }));
  }
  return {
    figures: used.map(({ id }) => id),
    covered,
    whole,
    ...(pair.part.on === undefined ? {} : { on: pair.part.on }),
    share: toExactText(fraction(covered, whole)),
    base: pair.whole.population ?? "district",
    sameBase: pair.sameBase,
    limits,
    citations: used.flatMap(({ citation }) => (citation === undefined ? [] : [citation])),
  };
}

function limitOf(
  limit: PublishedLimit["limit"],
  parameter: string,
  value: ExactText | undefined,
  counts: { readonly covered: number; readonly whole: number },
): PublishedLimit {
  const share = value === undefined ? undefined : parseFraction(value);
  if (value === undefined || share === undefined) return { limit, parameter, reached: "unknown" };
  const wanted = multiplyFractions(share, fraction(counts.whole));
  const up = (wanted.numerator + wanted.denominator - 1n) / wanted.denominator;
  const exact = up * wanted.denominator === wanted.numerator;
  const needed = Number(limit === "moreThan" && exact ? up + 1n : up);
  const order = compareFractions(fraction(counts.covered), wanted);
  const reached: Truth = order > 0 || (limit === "atLeast" && order === 0) ? "yes" : "no";
  return { limit, parameter, value, reached, needed };
}
