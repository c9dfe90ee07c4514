import type { PartialDate } from "../core/index.js";

/** 治理事项的类别. Bodies (机构), posts (职务), documents (制度文本), funds (经费), powers (权限) and practices (机制). */
export type GovernanceKind = "body" | "post" | "document" | "fund" | "power" | "practice";

/**
 * 治理事项. One thing a group has: a council, a group principal, a charter, a plan, a fund.
 *
 * `item` is the id a pack gives it (`"charter"`, `"group-principal"`). Half-open `[from, until)`; a document's range is its validity.
 */
export interface GovernanceRecord {
  readonly kind: GovernanceKind;
  readonly item: string;
  /** `false` records that it is known not to be there; absent means it is. */
  readonly exists?: boolean | undefined;
  readonly from?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
  readonly title?: string | undefined;
  readonly person?: string | undefined;
  /** Of a post: the school its holder comes from. */
  readonly school?: string | undefined;
  /** 是否该校校长: whether the holder of a post is the principal of `school`; unknown when absent. */
  readonly principal?: boolean | undefined;
  /** Money in yuan, as decimal text or number. */
  readonly amount?: string | number | undefined;
}

/** 集团治理. What is recorded of a group's governance; a kind named in `complete` is recorded in full, so what it lacks is not there. */
export interface Governance {
  readonly records: readonly GovernanceRecord[];
  readonly complete?: readonly GovernanceKind[] | undefined;
}
