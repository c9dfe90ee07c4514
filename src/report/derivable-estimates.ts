import type { GroupValueAdded, GroupValueAddedResult, ValueAddedResult } from "../value-added/index.js";

/** What a reader knows about other schools' estimates: per figure the weight that each of them has in it. */
type Known = ReadonlyMap<string, number>;

/** Weights below this part of a figure's greatest are rounding. */
const TINY = 1e-9;

/** 可推算. Whether figures, taken together, settle the estimate of a single school: whether it stands in a direction that no other school has a part in. */
export function settlesOne(figures: readonly Known[]): boolean {
  const schools = [...new Set(figures.flatMap((figure) => [...figure.keys()]))];
  const scales = figures.map((figure) => Math.max(...[...figure.values()].map(Math.abs), 0) || 1);
  const columnOf = (school: string): readonly number[] => figures.map((figure, row) => (figure.get(school) ?? 0) / scales[row]!);
  const columns = schools.map(columnOf).filter((column) => column.some((weight) => Math.abs(weight) > TINY));
  const kinds = distinctDirections(columns);
  // A direction that two schools share settles neither.
  return kinds.some(
    ({ column, times }) =>
      times === 1 &&
      !inSpan(
        column,
        kinds.flatMap((other) => (other.column === column ? [] : [other.column])),
      ),
  );
}

interface Direction {
  readonly column: readonly number[];
  times: number;
}

function distinctDirections(columns: readonly (readonly number[])[]): readonly Direction[] {
  const found: Direction[] = [];
  for (const column of columns) {
    const same = found.find((direction) => inSpan(column, [direction.column]));
    if (same === undefined) found.push({ column, times: 1 });
    else same.times += 1;
  }
  return found;
}

/** Gram–Schmidt: is anything of the vector left beside the others? */
function inSpan(vector: readonly number[], others: readonly (readonly number[])[]): boolean {
  const basis: (readonly number[])[] = [];
  for (const other of others) {
    const rest = unitOf(without(other, basis), other);
    if (rest !== undefined) basis.push(rest);
  }
  return unitOf(without(vector, basis), vector) === undefined;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
}

/** Twice, as once leaves rounding. */
function without(vector: readonly number[], basis: readonly (readonly number[])[]): readonly number[] {
  let rest = vector;
  for (const each of [...basis, ...basis]) {
    const part = dot(rest, each);
    rest = rest.map((value, k) => value - part * each[k]!);
  }
  return rest;
}

function unitOf(rest: readonly number[], whole: readonly number[]): readonly number[] | undefined {
  const [size, least] = [Math.sqrt(dot(rest, rest)), TINY * Math.sqrt(dot(whole, whole))];
  return size > least ? rest.map((value) => value / size) : undefined;
}

/** The others' part in the mean of all estimates, which is 0 whatever is published; schools below the minimum cohort have a part in it. */
export function areaMean(result: ValueAddedResult, reader: string): Known {
  return new Map(
    result.schools.flatMap((each): [string, number][] =>
      each.school === reader ? [] : [[each.school, each.status === "estimated" ? each.pupils : 1]],
    ),
  );
}

/** The others' part in a group's effect, and in the gap of its lead and members. */
export function groupFigures(
  group: GroupValueAdded,
  { weights }: Pick<GroupValueAddedResult, "weights">,
  { result, reader }: { readonly result: ValueAddedResult; readonly reader: string },
): { readonly effect: Known; readonly gap: Known } {
  const pupils = new Map(result.schools.flatMap((each) => (each.status === "estimated" ? [[each.school, each.pupils] as const] : [])));
  const parts = group.schools.map(({ school, role, share }) => ({
    school,
    role,
    weight: share * (weights === "pupils" ? (pupils.get(school) ?? 0) : 1),
  }));
  const mean = (of: readonly (typeof parts)[number][], sign: number): [string, number][] => {
    const total = of.reduce((sum, { weight }) => sum + weight, 0);
    return of.map(({ school, weight }) => [school, (sign * weight) / total]);
  };
  const sides = [
    ...mean(
      parts.filter(({ role }) => role === "lead"),
      1,
    ),
    ...mean(
      parts.filter(({ role }) => role === "member"),
      -1,
    ),
  ];
  return { effect: summed(mean(parts, 1), reader), gap: summed(sides, reader) };
}

/** A school named twice has the sum of its weights; the reader's own is known to it. */
function summed(weights: readonly (readonly [string, number])[], reader: string): Known {
  const sums = new Map<string, number>();
  for (const [school, weight] of weights) if (school !== reader) sums.set(school, (sums.get(school) ?? 0) + weight);
  return sums;
}
