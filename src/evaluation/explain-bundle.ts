import {
  type Basis,
  compareFractions,
  type ExactText,
  type Explanation,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  sumFractions,
  type Term,
  weightedMean,
} from "../core/index.js";
import type { BundleGroup, BundleMember, BundleScheme, SchoolsMean } from "./bundle-scheme.js";
import { type Bundle, type BundledScore, bundleScores, leadWeightOf, type OwnScores, timeAlone } from "./bundle-scores.js";
import { constantNode, exactly, FIGURES, operationNode, parameterNode } from "./explain-nodes.js";
import { readOwnText } from "./own-exact-text.js";
import { exposureOf } from "./schools-mean.js";

/** Whose bundled score is explained. */
export type ExplainBundleQuestion = { readonly school: string } | { readonly group: string };

interface Explained {
  readonly own: ReadonlyMap<string, ExactText | undefined>;
  readonly groups: readonly BundleGroup[];
  readonly scheme: BundleScheme;
  readonly bundle: Bundle;
  readonly basis: Basis;
}

const OWN: Term = { "zh-CN": "自身得分", en: "own score" };
const GROUP: Term = { "zh-CN": "集团得分", en: "score of the group" };
const MEMBERS: Term = { "zh-CN": "成员校得分", en: "score of the members" };
const BUNDLED: Term = { "zh-CN": "捆绑得分", en: "bundled score" };

const numberOf = (text: ExactText | undefined): Fraction | undefined => (text === undefined ? undefined : readOwnText(text));

function ownNode(school: string, { own }: Explained): Explanation {
  return { kind: "fact", label: OWN, value: exactly(numberOf(own.get(school))), subject: { kind: "school", id: school } };
}

function exposureNode(member: BundleMember): Explanation {
  const label = { "zh-CN": "评价期内在集团的时间比例", en: "part of the period in the group" };
  return { kind: "fact", label, value: exactly(exposureOf(member)), subject: { kind: "school", id: member.school } };
}

function weightNode(kind: SchoolsMean, member: BundleMember): Explanation {
  if (kind !== "pupil-weighted") return exposureNode(member);
  const pupils = fraction(member.pupils ?? 0);
  const label = { "zh-CN": "学生数", en: "pupils" };
  const node: Explanation = { kind: "fact", label, value: exactly(pupils), subject: { kind: "school", id: member.school } };
  return operationNode("product", [exposureNode(member), node], multiplyFractions(exposureOf(member), pupils));
}

/** The schools that count: with a score where those without are left out, and for a part of the period at least. */
function meanNode(
  kind: SchoolsMean,
  members: readonly BundleMember[],
  value: Fraction | undefined,
  label: Term,
  explained: Explained,
): Explanation {
  const leftOut = explained.scheme.missing === "leave-out";
  const counted = members.filter(
    (member) => exposureOf(member).numerator > 0n && (!leftOut || explained.own.get(member.school) !== undefined),
  );
  if (kind === "minimum")
    return operationNode(
      "minimum",
      counted.map((member) => ownNode(member.school, explained)),
      value,
      label,
    );
  const pairs = counted.flatMap((member) => [ownNode(member.school, explained), weightNode(kind, member)]);
  return operationNode("weighted-mean", pairs, value, label);
}

function membersNode(group: BundleGroup, explained: Explained): Explanation {
  const { scheme, bundle } = explained;
  const kind = scheme.group.of === "lead-and-members" ? scheme.group.members : scheme.group.schools;
  const score = bundle.groups.find((one) => one.group === group.id)?.members;
  return meanNode(kind, group.members, numberOf(score), MEMBERS, explained);
}

function groupNode(group: BundleGroup, explained: Explained): Explanation {
  const { scheme, bundle, basis } = explained;
  const value = numberOf(bundle.groups.find((one) => one.group === group.id)?.score);
  const subject = { "zh-CN": `${GROUP["zh-CN"]}（${group.id}）`, en: `${GROUP.en} (${group.id})` };
  if (scheme.group.of === "every-school") {
    const all = [...(group.lead === undefined ? [] : [group.lead]), ...group.members];
    return meanNode(scheme.group.schools, all, value, subject, explained);
  }
  const weight = exact(scheme.group.leadWeight);
  const leadWeight = leadWeightOf(group, weight);
  if (group.lead === undefined || leadWeight.numerator === 0n) return { ...membersNode(group, explained), label: subject } as Explanation;
  const lead = parameterNode("bundle.group.leadWeight", { "zh-CN": "牵头校权重", en: "weight of the lead" }, weight, basis);
  const rest = subtractFractions(fraction(1), weight);
  const members = operationNode("difference", [constantNode(FIGURES.one, fraction(1)), lead], rest);
  const whole = compareFractions(leadWeight, weight) === 0;
  const leads = whole ? lead : operationNode("product", [lead, exposureNode(group.lead)], leadWeight);
  return operationNode(
    "weighted-mean",
    [ownNode(group.lead.school, explained), leads, membersNode(group, explained), members],
    value,
    subject,
  );
}

type InGroup = BundledScore["inGroups"][number];

/** Where a school stands in the group of a part. */
function placeOf(school: string, { group: id, role }: InGroup, { groups }: Explained) {
  const group = groups.find((one) => one.id === id);
  const member = role === "lead" ? group?.lead : group?.members.find((one) => one.school === school);
  return group === undefined || member === undefined ? undefined : { group, member };
}

/** α own + (1 − α) of the others; theirs only for the part of the period the school belonged, or as if that were all of it. */
function inGroupNode(school: string, part: InGroup, explained: Explained, time: "belonged" | "whole" = "belonged"): Explanation {
  const { scheme, basis } = explained;
  const place = placeOf(school, part, explained);
  const own = ownNode(school, explained);
  if (place === undefined) return own;
  const { group, member } = place;
  const [id, alpha] = part.role === "lead" ? ["lead", exact(scheme.lead.ownPart)] : ["member", exact(scheme.member.ownPart)];
  const label = {
    "zh-CN": `${BUNDLED["zh-CN"]}（${part.role === "lead" ? "牵头校" : "成员校"}，${part.group}）`,
    en: `${BUNDLED.en} (${part.role}, ${part.group})`,
  };
  const ownPart = parameterNode(`bundle.${id}.ownPart`, { "zh-CN": "自身得分所占比例", en: "part of the own score" }, alpha, basis);
  const ownScore = numberOf(explained.own.get(school));
  const value = time === "whole" ? undefined : numberOf(part.score);
  if (alpha.numerator === alpha.denominator) return operationNode("weighted-mean", [own, ownPart], ownScore, label);
  const one = constantNode(FIGURES.one, fraction(1));
  const rest = subtractFractions(fraction(1), alpha);
  const restNode = operationNode("difference", [one, ownPart], rest);
  const ofMembers = part.role === "lead" && scheme.lead.answersFor === "members";
  const other = () => (ofMembers ? membersNode(group, explained) : groupNode(group, explained));
  if (time === "whole") {
    const score = explained.bundle.groups.find((each) => each.group === group.id);
    const others = numberOf(ofMembers ? score?.members : score?.score);
    const blended = ownScore && others && weightedMean([ownScore, others], [alpha, rest]);
    return operationNode("weighted-mean", [own, ownPart, other(), restNode], blended, label);
  }
  const share = multiplyFractions(rest, exposureOf(member));
  const others = operationNode("product", [restNode, exposureNode(member)], share);
  const left = operationNode("difference", [one, others], subtractFractions(fraction(1), share));
  if (exposureOf(member).numerator === 0n) return operationNode("weighted-mean", [own, left], value, label);
  return operationNode("weighted-mean", [own, left, other(), others], value, label);
}

/** Each group for the time in it, and the own score for the time in none. */
function overTimeNode(school: string, parts: readonly InGroup[], value: Fraction | undefined, explained: Explained): Explanation {
  const members = parts.flatMap((part) => placeOf(school, part, explained)?.member ?? []);
  const pairs = parts.flatMap((part, index) => {
    const member = members[index];
    return member === undefined ? [] : [inGroupNode(school, part, explained, "whole"), exposureNode(member)];
  });
  const times = members.map(exposureOf);
  const alone = timeAlone(times);
  if (alone.numerator === 0n) return operationNode("weighted-mean", pairs, value, BUNDLED);
  const inAll = operationNode("sum", members.map(exposureNode), sumFractions(times));
  const rest = operationNode("difference", [constantNode(FIGURES.one, fraction(1)), inAll], alone);
  return operationNode("weighted-mean", [...pairs, ownNode(school, explained), rest], value, BUNDLED);
}

function schoolNode({ school, inGroups, score }: BundledScore, explained: Explained): Explanation {
  const there = inGroups.filter((part) => {
    const member = placeOf(school, part, explained)?.member;
    return member !== undefined && exposureOf(member).numerator > 0n;
  });
  const [first = inGroups[0], second] = there;
  const rule = explained.scheme.inSeveralGroups;
  if (first === undefined) return ownNode(school, explained);
  if (second === undefined || rule === "first-named") return inGroupNode(school, first, explained);
  if (rule === "mean") return overTimeNode(school, there, numberOf(score), explained);
  const parts = there.map((part) => inGroupNode(school, part, explained));
  return operationNode(rule === "best" ? "maximum" : "minimum", parts, numberOf(score), BUNDLED);
}

/**
 * 捆绑得分的计算过程. How one bundled score of `bundleScores`, a school's or a group's, came about: own scores, the parts and weights of the scheme with
 * their basis, the time in the group. The same arguments, and whose score.
 *
 * `explainScore` explains the own scores themselves. What is missing stands there as unknown. `undefined`: the scheme or the scores have errors,
 * or there is no such school or group.
 *
 * @example
 * ```ts
 * import { explainBundle } from "school-groups/evaluation";
 *
 * const own = [{ school: "lead", score: "90" }, { school: "a", score: "70" }];
 * const groups = [{ id: "g", lead: { school: "lead" }, members: [{ school: "a" }] }];
 * const tree = explainBundle(
 *   own,
 *   groups,
 *   {
 *     basis: { kind: "caller" },
 *     group: { of: "lead-and-members", leadWeight: "0.4", members: "mean" },
 *     member: { ownPart: "0.5" },
 *     lead: { ownPart: 1, answersFor: "group" },
 *     inSeveralGroups: "mean",
 *     missing: "refuse",
 *   },
 *   { school: "a" },
 * );
 * tree?.kind === "operation" && tree.value; // => { kind: "exact", value: "74" }
 * ```
 */
export function explainBundle(
  own: OwnScores,
  groups: readonly BundleGroup[],
  scheme: BundleScheme,
  question: ExplainBundleQuestion,
): Explanation | undefined {
  const result = bundleScores(own, groups, scheme);
  if (!result.ok) return undefined;
  const scores = new Map(own.flatMap(({ school, score }) => (score === undefined ? [] : [[school, score] as const])));
  const explained: Explained = { own: scores, groups, scheme, bundle: result.value, basis: scheme.basis };
  if ("group" in question) {
    const group = groups.find(({ id }) => id === question.group);
    return group === undefined ? undefined : groupNode(group, explained);
  }
  const school = result.value.schools.find((one) => one.school === question.school);
  return school === undefined ? undefined : schoolNode(school, explained);
}
