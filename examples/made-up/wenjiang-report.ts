/**
 * 虚构数据. Wenjiang by its targets (W4): quality kindergartens 85 %, quality schools 85 % in compulsory education and 100 % in general senior high,
 * by 2022. The groups and schools are those of the published report; which stages a school has, which school is of quality and that the list is
 * whole is invented. A plan's benchmark is reached or not reached (达到 / 未达到); nothing is scored.
 */
import { assessDistrict, type District, type DistrictReport, resolvePolicies } from "school-groups";
import type { School, Stage } from "school-groups/domain";
import { cn } from "school-groups/packs/cn";
import { wenjiang } from "school-groups/packs/cn-510115-wenjiang";
import { createRandom } from "school-groups/statistics";
import { MADE_UP } from "./observed.js";

const SEED = 20221231;

/** Made up, whatever the name says: a stage is never derived from a name. */
const STAGES: readonly Stage[] = ["primary", "junior", "primary", "senior"];

/** A whole report of made-up data. */
export function madeUpWenjiang(published: District): DistrictReport {
  const policy = resolvePolicies([cn, wenjiang]);
  if (!policy.ok) throw new Error(`packs contradict each other: ${JSON.stringify(policy.issues)}`);
  const random = createRandom(SEED);
  // The last group is the vocational one; what it lists counts nowhere else.
  const vocational = new Set(published.groups.at(-1)?.memberships?.map(({ school }) => school));
  const schools = published.schools.map((school, place): School => {
    const stages = school.stages ?? [vocational.has(school.id) ? "vocational" : (STAGES[place % STAGES.length] ?? "primary")];
    const granted = random.uniform() < (stages.includes("kindergarten") ? 0.95 : stages.includes("senior") ? 0.9 : 0.75);
    // Taken for one school: a class of schools without number leaves every count open.
    const { collective: _, ...single } = school;
    return { ...single, stages, sector: "public", designations: [{ kind: "quality", granted }] };
  });
  const district: District = { ...published, schools, complete: true };
  return assessDistrict(district, { policy: policy.value, asOf: "2022-12-31", remark: MADE_UP, seed: SEED });
}
