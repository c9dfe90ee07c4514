/** Made-up teachers for real groups: the same on every run, and nobody who exists. The schools and groups are Wenjiang's, the people are not. */
import { readFileSync } from "node:fs";
import type { District, Teacher } from "school-groups/domain";
import { readDistrict } from "school-groups/schema";

export const SEED = 20_240_901;
export const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "历史", "体育", "音乐"];

/** Wenjiang's groups as its report prints them. */
export function wenjiang(): District {
  const text = readFileSync(new URL("./districts/cn-510115-wenjiang.json", import.meta.url), "utf8");
  const read = readDistrict(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.issues[0]));
  return read.value;
}

/** So many teachers per school. */
export function madeUpTeachers(district: District, perSchool: number): readonly Teacher[] {
  let state = SEED;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const schools = district.schools.filter(({ outside, collective }) => outside !== true && collective !== true);
  return schools.flatMap(({ id: school }) =>
    Array.from({ length: perSchool }, (_, index): Teacher => {
      const begun = 2005 + random(18);
      return {
        id: `${school}/${index + 1}`,
        name: `示例教师${index + 1}`,
        school,
        subject: SUBJECTS[index % SUBJECTS.length],
        backbone: random(4) === 0,
        born: `${1966 + random(32)}-0${1 + random(9)}-15`,
        retirementClass: random(3) === 0 ? "men" : "women-55",
        service: [{ school, from: `${begun}-09-01` }],
      };
    }),
  );
}
