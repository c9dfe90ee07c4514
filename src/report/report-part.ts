import type { Citation, Term } from "../core/index.js";

/** Why a part could not be done; each has its sentence in `messages/`. */
export type PartFailure =
  /** The district file has errors, so that nothing can be built on it. */
  | "district-unusable"
  /** The data handed in for this part has errors. */
  | "input-unusable"
  /** The part itself broke; the others are not touched. */
  | "internal-error";

/**
 * 报告部分. One question of a report and what became of it; a part that fails never loses the others.
 *
 * `no-input`: nobody handed over what it needs. `not-applicable`: a rule in force says that it must not be asked here.
 */
export type ReportPart<Value, Problem = never> =
  | { readonly status: "done"; readonly value: Value; readonly issues: readonly Problem[] }
  | { readonly status: "no-input"; readonly needs: readonly Term[] }
  | { readonly status: "not-applicable"; readonly because: Term; readonly citations: readonly Citation[] }
  | { readonly status: "failed"; readonly failure: PartFailure; readonly issues: readonly Problem[]; readonly detail?: string | undefined };

/** A part that was done. */
export function done<Value, Problem = never>(
  value: Value,
  issues: readonly Problem[] = [],
): Extract<ReportPart<Value, Problem>, { readonly status: "done" }> {
  return { status: "done", value, issues };
}

/** Runs one part; whatever breaks in it stays in it. */
export function attempt<Value, Problem>(part: () => ReportPart<Value, Problem>): ReportPart<Value, Problem> {
  try {
    return part();
  } catch (error) {
    const detail = error instanceof Error ? error.message : undefined;
    return { status: "failed", failure: "internal-error", issues: [], detail };
  }
}
