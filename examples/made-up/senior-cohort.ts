import type { Group, Pupil, PupilOnRoll } from "school-groups/domain";
import { createRandom } from "school-groups/statistics";
import type { PupilDesign } from "school-groups/value-added";

/** 虚构数据: nothing here is a real pupil, school or score. The label travels with the data. */
export interface MadeUpCohort {
  readonly label: { readonly "zh-CN": string; readonly en: string };
  readonly design: PupilDesign;
  readonly years: { readonly from: string; readonly until: string };
  readonly pupils: readonly Pupil[];
  readonly roll: readonly PupilOnRoll[];
  readonly groups: readonly Group[];
}

/** School, pupils, mean ability in standard deviations, what the school adds in marks. */
const SCHOOLS = [
  ["虚构一中", 260, 0.7, 4],
  ["虚构二中", 220, 0.4, 9],
  ["虚构三中", 160, 0, 0],
  ["虚构四中", 140, -0.2, -8],
  ["虚构五中", 120, -0.4, 6],
  ["虚构六中", 90, -0.6, -3],
  ["虚构七中", 150, 0.1, 2],
  ["虚构教学点", 3, -0.8, 0],
] as const;

const group = (id: string, lead: string, ...members: readonly string[]): Group => ({
  id,
  name: id,
  memberships: [{ school: lead, role: "lead" }, ...members.map((school) => ({ school, role: "member" as const }))],
});

/**
 * A made-up senior cohort (中考 three years before → 高考 in June of `leaving`): eight schools, three groups of which one school stands in two (as 温江二中 does), a school of
 * three pupils, and pupils who did not sit. The same seed gives the same cohort.
 */
export function madeUpSeniorCohort(seed: number, leaving = 2024): MadeUpCohort {
  const random = createRandom(seed);
  const pupils: Pupil[] = [];
  const roll: PupilOnRoll[] = [];
  const within = (mark: number, high: number): number => Math.min(high, Math.max(0, mark));
  for (const [school, size, intake, adds] of SCHOOLS) {
    for (let k = 1; k <= size; k += 1) {
      const id = `虚构-${school}-${k}`;
      const ability = intake + random.normal();
      const prior = Math.round(2 * within(470 + 70 * ability + 25 * random.normal(), 700)) / 2;
      const outcome = Math.round(within(450 + 75 * ability + adds + 35 * random.normal(), 750));
      // The weaker a pupil, the likelier the exit examination is missed.
      const absent = size > 3 && random.uniform() < (ability < -1 ? 0.12 : 0.02);
      roll.push({ id, school });
      pupils.push({ id, school, cohort: String(leaving), prior, outcome: absent ? null : outcome });
    }
  }
  return {
    label: { "zh-CN": "虚构数据，仅供演示", en: "Made-up data, for demonstration only" },
    design: {
      cohort: String(leaving),
      entrance: { id: `made-up-zhongkao-${leaving - 3}`, on: `${leaving - 3}-06-16`, minimum: 0, maximum: 700, step: "0.5" },
      exit: { id: `made-up-gaokao-${leaving}`, on: `${leaving}-06-07`, minimum: 0, maximum: 750, step: "1" },
    },
    years: { from: `${leaving - 3}-09-01`, until: `${leaving}-07-01` },
    pupils,
    roll,
    groups: [
      group("虚构一中教育集团", "虚构一中", "虚构三中", "虚构四中"),
      group("虚构二中教育集团", "虚构二中", "虚构五中", "虚构教学点"),
      group("虚构七中教育集团", "虚构七中", "虚构二中", "虚构六中"),
    ],
  };
}
