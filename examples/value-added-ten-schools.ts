/** Ten schools each send a JSON of sums, and no pupil's row leaves its school. All data are made up (虚构数据). */
import type { Pupil } from "school-groups/domain";
import { createRandom } from "school-groups/statistics";
import { createPupilStatistics, type PupilDesign, readPupilStatistics, readPupils, regressionValueAdded } from "school-groups/value-added";

const design: PupilDesign = {
  cohort: "2024",
  entrance: { id: "made-up-zhongkao-2021", minimum: 0, maximum: 700, step: "0.5" },
  exit: { id: "made-up-gaokao-2024", minimum: 0, maximum: 750, step: "1" },
};

/** What stays at school k. */
function rowsOf(k: number): readonly Pupil[] {
  const random = createRandom(20_240_607).split(k);
  return Array.from({ length: 60 + 5 * k }, (_, i) => {
    const ability = random.normal() + k / 10;
    return {
      id: `虚构-${k}-${i}`,
      school: `虚构${k}中`,
      prior: Math.round(450 + 60 * ability),
      outcome: Math.round(430 + 65 * ability + 30 * random.normal()),
    };
  });
}

/** At a school: read, add up, write. A cohort below the minimum gives a refusal in place of the sums. */
function sendFrom(k: number): string {
  const pupils = readPupils(rowsOf(k), design);
  const statistics = createPupilStatistics(design);
  if (pupils.ok) statistics.add(pupils.value);
  return JSON.stringify(statistics);
}

/** At the bureau: merge what came, in any order. */
export function resultsOfTenSchools(): { readonly fromJson: string; readonly fromRows: string; readonly letters: readonly string[] } {
  const letters = Array.from({ length: 10 }, (_, k) => sendFrom(k + 1));
  const whole = createPupilStatistics(design);
  for (const letter of [...letters].reverse()) {
    const read = readPupilStatistics(JSON.parse(letter));
    if (!read.ok) throw new Error(read.issues[0].code);
    whole.merge(read.value);
  }
  const rows = readPupils(Array.from({ length: 10 }, (_, k) => rowsOf(k + 1)).flat(), design);
  if (!rows.ok) throw new Error(rows.issues[0].code);
  return { fromJson: JSON.stringify(regressionValueAdded(whole)), fromRows: JSON.stringify(regressionValueAdded(rows.value)), letters };
}
