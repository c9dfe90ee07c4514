import type { Citation, Term } from "../core/index.js";
import type { ExchangeLoad, StaffRole } from "../domain/index.js";

/**
 * 交流目的. What a person does at the other school: leads it, teaches there, learns there (跟岗、随班学习), visits (送教), or guides one colleague.
 */
export type ExchangePurpose = "lead" | "teach" | "learn" | "visit" | "mentor";

/** What a kind of exchange means where a record does not say otherwise. Rules count by these attributes, never by the name of the kind. */
export interface ExchangeAttributes {
  readonly purpose?: ExchangePurpose | undefined;
  readonly load?: ExchangeLoad["kind"] | undefined;
  readonly role?: StaffRole | undefined;
}

/** 交流方式. A kind of exchange as a pack names it; rules count by the record's attributes, never by this name. */
export interface ExchangeKind {
  readonly id: string;
  readonly label: Term;
  readonly citations?: readonly Citation[] | undefined;
  /** What a record of this kind means where it does not say itself. */
  readonly attributes?: ExchangeAttributes | undefined;
}
