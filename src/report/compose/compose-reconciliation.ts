import { describeReconciliation, explain } from "../../messages/index.js";
import type { Reconciliation } from "../../validation/index.js";
import { type Block, list, paragraph } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** Contradictions first, each with its arithmetic; then what could not be checked and what agrees. */
export function composeReconciliation(figures: readonly Reconciliation[], { catalog }: ComposeContext): readonly Block[] {
  if (figures.length === 0) return [paragraph(catalog.report.nothing)];
  const outcome = (wanted: Reconciliation["outcome"]) => figures.filter((figure) => figure.outcome === wanted);
  const contradictions = outcome("contradicts").flatMap((figure): readonly Block[] => [
    paragraph(describeReconciliation(figure, { catalog })),
    { kind: "verbatim", text: explain(figure.explanation, { catalog }) },
  ]);
  const others = [...outcome("cannot-be-checked"), ...outcome("agrees")];
  return [...contradictions, ...list(others.map((figure) => describeReconciliation(figure, { catalog })))];
}
