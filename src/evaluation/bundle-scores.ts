import {
  addFractions,
  compareFractions,
  type ExactText,
  exact,
  type Fraction,
  failure,
  fraction,
  maximumFraction,
  minimumFraction,
  multiplyFractions,
  type Result,
  subtractFractions,
  success,
  sumFractions,
  toExactText,
  weightedMean,
} from "../core/index.js";
import type { BundleGroup, BundleMember, BundleScheme } from "./bundle-scheme.js";
import { readExact } from "./check-scoring.js";
import type { EvaluationIssue } from "./issues.js";
import { exposureOf, schoolsMean } from "./schools-mean.js";

/** A group's score and what it was made of. */
export interface GroupScore {
  readonly group: string;
  readonly lead?: ExactText | undefined;
  readonly members?: ExactText | undefined;
  readonly score?: ExactText | undefined;
}

/** One school's bundled score: in each of its groups, and in all. */
export interface BundledScore {
  readonly school: string;
  readonly own?: ExactText | undefined;
  readonly inGroups: readonly { readonly group: string; readonly role: "lead" | "member"; readonly score?: ExactText | undefined }[];
  /** Absent where an own or a group's score is missing. */
  readonly score?: ExactText | undefined;
}

/** 捆绑得分. All groups and all their schools, in the order given. */
export interface Bundle {
  readonly groups: readonly GroupScore[];
  readonly schools: readonly BundledScore[];
}

/** Own scores by school: exact text, or absent where there is none. */
export type OwnScores = readonly { readonly school: string; readonly score?: ExactText | undefined }[];

interface GroupValue {
  readonly group: BundleGroup;
  readonly members: Fraction | undefined;
  readonly score: Fraction | undefined;
}

function isPart(value: Fraction | undefined): boolean {
  return value !== undefined && value.numerator >= 0n && value.numerator <= value.denominator;
}

function problemsOf(groups: readonly BundleGroup[], scheme: BundleScheme): readonly EvaluationIssue[] {
  const issues: EvaluationIssue[] = [];
  const parts = [
    ["member.ownPart", scheme.member.ownPart],
    ["lead.ownPart", scheme.lead.ownPart],
  ] as const;
  const all = scheme.group.of === "lead-and-members" ? [...parts, ["group.leadWeight", scheme.group.leadWeight] as const] : parts;
  for (const [place, value] of all) {
    if (!isPart(readExact(value)))
      issues.push({ code: "bundle-part-invalid", severity: "error", path: place.split("."), params: { place } });
  }
  const kind = scheme.group.of === "lead-and-members" ? scheme.group.members : scheme.group.schools;
  const ids = new Set<string>();
  groups.forEach((group, index) => {
    // A set that does not grow has met the id before.
    if (ids.size === ids.add(group.id).size)
      issues.push({ code: "bundle-group-twice", severity: "error", path: [index, "id"], params: { group: group.id } });
    const seen = new Set<string>();
    for (const member of [...(group.lead === undefined ? [] : [group.lead]), ...group.members]) {
      const { school, pupils } = member;
      const params = { group: group.id, school };
      if (seen.has(school)) issues.push({ code: "bundle-school-twice", severity: "error", path: [index], params });
      seen.add(school);
      if (!isPart(readExact(member.exposure ?? 1)))
        issues.push({ code: "bundle-exposure-invalid", severity: "error", path: [index], params });
      const counted = pupils !== undefined && Number.isSafeInteger(pupils) && pupils >= 0;
      if (kind === "pupil-weighted" && !counted) issues.push({ code: "bundle-pupils-missing", severity: "error", path: [index], params });
    }
  });
  return issues;
}

/** α own + (1 − α) other, the other only for the part of the period the school belonged. */
function blend(own: Fraction, other: Fraction, ownPart: Fraction, exposure: Fraction): Fraction {
  const otherPart = multiplyFractions(subtractFractions(fraction(1), ownPart), exposure);
  return addFractions(multiplyFractions(subtractFractions(fraction(1), otherPart), own), multiplyFractions(otherPart, other));
}

/** The lead's weight for the part of the period it was there. */
export function leadWeightOf({ lead }: BundleGroup, weight: Fraction): Fraction {
  return lead === undefined ? fraction(0) : multiplyFractions(weight, exposureOf(lead));
}

function groupValue(group: BundleGroup, scheme: BundleScheme, own: ReadonlyMap<string, Fraction>): GroupValue {
  const scored = (schools: readonly BundleMember[]) => schools.map((member) => ({ member, score: own.get(member.school) }));
  const kind = scheme.group.of === "lead-and-members" ? scheme.group.members : scheme.group.schools;
  const members = schoolsMean(kind, scored(group.members), scheme.missing);
  if (scheme.group.of === "every-school") {
    const all = [...(group.lead === undefined ? [] : [group.lead]), ...group.members];
    return { group, members, score: schoolsMean(kind, scored(all), scheme.missing) };
  }
  const weight = exact(scheme.group.leadWeight);
  const leadWeight = leadWeightOf(group, weight);
  // A lead that was there for no part of the period, or weighs nothing, lacks no score.
  if (group.lead === undefined || leadWeight.numerator === 0n) return { group, members, score: members };
  const lead = own.get(group.lead.school);
  if (members === undefined || lead === undefined) return { group, members, score: undefined };
  return { group, members, score: weightedMean([lead, members], [leadWeight, subtractFractions(fraction(1), weight)]) };
}

/** The score of a school that was in a group for a part of the period. */
function inGroup(
  exposure: Fraction,
  role: "lead" | "member",
  value: GroupValue,
  scheme: BundleScheme,
  own: Fraction | undefined,
): Fraction | undefined {
  const other = role === "lead" && scheme.lead.answersFor === "members" ? value.members : value.score;
  const ownPart = exact(role === "lead" ? scheme.lead.ownPart : scheme.member.ownPart);
  if (own === undefined) return undefined;
  // With the whole weight on one's own score, or no part of the period in the group, the group's is not needed.
  if (ownPart.numerator === ownPart.denominator || exposure.numerator === 0n) return own;
  return other === undefined ? undefined : blend(own, other, ownPart, exposure);
}

/** A school's score in one group, and for how long it was there. */
interface Part {
  readonly group: string;
  readonly role: "lead" | "member";
  readonly exposure: Fraction;
  readonly score: Fraction | undefined;
  /** As if it had been there all the time. */
  readonly whole: Fraction | undefined;
}

/** Of several groups, those the school was in for any part of the period; of none of them its own score is left. */
function settled(parts: readonly Part[], own: Fraction | undefined, rule: BundleScheme["inSeveralGroups"]): Fraction | undefined {
  const there = parts.filter(({ exposure }) => exposure.numerator > 0n);
  const [first, second] = there;
  if (first === undefined) return own;
  if (second === undefined || rule === "first-named") return first.score;
  const known = there.flatMap(({ score }) => score ?? []);
  if (known.length < there.length) return undefined;
  if (rule === "best") return maximumFraction(known);
  return rule === "worst" ? minimumFraction(known) : meanOverTime(there, own);
}

/** Each group's score for the time in it, and the own score for the time in none. */
function meanOverTime(parts: readonly Part[], own: Fraction | undefined): Fraction | undefined {
  const wholes = parts.flatMap(({ whole }) => whole ?? []);
  if (own === undefined || wholes.length < parts.length) return undefined;
  const times = parts.map(({ exposure }) => exposure);
  const alone = timeAlone(times);
  return weightedMean([...wholes, own], [...times, alone]);
}

/** The part of the period in no group: nothing where the groups' times add up to all of it or, side by side, to more. */
export function timeAlone(times: readonly Fraction[]): Fraction {
  const rest = subtractFractions(fraction(1), sumFractions(times));
  return rest.numerator > 0n ? rest : fraction(0);
}

const text = (value: Fraction | undefined): ExactText | undefined => (value === undefined ? undefined : toExactText(value));

/**
 * 捆绑考核. Lets the schools of a group answer for each other, from own scores only, so that nothing is counted in a circle: group scores come
 * from own scores, bundled scores from own and group scores, exactly.
 *
 * A school in several groups one after the other answers under `mean` in each for its time, and for itself the rest of the period; side by side the
 * groups share it by time. A group it was in for no part of the period has no say under any rule.
 *
 * A school that belonged for a part of the period weighs and answers for that part: with an exposure of 0 it keeps its own score, and a lead's weight
 * is w × its part beside the members' 1 − w. What is missing stays missing, or is left out where the scheme says so. Issues: parts outside 0 to 1 (`bundle-part-invalid`, `bundle-exposure-invalid`), a school twice in a group
 * (`bundle-school-twice`), two groups of one id (`bundle-group-twice`), no pupils for a weighted mean (`bundle-pupils-missing`), an own score that
 * is no number (`bundle-score-invalid`), two own scores of one school that differ (`bundle-score-contradicts`).
 *
 * @example
 * ```ts
 * import { bundleScores } from "school-groups/evaluation";
 *
 * const own = [{ school: "lead", score: "90" }, { school: "a", score: "70" }, { school: "b", score: "80" }];
 * const groups = [{ id: "g", lead: { school: "lead" }, members: [{ school: "a" }, { school: "b" }] }];
 * const result = bundleScores(own, groups, {
 *   basis: { kind: "caller" },
 *   group: { of: "lead-and-members", leadWeight: "0.4", members: "mean" },
 *   member: { ownPart: "0.6" },
 *   lead: { ownPart: "0.5", answersFor: "members" },
 *   inSeveralGroups: "mean",
 *   missing: "refuse",
 * });
 * result.ok && result.value.groups; // => [{ group: "g", lead: "90", members: "75", score: "81" }]
 * result.ok && result.value.schools.map(({ score }) => score); // => ["82.5", "74.4", "80.4"]
 * ```
 */
export function bundleScores(own: OwnScores, groups: readonly BundleGroup[], scheme: BundleScheme): Result<Bundle, EvaluationIssue> {
  const issues: EvaluationIssue[] = [...problemsOf(groups, scheme)];
  const values = new Map<string, Fraction>();
  own.forEach(({ school, score }, index) => {
    if (score === undefined) return;
    const value = readExact(score);
    const known = values.get(school);
    const path = [index, "score"];
    if (value === undefined) issues.push({ code: "bundle-score-invalid", severity: "error", path, params: { school } });
    else if (known === undefined) values.set(school, value);
    else if (compareFractions(known, value) !== 0)
      issues.push({ code: "bundle-score-contradicts", severity: "error", path, params: { school } });
  });
  const [first, ...others] = issues;
  if (first !== undefined) return failure([first, ...others]);
  const scored = groups.map((group) => groupValue(group, scheme, values));
  const parts = new Map<string, Part[]>();
  for (const value of scored) {
    const { group } = value;
    const roles = [
      ...(group.lead === undefined ? [] : [[group.lead, "lead"] as const]),
      ...group.members.map((member) => [member, "member"] as const),
    ];
    for (const [member, role] of roles) {
      const exposure = exposureOf(member);
      const scoreFor = (time: Fraction) => inGroup(time, role, value, scheme, values.get(member.school));
      const part = { group: group.id, role, exposure, score: scoreFor(exposure), whole: scoreFor(fraction(1)) };
      const known = parts.get(member.school);
      if (known === undefined) parts.set(member.school, [part]);
      else known.push(part);
    }
  }
  return success({
    groups: scored.map(({ group, members, score }) => ({
      group: group.id,
      lead: group.lead === undefined ? undefined : text(values.get(group.lead.school)),
      members: text(members),
      score: text(score),
    })),
    schools: [...parts].map(([school, inGroups]) => ({
      school,
      own: text(values.get(school)),
      inGroups: inGroups.map(({ group, role, score }) => ({ group, role, score: text(score) })),
      score: text(settled(inGroups, values.get(school), scheme.inSeveralGroups)),
    })),
  });
}
