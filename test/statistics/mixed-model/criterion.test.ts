import { describe, expect, it } from "vitest";
import { type CriterionKind, evaluateCriterion } from "../../../src/statistics/mixed-model/criterion.js";
import type { Engine } from "../../../src/statistics/mixed-model/engine.js";
import { interceptsEngine } from "../../../src/statistics/mixed-model/intercepts.js";
import { modelDataOf } from "../../../src/statistics/mixed-model/model-data.js";
import { planOf } from "../../../src/statistics/mixed-model/options.js";
import { slopesEngine } from "../../../src/statistics/mixed-model/slopes.js";
import { generatedRows, statisticsOf } from "./generated.js";

const rows = generatedRows({
  seed: 3,
  uppers: 5,
  groupsPerUpper: 3,
  free: 2,
  size: (random) => 1 + Math.floor(random() * 8),
  sdUpper: 1,
  sdGroup: 1,
  sdSlope: 0.5,
  sdResidual: 2,
});
const state = statisticsOf(rows).state();
const plan = planOf(state.layout, { response: "y", fixed: ["x", "z"], groupSlopes: ["x"], upperSlopes: ["z"] });
const data = modelDataOf(state, plan);

/** Central differences: the criterion's against the gradient, the gradient's against the Hessian. */
function differences(engine: Engine, theta: readonly number[], kind: CriterionKind): void {
  const at = evaluateCriterion(engine, theta, kind)!;
  const h = 1e-5;
  theta.forEach((_, k) => {
    const moved = (by: number) =>
      evaluateCriterion(
        engine,
        theta.map((value, i) => (i === k ? value + by : value)),
        kind,
      )!;
    const [up, down] = [moved(h), moved(-h)];
    const scale = 1 + Math.abs(at.gradient[k]!);
    expect(Math.abs((up.value - down.value) / (2 * h) - at.gradient[k]!) / scale).toBeLessThan(1e-7);
    up.gradient.forEach((value, i) => {
      const own = at.hessian[k]![i]!;
      expect(Math.abs((value - down.gradient[i]!) / (2 * h) - own) / (1 + Math.abs(own))).toBeLessThan(1e-6);
    });
  });
}

/** The criterion from its definition: V row by row, inverted by elimination. */
function directCriterion(theta: { readonly group: number; readonly upper: number }, reml: boolean): number {
  const n = rows.length;
  const keyOf = (i: number): string => `${rows[i]!.upper}/${rows[i]!.group}`;
  const v = rows.map((row, i) =>
    rows.map((other, k) => {
      const sameUpper = row.upper !== undefined && row.upper === other.upper;
      return (i === k ? 1 : 0) + (keyOf(i) === keyOf(k) ? theta.group : 0) + (sameUpper ? theta.upper : 0);
    }),
  );
  const w = rows.map(({ values }) => [1, values.x!, values.z!, values.y!]);
  let logDeterminant = 0;
  for (let k = 0; k < n; k++) {
    const pivot = v[k]![k]!;
    logDeterminant += Math.log(pivot);
    for (let r = 0; r < n; r++) {
      if (r === k || v[r]![k] === 0) continue;
      const factor = v[r]![k]! / pivot;
      for (let c = k; c < n; c++) v[r]![c] = v[r]![c]! - factor * v[k]![c]!;
      for (let c = 0; c < 4; c++) w[r]![c] = w[r]![c]! - factor * w[k]![c]!;
    }
  }
  const m = [0, 1, 2, 3].map((a) =>
    [0, 1, 2, 3].map((b) =>
      rows.reduce((sum, { values }, i) => sum + ([1, values.x!, values.z!, values.y!][a]! * w[i]![b]!) / v[i]![i]!, 0),
    ),
  );
  let information = 0;
  for (let k = 0; k < 3; k++) {
    information += Math.log(m[k]![k]!);
    for (let r = k + 1; r < 4; r++) for (let c = 3; c >= k; c--) m[r]![c] = m[r]![c]! - (m[r]![k]! / m[k]![k]!) * m[k]![c]!;
  }
  return (reml ? n - 3 : n) * Math.log(m[3]![3]!) + logDeterminant + (reml ? information : 0);
}

describe.each([false, true])("the criterion (REML: %s)", (reml) => {
  const kind = { reml, freedom: data.rows - (reml ? 3 : 0) };

  it("is the one of its definition, up to constants of scale", () => {
    const engine = interceptsEngine(data, true);
    const thetas = [
      { group: 0, upper: 0 },
      { group: 0.7, upper: 0 },
      { group: 0, upper: 0.4 },
      { group: 2, upper: 0.1 },
    ];
    const gaps = thetas.map((theta) => evaluateCriterion(engine, [theta.group, theta.upper], kind)!.value - directCriterion(theta, reml));
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 9);
  });

  it("has the derivatives that differences show", () => {
    differences(interceptsEngine(data, false), [0.7], kind);
    differences(interceptsEngine(data, true), [0.7, 0.4], kind);
    differences(slopesEngine(data, [0, 1], []), [0.7, 0.1, 0.3], kind);
    differences(slopesEngine(data, [0, 1], [0, 2]), [0.7, 0.1, 0.3, 0.5, -0.1, 0.2], kind);
  });

  it("is the same from closed forms and from cross-products of groups", () => {
    for (const theta of [
      [0, 0],
      [0.7, 0.4],
      [30, 0],
      [0, 5],
    ]) {
      const closed = evaluateCriterion(interceptsEngine(data, true), theta, kind)!;
      const general = evaluateCriterion(slopesEngine(data, [0], [0]), theta, kind)!;
      expect(general.value).toBeCloseTo(closed.value, 9);
      closed.gradient.forEach((value, k) => {
        expect(general.gradient[k]!).toBeCloseTo(value, 8);
      });
      closed.hessian.flat().forEach((value, k) => {
        expect(general.hessian.flat()[k]!).toBeCloseTo(value, 7);
      });
    }
  });
});
