import type { Stage } from "../domain/index.js";

/**
 * What the library can read off a district's data, a ledger, a roster or an analysis. A rule names measures and never computes; the room that
 * owns a measure hands its value over as a fact.
 */
export type MeasureId =
  // read off the district file (compliance)
  | "governance-item"
  | "designation"
  | "form"
  | "legal-form"
  | "reach"
  | "stage"
  | "school-type"
  | "teaching-point"
  | "sector"
  | "locality"
  | "legal-person"
  | "role"
  | "counted-as"
  | "groups"
  | "group-leads"
  | "group-members"
  | "group-schools"
  | "group-campuses"
  | "group-pupils"
  | "school-pupils"
  | "class-size"
  | "schools"
  | "covered-schools"
  | "uncovered-schools"
  // work ledger and frameworks (compliance)
  | "synchrony"
  | "uniformity"
  | "adoption"
  | "activity"
  // rotation
  | "eligible-teachers"
  | "exchanged-teachers"
  | "exchanged-backbone-teachers"
  | "exchange-count"
  | "principal-terms"
  // balance
  | "resource-indicator"
  | "difference-coefficient-squared"
  | "composite-difference-coefficient"
  // value-added and evaluation, handed over by report
  | "score-based-evaluation"
  | "school-value-added"
  | "group-value-added"
  | "lead-dilution"
  | "gap-change"
  | "evaluation-score"
  | "survey-satisfaction"
  // whatever an app hands in itself
  | "caller";

/** A measure with what narrows it: the governance item, designation, indicator, stage or activity it speaks of. */
export interface MeasureRef {
  readonly measure: MeasureId;
  /** The item, designation, indicator or exchange criterion (an id of the pack or of the domain). */
  readonly of?: string | undefined;
  readonly stage?: Stage | undefined;
  /** Further conditions as data, e.g. `{ "minimum-months": 12 }` for an exchange; documented beside the measure's evaluator. */
  readonly where?: Readonly<Record<string, string | number | boolean>> | undefined;
}
