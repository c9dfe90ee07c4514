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
  const checking: IdChecking = { first, byFold: new Map(), kind, parent, report };
  for (const record of records) {
    if (first.get(record.value.id) !== record || !PLAIN.test(record.value.id)) checkId(record, checking);
  }
}

interface IdChecking {
  readonly first: ReadonlyMap<string, PlacedId>;
  readonly byFold: Map<string, string>;
  readonly kind: Subject["kind"];
  readonly parent: IssuePath;
  readonly report: Report;
}

function checkId(record: PlacedId, { first, byFold, kind, parent, report }: IdChecking): void {
  const { id } = record.value;
  const earlier = first.get(id);
  const path = [...parent, record.index, "id"];
  if (earlier !== undefined && earlier !== record) {
    report("duplicate-id", path, { id, first: earlier.index + 1 }, { kind, id });
    return;
  }
  if (PLAIN.test(id)) return;
  const fold = id.normalize("NFKC").toLowerCase();
  const other = fold !== id && first.has(fold) ? fold : byFold.get(fold);
  if (other !== undefined) report("similar-ids", path, { id, other }, { kind, id });
  else byFold.set(fold, id);
}
