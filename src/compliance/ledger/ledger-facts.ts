import { calendarDate } from "../../core/index.js";
import type { Fact } from "../../rules/index.js";
import type { FactSource } from "../facts-of.js";
import { explainReading } from "./explain-measure.js";
import { type Reading, type ReadingOptions, readMeasure } from "./measure-reading.js";
import type { WorkLedger } from "./work-ledger.js";

/** When the ledger is read, how its days are counted, and whether each number brings its tree along. */
export interface LedgerFactOptions extends ReadingOptions {
  readonly explain?: boolean | undefined;
}

/**
 * 台账事实. What a ledger knows of the measures `synchrony`, `uniformity`, `adoption` and `activity`, for `checkCompliance` to judge.
 *
 * A group's share is handed over as an interval, an activity as the least amount in any period. Nothing due yet: the measure has no meaning.
 * No task of a phase at all: nothing is known of it. Other subjects and measures are left to others (`undefined`). Throws `invalid-date` for
 * `asOf`.
 *
 * @example
 * ```ts
 * import { createWorkLedger, ledgerFacts } from "school-groups/compliance";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no policy");
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }] as const;
 * const made = createWorkLedger(
 *   { format: "school-groups.district.v1", schools: [], groups: [{ id: "g", complete: true, memberships }] },
 *   {
 *     policy: policy.value,
 *     period: { from: "2024-02-26", until: "2024-07-07" },
 *     calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *     tasks: [{ id: "t", group: "g", phases: [{ phase: "arrange", due: "2024-03-08" }] }],
 *   },
 * );
 * if (!made.ok) throw new Error("no ledger");
 * made.value.add([{ task: "t", phase: "arrange", school: "a", on: "2024-03-08" }]);
 * const fact = ledgerFacts(made.value, { asOf: "2024-03-31" })({ kind: "group", id: "g" }, { measure: "synchrony", of: "arrange" });
 * fact?.kind === "number" && [fact.low, fact.high]; // => ["0.5", "1"]
 * ```
 */
export function ledgerFacts(ledger: WorkLedger, options: LedgerFactOptions): FactSource {
  calendarDate(options.asOf);
  return (subject, ref) => {
    if (subject.kind !== "group") return undefined;
    const state = ledger.state();
    const group = state.plan.members.group(subject.id);
    const reading = group === undefined ? undefined : readMeasure(ledger, options, group, ref);
    if (reading === undefined) return undefined;
    const explanation = options.explain === true ? { explanation: explainReading(state, reading) } : {};
    return { ...factOf(reading), ...explanation };
  };
}

function factOf({ label, unit, nothingDue, low, high, missing }: Reading): Fact {
  if (nothingDue) return { kind: "none", label };
  return { kind: "number", label, low, ...(high === undefined ? {} : { high }), unit, ...(missing.length === 0 ? {} : { missing }) };
}
