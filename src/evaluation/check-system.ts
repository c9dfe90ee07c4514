import { compareFractions, DEFAULTS, type Fraction, fraction, type RoundingMode, sumFractions, toExactText } from "../core/index.js";
import { problemsOfLeaf, readExact } from "./check-scoring.js";
import type { IndicatorItem, IndicatorSystem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { childrenOf } from "./system-tree.js";

function structureProblems(system: IndicatorSystem): readonly EvaluationIssue[] {
  const issues: EvaluationIssue[] = [];
  const byId = new Map<string, IndicatorItem>();
  system.items.forEach((item, index) => {
    if (byId.has(item.id))
      issues.push({ code: "item-duplicate", severity: "error", path: ["items", index, "id"], params: { item: item.id } });
    else byId.set(item.id, item);
  });
  system.items.forEach((item, index) => {
    if (item.parent === undefined) return;
    const path = ["items", index, "parent"];
    if (byId.get(item.parent)?.kind !== "composite")
      issues.push({ code: "item-parent-missing", severity: "error", path, params: { item: item.id, parent: item.parent } });
    else if (isCircular(item, byId)) issues.push({ code: "item-circular", severity: "error", path, params: { item: item.id } });
  });
  const roots = system.items.filter((item) => item.parent === undefined);
  if (roots.length !== 1 || roots[0]?.kind !== "composite")
    issues.push({ code: "system-root", severity: "error", path: ["items"], params: { roots: roots.length } });
  return issues;
}

function isCircular(item: IndicatorItem, byId: ReadonlyMap<string, IndicatorItem>): boolean {
  const seen = new Set<string>([item.id]);
  for (let up = item.parent; up !== undefined; up = byId.get(up)?.parent) {
    if (up === item.id) return true;
    // A circle further up is that item's own problem.
    if (seen.has(up)) return false;
    seen.add(up);
  }
  return false;
}

function weightProblems(system: IndicatorSystem): readonly EvaluationIssue[] {
  const issues: EvaluationIssue[] = [];
  const children = childrenOf(system);
  system.items.forEach((composite, index) => {
    if (composite.kind !== "composite") return;
    const path = ["items", index];
    const parts = (children.get(composite.id) ?? []).filter((child) => child.kind === "composite" || child.kind === "leaf");
    if (parts.length === 0) {
      issues.push({ code: "item-without-children", severity: "error", path, params: { item: composite.id } });
      return;
    }
    const without = parts.filter((part) => part.weight === undefined);
    if (without.length > 0) {
      issues.push({
        code: "weights-missing",
        severity: "error",
        path,
        params: { parent: composite.id, items: without.map((part) => part.id).join("、") },
      });
      return;
    }
    const weights: Fraction[] = [];
    for (const part of parts) {
      const weight = readExact(part.weight?.value);
      if (weight === undefined || weight.numerator < 0n)
        issues.push({
          code: "weight-invalid",
          severity: "error",
          path: ["items", system.items.indexOf(part), "weight"],
          params: { item: part.id },
        });
      else weights.push(weight);
    }
    if (weights.length !== parts.length) return;
    const sum = sumFractions(weights);
    if (compareFractions(sum, fraction(1)) !== 0)
      issues.push({ code: "weights-sum", severity: "error", path, params: { parent: composite.id, sum: toExactText(sum) } });
  });
  return issues;
}

function gradeProblems(system: IndicatorSystem): readonly EvaluationIssue[] {
  const grades = system.grades ?? [];
  const issues: EvaluationIssue[] = [];
  grades.forEach((band, index) => {
    const bound = readExact(band.atLeast);
    const above = readExact(grades[index - 1]?.atLeast);
    const last = index === grades.length - 1;
    const sound = last ? band.atLeast === undefined : bound !== undefined && (above === undefined || compareFractions(bound, above) < 0);
    if (!sound) issues.push({ code: "grades-order", severity: "error", path: ["grades", index], params: { grade: band.grade } });
  });
  system.items.forEach((item, index) => {
    if (item.kind !== "veto" || item.effect.kind !== "grade-at-most") return;
    const { grade } = item.effect;
    if (!grades.some((band) => band.grade === grade))
      issues.push({ code: "veto-grade-unknown", severity: "error", path: ["items", index], params: { item: item.id, grade } });
  });
  return issues;
}

const ROUNDING_MODES: Readonly<Record<RoundingMode, true>> = {
  "half-away-from-zero": true,
  "half-even": true,
  "away-from-zero": true,
  "toward-zero": true,
  ceiling: true,
  floor: true,
};

/** What would throw where the first score is printed. */
function roundingProblems({ rounding: { mode, places } }: IndicatorSystem): readonly EvaluationIssue[] {
  const invalid = (place: string): EvaluationIssue => ({
    code: "rounding-invalid",
    severity: "error",
    path: ["rounding", place],
    params: { place: `rounding.${place}` },
  });
  const issues: EvaluationIssue[] = [];
  if (!Object.hasOwn(ROUNDING_MODES, mode)) issues.push(invalid("mode"));
  if (!Number.isInteger(places) || places < 0 || places > DEFAULTS.maxDecimalPlaces.value) issues.push(invalid("places"));
  return issues;
}

function figureProblems(system: IndicatorSystem): readonly EvaluationIssue[] {
  return system.items.flatMap((item, index): readonly EvaluationIssue[] => {
    const path = ["items", index];
    const invalid = (place: string): EvaluationIssue => ({
      code: "scoring-invalid",
      severity: "error",
      path: [...path, place],
      params: { item: item.id, place },
    });
    if (item.kind === "leaf") return problemsOfLeaf(item, path);
    if (item.kind === "composite") return item.cap !== undefined && readExact(item.cap) === undefined ? [invalid("cap")] : [];
    if (item.kind === "veto")
      return item.effect.kind === "score-at-most" && readExact(item.effect.score) === undefined ? [invalid("effect")] : [];
    return (["pointsEach", "atMost"] as const).filter((place) => (readExact(item[place])?.numerator ?? -1n) < 0n).map(invalid);
  });
}

/**
 * 指标体系检查. Everything wrong with an indicator system at once: its tree, its weights (missing ones by name, never filled in), its scorings, its
 * rounding, its grades. No error: `evaluate` can use it. Warnings name scorings to be used with care.
 *
 * @example
 * ```ts
 * import { checkSystem } from "school-groups/evaluation";
 *
 * const system = {
 *   format: "school-groups.indicator-system.v1",
 *   id: "empty",
 *   label: { "zh-CN": "空", en: "empty" },
 *   items: [],
 *   rounding: { mode: "half-away-from-zero", places: 2 },
 * } as const;
 * checkSystem(system).map(({ code }) => code); // => ["system-root"]
 * ```
 */
export function checkSystem(system: IndicatorSystem): readonly EvaluationIssue[] {
  const structure = structureProblems(system);
  const others = [...roundingProblems(system), ...gradeProblems(system), ...figureProblems(system)];
  return structure.length > 0 ? [...structure, ...others] : [...weightProblems(system), ...others];
}
