import type { Terms } from "./engine.js";
import type { ModelData } from "./model-data.js";

/** What the effects of random intercepts follow from, at one θ; without upper level where `theta2` is undefined. @internal */
export function interceptTerms(data: ModelData, theta1: number, theta2: number | undefined): Terms {
  const { weights, means, size, upperStart } = data;
  const count = weights.length;
  const uppers = theta2 === undefined ? 0 : data.upperKeys.length;
  const a = new Float64Array(count);
  for (let j = 0; j < count; j++) a[j] = weights[j]! / (1 + weights[j]! * theta1);
  const e = new Float64Array(count * size);
  const f = a.slice();
  const upper = new Int32Array(count).fill(-1);
  for (let j = 0; j < count; j++) for (let r = 0; r < size; r++) e[j * size + r] = a[j]! * means[j * size + r]!;
  const top = {
    order: 1,
    e: new Float64Array(uppers * size),
    f: new Float64Array(uppers),
    kappa: new Float64Array(uppers),
    shrink: new Float64Array(uppers),
  };
  for (let g = 0; g < uppers; g++) {
    let sum = 0;
    const ray = new Float64Array(size);
    for (let j = upperStart[g]!; j < upperStart[g + 1]!; j++) {
      sum += a[j]!;
      for (let r = 0; r < size; r++) ray[r] = ray[r]! + e[j * size + r]!;
    }
    const shrink = 1 / (1 + sum * theta2!);
    const kappa = theta2! * shrink;
    for (let j = upperStart[g]!; j < upperStart[g + 1]!; j++) {
      upper[j] = g;
      f[j] = a[j]! - kappa * a[j]! * a[j]!;
      for (let r = 0; r < size; r++) e[j * size + r] = e[j * size + r]! - a[j]! * kappa * ray[r]!;
    }
    for (let r = 0; r < size; r++) top.e[g * size + r] = ray[r]! * shrink;
    top.f[g] = sum * shrink;
    top.kappa[g] = kappa;
    top.shrink[g] = shrink;
  }
  return { groups: { order: 1, e, f, upper, b: a }, uppers: top };
}
