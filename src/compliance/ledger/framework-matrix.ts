import { calendarDate, SchoolGroupsError, type Term } from "../../core/index.js";
import type { FrameworkItem } from "../../policy/index.js";
import { linkedRules } from "./measure-frameworks.js";
import type { Reading } from "./measure-reading.js";
import { type MeasuredShare, measuredShare } from "./measured-share.js";
import { isLedgerRule, type RuleReadingOptions, readRule } from "./rule-reading.js";
import type { WorkLedger } from "./work-ledger.js";

/** Which matrix: one framework and one group. */
export interface MatrixOptions extends RuleReadingOptions {
  readonly framework: string;
  readonly group: string;
}

/** What one school shows of one item: `undefined` share where it owes nothing, or the item is not measured school by school. */
export interface MatrixCell {
  readonly school: string;
  readonly share?: MeasuredShare | undefined;
}

/** A row: one measure of one item. */
export interface MatrixRow {
  readonly item: string;
  readonly label: Term;
  /** Absent: nothing measures the item (未测量). */
  readonly rule?: string | undefined;
  readonly cells: readonly MatrixCell[];
}

/** 事项×学校. Items down, schools across: a table, or the data of a heat map. */
export interface FrameworkMatrix {
  readonly framework: string;
  readonly label: Term;
  readonly group: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly MatrixRow[];
}

/**
 * 事项×学校矩阵. The items of a framework against the schools of a group, each cell the school's own share, from 0 to 1, an interval where unknown.
 *
 * A school's share of 同步 is over its own cells of the phase; of 统一 it is 0 or 1, or [0, 1] while unknown. Activities of the group as a whole
 * have no cells by school. Throws `unknown-id` for the framework or the group, `invalid-date` for `asOf`.
 *
 * @example
 * ```ts
 * import { createWorkLedger, frameworkMatrix } from "school-groups/compliance";
 * import { baota } from "school-groups/packs/cn-610602-baota";
 * import { resolvePolicies } from "school-groups/policy";
 *
 * const policy = resolvePolicies([baota]);
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
 * const five = { asOf: "2024-03-31", framework: "baota.five-synchronizations", group: "g" };
 * const [arrange] = frameworkMatrix(made.value, five).rows;
 * arrange?.cells.map(({ school, share }) => [school, share?.low, share?.high]); // => [["a", "1", "1"], ["b", "0", "1"]]
 * ```
 */
export function frameworkMatrix(ledger: WorkLedger, options: MatrixOptions): FrameworkMatrix {
  calendarDate(options.asOf);
  const { plan } = ledger.state();
  const framework = plan.policy.frameworks.find(({ id }) => id === options.framework);
  const group = plan.members.group(options.group);
  if (framework === undefined || group === undefined) {
    const id = framework === undefined ? options.framework : options.group;
    throw new SchoolGroupsError("unknown-id", `no framework or group has the id ${id.slice(0, 80)}`, { id: id.slice(0, 80) });
  }
  const read = framework.items.flatMap((item): readonly ReadRow[] => {
    const rules = linkedRules(ledger, framework.id, item).filter(isLedgerRule);
    if (rules.length === 0) return [{ item, rule: undefined, reading: undefined }];
    return rules.map((rule) => ({ item, rule: rule.id, reading: readRule(ledger, options, rule, group) }));
  });
  const ids = new Set((group.memberships ?? []).map(({ school }) => school));
  for (const { reading } of read) for (const { school } of reading?.cells ?? []) ids.add(school);
  const names = new Map(plan.district.schools.map(({ id, name }) => [id, name]));
  return {
    framework: framework.id,
    label: framework.label,
    group: group.id,
    schools: [...ids].map((id) => ({ id, name: names.get(id) ?? id })),
    rows: read.map(({ item, rule, reading }) => ({
      item: item.id,
      label: item.label,
      ...(rule === undefined ? {} : { rule }),
      cells: [...ids].map((school) => cellOf(school, reading)),
    })),
  };
}

interface ReadRow {
  readonly item: FrameworkItem;
  readonly rule: string | undefined;
  readonly reading: Reading | undefined;
}

function cellOf(school: string, reading: Reading | undefined): MatrixCell {
  const tally = { met: 0, open: 0, unmet: 0 };
  const own = reading?.activity === undefined ? (reading?.cells ?? []) : [];
  for (const cell of own) {
    if (cell.school === school && cell.status !== "not-due" && cell.status !== "exempt") tally[cell.outcome] += 1;
  }
  const share = measuredShare(tally);
  return share === undefined ? { school } : { school, share };
}
