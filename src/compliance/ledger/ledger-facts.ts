import { calendarDate, type Missing, type Subject, type Term } from "../../core/index.js";
import type { MeasureRef } from "../../policy/index.js";
import type { Fact } from "../../rules/index.js";
import type { FactSource } from "../facts-of.js";
import { explainReading } from "./explain-measure.js";
import { type Reading, type ReadingOptions, readMeasure } from "./measure-reading.js";
import { measuredShare } from "./measured-share.js";
import type { WorkLedger } from "./work-ledger.js";

/** When the ledger is read, how its days are counted, and whether each number brings its tree along. */
export interface LedgerFactOptions extends ReadingOptions {
  readonly explain?: boolean | undefined;
  /** Answers for single schools too: a school's own share over its cells in all its groups (or in `subject.group`). Rules ask for groups only. */
  readonly ofSchools?: boolean | undefined;
}

/**
 * 台账事实. What a ledger knows of the measures `synchrony`, `uniformity`, `adoption` and `activity`, for `checkCompliance` to judge.
 *
 * A group's share (with `ofSchools` a school's own too) is handed over as an interval, an activity as the least amount in any period. Nothing due yet: the measure has no meaning.
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
    if (subject.kind === "school" && options.ofSchools === true) return schoolFact(ledger, options, subject, ref);
    if (subject.kind !== "group") return undefined;
    const state = ledger.state();
    const group = state.plan.members.group(subject.id);
    const reading = group === undefined ? undefined : readMeasure(ledger, options, group, ref);
    if (reading === undefined) return undefined;
    const explanation = options.explain === true ? { explanation: explainReading(state, reading) } : {};
    return { ...factOf(reading), ...explanation };
  };
}

/** What one school shows of a measure: its cells of every group it is in. Activities have no cells by school. */
function schoolFact(ledger: WorkLedger, options: LedgerFactOptions, subject: Subject, ref: MeasureRef): Fact | undefined {
  const { plan } = ledger.state();
  const groups = plan.district.groups.filter(({ id }) => subject.group === undefined || subject.group === id);
  const tally = { met: 0, open: 0, unmet: 0 };
  let label: Term | undefined;
  const missing: Missing[] = [];
  for (const { id } of groups) {
    const group = plan.members.group(id);
    const belongs = group?.memberships?.some(({ school }) => school === subject.id) === true;
    const reading = group === undefined || !belongs ? undefined : readMeasure(ledger, options, group, ref);
    if (reading === undefined || reading.activity !== undefined) continue;
    label = reading.label;
    const own = reading.cells.filter(({ school, status }) => school === subject.id && status !== "not-due" && status !== "exempt");
    for (const { outcome } of own) tally[outcome] += 1;
    if (own.length === 0) missing.push(...reading.missing.filter((one) => one.kind === "record"));
    if (own.some(({ outcome }) => outcome === "open"))
      missing.push({ kind: "register", table: TABLES[ref.measure] ?? "work-records", subject });
  }
  if (label === undefined) return undefined;
  const share = measuredShare(tally);
  if (share !== undefined) {
    return { kind: "number", label, low: share.low, high: share.high, unit: "ratio", ...(missing.length === 0 ? {} : { missing }) };
  }
  return missing.length === 0 ? { kind: "none", label } : { kind: "number", label, low: "0", high: "1", unit: "ratio", missing };
}

const TABLES: Readonly<Record<string, string>> = { uniformity: "document-uses", adoption: "adoptions" };

function factOf({ label, unit, nothingDue, low, high, missing }: Reading): Fact {
  if (nothingDue) return { kind: "none", label };
  return { kind: "number", label, low, ...(high === undefined ? {} : { high }), unit, ...(missing.length === 0 ? {} : { missing }) };
}
