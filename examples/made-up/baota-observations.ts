/**
 * 虚构数据. Made-up observations for Baota's six degrees (六度): the degrees and the groups are those of the published report, the leaves with their
 * units and scorings those of the library's template; weights, grades and every value below are invented, from a stated seed. It shows a school
 * judged from its own starting point, gaps included.
 */
import type { Basis, Term } from "school-groups/core";
import type { District, Observation } from "school-groups/domain";
import {
  type BundleGroup,
  type BundleScheme,
  type GradeBand,
  type IndicatorSystem,
  type LeafItem,
  systemFromTemplate,
  withWeights,
} from "school-groups/evaluation";
import { baota } from "school-groups/packs/cn-610602-baota";
import { baotaTemplate } from "school-groups/packs/cn-610602-baota-template";
import { createRandom } from "school-groups/statistics";
import { weighed } from "./observed.js";

/** The seed all of it comes from. */
export const OBSERVATIONS_SEED = 20231215;

export interface MadeUpEvaluation {
  readonly label: Term;
  readonly seed: number;
  readonly system: IndicatorSystem;
  readonly period: string;
  readonly subjects: readonly string[];
  readonly observations: readonly Observation[];
  readonly bundle: { readonly groups: readonly BundleGroup[]; readonly scheme: BundleScheme };
}

const PERIOD = "2023";
const BASELINE = ["2021", "2022"] as const;
const CALLER: Basis = { kind: "caller" };

/** Who neither rose nor fell stands near 50 in every leaf that is judged by progress: the cut-offs lie around it. */
const GRADES: readonly GradeBand[] = [
  { grade: "excellent", label: { "zh-CN": "优秀", en: "excellent" }, atLeast: 60 },
  { grade: "good", label: { "zh-CN": "良好", en: "good" }, atLeast: 55 },
  { grade: "pass", label: { "zh-CN": "合格", en: "pass" }, atLeast: 50 },
  { grade: "fail", label: { "zh-CN": "不合格", en: "fail" } },
];

/** No ledger or register reaches back to 2021: every value is the district's own statement, and a survey counts from 60 % answers on. */
function ownSource({ source }: LeafItem): LeafItem["source"] {
  return source.kind === "survey" ? { ...source, minimumResponse: "0.6" } : { kind: "caller" };
}

/** Started from the template; the weights of the degrees are the example's, within a degree all leaves weigh the same. */
function sixDegrees(): IndicatorSystem {
  const { system } = systemFromTemplate(baotaTemplate, {
    pack: baota,
    missing: { treatment: "reweight" },
    rounding: { mode: "half-away-from-zero", places: 2 },
    increment: { baseline: BASELINE, atLeast: 1, levelPart: "0" },
    weights: "equal",
    grades: GRADES,
    gradesBasis: CALLER,
  });
  const degrees = {
    "planning-culture": "0.15",
    "resource-sharing": "0.15",
    "staff-growth": "0.2",
    "quality-rise": "0.2",
    satisfaction: "0.15",
    reform: "0.15",
  };
  const items = system.items.map((item) => (item.kind === "leaf" ? { ...item, source: ownSource(item) } : item));
  return withWeights({ ...system, items }, [weighed(degrees)]);
}

/** A typical start, how schools differ in it, the mean rise of the judged year, decimal places and bounds. */
interface Typical {
  readonly start: number;
  readonly spread: number;
  readonly rise: number;
  readonly places: number;
  readonly worst: number;
  readonly best: number;
}

const TYPICAL: Readonly<Record<string, Typical>> = {
  ratio: { start: 0.7, spread: 0.08, rise: 0.09, places: 3, worst: 0, best: 1 },
  points: { start: 3.8, spread: 0.2, rise: 0.2, places: 2, worst: 1, best: 5 },
  "per-hundred-pupils": { start: 0.9, spread: 0.15, rise: 0.08, places: 2, worst: 0, best: 100 },
  times: { start: 4, spread: 1.5, rise: 2, places: 0, worst: 0, best: 1000 },
};

function observationsOf(system: IndicatorSystem, subjects: readonly string[]): readonly Observation[] {
  const random = createRandom(OBSERVATIONS_SEED);
  const leaves = system.items.filter((item): item is LeafItem => item.kind === "leaf");
  return subjects.flatMap((subject) =>
    leaves.flatMap(({ id, unit, source, increment }) => {
      const typical = TYPICAL[unit];
      if (typical === undefined) throw new Error(`nothing typical of ${unit}`);
      const { worst, best, places, rise } = typical;
      const start = typical.start + typical.spread * random.normal();
      return [...(increment?.baseline ?? []), PERIOD].map((period): Observation => {
        const drift = period === PERIOD ? rise * (1 + 0.5 * random.normal()) : 0.2 * rise * random.normal();
        const value = Math.min(best, Math.max(worst, start + drift)).toFixed(places);
        const invited = 200 + Math.floor(200 * random.uniform());
        const answered = { invited, respondents: Math.floor(invited * (0.59 + 0.4 * random.uniform())) };
        // One figure in forty is not to be had, as in life.
        const lost = random.uniform() < 0.025;
        return { indicator: id, subject, period, value: lost ? null : value, unit, ...(source.kind === "survey" ? answered : {}) };
      });
    }),
  );
}

/** Half own, half group; the lead answers for its members: made-up figures, for the report gives none. */
const SCHEME: BundleScheme = {
  basis: CALLER,
  group: { of: "lead-and-members", leadWeight: "0.4", members: "mean" },
  member: { ownPart: "0.5" },
  lead: { ownPart: "0.5", answersFor: "members" },
  inSeveralGroups: "mean",
  missing: "refuse",
};

/** The made-up evaluation of a district's groups, as of the end of 2023. */
export function baotaEvaluation(district: Pick<District, "groups">): MadeUpEvaluation {
  const groups = district.groups.map(({ id, memberships = [] }): BundleGroup => {
    const lead = memberships.find(({ role }) => role === "lead");
    return {
      id,
      ...(lead === undefined ? {} : { lead: { school: lead.school } }),
      members: memberships.filter(({ role }) => role === "member").map(({ school }) => ({ school })),
    };
  });
  const subjects = [...new Set(district.groups.flatMap(({ memberships = [] }) => memberships.map(({ school }) => school)))];
  const system = sixDegrees();
  return {
    label: { "zh-CN": "虚构数据", en: "made-up data" },
    seed: OBSERVATIONS_SEED,
    system,
    period: PERIOD,
    subjects,
    observations: observationsOf(system, subjects),
    bundle: { groups, scheme: SCHEME },
  };
}
