/**
 * What the criterion is made of at one value of the relative (co)variances θ: with V = I + ZΘZ' (× 1/weights), M = [1 X y]'V⁻¹[1 X y].
 *
 * Derivatives go by component of θ: the entries of each level's Θ, row by row of the lower triangle.
 * @internal
 */
export interface Pieces {
  /** log|V|, without the weights' part. */
  readonly logDeterminant: number;
  /** M, `size`², symmetric. */
  readonly m: Float64Array;
  readonly dLog: Float64Array;
  readonly dM: readonly Float64Array[];
  /** Second derivatives, a ≥ b, at a(a + 1)/2 + b. */
  readonly d2Log: Float64Array;
  readonly d2M: readonly Float64Array[];
}

/** What the effects of a level's units follow from, unit after unit, matrices row by row. @internal */
export interface LevelTerms {
  /** Random coefficients per unit. */
  readonly order: number;
  /** Z'V⁻¹[1 X y], order × `size` each. */
  readonly e: Float64Array;
  /** Z'V⁻¹Z, order × order each. */
  readonly f: Float64Array;
}

/** The groups' terms, with what ties each to its upper unit. @internal */
export interface GroupTerms extends LevelTerms {
  /** Place of the upper unit, −1 for none. */
  readonly upper: Int32Array;
  /** Z₁'V₁⁻¹Z₂, V₁ without the upper level; Z_j'V⁻¹Z_k = −b_j κ b_k' for two groups of one upper unit. */
  readonly b: Float64Array;
}

/** The upper units' terms. @internal */
export interface UpperTerms extends LevelTerms {
  /** κ = Θ₂(I + SΘ₂)⁻¹, S = Z₂'V₁⁻¹Z₂. */
  readonly kappa: Float64Array;
  /** I − κS: Z_j'V⁻¹Z₂ = b_j (I − κS). */
  readonly shrink: Float64Array;
}

/** All units' terms at one θ. @internal */
export interface Terms {
  readonly groups: GroupTerms;
  readonly uppers: UpperTerms;
}

/** One unit's matrix out of a level's. @internal */
export function unitMatrix(all: Float64Array, place: number, rows: number, columns: number): number[][] {
  const at = place * rows * columns;
  return Array.from({ length: rows }, (_, r) => Array.from(all.subarray(at + r * columns, at + (r + 1) * columns)));
}

/** One family of models, ready for evaluation. @internal */
export interface Engine {
  /** Number of components of θ. */
  readonly components: number;
  /** Random coefficients per level: one level of the model after the other. */
  readonly levels: readonly { readonly level: "group" | "upper"; readonly z: readonly number[] }[];
  readonly evaluate: (theta: readonly number[]) => Pieces | undefined;
  readonly terms: (theta: readonly number[]) => Terms;
}
