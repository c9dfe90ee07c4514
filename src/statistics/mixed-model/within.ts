import type { ModelData } from "./model-data.js";

const SPLITTER = 134217729;

/**
 * Cross-products within groups, C − Σ s_j s_j' / n_j, as a `size` × `size` matrix in the model's scale (zero for the constant).
 *
 * C is a whole number and the subtrahend is carried in two doubles, so that nothing is lost when groups differ much more than their
 * members do.
 * @internal
 */
export function withinProducts(
  data: Pick<ModelData, "size" | "exact" | "centredSums" | "weightSteps" | "scale" | "weightStep">,
): Float64Array {
  const { size, exact, centredSums, weightSteps, scale, weightStep } = data;
  const width = size - 1;
  const within = new Float64Array(size * size);
  for (let a = 0; a < width; a++) {
    for (let b = a; b < width; b++) {
      const [high, low] = sumOfQuotients(centredSums, weightSteps, width, a, b);
      const total = exact[a]![b]!;
      const head = Number(total);
      const tail = Number(total - BigInt(head));
      const rest = head - high + (tail - low);
      const value = rest * scale[a]! * scale[b]! * weightStep;
      within[(a + 1) * size + b + 1] = value;
      within[(b + 1) * size + a + 1] = value;
    }
  }
  return within;
}

/** Σ s_a s_b / n as the sum of two doubles; Dekker's product, division with remainder, Knuth's sum, written out for speed. */
function sumOfQuotients(sums: Float64Array, steps: Float64Array, width: number, a: number, b: number): readonly [number, number] {
  let high = 0;
  let low = 0;
  for (let j = 0; j < steps.length; j++) {
    const x = sums[j * width + a] as number;
    const y = sums[j * width + b] as number;
    const n = steps[j] as number;
    const product = x * y;
    const tx = SPLITTER * x;
    const hx = tx - (tx - x);
    const lx = x - hx;
    const ty = SPLITTER * y;
    const hy = ty - (ty - y);
    const ly = y - hy;
    const error = lx * ly - (product - hx * hy - lx * hy - hx * ly);
    const head = product / n;
    const th = SPLITTER * head;
    const hh = th - (th - head);
    const lh = head - hh;
    const tn = SPLITTER * n;
    const hn = tn - (tn - n);
    const ln = n - hn;
    const back = head * n;
    const backError = lh * ln - (back - hh * hn - lh * hn - hh * ln);
    const tail = (product - back - backError + error) / n;
    const sum = high + head;
    const part = sum - high;
    low += high - (sum - part) + (head - part) + tail;
    high = sum;
  }
  return [high, low];
}
