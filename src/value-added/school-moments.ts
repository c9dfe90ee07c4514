import type { StoredStatistics } from "../statistics/index.js";

/** Two scores of one school: their means, and sums of squares and products about those means, in marks. @internal */
export interface SchoolMoments {
  readonly school: string;
  readonly pupils: number;
  readonly prior: number;
  readonly outcome: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** The whole area: means, population standard deviations, sums about the means in total and within schools. @internal */
export interface AreaMoments {
  readonly pupils: number;
  readonly prior: number;
  readonly outcome: number;
  readonly priorSd: number;
  readonly outcomeSd: number;
  readonly total: { readonly xx: number; readonly xy: number; readonly yy: number };
  readonly within: { readonly xx: number; readonly xy: number; readonly yy: number };
  readonly schools: readonly SchoolMoments[];
}

/** From whole numbers of steps: every difference is taken before the one rounding. @internal */
export function momentsOf(stored: StoredStatistics): AreaMoments {
  const [x, y] = stored.design.columns;
  const stepX = Number(x!.step);
  const stepY = Number(y!.step);
  const central = (n: bigint, s: readonly bigint[], p: readonly bigint[]) => {
    const about = (product: bigint, left: bigint, right: bigint) => Number(n * product - left * right) / Number(n);
    return {
      xx: about(p[0]!, s[0]!, s[0]!) * stepX * stepX,
      xy: about(p[1]!, s[0]!, s[1]!) * stepX * stepY,
      yy: about(p[2]!, s[1]!, s[1]!) * stepY * stepY,
    };
  };
  const mean = (sum: bigint, n: bigint, origin: string | undefined, step: number) =>
    Number(origin ?? "0") + (step * Number(sum)) / Number(n);
  const within = { xx: 0, xy: 0, yy: 0 };
  const sums = [0n, 0n];
  let rows = 0n;
  const schools = stored.groups.map((group): SchoolMoments => {
    const n = BigInt(group.rows);
    const s = group.sums.map(BigInt);
    const own = central(n, s, (group.products ?? []).map(BigInt));
    within.xx += own.xx;
    within.xy += own.xy;
    within.yy += own.yy;
    sums[0] = sums[0]! + s[0]!;
    sums[1] = sums[1]! + s[1]!;
    rows += n;
    return {
      school: group.group,
      pupils: Number(n),
      prior: mean(s[0]!, n, x!.origin, stepX),
      outcome: mean(s[1]!, n, y!.origin, stepY),
      ...own,
    };
  });
  if (rows === 0n) return { pupils: 0, prior: 0, outcome: 0, priorSd: 0, outcomeSd: 0, total: within, within, schools };
  const total = central(rows, sums, stored.products.map(BigInt));
  return {
    pupils: Number(rows),
    prior: mean(sums[0]!, rows, x!.origin, stepX),
    outcome: mean(sums[1]!, rows, y!.origin, stepY),
    priorSd: Math.sqrt(total.xx / Number(rows)),
    outcomeSd: Math.sqrt(total.yy / Number(rows)),
    total,
    within,
    schools,
  };
}
