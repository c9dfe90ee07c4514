import type { Term } from "../core/index.js";
import type { FormNames, GovernanceItem, GroupForm, ResolvedPolicy } from "../policy/index.js";
import { formNames } from "../policy/index.js";

/** What the policies in use call forms and governance items. */
export interface PolicyWords extends FormNames {
  readonly forms: readonly GroupForm[];
  /** By their ids; absent: no policy in use names any, or nobody handed them over. */
  readonly items: ReadonlyMap<string, GovernanceItem> | undefined;
}

/** Reads the words once for all groups. */
export function policyWords(policy: Pick<ResolvedPolicy, "forms"> & Partial<Pick<ResolvedPolicy, "governanceItems">>): PolicyWords {
  const { forms, governanceItems } = policy;
  const items =
    governanceItems === undefined || governanceItems.length === 0 ? undefined : new Map(governanceItems.map((item) => [item.id, item]));
  return { ...formNames(policy), forms, items };
}

/** An official name with the id that a file gives: `校际联盟型（suzhou.alliance）`. */
export function named({ id, label }: { readonly id: string; readonly label: Term }): Term {
  return { "zh-CN": `${label["zh-CN"]}（${id}）`, en: `${label.en} (${id})` };
}
