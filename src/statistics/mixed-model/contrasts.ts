import { SchoolGroupsError } from "../../core/index.js";
import { contrast, type EffectSource } from "./effects.js";
import { type LevelTerms, type Terms, unitMatrix } from "./engine.js";
import { responseUnit } from "./scale-back.js";
import { symmetricOf } from "./small-matrix.js";

/** A weighted sum of effects of the constant: differences and means of groups and of upper units. */
export interface EffectContrast {
  readonly id: string;
  readonly groups?: readonly { readonly group: string; readonly upper?: string | undefined; readonly weight: number }[] | undefined;
  readonly uppers?: readonly { readonly upper: string; readonly weight: number }[] | undefined;
}

/** A contrast's estimate; the error is √Var(estimate − true value) with estimated fixed effects. */
export interface ContrastEstimate {
  readonly id: string;
  readonly estimate: number;
  readonly standardError: number;
}

/** Weights on the random effects of all units, coefficient by coefficient. */
interface Loading {
  /** Place of the group → weight. */
  readonly groups: ReadonlyMap<number, number>;
  readonly uppers: ReadonlyMap<number, number>;
}

/**
 * Var(c'û − c'u) = σ²[c'Θc − c'ΘZ'V⁻¹ZΘc + w(X'V⁻¹X)⁻¹w'], w = c'ΘZ'V⁻¹X: sums over the units with weight alone, as V⁻¹ ties groups of one
 * upper unit through κ only.
 * @internal
 */
export function estimateContrast(source: EffectSource, asked: EffectContrast): ContrastEstimate {
  const loading = loadingOf(source, asked);
  const unit = responseUnit(source.data);
  return {
    id: asked.id,
    estimate: unit * predicted(source, loading),
    standardError: unit * Math.sqrt(Math.max(0, covarianceOf(source, loading, loading))),
  };
}

/** Covariance matrix of estimate − effect for groups at these places. @internal */
export function effectCovariance(source: EffectSource, places: readonly number[]): number[][] {
  const unit = responseUnit(source.data);
  const single = places.map((place): Loading => ({ groups: new Map([[place, 1]]), uppers: new Map() }));
  const images = single.map((loading) => imageOf(source, loading));
  const matrix = single.map(() => new Array<number>(single.length).fill(0));
  for (let r = 0; r < single.length; r++) {
    for (let c = 0; c <= r; c++) {
      const value = unit * unit * joint(source, images[r]!, images[c]!);
      matrix[r]![c] = value;
      matrix[c]![r] = value;
    }
  }
  return matrix;
}

function loadingOf({ data, plan }: EffectSource, asked: EffectContrast): Loading {
  const groups = new Map<number, number>();
  const uppers = new Map<number, number>();
  for (const { group, upper, weight } of asked.groups ?? []) {
    const place = data.units.findIndex((unit) => unit.group === group && unit.upper === upper);
    if (place < 0) throw new SchoolGroupsError("unknown-id", `contrast "${asked.id}" names a group without rows: ${group}`, { group });
    groups.set(place, (groups.get(place) ?? 0) + weight);
  }
  for (const { upper, weight } of asked.uppers ?? []) {
    const place = plan.upperZ.length === 0 ? -1 : data.upperKeys.indexOf(upper);
    if (place < 0)
      throw new SchoolGroupsError("unknown-id", `contrast "${asked.id}" names an upper unit without rows: ${upper}`, { upper });
    uppers.set(place, (uppers.get(place) ?? 0) + weight);
  }
  return { groups, uppers };
}

/** Θc per unit (the constant at value 0 of every random column), with its product with E. */
interface Image {
  readonly groups: ReadonlyMap<number, readonly number[]>;
  readonly uppers: ReadonlyMap<number, readonly number[]>;
  readonly c: { readonly groups: ReadonlyMap<number, readonly number[]>; readonly uppers: ReadonlyMap<number, readonly number[]> };
  readonly fixed: readonly number[];
  readonly score: number;
}

function imageOf({ data, plan, evaluation, terms }: EffectSource, loading: Loading): Image {
  const q1 = plan.groupZ.length;
  const theta1 = symmetricOf(evaluation.theta, q1);
  const theta2 = symmetricOf(evaluation.theta, plan.upperZ.length, (q1 * (q1 + 1)) / 2);
  const atZero = (z: readonly number[]): number[] =>
    z.map((column) => (column === 0 ? 1 : -data.centre[column - 1]! / data.unit[column - 1]!));
  const v = contrast(evaluation.beta);
  const fixed = evaluation.beta.map(() => 0);
  let score = 0;
  const spread = (weights: ReadonlyMap<number, number>, z: readonly number[], theta: readonly (readonly number[])[], level: LevelTerms) => {
    const c = new Map<number, number[]>();
    const image = new Map<number, number[]>();
    for (const [place, weight] of weights) {
      const own = atZero(z).map((value) => value * weight);
      const turned = theta.map((row) => row.reduce((sum, value, k) => sum + value * own[k]!, 0));
      c.set(place, own);
      image.set(place, turned);
      const rows = unitMatrix(level.e, place, level.order, data.size);
      turned.forEach((value, k) => {
        const row = rows[k]!;
        for (let x = 0; x < fixed.length; x++) fixed[x] = fixed[x]! + value * row[x]!;
        score += value * row.reduce((sum, entry, r) => sum + entry * v[r]!, 0);
      });
    }
    return { c, image };
  };
  const groups = spread(loading.groups, plan.groupZ, theta1, terms.groups);
  const uppers = spread(loading.uppers, plan.upperZ, theta2, terms.uppers);
  return { groups: groups.image, uppers: uppers.image, c: { groups: groups.c, uppers: uppers.c }, fixed, score };
}

function predicted(source: EffectSource, loading: Loading): number {
  return imageOf(source, loading).score;
}

function covarianceOf(source: EffectSource, a: Loading, b: Loading): number {
  return joint(source, imageOf(source, a), imageOf(source, b));
}

function joint({ evaluation, terms, sigma2 }: EffectSource, a: Image, b: Image): number {
  let prior = 0;
  let known = 0;
  for (const [place, c] of a.c.groups) {
    const other = b.groups.get(place);
    if (other !== undefined) prior += dot(c, other);
  }
  for (const [place, c] of a.c.uppers) {
    const other = b.uppers.get(place);
    if (other !== undefined) prior += dot(c, other);
  }
  const pulled = pulls(a, terms);
  const others = pulls(b, terms);
  for (const [place, x] of a.groups) {
    const y = b.groups.get(place);
    // Own group: F = F₁ − bκb', of which the second part comes again in the sums over the upper unit.
    if (y !== undefined) known += form(x, unitMatrix(terms.groups.f, place, x.length, x.length), y) + ownPull(terms, place, x, y);
  }
  for (const [upper, x] of pulled) {
    const y = others.get(upper);
    if (y !== undefined) known -= form(x, unitMatrix(terms.uppers.kappa, upper, x.length, x.length), y);
  }
  for (const [upper, x] of a.uppers) {
    const y = b.uppers.get(upper);
    if (y !== undefined) known += form(x, unitMatrix(terms.uppers.f, upper, x.length, x.length), y);
  }
  known += crossing(terms, pulled, b.uppers) + crossing(terms, others, a.uppers);
  return sigma2 * (prior - known + form(a.fixed, evaluation.inverse, b.fixed));
}

/** Σ b'Θc of the groups of each upper unit. */
function pulls(image: Image, terms: Terms): Map<number, number[]> {
  const sums = new Map<number, number[]>();
  for (const [place, x] of image.groups) {
    const upper = terms.groups.upper[place]!;
    if (upper < 0) continue;
    const own = pullOf(terms, place, x);
    const sum = sums.get(upper);
    sums.set(upper, sum === undefined ? own : sum.map((value, c) => value + own[c]!));
  }
  return sums;
}

function pullOf(terms: Terms, place: number, x: readonly number[]): number[] {
  const b = unitMatrix(terms.groups.b, place, x.length, terms.uppers.order);
  return (b[0] ?? []).map((_, c) => x.reduce((sum, value, r) => sum + value * b[r]![c]!, 0));
}

function ownPull(terms: Terms, place: number, x: readonly number[], y: readonly number[]): number {
  const upper = terms.groups.upper[place]!;
  if (upper < 0) return 0;
  const { order } = terms.uppers;
  return form(pullOf(terms, place, x), unitMatrix(terms.uppers.kappa, upper, order, order), pullOf(terms, place, y));
}

/** Groups against upper units: Z_j'V⁻¹Z_g = b(I − κS). */
function crossing(terms: Terms, pulled: ReadonlyMap<number, readonly number[]>, uppers: ReadonlyMap<number, readonly number[]>): number {
  let sum = 0;
  for (const [upper, x] of pulled) {
    const y = uppers.get(upper);
    if (y === undefined) continue;
    sum += form(x, unitMatrix(terms.uppers.shrink, upper, x.length, x.length), y);
  }
  return sum;
}

function form(a: readonly number[], matrix: readonly (readonly number[])[], b: readonly number[]): number {
  let sum = 0;
  for (let r = 0; r < a.length; r++) for (let c = 0; c < b.length; c++) sum += a[r]! * matrix[r]![c]! * b[c]!;
  return sum;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
