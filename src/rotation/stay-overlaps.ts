import { attributesOf } from "./exchange-kinds.js";
import { type ExchangeTable, loadOf } from "./exchange-table.js";
import { type RotationIssue, rotationIssue } from "./issues.js";

/** Records of one person that contradict each other: full time at two schools on the same days. */
export function stayOverlaps(table: ExchangeTable): readonly RotationIssue[] {
  const issues: RotationIssue[] = [];
  const { start, end } = table;
  const { records, runs } = table.byPerson;
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const until = runs[run + 1] as number;
    // Of many stays it is known sooner whether any two share days than which two.
    if (until - begin > MANY && !sharesDays(table, records.subarray(begin, until))) continue;
    for (let later = begin + 1; later < until; later += 1) {
      const record = records[later] as number;
      const begins = start[record] as number;
      const ends = end[record] as number;
      for (let earlier = begin; earlier < later; earlier += 1) {
        const other = records[earlier] as number;
        if (begins >= (end[other] as number) || (start[other] as number) >= ends) continue;
        const issue = contradiction(table, record, other);
        if (issue === undefined) continue;
        issues.push(issue);
        break;
      }
    }
  }
  return issues;
}

const MANY = 16;

function sharesDays({ start, end }: ExchangeTable, records: Int32Array): boolean {
  const sorted = records.slice().sort((left, right) => (start[left] as number) - (start[right] as number));
  return sorted.some((record, position) => position > 0 && (start[record] as number) < (end[sorted[position - 1] as number] as number));
}

/** What two records that share days say against each other. */
function contradiction(table: ExchangeTable, later: number, earlier: number): RotationIssue | undefined {
  const exchange = table.records[later]?.id ?? "";
  const other = table.records[earlier]?.id ?? "";
  // Two rows under one id are said to be so already.
  if (exchange === other) return undefined;
  if (table.to[later] === table.to[earlier] || partTime(table, later) || partTime(table, earlier)) return undefined;
  return rotationIssue("exchange-overlap", [later], { exchange, other }, { kind: "exchange", id: exchange });
}

function partTime({ records, kinds }: ExchangeTable, record: number): boolean {
  const exchange = records[record];
  const load = exchange && loadOf(exchange, attributesOf(exchange, kinds));
  return load !== undefined && load !== "full-time";
}
