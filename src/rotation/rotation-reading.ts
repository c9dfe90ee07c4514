import { type CountRange, type ExactText, formatPercent, fraction, type Subject } from "../core/index.js";
import type { Exchange } from "../domain/index.js";
import { OPEN_END } from "./criterion.js";
import type { ExchangeTable } from "./exchange-table.js";
import type { NotCountedCode, NotCountedParams } from "./issues.js";
import { REASONS } from "./reason-numbers.js";
import type { EligibleCounts, ScopeIndex } from "./scopes.js";
import type { Tally, TallyContext } from "./tally.js";

/** How many moved, of whom and among whom, for one district, group, school or part of a school in a group. */
export interface RotationCount {
  readonly subject: Subject;
  /** 符合交流条件的教师; without `high`: more schools may belong to the group. */
  readonly eligible: CountRange;
  /** 交流教师, each once. */
  readonly exchanged: CountRange;
  /** 其中骨干教师. */
  readonly backbone: CountRange;
  /** 交流人次: records. */
  readonly stays: CountRange;
  /** Printed with one decimal where both counts are known; what is judged is never rounded. */
  readonly printed: { readonly exchanged?: string | undefined; readonly backbone?: string | undefined };
}

/** A record that does not count, or only perhaps, and why. */
export type NotCounted = {
  [Code in NotCountedCode]: {
    readonly exchange: string;
    readonly code: Code;
    readonly params: NotCountedParams[Code];
    /** It may count all the same, once what is missing is known. */
    readonly possible: boolean;
  };
}[NotCountedCode];

/** The records read by one criterion: that of the rules named, or the plain one of every rotation. */
export interface RotationReading {
  readonly rules: readonly string[];
  readonly where: Readonly<Record<string, string | number | boolean>>;
  /** Teachers only, or everybody who moved. */
  readonly people: "teachers" | "all";
  /** The district, its groups, the parts of schools in groups (lead and member), its schools. */
  readonly counts: readonly RotationCount[];
  /** By teaching subject, over the district. */
  readonly subjects: readonly { readonly subject: string; readonly exchanged: CountRange; readonly backbone: CountRange }[];
  /** In the order of the input. */
  readonly notCounted: readonly NotCounted[];
}

/** The counts of one scope of a tally. */
function countOf(tally: Tally, scope: number, subject: Subject, eligible: CountRange): RotationCount {
  const exchanged = range(tally.low, tally.high, scope);
  const backbone = range(tally.backboneLow, tally.backboneHigh, scope);
  return {
    subject,
    eligible,
    exchanged,
    backbone,
    stays: range(tally.staysLow, tally.staysHigh, scope),
    printed: { exchanged: percent(exchanged, eligible), backbone: percent(backbone, exchanged) },
  };
}

function range(low: Int32Array, high: Int32Array, scope: number): CountRange {
  return { low: low[scope] ?? 0, high: high[scope] ?? 0 };
}

function percent(part: CountRange, whole: CountRange): ExactText | undefined {
  if (part.low !== part.high || whole.low !== whole.high || whole.low === 0) return undefined;
  return formatPercent(fraction(part.low, whole.low), { places: 1, mode: "half-away-from-zero" });
}

/** All counts of a tally, in the order district, groups, parts, schools. */
export function countsOf(tally: Tally, scopes: ScopeIndex, eligible: EligibleCounts): readonly RotationCount[] {
  return scopes.list.map(({ scope, subject }) => countOf(tally, scope, subject, eligible.of(scope)));
}

const EMPTY = {};

/** The records that no criterion counts, for their schools or the period, in the order of the input: every reading lists the same. */
export function settledOf({ table, standing }: Pick<TallyContext, "table" | "standing">): readonly NotCounted[] {
  // As long as it may become: a list that grows is copied again and again.
  const found = new Array<NotCounted>(table.size - standing.left.record.length);
  let size = 0;
  for (let record = 0; record < table.size; record += 1) {
    const code = REASONS[standing.settled[record] as number];
    if (code === undefined) continue;
    found[size] = notCounted(table, record, code, false);
    size += 1;
  }
  found.length = size;
  return found;
}

/** Every record that does not surely count, with its reason, in the order of the input. */
export function notCountedOf(
  { table, standing }: Pick<TallyContext, "table" | "standing">,
  { state, reason }: Tally,
  settled: readonly NotCounted[],
  outside: (record: number) => boolean,
): readonly NotCounted[] {
  const found = new Array<NotCounted>(settled.length + state.length);
  let size = 0;
  let next = 0;
  for (let record = 0; record < table.size; record += 1) {
    if (standing.settled[record] !== 0) {
      found[size] = settled[next] as NotCounted;
      size += 1;
      next += 1;
      continue;
    }
    const at = standing.place[record] as number;
    if (at < 0) continue;
    const level = state[at] as number;
    const code = REASONS[reason[at] as number] ?? (level > 0 && outside(record) ? "outside-group" : undefined);
    if (code === undefined) continue;
    found[size] = notCounted(table, record, code, level === 1);
    size += 1;
  }
  found.length = size;
  return found;
}

function notCounted({ records, start, end }: ExchangeTable, record: number, code: NotCountedCode, possible: boolean): NotCounted {
  const exchange = records[record] as Exchange;
  const params = paramsOf(code, exchange, start[record] as number, end[record] as number);
  return { exchange: exchange.id, code, params, possible } as NotCounted;
}

function paramsOf(code: NotCountedCode, exchange: Exchange, start: number, end: number): object {
  if (code === "too-short") return { days: end === OPEN_END ? 0 : end - start };
  if (code === "too-few-days-a-week") return { days: exchange.load?.kind === "days-per-week" ? exchange.load.days : 0 };
  return EMPTY;
}
