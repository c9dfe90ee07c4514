import { SchoolGroupsError, type Term } from "../../core/index.js";
import type { ResolvedPolicy } from "../../policy/index.js";
import type { CellWords } from "./cell-words.js";
import type { PolicyWords } from "./read-cell.js";

type Named = readonly { readonly id: string; readonly label: Term }[];

/** The official names of a policy's items, for the columns that hold them. Throws `invalid-argument` for what is no resolved policy. */
export function policyWords(policy: Pick<ResolvedPolicy, "governanceItems" | "forms" | "exchangeKinds"> | undefined): PolicyWords {
  if (policy === undefined) return new Map();
  const { governanceItems, forms, exchangeKinds } = policy;
  if (![governanceItems, forms, exchangeKinds].every(Array.isArray)) {
    throw new SchoolGroupsError("invalid-argument", "policy is the value of resolvePolicies(packs)", { argument: "policy" });
  }
  return new Map([
    ["governance/item", wordsOf(governanceItems)],
    ["forms/form", wordsOf(forms)],
    ["exchanges/kind", wordsOf(exchangeKinds)],
  ]);
}

/** A name that two items share names neither. */
function wordsOf(items: Named): CellWords {
  const names = items.map(({ label }) => label["zh-CN"]);
  return {
    labels: Object.fromEntries(
      items.filter((_, at) => names.indexOf(names[at] ?? "") === names.lastIndexOf(names[at] ?? "")).map(({ id, label }) => [id, label]),
    ),
  };
}
