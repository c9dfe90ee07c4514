import type { Term } from "../core/index.js";
import { DESIGNATION_LABELS, type KnownDesignation, STAGE_LABELS } from "../domain/index.js";
import type { MeasureId, MeasureRef, ResolvedPolicy } from "../policy/index.js";

/** What the district file's own measures are called. */
const MEASURES: Readonly<Partial<Record<MeasureId, Term>>> = {
  form: { "zh-CN": "办学模式", en: "form" },
  "legal-form": { "zh-CN": "法人形式", en: "legal form" },
  reach: { "zh-CN": "同学段或跨学段", en: "reach" },
  stage: { "zh-CN": "学段", en: "stages" },
  "school-type": { "zh-CN": "学校类型", en: "type of school" },
  "teaching-point": { "zh-CN": "教学点", en: "teaching point" },
  sector: { "zh-CN": "办学性质", en: "sector" },
  locality: { "zh-CN": "城乡类型", en: "locality" },
  "legal-person": { "zh-CN": "独立法人", en: "legal person" },
  role: { "zh-CN": "集团内角色", en: "role" },
  "counted-as": { "zh-CN": "统计归属学段", en: "stage it is counted under" },
  groups: { "zh-CN": "集团数", en: "groups" },
  "group-leads": { "zh-CN": "牵头校数", en: "lead schools" },
  "group-members": { "zh-CN": "成员校数", en: "member schools" },
  "group-schools": { "zh-CN": "集团内学校数", en: "schools of the group" },
  "group-campuses": { "zh-CN": "集团内校区数", en: "campuses of the group" },
  "group-pupils": { "zh-CN": "集团学生数", en: "pupils of the group" },
  "school-pupils": { "zh-CN": "学生数", en: "pupils" },
  "class-size": { "zh-CN": "最大班额", en: "largest class" },
  schools: { "zh-CN": "学校数", en: "schools" },
  "covered-schools": { "zh-CN": "已覆盖学校数", en: "schools covered" },
  "uncovered-schools": { "zh-CN": "未覆盖学校数", en: "schools not covered" },
};

/** The name of what a measure reads, in the words of the pack where it has some. */
export function measureLabel(ref: MeasureRef, policy: Pick<ResolvedPolicy, "governanceItems">): Term {
  const id = ref.of ?? ref.measure;
  const plain = { "zh-CN": id, en: id };
  if (ref.measure === "governance-item") return policy.governanceItems.find((item) => item.id === ref.of)?.label ?? plain;
  if (ref.measure === "designation") return DESIGNATION_LABELS[ref.of as KnownDesignation] ?? plain;
  if (ref.measure === "groups" && ref.of !== undefined) {
    const designated = DESIGNATION_LABELS[ref.of as KnownDesignation] ?? plain;
    return { "zh-CN": `${designated["zh-CN"]}集团数`, en: `${designated.en} groups` };
  }
  const base = MEASURES[ref.measure] ?? plain;
  if (ref.stage === undefined) return base;
  const stage = STAGE_LABELS[ref.stage];
  return { "zh-CN": `${base["zh-CN"]}（${stage["zh-CN"]}）`, en: `${base.en} (${stage.en})` };
}
