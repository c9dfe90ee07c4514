import type { IssuePath, Subject } from "../core/index.js";
import type { Report } from "./issues.js";

/** Ids in small letters, digits and separators of ASCII cannot differ from one another by case or width alone. */
const PLAIN = /^[a-z0-9._-]+$/;

/** A record with an id, and its position in its list. */
export interface PlacedId {
  readonly index: number;
  readonly value: { readonly id: string };
}

/** The first record of each id. */
export function firstById(records: readonly PlacedId[]): ReadonlyMap<string, PlacedId> {
  const first = new Map<string, PlacedId>();
  for (const record of records) if (!first.has(record.value.id)) first.set(record.value.id, record);
  return first;
}

/** Reports ids that stand twice, and ids that differ from another by case or width of their letters only. */
export function checkIds(
  records: readonly PlacedId[],
  first: ReadonlyMap<string, PlacedId>,
  kind: Subject["kind"],
  parent: IssuePath,
  report: Report,
): void {
  const byFold = new Map<string, string>();
  for (const record of records) {
    const { id } = record.value;
    const earlier = first.get(id);
    if (earlier !== undefined && earlier !== record)
      report("duplicate-id", [...parent, record.index, "id"], { id, first: earlier.index + 1 }, { kind, id });
    else if (!PLAIN.test(id)) {
      const fold = id.normalize("NFKC").toLowerCase();
      const other = fold !== id && first.has(fold) ? fold : byFold.get(fold);
      if (other !== undefined) report("similar-ids", [...parent, record.index, "id"], { id, other }, { kind, id });
      else byFold.set(fold, id);
    }
  }
}
