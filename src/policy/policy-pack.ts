import type { Source, Term } from "../core/index.js";
import type { ExchangeKind } from "./exchange-kind.js";
import type { EvaluationScheme, Framework, GovernanceItem, GroupForm, Statement } from "./framework.js";
import type { ParameterSetting, PolicyParameter } from "./parameter.js";
import type { Rule } from "./rule.js";

/** The stored format of a policy pack. */
export const POLICY_PACK_FORMAT = "school-groups.policy-pack.v1";

/** 适用区域. The code of GB/T 2260 (six digits, trailing zeros cover all below: `"320500"` all of Suzhou); `"000000"` is the whole country. */
export interface Jurisdiction {
  readonly code: string;
  readonly label: Term;
}

/**
 * 政策包. What the documents of one jurisdiction say, as plain data equal to its own JSON round trip.
 *
 * It holds for district codes inside its jurisdiction and is not applicable elsewhere.
 */
export interface PolicyPack {
  readonly format: typeof POLICY_PACK_FORMAT;
  readonly id: string;
  readonly version: string;
  readonly label: Term;
  readonly jurisdiction: Jurisdiction;
  /** 核实日期. The day up to which the texts are known to be in force; a report on a later day says that nobody has looked since. */
  readonly knownUntil?: string | undefined;
  readonly sources: readonly Source[];
  readonly parameters?: readonly PolicyParameter[] | undefined;
  readonly rules?: readonly Rule[] | undefined;
  readonly frameworks?: readonly Framework[] | undefined;
  readonly evaluations?: readonly EvaluationScheme[] | undefined;
  readonly forms?: readonly GroupForm[] | undefined;
  readonly governanceItems?: readonly GovernanceItem[] | undefined;
  readonly exchangeKinds?: readonly ExchangeKind[] | undefined;
  readonly statements?: readonly Statement[] | undefined;
  /** Overlay: values for parameters of other packs. It adds and sets; it removes nothing. */
  readonly sets?: readonly ParameterSetting[] | undefined;
}
