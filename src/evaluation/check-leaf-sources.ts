import type { CalendarDate } from "../core/index.js";
import { type MeasureRef, type PresenceRule, type ResolvedPolicy, type ResolvedRule, rulesInForce } from "../policy/index.js";
import type { IndicatorSystem, LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";

type MustNot = ResolvedRule & PresenceRule;

/** Words of an indicator that speak of the examinations no school may be judged by (national N9). */
const EXAMINATION_WORDS = /升学率|上线率|中考|高考|联考|统考|及格率|exit examination|admission rate|pass rate|gaokao|zhongkao/i;

function speaksOf({ what }: MustNot, ref: MeasureRef): boolean {
  return (
    what.measure === ref.measure &&
    (what.of === undefined || what.of === ref.of) &&
    (what.stage === undefined || ref.stage === undefined || what.stage === ref.stage)
  );
}

function problemsOfLeaf(leaf: LeafItem, rules: readonly MustNot[], path: readonly (string | number)[]): readonly EvaluationIssue[] {
  const item = leaf.id;
  const find = (of: string, stage?: string) =>
    rules.find(({ what }) => what.measure === "score-based-evaluation" && what.of === of && (stage === undefined || what.stage === stage));
  const { source } = leaf;
  if (source.kind === "measure") {
    const rule = rules.find((one) => speaksOf(one, source.measure));
    if (rule !== undefined) return [{ code: "leaf-forbidden", severity: "error", path, params: { item, rule: rule.id } }];
    // One paper for several schools is an examination across schools.
    const common = (source.measure.of ?? "").startsWith("monitoring") ? find("regional-examination") : undefined;
    if (common !== undefined) {
      const params = { item, word: source.measure.of ?? "", rule: common.id };
      return [{ code: "leaf-names-examination", severity: "warning", path, params }];
    }
  }
  if (source.kind === "value-added") {
    const forbidden = find("value-added", source.stage);
    if (forbidden !== undefined) return [{ code: "leaf-forbidden", severity: "error", path, params: { item, rule: forbidden.id } }];
    const reward = find("exit-examination-reward");
    return reward === undefined ? [] : [{ code: "leaf-not-for-reward", severity: "warning", path, params: { item, rule: reward.id } }];
  }
  const rate = find("exit-examination-rate");
  const [word] = EXAMINATION_WORDS.exec(`${leaf.label["zh-CN"]} ${leaf.label.en}`) ?? [];
  return rate === undefined || word === undefined
    ? []
    : [{ code: "leaf-names-examination", severity: "warning", path, params: { item, word, rule: rate.id } }];
}

/**
 * 指标来源的合规检查. Whether a leaf of a system pays for what a rule in force forbids to judge by (national N9): `leaf-forbidden` for a measure or
 * a stage's value-added that a must-not rule names; warnings for value-added that may not be rewarded (`leaf-not-for-reward`), and for leaves
 * whose words or common papers speak of examinations (`leaf-names-examination`: only a reader can tell).
 *
 * `assessDistrict` asks it of every system it evaluates by. A rule that is overridden or not in force on the day forbids nothing. Throws
 * `invalid-date` when `on` is no day.
 *
 * @example
 * ```ts
 * import { checkLeafSources, type LeafItem } from "school-groups/evaluation";
 * import { cn } from "school-groups/packs/cn";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("the pack has errors");
 * const label = { "zh-CN": "增值", en: "value-added" };
 * const leaf = (stage: "primary" | "senior"): LeafItem => ({
 *   id: stage,
 *   parent: "all",
 *   kind: "leaf",
 *   label,
 *   unit: "z",
 *   direction: "higher-is-better",
 *   source: { kind: "value-added", stage },
 *   scoring: { kind: "linear", from: -1, to: 1, low: 0, high: 100, beyond: "clamp" },
 *   missing: { treatment: "refuse" },
 * });
 * const system = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "s",
 *   label,
 *   items: [{ id: "all", kind: "composite", label, mean: "arithmetic" }, leaf("primary"), leaf("senior")],
 *   rounding: { mode: "half-even", places: 1 },
 * } as const;
 * const found = checkLeafSources(system, { policy: policy.value, on: "2024-06-30" });
 * found.map(({ code, params }) => [code, "item" in params && params.item]); // => [["leaf-forbidden", "primary"], ["leaf-not-for-reward", "senior"]]
 * ```
 */
export function checkLeafSources(
  system: IndicatorSystem,
  options: { readonly policy: Pick<ResolvedPolicy, "packs" | "rules">; readonly on: CalendarDate; readonly code?: string | undefined },
): readonly EvaluationIssue[] {
  const rules = rulesInForce(options.policy, { on: options.on, code: options.code }).filter(
    (rule): rule is MustNot => rule.kind === "presence" && rule.modality === "must-not",
  );
  return system.items.flatMap((item, index) => (item.kind === "leaf" ? problemsOfLeaf(item, rules, ["items", index]) : []));
}
