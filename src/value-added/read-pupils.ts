import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import type { Pupil, PupilOnRoll } from "../domain/pupil.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { fittingStep, onGrid } from "./mark-grid.js";
import { checkPupilDesign, examinationIssues, type PupilDesign } from "./pupil-design.js";
import type { LeftOut, LeftOutReason, PupilLedger, TestedShare } from "./pupil-ledger.js";
import { type PupilTable, rowsOfTable } from "./pupil-table.js";
import { readRoll, type UsableRoll } from "./read-roll.js";
import { twinIssues } from "./school-rows.js";
import { testedIssues, testedShares } from "./tested-shares.js";

/** 学生数据列. The pupils of one cohort that can be used, column by column, and what became of the others. */
export interface PupilColumns {
  readonly design: PupilDesign;
  /** Ids of the schools, in order of appearance. */
  readonly schools: readonly string[];
  /** Per pupil the place of the school in `schools`. */
  readonly school: readonly number[];
  readonly prior: readonly number[];
  readonly outcome: readonly number[];
  /** Per pupil the number of the row it came from. */
  readonly row: readonly number[];
  readonly ledger: PupilLedger;
  /** Per school, in the order of `schools`; schools of the roll without any used pupil at the end. */
  readonly tested: readonly TestedShare[];
}

/** What else is known besides the rows. */
export interface ReadPupilsOptions {
  /** Entry roll (入学名册): who should have sat, and where they entered. Without it, tested shares are unknown. */
  readonly roll?: readonly PupilOnRoll[] | undefined;
  /** Other ids and names of a school (曾用名): rows under one of them count as the school `id`. */
  readonly aliases?: readonly { readonly id: string; readonly aliases: readonly string[] }[] | undefined;
}

/**
 * 读取学生成绩. The pupils of one cohort, from rows or from columns (`PupilTable`), as columns, with a ledger that names every pupil not used and why; with an entry roll also who should
 * have sat and did not.
 * No mark is rounded: one that lies between two steps of its examination is not used, and `marks-off-grid` names a step that fits.
 *
 * Fails with `same-examination`, `examinations-out-of-order` and `school-under-two-ids` (two ids that fold to one name: merge them, or give
 * them as `aliases`). Rows and entries of the roll that cannot be used are counted in `pupils-left-out` warnings, other cohorts in `cohort-mismatch`, schools with few
 * tested in `tested-share-low`. An id that stands twice with different data is left out altogether: nobody can say which row is right.
 * A pupil on the roll of another school than the one of the exit has moved, as with `schoolAtEntry`, and is missing in the tested share of the school it entered.
 * Columns of unlike length fail with `columns-unequal`. A malformed design throws.
 *
 * @example
 * ```ts
 * import { readPupils } from "school-groups/value-added";
 *
 * const design = {
 *   cohort: "2024",
 *   entrance: { id: "zhongkao-2021", minimum: 0, maximum: 700, step: "0.5" },
 *   exit: { id: "gaokao-2024", minimum: 0, maximum: 750, step: "1" },
 * };
 * const rows = [
 *   { id: "p1", school: "a", prior: 512.5, outcome: 498 },
 *   { id: "p2", school: "a", prior: 530, outcome: null },
 * ];
 * const pupils = readPupils(rows, design);
 * pupils.ok && pupils.value.ledger.leftOut; // => [{ row: 1, id: "p2", school: "a", reason: "missing-outcome" }]
 *
 * const table = { id: [1, 2], school: [0, 0], schools: ["a"], prior: Float64Array.of(512.5, 530), outcome: [498, null] };
 * const same = readPupils(table, design);
 * same.ok && same.value.ledger.leftOut; // => [{ row: 1, id: "2", school: "a", reason: "missing-outcome" }]
 * ```
 */
export function readPupils(
  pupils: readonly Pupil[] | PupilTable,
  design: PupilDesign,
  options: ReadPupilsOptions = {},
): Result<PupilColumns, ValueAddedIssue> {
  checkPupilDesign(design);
  if (typeof pupils !== "object" || pupils === null || !(Array.isArray(pupils) || "id" in pupils))
    throw new SchoolGroupsError("invalid-argument", "pupils must be rows, or columns with ids", { argument: "pupils" });
  const listed = "id" in pupils ? rowsOfTable(pupils) : success(pupils);
  if (!listed.ok) return listed;
  const rows = listed.value;
  const canonical = canonicalIds(options.aliases ?? []);
  const { roll, issues: rollIssues } = readRoll(options.roll, canonical);
  const taken = takeRows(rows, design, { canonical, roll });
  const [first, ...others] = [...examinationIssues(design), ...twinIssues(schoolsOf(taken, canonical, roll))];
  if (first !== undefined) return failure([first, ...others]);
  const tested = testedShares(rows, { taken, roll, design });
  const columns = { design, ...taken, tested };
  return success(columns, [...leftOutIssues(taken.ledger, rows, design), ...rollIssues, ...testedIssues(tested, design)]);
}

/** Those of the pupils first, of pupils who moved too, then those that only the roll names. */
function schoolsOf({ schools, ledger }: Taken, canonical: ReadonlyMap<string, string>, roll: UsableRoll["roll"]): readonly string[] {
  if (roll === undefined) return schools;
  const moved = ledger.leftOut.flatMap(({ reason, school }) => (reason === "moved" ? [canonical.get(school) ?? school] : []));
  return [...new Set([...schools, ...moved, ...roll.values()])];
}

type Taken = Pick<PupilColumns, "schools" | "school" | "prior" | "outcome" | "row" | "ledger">;

function canonicalIds(aliases: NonNullable<ReadPupilsOptions["aliases"]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, aliases: others } of aliases) for (const other of others) found.set(other, id);
  return found;
}

/** Other ids of schools, and the school that each pupil entered. */
interface Known {
  readonly canonical: ReadonlyMap<string, string>;
  readonly roll: UsableRoll["roll"];
}

function takeRows(rows: readonly Pupil[], design: PupilDesign, known: Known): Taken {
  const { canonical } = known;
  const repeated = repeatedIds(rows, design, canonical);
  const possible = { prior: onGrid(design.entrance), outcome: onGrid(design.exit) };
  const places = new Map<string, number>();
  const taken = { schools: [] as string[], school: [] as number[], prior: [] as number[], outcome: [] as number[], row: [] as number[] };
  const leftOut: LeftOut[] = [];
  let [before, place] = ["", -1];
  for (let row = 0; row < rows.length; row += 1) {
    const pupil = rows[row]!;
    const reason =
      reasonAgainst(pupil, { design, possible }, known) ?? (repeated === undefined ? undefined : reasonAgainstId(pupil.id, repeated));
    if (reason !== undefined) {
      leftOut.push({ row, id: String(pupil?.id ?? ""), school: String(pupil?.school ?? ""), reason });
      continue;
    }
    // Schools mostly stand together.
    if (pupil.school !== before) {
      before = pupil.school;
      place = placeOf(canonical.get(before) ?? before, places, taken.schools);
    }
    taken.school.push(place);
    taken.prior.push(pupil.prior as number);
    taken.outcome.push(pupil.outcome as number);
    taken.row.push(row);
  }
  return { ...taken, ledger: { offered: rows.length, used: taken.row.length, leftOut } };
}

function placeOf(school: string, places: Map<string, number>, schools: string[]): number {
  const known = places.get(school);
  if (known !== undefined) return known;
  places.set(school, schools.length);
  return schools.push(school) - 1;
}

/** Ids of the cohort that stand more than once. */
interface RepeatedIds {
  /** With different data: nobody can say which row is right. */
  readonly contradicted: ReadonlySet<string>;
  readonly alike: ReadonlySet<string>;
  /** Of those alike the ones that a row was taken of. */
  readonly taken: Set<string>;
}

function reasonAgainstId(id: string, { contradicted, alike, taken }: RepeatedIds): LeftOutReason | undefined {
  if (contradicted.has(id)) return "duplicate-id";
  if (!alike.has(id)) return undefined;
  if (taken.has(id)) return "repeated-row";
  taken.add(id);
  return undefined;
}

/** Undefined for a file without such ids, the usual one: then one set of ids is all that is built. */
function repeatedIds(rows: readonly Pupil[], { cohort }: PupilDesign, canonical: ReadonlyMap<string, string>): RepeatedIds | undefined {
  const seen = new Set<string>();
  const alike = new Set<string>();
  for (const pupil of rows) {
    if (!isText(pupil?.id) || (pupil.cohort ?? cohort) !== cohort) continue;
    const size = seen.size;
    if (seen.add(pupil.id).size === size) alike.add(pupil.id);
  }
  if (alike.size === 0) return undefined;
  const first = new Map<string, Pupil>();
  const contradicted = new Set<string>();
  for (const pupil of rows) {
    if (!isText(pupil?.id) || (pupil.cohort ?? cohort) !== cohort || !alike.has(pupil.id)) continue;
    const before = first.get(pupil.id);
    if (before === undefined) first.set(pupil.id, pupil);
    else if (!isSameSchool(before.school, pupil.school, canonical) || before.prior !== pupil.prior || before.outcome !== pupil.outcome)
      contradicted.add(pupil.id);
  }
  return { contradicted, alike, taken: new Set() };
}

/** A school under its former name is the same school. */
function isSameSchool(one: string, other: string, canonical: ReadonlyMap<string, string>): boolean {
  return one === other || (canonical.get(one) ?? one) === (canonical.get(other) ?? other);
}

interface Against {
  readonly design: PupilDesign;
  readonly possible: { readonly prior: (mark: number) => boolean; readonly outcome: (mark: number) => boolean };
}

function reasonAgainst(pupil: Pupil, { design, possible }: Against, { canonical, roll }: Known): LeftOutReason | undefined {
  if (!isText(pupil?.id)) return "missing-id";
  if ((pupil.cohort ?? design.cohort) !== design.cohort) return "other-cohort";
  if (!isText(pupil.school)) return "missing-school";
  const { prior, outcome } = pupil;
  if (prior === undefined || prior === null) return "missing-prior";
  if (outcome === undefined || outcome === null) return "missing-outcome";
  if (typeof prior !== "number" || typeof outcome !== "number" || Number.isNaN(prior) || Number.isNaN(outcome)) return "not-a-number";
  if (!(prior >= design.entrance.minimum && prior <= design.entrance.maximum)) return "prior-out-of-range";
  if (!(outcome >= design.exit.minimum && outcome <= design.exit.maximum)) return "outcome-out-of-range";
  if (!possible.prior(prior)) return "prior-off-grid";
  if (!possible.outcome(outcome)) return "outcome-off-grid";
  if (design.moved === "keep") return undefined;
  const elsewhere = (entered: string | undefined): boolean => entered !== undefined && !isSameSchool(entered, pupil.school, canonical);
  return elsewhere(pupil.schoolAtEntry) || elsewhere(roll?.get(pupil.id)) ? "moved" : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function leftOutIssues(ledger: PupilLedger, rows: readonly Pupil[], design: PupilDesign): ValueAddedIssue[] {
  const kinds = new Map<LeftOutReason, { count: number; row: number }>();
  for (const { reason, row } of ledger.leftOut) {
    const kind = kinds.get(reason);
    if (kind === undefined) kinds.set(reason, { count: 1, row });
    else kind.count += 1;
  }
  return [...kinds].map(([reason, { count, row }]) => {
    if (reason === "other-cohort")
      return valueAddedIssue("cohort-mismatch", [row, "cohort"], { expected: design.cohort, found: String(rows[row]?.cohort), count, row });
    if (reason !== "prior-off-grid" && reason !== "outcome-off-grid")
      return valueAddedIssue("pupils-left-out", [row], { reason, count, row });
    const [examination, column] = reason === "prior-off-grid" ? (["entrance", "prior"] as const) : (["exit", "outcome"] as const);
    const marks = ledger.leftOut.flatMap((each) => (each.reason === reason ? [rows[each.row]?.[column] as number] : []));
    const { step } = design[examination];
    return valueAddedIssue("marks-off-grid", [row, column], {
      examination,
      step,
      fits: fittingStep(marks, design[examination]),
      count,
      row,
    });
  });
}
