import { factsOf, ledgerFacts, measureActivity, type WorkLedger } from "../../compliance/index.js";
import { compareFractions, exact, type Missing, type Subject } from "../../core/index.js";
import type { District } from "../../domain/index.js";
import type { LeafItem, MeasureSource } from "../../evaluation/index.js";
import { type ActivityRule, frameworkMeasure, type MeasureRef, rulesInForce, valueOn } from "../../policy/index.js";
import type { FactLookup } from "../../rules/index.js";
import type { AssessOptions } from "../assess-inputs.js";
import { between, type Found, foundOf, type ObservedSubject, onlyGroupOf, shareOf } from "./found.js";

/** What measures are read from. */
export interface MeasureReader {
  readonly district: District;
  readonly options: AssessOptions;
  readonly facts: (subject: Subject) => FactLookup;
}

/** The district file, the ledger (of schools too) and the app's own facts, in this order. */
export function measureReader(district: District, options: AssessOptions): MeasureReader {
  const { policy, asOf, inputs, facts: own } = options;
  const ledger = inputs?.ledger === undefined ? undefined : ledgerFacts(inputs.ledger, { asOf, ofSchools: true });
  const facts = factsOf(district, { policy, on: asOf, facts: (subject, ref) => ledger?.(subject, ref) ?? own?.(subject, ref) });
  return { district, options, facts };
}

/** 同步 with the tolerance in force, unless the leaf names its own: the same days that the rules count by. */
function withTolerance(ref: MeasureRef, { district, options }: MeasureReader): MeasureRef {
  if (ref.measure !== "synchrony" || ref.where?.["tolerance-before"] !== undefined || ref.where?.["tolerance-after"] !== undefined)
    return ref;
  const { policy, asOf } = options;
  for (const rule of rulesInForce(policy, { on: asOf, code: district.code })) {
    if (rule.kind !== "synchrony" || frameworkMeasure(rule).of !== ref.of) continue;
    const days = (parameter: string | undefined) => (parameter === undefined ? undefined : valueOn(policy, parameter, asOf)?.value) ?? "0";
    return {
      ...ref,
      where: { ...ref.where, "tolerance-before": days(rule.toleranceBefore), "tolerance-after": days(rule.toleranceAfter) },
    };
  }
  return ref;
}

/** Of an activity the share of periods in which enough was done (`where["at-least"]`, else anything at all). */
function observeActivity(ledger: WorkLedger, ref: MeasureRef, subject: ObservedSubject, { district, options }: MeasureReader): Found {
  const who = (ref.where?.["who"] ?? "group") as ActivityRule["of"];
  const per = (ref.where?.["per"] ?? "month") as ActivityRule["per"];
  const atLeast = ref.where?.["at-least"];
  const owed = typeof atLeast === "string" || typeof atLeast === "number" ? atLeast : 1;
  const group = subject.kind === "group" ? subject.id : onlyGroupOf(subject.id, district);
  const calendar: Missing = { kind: "field", table: "calendar", column: "terms" };
  const register: Missing = { kind: "register", table: "activities", subject };
  if (group === undefined) return { kind: "missing", missing: [{ kind: "record", table: "memberships", subject }] };
  const [measured] = measureActivity(ledger, { asOf: options.asOf, activity: ref.of ?? "", per, of: who, atLeast: owed, groups: [group] });
  if (measured?.periods === undefined) return { kind: "missing", missing: [calendar] };
  if (subject.kind === "group" || who !== "school") {
    const { met } = measured;
    return met === undefined ? { kind: "not-applicable" } : between(met.low, met.high, "ratio", [register]);
  }
  const own = measured.cells.filter(({ school }) => school === subject.id);
  const met = own.filter(({ amount }) => compareFractions(exact(amount), exact(owed)) >= 0).length;
  const open = own.filter(({ amount, complete }) => !complete && compareFractions(exact(amount), exact(owed)) < 0).length;
  return shareOf({ low: met, high: met + open }, { low: own.length, high: own.length }, [register]);
}

/** A measure that rules know too, of a school or a group; of a school without an own figure that of its only group. */
export function observeMeasure(leaf: LeafItem, source: MeasureSource, subject: ObservedSubject, reader: MeasureReader): Found {
  const ref = withTolerance(source.measure, reader);
  const ledger = reader.options.inputs?.ledger;
  if (ref.measure === "activity" && leaf.unit === "ratio" && ledger !== undefined) return observeActivity(ledger, ref, subject, reader);
  const own = reader.facts(subject)(ref);
  if (own !== undefined && own.kind !== "none") return foundOf(own);
  const group = subject.kind === "school" ? onlyGroupOf(subject.id, reader.district) : undefined;
  const shared = group === undefined ? undefined : reader.facts({ ...subject, group })(ref);
  const fact = shared ?? own;
  return fact === undefined ? { kind: "missing", missing: [{ kind: "observation", indicator: leaf.id, subject }] } : foundOf(fact);
}
