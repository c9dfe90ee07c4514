import type { EligibilityReasonParams, NotCountedParams, RotationIssueParams } from "../../rotation/index.js";
import type { PlanConstraintSentences, PlanReasonSentences } from "../rotation-sentences.js";
import type { Sentences } from "../sentences.js";

const POSTS = {
  teacher: "教师",
  principal: "校长",
  "vice-principal": "副校长",
  "party-secretary": "党组织书记",
  "middle-manager": "中层干部",
} as const;

const KNOWN_REASONS: Readonly<Record<string, string>> = {
  pregnancy: "孕期",
  breastfeeding: "哺乳期",
  "serious-illness": "患严重疾病",
};

/** 日期栏目的名称，以栏目的标识为键。 */
const DATES: Readonly<Record<string, string>> = {
  born: "出生年月",
  "retires-on": "本人退休日期",
  service: "任教经历",
  interruptions: "离岗情况",
};

/** 交流轮岗的提示语。 */
export const rotation: Sentences<RotationIssueParams> = {
  "teacher-repeated": ({ teacher }) => `教师“${teacher}”在名册中重复出现，以首次登记为准，只计一人。`,
  "teacher-date-unreadable": ({ teacher, field }) =>
    `教师“${teacher}”的“${DATES[field] ?? field}”一栏日期无法识读，与之相关的条件暂无法判定；请更正。`,
  "exchange-repeated": ({ exchange }) => `交流记录“${exchange}”重复登记，各栏内容相同，只按一条采用；请核对。`,
  "exchange-id-reused": ({ exchange }) => `标识“${exchange}”下有内容不同的交流记录，各按一条独立记录处理；请更正标识或删去有误的一条。`,
  "exchange-date-unreadable": ({ exchange }) => `交流记录“${exchange}”的起止日期无法识读，不予采用；请按“2023-09-01”的形式填写。`,
  "exchange-ends-before-start": ({ exchange, start, end }) =>
    `交流记录“${exchange}”的结束日期${end}不晚于起始日期${start}，不予采用；请更正。`,
  "exchange-person-unknown": ({ exchange, person }) => `交流记录“${exchange}”中的教师“${person}”不在名册之内，请核对教师标识。`,
  "exchange-school-unknown": ({ exchange, school }) => `交流记录“${exchange}”中的学校“${school}”未列入本区学校名单，请核对学校标识。`,
  "exchange-overlap": ({ exchange, other }) => `交流记录“${exchange}”与“${other}”为同一教师，均为全时而时间重叠；该教师只计一次，请核对。`,
  "exchanged-not-eligible": ({ people }) =>
    `计入或可能计入交流教师的人员中，有${people}人不在符合交流条件的教师之列。政策文本以符合交流条件的教师总数为分母，未规定交流教师本人须符合交流条件，故仍予计入；交流比例因此可能偏高，以至超过100%。`,
  "exchange-school-differs": ({ exchange, from, school }) =>
    `交流记录“${exchange}”所载原学校为“${from}”，名册所载该教师所在学校为“${school}”；按交流记录统计，请核对。`,
  "rotation-period-differs": ({ rule, per }) =>
    `规则“${rule}”按${per === "school-year" ? "学年" : "自然年"}统计，所给统计期间与此不符；结果仅反映所给期间。`,
  "plan-name-unknown": ({ of, name }) =>
    `交流方案的条件中提到的${of === "teacher" ? "教师" : of === "group" ? "集团" : "学校"}“${name}”不在${of === "teacher" ? "名册" : of === "group" ? "集团名单" : "学校名单"}之内，请更正。`,
  "plan-pair-of-one": ({ teacher }) => `交流方案将教师“${teacher}”与其本人结对，请更正。`,
  "plan-move-and-stay": ({ teacher }) => `交流方案既要求教师“${teacher}”参加交流，又要求其留任，两项不能同时满足；请更正。`,
};

/** 不列入应交流人数的理由。 */
export const eligibilityReasons: Sentences<EligibilityReasonParams> = {
  "service-too-short": ({ years }) => `在同一学校连续任教未满${years}年`,
  "near-retirement": ({ years }) => `距退休不超过${years}年`,
  "terms-not-completed": ({ terms }) => `在同一学校任校长未满${terms}届`,
  "moved-recently": ({ years }) => `近${years}年内已参加交流`,
  "not-on-establishment": () => "不在编",
  "recorded-reason": ({ reason, effect }) => `${KNOWN_REASONS[reason] ?? reason}，${effect === "excluded" ? "不列入交流范围" : "暂缓交流"}`,
  "counted-as-leader": ({ role }) => `现任${POSTS[role]}，按校级领导另行统计`,
};

/** 交流记录不予计入的理由。 */
export const notCounted: Sentences<NotCountedParams> = {
  "same-school": () => "原学校与交流学校为同一学校，校区之间调整不属交流",
  "outside-period": () => "不在统计期间之内",
  "begun-before-period": () => "交流始于统计期间之前，按当期新派出统计",
  "begun-before-undecided": () => "交流始于统计期间之前，是否计入取决于按新派出还是按在岗统计，该口径尚未设定",
  "too-short": ({ days }) => `交流时间为${days}天，未达到规定期限`,
  "not-full-time": () => "非全时在交流学校工作，不折算为交流人数",
  "too-few-days-a-week": ({ days }) => `每周到校${days}天，未达到规定天数`,
  learning: () => "属跟岗学习，不折算为交流人数",
  visiting: () => "属送教等短时活动，不折算为交流人数",
  "outside-group": () => "原学校与交流学校不在同一集团，不计入集团人数",
  "other-direction": () => "交流方向不符合该项规定",
  "other-role": () => "岗位不符合该项规定",
  "other-subject": () => "学科不符合该项规定",
  "not-backbone": () => "非骨干教师",
  "relation-not-moved": () => "人事关系未随同转移",
  "not-graduating-grade": () => "不在毕业年级任教",
  "other-school": () => "接收学校不属该项规定的学校",
  "counted-once-already": () => "同一教师在同一统计期间只计一次，全区人数已由另一条记录计入",
  "facts-missing": () => "记录所载事项不足以判定是否计入",
};

/** 交流规划的条件。 */
export const planConstraints: PlanConstraintSentences = {
  "one-move": ({ teacher }) => `教师“${teacher}”至多安排一次交流`,
  "quota-least": ({ subject, count }) => `“${subject.id}”交流教师不少于${count}人`,
  "quota-most": ({ subject, count }) => `“${subject.id}”交流教师不超过${count}人`,
  backbone: ({ subject, share }) => `“${subject.id}”交流教师中骨干教师占比不低于${share}`,
  "staffing-least": ({ school, subject, count }) => `学校“${school}”${subject}教师不少于${count}人`,
  "staffing-most": ({ school, subject, count }) => `学校“${school}”${subject}教师不超过${count}人`,
  "cap-out": ({ school, count }) => `学校“${school}”派出教师不超过${count}人`,
  "cap-in": ({ school, count }) => `学校“${school}”接收教师不超过${count}人`,
  pair: ({ teachers: [first, second] }) => `教师“${first}”与“${second}”结对交流，须同时安排`,
  "must-move": ({ teacher }) => `教师“${teacher}”须安排交流`,
};

/** 安排某人交流的理由。 */
export const planReasons: PlanReasonSentences = {
  strengthens: ({ strength, need }) => `充实薄弱学校师资（教师力量${strength}，学校需求${need}）`,
  wished: ({ rank }) => `符合本人第${rank}志愿`,
  travels: ({ minutes }) => `两校相距${minutes}分钟路程`,
  paired: ({ with: other }) => `与教师“${other}”结对交流`,
  "must-move": () => "按要求应当交流",
  "fills-quota": () => "为完成应交流人数而安排",
};
