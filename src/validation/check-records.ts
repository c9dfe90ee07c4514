import type { IssuePath, Subject } from "../core/index.js";
import { DESIGNATION_LABELS, type Designation, type KnownDesignation } from "../domain/index.js";
import { firstCommonDay, type Stretch } from "./day-span.js";
import type { Report } from "./issues.js";

/** A dated record that says of something that it is there or that it is not. */
export interface Statement extends Stretch {
  readonly of: string;
  readonly there: boolean;
}

/**
 * Calls `tell` with the positions that contradict an earlier statement on a day they certainly share, and that day (`""`: always). Only
 * the last twenty statements of a thing are looked at, so that no file takes quadratic time.
 */
export function eachContradiction(statements: readonly Statement[], tell: (position: number, from: string) => void): void {
  const earlier = new Map<string, Statement[]>();
  for (const [position, statement] of statements.entries()) {
    const known = earlier.get(statement.of);
    if (known === undefined) {
      earlier.set(statement.of, [statement]);
      continue;
    }
    for (const other of known.slice(-20)) {
      const from = other.there === statement.there ? undefined : firstCommonDay(other, statement);
      if (from === undefined) continue;
      tell(position, from);
      break;
    }
    known.push(statement);
  }
}

/** Checks the designations of a school or group: granted and refused on one day. */
export function checkDesignations(
  designations: readonly Designation[],
  parent: IssuePath,
  bearer: { readonly id: string },
  kind: Subject["kind"],
  report: Report,
): void {
  const statements = designations.map((one) => ({
    from: one.from,
    until: one.until,
    of: `${one.kind} ${one.level ?? ""}`,
    there: one.granted !== false,
  }));
  eachContradiction(statements, (position, from) => {
    const word = designations[position]?.kind ?? "";
    const label = Object.hasOwn(DESIGNATION_LABELS, word) ? DESIGNATION_LABELS[word as KnownDesignation] : { "zh-CN": word, en: word };
    const params = { of: label, ...(from === "" ? {} : { from }) };
    report("contradicting-records", [...parent, "designations", position], params, { kind, id: bearer.id });
  });
}
