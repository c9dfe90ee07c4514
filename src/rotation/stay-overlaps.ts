import type { ExchangeTable } from "./exchange-table.js";
import { loadOf } from "./exchange-table.js";
import { type RotationIssue, rotationIssue } from "./issues.js";

/** Records of one person that contradict each other: the same id twice, or full time at two schools on the same days. */
export function stayOverlaps(table: ExchangeTable): readonly RotationIssue[] {
  const issues: RotationIssue[] = [];
  const { records, positions, first, next, start, end, to, attributes } = table;
  const at = (record: number) => records[positions[record] as number];
  const partTime = (record: number): boolean => {
    const exchange = at(record);
    const load = exchange && loadOf(exchange, attributes[record] ?? {});
    return load !== undefined && load !== "full-time";
  };
  for (let person = 0; person < first.length; person += 1) {
    for (let later = next[first[person] ?? -1] ?? -1; later >= 0; later = next[later] as number) {
      for (let earlier = first[person] as number; earlier !== later; earlier = next[earlier] as number) {
        // Days first: they stand side by side, the records lie all over the memory.
        if ((start[later] as number) >= (end[earlier] as number) || (start[earlier] as number) >= (end[later] as number)) continue;
        const id = at(later)?.id ?? "";
        const other = at(earlier)?.id ?? "";
        const subject = { kind: "exchange", id } as const;
        if (id === other) {
          issues.push(rotationIssue("exchange-repeated", [positions[later] as number], { exchange: id }, subject));
          break;
        }
        if (to[later] === to[earlier] || partTime(later) || partTime(earlier)) continue;
        issues.push(rotationIssue("exchange-overlap", [positions[later] as number], { exchange: id, other }, subject));
        break;
      }
    }
  }
  return issues;
}
