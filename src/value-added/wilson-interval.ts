import { normalQuantile } from "../statistics/index.js";

/** Interval of a share that never leaves 0 to 1, also for none and all (Wilson 1927). @internal */
export function wilsonInterval(count: number, of: number, confidence: number): { readonly low: number; readonly high: number } {
  const z = normalQuantile((1 - confidence) / 2, "upper");
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: count === 0 ? 0 : (middle - reach) / scale, high: count === of ? 1 : (middle + reach) / scale };
}
