import { readFileSync } from "node:fs";
import type { District } from "school-groups/domain";
import { bundleScores, checkLeafSources, evaluate, explainScore } from "school-groups/evaluation";
import { cn } from "school-groups/packs/cn";
import { baota } from "school-groups/packs/cn-610602-baota";
import { baotaTemplate } from "school-groups/packs/cn-610602-baota-template";
import { resolvePolicies } from "school-groups/policy";
import { expect, test } from "vitest";
import { baotaEvaluation } from "../../examples/made-up/baota-observations.js";
import { recomputed, reduced } from "./recompute.js";

const district = JSON.parse(readFileSync(new URL("../../examples/districts/cn-610602-baota.json", import.meta.url), "utf8")) as District;
const made = baotaEvaluation(district);

test("the made-up observations say so, and stand under the six degrees of the pack", () => {
  expect(made.label["zh-CN"]).toBe("虚构数据");
  const degrees = made.system.items.filter((item) => item.parent === "baota.six-degrees").map(({ id, label }) => ({ id, label }));
  expect(degrees).toEqual(baota.evaluations?.[0]?.dimensions);
  expect(made.subjects).toHaveLength(23);
});

test("every leaf is the template's, by its words, unit and scoring; no pass rate of an examination is among them", () => {
  const proposed = baotaTemplate.tables.flatMap(({ dimension, leaves }) =>
    leaves.map((leaf) => ({ ...leaf, id: `${dimension}/${leaf.id}` })),
  );
  const leaves = made.system.items.filter((item) => item.kind === "leaf");
  expect(leaves.map(({ id, label, unit, scoring }) => ({ id, label, unit, scoring }))).toEqual(
    proposed.map(({ id, label, unit, scoring }) => ({ id, label, unit, scoring })),
  );
  const policy = resolvePolicies([cn, baota]);
  expect(policy.ok && checkLeafSources(made.system, { policy: policy.value, on: "2023-12-31", code: "610602" })).toEqual([]);
});

test("every school of the real groups is scored by its own progress, and the scores recompute", () => {
  const result = evaluate(made.observations, made);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  const scores = result.value.subjects.map(({ subject, score }) => ({ subject, printed: score?.printed ?? "" }));
  expect(scores.every(({ printed }) => printed !== "" && Number(printed) >= 0 && Number(printed) <= 100)).toBe(true);
  expect(new Set(result.value.subjects.map(({ grade }) => grade)).size).toBeGreaterThan(1);
  for (const { subject, printed } of scores.slice(0, 4)) {
    const tree = explainScore(made.observations, made, { subject });
    expect(tree && recomputed(tree)).toBe(reduced(printed));
  }
});

test("lead and members answer for each other", () => {
  const result = evaluate(made.observations, made);
  const own = result.ok ? result.value.subjects.map(({ subject, score }) => ({ school: subject, score: score?.exact })) : [];
  expect(own.filter(({ score }) => score === undefined)).toEqual([]);
  const bundle = bundleScores(own, made.bundle.groups, made.bundle.scheme);
  expect(bundle.ok && bundle.value.groups.every(({ score }) => score !== undefined)).toBe(true);
});
