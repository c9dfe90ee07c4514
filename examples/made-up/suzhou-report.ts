/**
 * 虚构数据. Suzhou's process and value-added evaluation (过程性评价、增值性评价): the schemes and their dimensions are those of the guidance, every group,
 * school, weight, record and figure below is invented.
 */
import { assessDistrict, resolvePolicies } from "school-groups";
import { type IndicatorItem, type IndicatorSystem, systemFromTemplate, withWeights } from "school-groups/evaluation";
import { cn } from "school-groups/packs/cn";
import { suzhou } from "school-groups/packs/cn-320500-suzhou";
import { suzhouTemplate } from "school-groups/packs/cn-320500-suzhou-template";
import { madeUpLedger, madeUpYear, type YearGroup } from "./group-year.js";
import { GRADES, MADE_UP, madeUpObservations, weighed } from "./observed.js";
import type { MadeUpReport } from "./short.js";

const SEED = 20240326;
const PERIOD = "2024-2025";

const GROUPS = ["甲", "乙", "丙", "丁", "戊"].map(
  (name, place): YearGroup => ({
    id: `group-${place + 1}`,
    name: `${name}小学教育集团（虚构）`,
    stage: "primary",
    formed: "2024-09-01",
    schools: ["龙头校", "成员校一", "成员校二"].map((role, number) => ({
      id: `school-${place + 1}-${number}`,
      name: `${name}集团${role}（虚构）`,
    })),
  }),
);

/** Both schemes under one root: an example's way to join them, for the guidance names none. */
export function suzhouSystem(): IndicatorSystem {
  const schemes = ["suzhou.process", "suzhou.value-added"] as const;
  const started = schemes.map(
    (scheme) =>
      systemFromTemplate(suzhouTemplate, {
        scheme,
        pack: suzhou,
        missing: { treatment: "refuse" },
        rounding: { mode: "half-away-from-zero", places: 2 },
        ...(scheme === "suzhou.value-added" ? { increment: { baseline: ["2022-2023", "2023-2024"], levelPart: "0.3" } } : {}),
        balance: { resource: "equipment-value", stage: "primary", since: "2024-08-31" },
        weights: "equal",
      }).system,
  );
  const items = started.flatMap((system) =>
    system.items.map(
      (item): IndicatorItem => (item.parent === undefined && item.kind === "composite" ? { ...item, parent: "suzhou" } : item),
    ),
  );
  const label = { "zh-CN": "集团评价（过程性与增值性，虚构权重）", en: "evaluation of groups (process and value-added, made-up weights)" };
  const bare: IndicatorSystem = {
    format: "school-groups.indicator-system.v1",
    id: "suzhou.made-up",
    label,
    items: [{ id: "suzhou", kind: "composite", label, mean: "arithmetic" }, ...items],
    rounding: { mode: "half-away-from-zero", places: 2 },
    grades: GRADES,
    gradesBasis: { kind: "caller" },
  };
  return withWeights(bare, [
    weighed({ "suzhou.process": "0.4", "suzhou.value-added": "0.6" }),
    weighed({ "quality-resources": "0.25", gap: "0.25", pupils: "0.2", teachers: "0.15", schools: "0.15" }),
  ]);
}

/** A whole report of made-up data. */
export function madeUpSuzhou(): MadeUpReport {
  const policy = resolvePolicies([cn, suzhou]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const asOf = "2025-07-04";
  const year = madeUpYear({
    code: "320500",
    name: "苏州示例区（虚构）",
    seed: SEED,
    period: { from: "2024-09-01", until: "2025-07-05" },
    asOf,
    groups: GROUPS,
    governance: [
      { item: "charter", kind: "document" },
      { item: "yearly-plan", kind: "document" },
    ],
    phase: "implement",
    practices: [],
    references: [],
    monthly: "joint-research",
    exchangeKinds: [],
  });
  const system = suzhouSystem();
  const subjects = GROUPS.map(({ id }) => id);
  const evaluation = { system, observations: madeUpObservations(system, subjects, PERIOD, SEED), period: PERIOD, subjects };
  const report = assessDistrict(year.district, {
    policy: policy.value,
    asOf,
    period: year.period,
    inputs: { ...year.inputs, ledger: madeUpLedger(year, policy.value), evaluation },
    remark: MADE_UP,
    seed: SEED,
  });
  return { report, evaluation };
}
