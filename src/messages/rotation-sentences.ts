import type { EligibilityReasonParams, NotCountedParams } from "../rotation/index.js";
import type { Sentences } from "./sentences.js";

/** The sentences of rotation beside its issues. */
export interface RotationSentences {
  readonly reasons: Sentences<EligibilityReasonParams>;
  readonly notCounted: Sentences<NotCountedParams>;
}
