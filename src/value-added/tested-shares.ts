import type { Pupil } from "../domain/pupil.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { minimumCohortOf, minimumTestedShareOf, type PupilDesign } from "./pupil-design.js";
import type { TestedShare } from "./pupil-ledger.js";
import type { UsableRoll } from "./read-roll.js";

/** Pupils used: their schools, exit marks and rows. @internal */
export interface PupilsTaken {
  readonly schools: readonly string[];
  readonly school: readonly number[];
  readonly outcome: readonly number[];
  readonly row: readonly number[];
}

/** Of the roll who is not among the pupils taken at that school, counted by school; undefined without a roll. */
function absentees(
  rows: readonly Pupil[],
  { row, school: at, schools }: PupilsTaken,
  roll: UsableRoll["roll"],
): ReadonlyMap<string, number> | undefined {
  if (roll === undefined) return undefined;
  const absent = new Map<string, number>();
  for (const school of roll.values()) absent.set(school, (absent.get(school) ?? 0) + 1);
  // A pupil kept who went to another school is missing where it entered.
  for (let i = 0; i < row.length; i += 1) {
    const school = schools[at[i]!]!;
    if (roll.get(rows[row[i]!]!.id) === school) absent.set(school, absent.get(school)! - 1);
  }
  return absent;
}

/** Schools of pupils taken first, then those that only the roll names. @internal */
export function testedShares(
  rows: readonly Pupil[],
  { taken, roll, design }: { readonly taken: PupilsTaken; readonly roll: UsableRoll["roll"]; readonly design: PupilDesign },
): TestedShare[] {
  const absent = absentees(rows, taken, roll);
  const used = taken.schools.map(() => ({ pupils: 0, sum: 0 }));
  for (let i = 0; i < taken.school.length; i += 1) {
    const school = used[taken.school[i]!]!;
    school.pupils += 1;
    school.sum += taken.outcome[i]!;
  }
  const known = new Set(taken.schools);
  const others = [...(absent?.keys() ?? [])].filter((school) => !known.has(school));
  return [...taken.schools, ...others].map((school, place) => {
    const { pupils, sum } = used[place] ?? { pupils: 0, sum: 0 };
    return shareOf(school, { tested: pupils, sum, absent: absent === undefined ? undefined : (absent.get(school) ?? 0) }, design);
  });
}

function shareOf(
  school: string,
  { tested, sum, absent }: { readonly tested: number; readonly sum: number; readonly absent: number | undefined },
  design: PupilDesign,
): TestedShare {
  if (absent === undefined) return { school, onRoll: tested, tested, share: null, flagged: false, meanLow: null, meanHigh: null };
  const onRoll = tested + absent;
  const share = tested / onRoll;
  const { minimum, maximum } = design.exit;
  const shown = tested >= minimumCohortOf(design.minimumCohort);
  return {
    school,
    onRoll,
    tested,
    share,
    flagged: share < minimumTestedShareOf(design),
    meanLow: shown ? (sum + absent * minimum) / onRoll : null,
    meanHigh: shown ? (sum + absent * maximum) / onRoll : null,
  };
}

/** A warning for every school flagged. @internal */
export function testedIssues(tested: readonly TestedShare[], design: PupilDesign): ValueAddedIssue[] {
  return tested
    .filter(({ flagged }) => flagged)
    .map(({ school, tested: sat, onRoll }) =>
      valueAddedIssue(
        "tested-share-low",
        ["roll"],
        { school, tested: sat, onRoll, leastShare: minimumTestedShareOf(design) },
        { kind: "school", id: school },
      ),
    );
}
