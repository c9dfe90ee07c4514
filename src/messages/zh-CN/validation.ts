import type { ValidationIssueParams } from "../../validation/index.js";
import type { Sentences } from "../sentences.js";

const someOf = (count: number, names: readonly string[]): string => `${names.join("、")}${names.length < count ? "等" : ""}`;

/** 核验问题。 */
export const validation: Sentences<ValidationIssueParams> = {
  "duplicate-id": ({ id, first }) => `编号“${id}”重复，已用于第${first}条记录。请改用不同编号。`,
  "similar-ids": ({ id, other }) => `编号“${id}”与“${other}”仅大小写或全半角不同，疑为同一编号，请核对。`,
  "unknown-school": ({ school, likely }) =>
    likely === undefined
      ? `编号“${school}”的学校不在学校名单之内。请补录该校，或更正编号。`
      : `“${school}”是学校名称而非编号，应填编号“${likely}”。`,
  "shared-name": ({ name, other }) => `名称“${name}”与编号“${other}”的学校相同。如为同一所学校，请合并。`,
  "joined-names": ({ name, first, second }) => `“${name}”疑为“${first}”“${second}”两校校名之间漏排顿号，请核对原文。`,
  "end-before-start": ({ from, until }) => `终止日期（${until}）不晚于起始日期（${from}），请更正。`,
  "inaugurated-before-announced": ({ announced, inaugurated }) => `挂牌日期（${inaugurated}）早于组建日期（${announced}），请核对。`,
  "group-without-members": ({ group, asOf }) => `截至${asOf}，“${group}”没有成员校记录。请补录成员校，或填写集团撤销日期。`,
  "group-without-lead": ({ group, asOf }) => `截至${asOf}，“${group}”没有牵头校记录。确无牵头校的，无需处理。`,
  "two-leads": ({ group, leads, from }) =>
    `“${group}”${from === undefined ? "" : `自${from}起`}同时有两所牵头校：${leads.join("、")}。请核对角色和起止日期。`,
  "leads-inferred": ({ count, groups }) => `${count}个集团的牵头校系推断所得，原文未载明：${someOf(count, groups)}。请向主管部门核实。`,
  "lead-is-member-elsewhere": ({ school, leads, memberOf }) => `“${school}”既是“${leads}”的牵头校，又是“${memberOf}”的成员校。`,
  "overlapping-memberships": ({ school, group }) => `“${school}”在“${group}”的成员关系时段重叠，请合并或更正起止日期。`,
  "membership-outside-group": ({ school, group, life, membership }) =>
    `“${school}”在“${group}”的成员关系（${membership}）超出集团存续期（${life}），请核对日期。`,
  "membership-outside-school": ({ school, group, life, membership }) =>
    `“${school}”在“${group}”的成员关系（${membership}）超出学校存续期（${life}），请核对日期。`,
  "membership-of-closed-school": ({ school, group, closed }) =>
    `“${school}”已于${closed}撤销，在“${group}”的成员关系未填终止日期，请补填。`,
  "stage-mismatch": ({ school, group, stage, stages }) =>
    `“${group}”为同学段集团（${stage["zh-CN"]}），成员校“${school}”${stages.length === 0 ? "所填学段为空" : `的学段为${stages.map((each) => each["zh-CN"]).join("、")}`}，请核对。`,
  "no-common-stage": ({ group }) => `“${group}”为同学段集团，各成员校却没有共同学段，请核对。`,
  "stages-not-stated": ({ count, groups }) =>
    `${count}个集团有成员校未载明学段，能否视为同学段集团无从核验：${someOf(count, groups)}。学段不得由校名推断，请补填。`,
  "missing-headcounts": ({ schools, of, asOf }) => `${of}所学校中有${schools}所没有截至${asOf}的人数记录，有关规模和占比的事项将无法判定。`,
  "repeated-headcount": ({ school, on }) => `“${school}”${on}同一学段的人数重复登记，以后一条为准，请删去多余记录。`,
  "largest-class-above-pupils": ({ school, on, largest, pupils }) =>
    `“${school}”${on}最大班额（${largest}人）多于学生数（${pupils}人），请核对更正。更正之前，学生数和班额结论随哪一数据为准而不同的，不作判定。`,
  "largest-class-below-mean": ({ school, on, pupils, classes, largest }) =>
    `“${school}”${on}学生数为${pupils}人、班级数为${classes}个，最大班额不可能只有${largest}人，请核对更正。更正之前，班额结论随哪一数据为准而不同的，不作判定。`,
  "stages-against-total": ({ school, on, sum, total }) =>
    `“${school}”${on}各学段学生数合计为${sum}人，全校学生数为${total}人，两者不符，请核对更正。更正之前，规模结论随哪一数据为准而不同的，不作判定。`,
  "repeated-resource": ({ school, on, resource, first, second }) =>
    `“${school}”${on}${resource["zh-CN"]}同时登记为${first}和${second}，何者属实无从判断，均不采用，请删去有误的一条。`,
  "headcount-of-other-stage": ({ school, on, stage, stages }) =>
    stages.length === 0
      ? `“${school}”登记有${on}的${stage["zh-CN"]}人数，所填学段却不含该学段，请核对。`
      : `“${school}”登记有${on}的${stage["zh-CN"]}人数，所填学段却为${stages.map((each) => each["zh-CN"]).join("、")}，请核对。`,
  "staff-fewer-than-teachers": ({ school, on, staff, teachers }) =>
    `“${school}”${on}教职工数（${staff}）少于专任教师数（${teachers}），请更正。`,
  "teachers-fewer-than-backbone": ({ school, on, teachers, backbone }) =>
    `“${school}”${on}专任教师数（${teachers}）少于骨干教师数（${backbone}），请更正。`,
  "school-code-type": ({ code, type }) => `学校（机构）标识码“${code}”的类别码“${type}”不在规定之内，请更正。`,
  "school-code-province": ({ code, province }) => `学校（机构）标识码“${code}”的省级代码“${province}”不存在，请更正。`,
  "credit-code-check": ({ code, stated, computed }) => `统一社会信用代码“${code}”校验位应为“${computed}”，实为“${stated}”，请核对证书。`,
  "organisation-code-check": ({ code, stated, computed }) =>
    `统一社会信用代码“${code}”所含组织机构代码的校验位应为“${computed}”，实为“${stated}”，请核对证书。`,
  "shared-code": ({ code, other }) => `代码“${code}”已用于“${other}”，代码不得重复使用，请核对。`,
  "unknown-form": ({ form, known }) =>
    known.length === 0
      ? `办学模式“${form}”在所用政策中没有规定。`
      : `办学模式“${form}”不在所用政策规定之内，规定的有：${known.map((each) => each["zh-CN"]).join("、")}。`,
  "unknown-governance-item": ({ item, known }) =>
    `治理事项“${item}”不在所用政策所列之内，不作判定依据；如系笔误，请更正。所列事项有：${known.map((each) => each["zh-CN"]).join("、")}。`,
  "governance-kind": ({ item, kind, expected }) =>
    `治理事项“${item["zh-CN"]}”应登记为${expected["zh-CN"]}，实登记为${kind["zh-CN"]}，不作判定依据，请更正。`,
  "contradicting-records": ({ of, from }) =>
    `“${of["zh-CN"]}”${from === undefined ? "" : `自${from}起`}既登记为具备，又登记为不具备，两者矛盾，请核对并删去有误的一条。`,
  "district-code-missing": () => "未填行政区划代码，无法确定哪些政策适用，请补填。",
  "packs-elsewhere": ({ code, packs }) => `下列政策不适用于区划代码“${code}”：${packs.map((pack) => pack["zh-CN"]).join("、")}。`,
  "no-pack-holds": ({ code }) => `所选政策均不适用于区划代码“${code}”，请核对代码或改选政策。`,
  "unknown-figure": ({ figure }) => `公布数据“${figure}”不存在，请更正编号。`,
  "share-without-sign": ({ value }) => `公布占比“${value}”大于1而未带百分号，是否为百分数无从判断，未予核对；原文如有百分号，请照录。`,
  "unreadable-figure": ({ value }) => `公布数据“${value}”不能读作数字，无法核对。`,
};
