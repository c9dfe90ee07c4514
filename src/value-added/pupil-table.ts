import { failure, type Result, success } from "../core/index.js";
import type { Pupil } from "../domain/pupil.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";

/**
 * 按列的学生数据. Pupils column by column, as files and data frames hold them: any arrays or typed arrays of one length, entry `k` of each being pupil `k`. A
 * typed array has no null: NaN there is told in the ledger as `not-a-number`.
 */
export interface PupilTable {
  /** Whole numbers are read as their text. */
  readonly id: ArrayLike<string | number>;
  /** Ids of schools; or places in `schools`, where that is given. */
  readonly school: ArrayLike<string | number>;
  readonly schools?: ArrayLike<string> | undefined;
  readonly prior: ArrayLike<number | null | undefined>;
  readonly outcome: ArrayLike<number | null | undefined>;
  /** As `school`. */
  readonly schoolAtEntry?: ArrayLike<string | number | null | undefined> | undefined;
  readonly cohort?: ArrayLike<string | null | undefined> | undefined;
}

/** The same pupils as rows, so that one ledger serves both. @internal */
export function rowsOfTable(table: PupilTable): Result<readonly Pupil[], ValueAddedIssue> {
  const { id, school, schools, prior, outcome, schoolAtEntry, cohort } = table;
  const expected = id.length;
  const needed = { school, prior, outcome };
  const columns: Readonly<Record<string, ArrayLike<unknown> | undefined>> = { ...needed, schoolAtEntry, cohort };
  for (const [column, values] of Object.entries(columns)) {
    // A column that has to be there and is not has no entry.
    const length = values?.length ?? (column in needed ? 0 : expected);
    if (length !== expected) return failure([valueAddedIssue("columns-unequal", [column], { column, length, expected })]);
  }
  const named = (value: string | number | null | undefined): string => {
    if (schools === undefined) return idText(value);
    return typeof value === "number" ? (schools[value] ?? "") : "";
  };
  const rows: Pupil[] = [];
  for (let k = 0; k < expected; k += 1) {
    const before = schoolAtEntry?.[k];
    rows.push({
      id: idText(id[k]),
      school: named(school[k]),
      schoolAtEntry: before === undefined || before === null ? undefined : named(before),
      cohort: cohort?.[k] ?? undefined,
      prior: prior[k],
      outcome: outcome[k],
    });
  }
  return success(rows);
}

function idText(value: string | number | null | undefined): string {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : "";
}
