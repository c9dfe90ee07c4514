import { foldName } from "../core/index.js";
import type { ResolvedPolicy } from "./resolved-policy.js";

/** The forms of a policy by what a district file may call them. */
export interface FormNames {
  /**
   * The id of a form by its id or its official name (`"校际联盟型"`, in either language); `undefined` for what no pack names, and for a name
   * that two forms share.
   */
  readonly idOf: (form: string) => string | undefined;
}

/**
 * 办学模式名称. Reads forms by id or official name: a document says 校际联盟型 and not `suzhou.alliance`.
 *
 * @example
 * ```ts
 * import { suzhou } from "school-groups/packs/cn-320500-suzhou";
 * import { formNames, resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([suzhou]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * formNames(policy.value).idOf("校际联盟型"); // => "suzhou.alliance"
 * formNames(policy.value).idOf("联盟"); // => undefined
 * ```
 */
export function formNames({ forms }: Pick<ResolvedPolicy, "forms">): FormNames {
  const ids = new Set(forms.map(({ id }) => id));
  const byName = new Map<string, string | undefined>();
  for (const { id, label } of forms) {
    for (const name of new Set([foldName(label["zh-CN"]), foldName(label.en)]))
      byName.set(name, byName.has(name) && byName.get(name) !== id ? undefined : id);
  }
  return { idOf: (form) => (ids.has(form) ? form : byName.get(foldName(form))) };
}
