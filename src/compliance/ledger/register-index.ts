import { type BoundedRange, type DateRange, dayNumber, mergeRanges } from "../../core/index.js";
import type { RegisterDeclaration } from "../../domain/index.js";
import { type LedgerState, remembered } from "./ledger-state.js";
import type { SideRows, SideTable } from "./side-rows.js";

/** The rows of a table as they were given, in the order they are stored in. */
export function rowsOf<Table extends SideTable>(state: LedgerState, table: Table): SideRows[Table] {
  const read = () => [...state.rows[table]].sort().map((row) => JSON.parse(row)) as unknown as SideRows[Table];
  return remembered(state, table, read);
}

/** Which registers are declared complete over which days. */
export interface RegisterIndex {
  /** Whether a school's own register is complete on every day from `from` to `to`, both as day numbers and both included. */
  readonly schoolComplete: (school: string, from: number, to: number) => boolean;
  /** The same for the register of a group's common activities. */
  readonly groupComplete: (group: string, from: number, to: number) => boolean;
}

/** The declarations made by the day of asking. */
export function registerIndex(state: LedgerState, asOf: string): RegisterIndex {
  return remembered(state, `registers ${asOf}`, () => indexRegisters(state, asOf));
}

function indexRegisters(state: LedgerState, asOf: string): RegisterIndex {
  const declared = rowsOf(state, "registers").filter(({ declaredOn }) => declaredOn === undefined || declaredOn <= asOf);
  const schools = spansBy(
    declared.filter(({ group }) => group === undefined),
    ({ school }) => school,
  );
  const groups = spansBy(declared, ({ group }) => group);
  return {
    schoolComplete: (school, from, to) => covers(schools.get(school), from, to),
    groupComplete: (group, from, to) => covers(groups.get(group), from, to),
  };
}

type Span = readonly [first: number, end: number];

function spansBy(
  declared: readonly RegisterDeclaration[],
  key: (declaration: RegisterDeclaration) => string | undefined,
): ReadonlyMap<string, readonly Span[]> {
  const ranges = new Map<string, DateRange[]>();
  for (const declaration of declared) {
    const id = key(declaration);
    if (id === undefined) continue;
    const { from, until } = declaration;
    const known = ranges.get(id);
    if (known === undefined) ranges.set(id, [{ from, until }]);
    else known.push({ from, until });
  }
  const spans = new Map<string, readonly Span[]>();
  for (const [id, own] of ranges) {
    const merged = mergeRanges(own as readonly BoundedRange[]);
    spans.set(
      id,
      merged.map(({ from, until }) => [dayNumber(from), dayNumber(until)]),
    );
  }
  return spans;
}

function covers(spans: readonly Span[] | undefined, from: number, to: number): boolean {
  return spans?.some(([first, end]) => first <= from && to < end) === true;
}
