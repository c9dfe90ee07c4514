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

/** What the effects of one unit follow from. @internal */
export interface UnitTerms {
  /** Z'V⁻¹[1 X y], coefficients × `size`. */
  readonly e: readonly (readonly number[])[];
  /** Z'V⁻¹Z. */
  readonly f: readonly (readonly number[])[];
}

/** A group's terms, with what ties it to its upper unit. @internal */
export interface GroupTerms extends UnitTerms {
  /** Place of the upper unit, −1 for none. */
  readonly upper: number;
  /** Z₁'V₁⁻¹Z₂, V₁ without the upper level; Z_j'V⁻¹Z_k = −b_j κ b_k' for two groups of one upper unit. */
  readonly b: readonly (readonly number[])[];
}

/** An upper unit's terms. @internal */
export interface UpperTerms extends UnitTerms {
  /** κ = Θ₂(I + SΘ₂)⁻¹, S = Z₂'V₁⁻¹Z₂. */
  readonly kappa: readonly (readonly number[])[];
  /** I − κS: Z_j'V⁻¹Z₂ = b_j (I − κS). */
  readonly shrink: readonly (readonly number[])[];
}

/** All units' terms at one θ. @internal */
export interface Terms {
  readonly groups: readonly GroupTerms[];
  readonly uppers: readonly UpperTerms[];
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
