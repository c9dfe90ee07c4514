import type { Citation, Term } from "../core/index.js";

/** 交流方式. A kind of exchange as a pack names it; rules count by the record's attributes, never by this name. */
export interface ExchangeKind {
  readonly id: string;
  readonly label: Term;
  readonly citations?: readonly Citation[] | undefined;
}
