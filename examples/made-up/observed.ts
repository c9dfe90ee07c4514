/** 虚构数据. Made-up values, from a seed, for the leaves of a system that the other parts of a report do not hand over. */
import type { Basis, Term } from "school-groups/core";
import type { Observation } from "school-groups/domain";
import type { GradeBand, IndicatorSystem, LeafItem, Weights } from "school-groups/evaluation";
import { createRandom, type Random } from "school-groups/statistics";

/** Printed at the head of every report made from such data. */
export const MADE_UP: Term = {
  "zh-CN": "虚构数据：学校、记录、数值和权重均为演示所设，与任何实际学校的工作无关",
  en: "Made-up data: schools, records, figures and weights are invented for the demonstration, unrelated to any real school's work",
};

const CALLER: Basis = { kind: "caller" };

/** The common cut-offs 90 / 80 / 60 (national N6 gives them as practice without source); here they are the example's own. */
export const GRADES: readonly GradeBand[] = [
  { grade: "excellent", label: { "zh-CN": "优秀", en: "excellent" }, atLeast: 90 },
  { grade: "good", label: { "zh-CN": "良好", en: "good" }, atLeast: 80 },
  { grade: "pass", label: { "zh-CN": "合格", en: "pass" }, atLeast: 60 },
  { grade: "fail", label: { "zh-CN": "不合格", en: "fail" } },
];

/** Made-up weights of siblings, in the caller's name. */
export function weighed(weights: Readonly<Record<string, string>>): Weights {
  return { weights: Object.entries(weights).map(([indicator, weight]) => ({ indicator, weight })), basis: CALLER };
}

function madeUpValue(leaf: LeafItem, rise: number, random: Random): string {
  if (leaf.source.kind === "survey") return Math.min(4.9, 3.9 + 0.25 * random.normal() + 0.2 * rise).toFixed(2);
  if (leaf.scoring.kind === "categorical") return leaf.scoring.categories[random.integer(2)]?.category ?? "";
  if (leaf.unit === "ratio") return Math.min(1, Math.max(0, 0.78 + 0.08 * random.normal() + 0.05 * rise)).toFixed(3);
  if (leaf.unit === "per-hundred-pupils") return (1 + 0.1 * random.normal() + 0.1 * rise).toFixed(2);
  if (leaf.unit === "yuan-per-pupil") return String(Math.round(1500 + 100 * random.normal() + 200 * rise));
  if (leaf.unit === "points") return (75 + 4 * random.normal() + 3 * rise).toFixed(1);
  return String(Math.max(0, Math.round(3 + 1.5 * random.normal() + rise)));
}

/** A value for every leaf of the caller's and every survey, in the judged period and (of leaves judged by progress) in its baseline. */
export function madeUpObservations(
  system: IndicatorSystem,
  subjects: readonly string[],
  period: string,
  seed: number,
): readonly Observation[] {
  const random = createRandom(seed);
  const leaves = system.items.filter((item): item is LeafItem => item.kind === "leaf");
  return leaves.flatMap((leaf) =>
    subjects.flatMap((subject) =>
      [...(leaf.increment?.baseline ?? []), period].flatMap((when): readonly Observation[] => {
        const handedOver = leaf.source.kind !== "caller" && leaf.source.kind !== "survey";
        if (handedOver && when === period) return [];
        const invited = 150 + random.integer(150);
        const asked = leaf.source.kind === "survey" ? { invited, respondents: Math.floor(invited * (0.7 + 0.3 * random.uniform())) } : {};
        return [
          {
            indicator: leaf.id,
            subject,
            period: when,
            value: madeUpValue(leaf, when === period ? 1 : 0, random),
            unit: leaf.unit,
            ...asked,
          },
        ];
      }),
    ),
  );
}
