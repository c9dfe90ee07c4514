import type { Random } from "../statistics/index.js";
import { type ChangesOfCluster, clusteredDifference } from "./clustered-interval.js";

/** What of a school is compared: its change at the time of joining, or its trend before it. @internal */
export type ChangeOf = (values: readonly number[], time: number) => number;

/** Who could have joined when: schools, or clusters of schools, and the times of joining, of which each unit has one or none. @internal */
export interface JoiningUnits {
  /** Places of each unit's schools. */
  readonly members: readonly (readonly number[])[];
  /** Per kind of joining the times it means; several where schools of one cluster joined at different times. */
  readonly kinds: readonly (readonly number[])[];
  /** Per unit its kind, −1 for none. */
  readonly assigned: readonly number[];
}

/** Clusters of the schools with the time each joined. @internal */
export function joiningUnits(times: readonly number[], clusters: readonly string[]): JoiningUnits {
  const members = new Map<string, number[]>();
  for (const [place, cluster] of clusters.entries()) {
    const known = members.get(cluster);
    if (known === undefined) members.set(cluster, [place]);
    else known.push(place);
  }
  const kinds: (readonly number[])[] = [];
  const names: string[] = [];
  const assigned = [...members.values()].map((places) => {
    const own = places.map((place) => times[place]!).sort((a, b) => a - b);
    if (own[0]! < 0) return -1;
    const kind = own[0] === own.at(-1) ? own.slice(0, 1) : own;
    const found = names.indexOf(kind.join(" "));
    if (found >= 0) return found;
    names.push(kind.join(" "));
    return kinds.push(kind) - 1;
  });
  return { members: [...members.values()], kinds, assigned };
}

/**
 * How many ways there are to say which unit joined when, cut off above a million, and the least p they allow: where both sides are equally many, to change
 * them over is as large an effect.
 * @internal
 */
export function distinctAssignments({ assigned, kinds }: JoiningUnits): { readonly ways: number; readonly leastP: number } {
  let [ways, left] = [1, assigned.length];
  const sizes = kinds.map((_, kind) => assigned.filter((each) => each === kind).length);
  for (const size of sizes) {
    for (let k = 1; k <= size && ways < 1e6; k += 1) ways = (ways * (left - size + k)) / k;
    left -= size;
  }
  const turned = kinds.length === 1 && 2 * left === assigned.length;
  return { ways: Math.round(ways), leastP: (turned ? 2 : 1) / Math.round(ways) };
}

/** Size of the difference, given who joined when; by clusters in units of its error. @internal */
export type Strength = (assigned: readonly number[]) => number;

/**
 * Per unit and kind the sum of its schools' changes is told once; a unit in no group is compared over the times the others joined. By clusters the difference is
 * divided by its error, without which a permutation among clusters of unlike spread says nothing of the mean (Janssen 1997; Chung & Romano 2013).
 * @internal
 */
export function strengthOf(
  { members, kinds }: JoiningUnits,
  values: readonly (readonly number[])[],
  { change, studentized }: { readonly change: ChangeOf; readonly studentized: boolean },
): Strength {
  const sums = members.map((places) =>
    kinds.map((kind) =>
      places.reduce((sum, place) => sum + kind.reduce((all, time) => all + change(values[place]!, time), 0) / kind.length, 0),
    ),
  );
  return (assigned) => {
    const shares = kinds.map(() => 0);
    const joining: ChangesOfCluster[] = [];
    for (const [unit, kind] of assigned.entries()) {
      if (kind < 0) continue;
      const size = members[unit]!.length;
      shares[kind] = shares[kind]! + size;
      joining.push({ size, sum: sums[unit]![kind]! });
    }
    const all = shares.reduce((sum, share) => sum + share, 0);
    const compared = assigned.flatMap((kind, unit) =>
      kind >= 0 ? [] : [{ size: members[unit]!.length, sum: sums[unit]!.reduce((sum, each, k) => sum + (each * shares[k]!) / all, 0) }],
    );
    if (!studentized) return Math.abs(meanOf(joining) - meanOf(compared));
    const found = clusteredDifference(joining, compared);
    if (found === null || found.difference === 0) return 0;
    return Math.abs(found.difference) / found.standardError;
  };
}

function meanOf(clusters: readonly ChangesOfCluster[]): number {
  const [size, sum] = clusters.reduce(([n, s], each) => [n + each.size, s + each.sum], [0, 0] as [number, number]);
  return sum / size;
}

/**
 * Share of assignments, the true one included, with a strength as large: over all of them where those are no more than `permutations`, else over so many drawn by
 * chance and the true one (Phipson & Smyth 2010).
 * @internal
 */
export function permutationP(
  { assigned }: JoiningUnits,
  strengths: readonly Strength[],
  { random, permutations, all }: { readonly random: Random; readonly permutations: number; readonly all: boolean },
): { readonly ps: readonly number[]; readonly looked: number } {
  // Equal sums in another order of adding may differ in the last bits.
  const limits = strengths.map((strength) => strength(assigned) * (1 - 1e-9));
  const large: number[] = strengths.map(() => (all ? 0 : 1));
  let looked = all ? 0 : 1;
  const look = (other: readonly number[]): void => {
    looked += 1;
    for (const [k, strength] of strengths.entries()) if (strength(other) >= limits[k]!) large[k] = large[k]! + 1;
  };
  if (all) everyAssignment(assigned, look);
  else for (let k = 0; k < permutations; k += 1) look(random.shuffle(assigned));
  return { ps: large.map((count) => count / looked), looked };
}

/** Every distinct order of the same kinds, in ascending order (Narayana's next permutation). */
function everyAssignment(assigned: readonly number[], look: (assigned: readonly number[]) => void): void {
  const at = [...assigned].sort((a, b) => a - b);
  for (;;) {
    look(at);
    let i = at.length - 2;
    while (i >= 0 && at[i]! >= at[i + 1]!) i -= 1;
    if (i < 0) return;
    let j = at.length - 1;
    while (at[j]! <= at[i]!) j -= 1;
    [at[i], at[j]] = [at[j]!, at[i]!];
    for (let [low, high] = [i + 1, at.length - 1]; low < high; low += 1, high -= 1) [at[low], at[high]] = [at[high]!, at[low]!];
  }
}
