import type { IssuePath } from "../core/index.js";
import type { Bounds, Rule } from "./rule.js";

/** An id a rule names, and where in the rule it stands. */
export interface Reference {
  readonly id: string;
  readonly path: IssuePath;
}

/** The limits of a rule, for the kinds that have them. */
export function boundsOf(rule: Rule): Bounds | undefined {
  return "bounds" in rule ? rule.bounds : undefined;
}

/** The ids of all parameters a rule uses. */
export function parametersOf(rule: Rule): readonly Reference[] {
  const named: [id: string | undefined, path: IssuePath][] = [];
  for (const [key, id] of Object.entries(boundsOf(rule) ?? {})) named.push([id, ["bounds", key]]);
  if (rule.kind === "at-least-of") {
    rule.items.forEach((item, position) => {
      named.push([item.threshold, ["items", position, "threshold"]]);
    });
    named.push([rule.atLeast, ["atLeast"]], [rule.restAtLeast, ["restAtLeast"]]);
  }
  if (rule.kind === "activity") named.push([rule.atLeast, ["atLeast"]]);
  if (rule.kind === "synchrony") named.push([rule.toleranceBefore, ["toleranceBefore"]], [rule.toleranceAfter, ["toleranceAfter"]]);
  return named.flatMap(([id, path]) => (id === undefined ? [] : [{ id, path }]));
}
