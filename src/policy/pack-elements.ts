import type { Citation, IssuePath } from "../core/index.js";
import type { PolicyElementKind } from "./issues.js";
import type { PolicyPack } from "./policy-pack.js";

/** An element of a pack: what it is, where it stands, and the places of the sources that it cites. */
export interface PackElement {
  readonly kind: PolicyElementKind;
  readonly id: string;
  readonly path: IssuePath;
  readonly citations: readonly Citation[];
}

/** Every element of a pack that has an id, in the order of the pack's lists. The dated values of a parameter cite for it. */
export function elementsOf(pack: PolicyPack): readonly PackElement[] {
  const parameters = (pack.parameters ?? []).map(({ id, citations, values }) => ({
    id,
    citations: [...(citations ?? []), ...values.flatMap(({ basis }) => (basis?.kind === "policy" ? basis.citations : []))],
  }));
  return [
    ...listed("source", "sources", pack.sources),
    ...listed("parameter", "parameters", parameters),
    ...listed("rule", "rules", pack.rules),
    ...listed("framework", "frameworks", pack.frameworks),
    ...listed("evaluation", "evaluations", pack.evaluations),
    ...listed("form", "forms", pack.forms),
    ...listed("governance-item", "governanceItems", pack.governanceItems),
    ...listed("exchange-kind", "exchangeKinds", pack.exchangeKinds),
    ...listed("statement", "statements", pack.statements),
  ];
}

function listed(
  kind: PolicyElementKind,
  list: string,
  elements: readonly { readonly id: string; readonly citations?: readonly Citation[] | undefined }[] | undefined,
): readonly PackElement[] {
  return (elements ?? []).map(({ id, citations }, position) => ({ kind, id, path: [list, position], citations: citations ?? [] }));
}
