import type { EligibilityReasonParams, NotCountedParams, PlanConstraint, PlanReason } from "../rotation/index.js";
import type { Sentences } from "./sentences.js";

/** A sentence for every kind of condition of a plan. */
export type PlanConstraintSentences = {
  readonly [Kind in PlanConstraint["kind"]]: (constraint: Extract<PlanConstraint, { readonly kind: Kind }>) => string;
};

/** A sentence for every reason of a move. */
export type PlanReasonSentences = {
  readonly [Code in PlanReason["code"]]: (params: Extract<PlanReason, { readonly code: Code }>["params"]) => string;
};

/** The sentences of rotation beside its issues. */
export interface RotationSentences {
  readonly reasons: Sentences<EligibilityReasonParams>;
  readonly notCounted: Sentences<NotCountedParams>;
  readonly planConstraints: PlanConstraintSentences;
  readonly planReasons: PlanReasonSentences;
}
