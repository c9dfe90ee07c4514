import { calendarDate, type ExactText, type Term } from "../../core/index.js";
import type { Framework, FrameworkItem } from "../../policy/index.js";
import type { MeasuredShare } from "./measured-share.js";
import { groupsAsked } from "./member-cells.js";
import { isLedgerRule, type RuleReadingOptions, readRule } from "./rule-reading.js";
import type { WorkLedger } from "./work-ledger.js";

/** When frameworks are measured, and for whom. */
export interface FrameworkOptions extends RuleReadingOptions {
  /** Only these groups; absent: all. */
  readonly groups?: readonly string[] | undefined;
  /** Only these frameworks, by id; absent: all of the policy. */
  readonly frameworks?: readonly string[] | undefined;
}

/** One group's number for a linked measure: exact, as an interval where something is unknown. */
export interface GroupReading {
  readonly group: string;
  /** Nothing is due yet. */
  readonly nothingDue: boolean;
  readonly share?: MeasuredShare | undefined;
  /** Of an activity: the least amount in any period. */
  readonly least?: { readonly low: ExactText; readonly high?: ExactText | undefined } | undefined;
}

/** A rule linked to an item. Those that the ledger does not measure (a charter, a quota) are found among the findings. */
export interface LinkedMeasure {
  readonly rule: string;
  readonly label: Term;
  readonly measuredBy: "ledger" | "elsewhere";
  readonly groups: readonly GroupReading[];
}

/** An official item with what measures it; `not-measured` (未测量) when nothing does. */
export interface MeasuredItem {
  readonly item: string;
  readonly label: Term;
  readonly state: "measured" | "not-measured";
  readonly measures: readonly LinkedMeasure[];
}

/** 框架测算结果. The items of a framework in the order of its source. Goals are no measures: they list what is linked to them. */
export interface MeasuredFramework {
  readonly framework: string;
  readonly label: Term;
  readonly kind: Framework["kind"];
  readonly items: readonly MeasuredItem[];
  /** How many items the source announces beyond those it lists. */
  readonly unlisted: number;
}

/**
 * 框架测算. The frameworks of a policy (五同步, 八统一, 四互四共, 五同 …) item by item, each with the measures linked to it; items are never averaged.
 *
 * A synchrony without a tolerance in the policy takes the caller's, else none. Throws `invalid-date` for `asOf`.
 *
 * @example
 * ```ts
 * import { createWorkLedger, measureFrameworks } from "school-groups/compliance";
 * import { baota } from "school-groups/packs/cn-610602-baota";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([baota]);
 * if (!policy.ok) throw new Error("no policy");
 * const made = createWorkLedger(
 *   { format: "school-groups.district.v1", schools: [], groups: [] },
 *   {
 *     policy: policy.value,
 *     period: { from: "2024-02-26", until: "2024-07-07" },
 *     calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms: [], holidays: [], makeUpDays: [] },
 *     tasks: [],
 *   },
 * );
 * const measured = made.ok ? measureFrameworks(made.value, { asOf: "2024-06-30" }) : [];
 * measured.map(({ framework, items }) => [framework, items.filter(({ state }) => state === "not-measured").length]);
 * // => [
 * //   ["baota.five-synchronizations", 0],
 * //   ["baota.eight-unifications", 0],
 * //   ["baota.shared-under-framework", 1],
 * //   ["baota.deep-integration", 1],
 * // ]
 * ```
 */
export function measureFrameworks(ledger: WorkLedger, options: FrameworkOptions): readonly MeasuredFramework[] {
  calendarDate(options.asOf);
  const { policy } = ledger.state().plan;
  return policy.frameworks
    .filter(({ id }) => options.frameworks === undefined || options.frameworks.includes(id))
    .map(({ id, label, kind, items, announced }) => ({
      framework: id,
      label,
      kind,
      items: items.map((item) => measureItem(ledger, options, id, item)),
      unlisted: Math.max(0, (announced ?? items.length) - items.length),
    }));
}

/** The rules linked to an item: those the framework lists, else those that name the item. */
export function linkedRules(ledger: WorkLedger, framework: string, item: FrameworkItem) {
  const { rules } = ledger.state().plan.policy;
  const listed = item.measures;
  if (listed === undefined) return rules.filter((rule) => rule.item === `${framework}/${item.id}`);
  return listed.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
}

function measureItem(ledger: WorkLedger, options: FrameworkOptions, framework: string, item: FrameworkItem): MeasuredItem {
  const groups = groupsAsked(ledger.state(), options.groups);
  const measures = linkedRules(ledger, framework, item).map((rule): LinkedMeasure => {
    if (!isLedgerRule(rule)) return { rule: rule.id, label: rule.label, measuredBy: "elsewhere", groups: [] };
    const readings = groups.flatMap((group): readonly GroupReading[] => {
      const reading = readRule(ledger, options, rule, group);
      if (reading === undefined) return [];
      const { nothingDue, share, activity, low, high } = reading;
      const least = activity === undefined || nothingDue ? {} : { least: { low, ...(high === undefined ? {} : { high }) } };
      return [{ group: group.id, nothingDue, ...(share === undefined ? {} : { share }), ...least }];
    });
    return { rule: rule.id, label: rule.label, measuredBy: "ledger", groups: readings };
  });
  return { item: item.id, label: item.label, state: measures.length === 0 ? "not-measured" : "measured", measures };
}
