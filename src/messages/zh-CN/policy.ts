import type { PolicyElementKind, PolicyIssueParams } from "../../policy/index.js";
import type { Sentences } from "../sentences.js";

const kinds: Readonly<Record<PolicyElementKind, string>> = {
  source: "文件",
  parameter: "参数",
  rule: "规则",
  framework: "框架",
  evaluation: "评价方案",
  form: "办学模式",
  "governance-item": "治理事项",
  "exchange-kind": "交流方式",
  statement: "原文陈述",
};

/** 政策包的提示语。 */
export const policy: Sentences<PolicyIssueParams> = {
  "duplicate-pack": ({ id }) => `政策包“${id}”重复载入，请只保留一份。`,
  "duplicate-policy-id": ({ id, what, first, second }) => `${kinds[what]}标识“${id}”在政策包“${first}”与“${second}”中重复，标识应当唯一。`,
  "unknown-parameter": ({ id, by, pack }) => `政策包“${pack}”的“${by}”引用了不存在的参数“${id}”。`,
  "unknown-source": ({ id, by, pack }) => `政策包“${pack}”的“${by}”引用了未列出的文件“${id}”。`,
  "unknown-policy-reference": ({ id, by, pack }) => `政策包“${pack}”的“${by}”引用了不存在的条目“${id}”。`,
  "setting-of-unknown-parameter": ({ id, pack }) => `政策包“${pack}”为不存在的参数“${id}”设定数值。`,
  "settings-collide": ({ id, first, second, day }) =>
    `政策包“${first}”与“${second}”对参数“${id}”${day === "" ? "" : `自${day}起`}的设定重叠，请只保留一个。`,
  "figure-replaced": ({ id, pack, value, by, replacement }) =>
    `政策包“${by}”将“${pack}”所载参数“${id}”的数值${value}改为${replacement}，报告中将注明为自行设定。`,
  "overridden-rule-absent": ({ id, by, pack }) => `政策包“${pack}”的规则“${by}”取代规则“${id}”，后者所在政策包未载入。`,
  "overrides-in-circle": ({ id, by, pack }) => `政策包“${pack}”的规则“${by}”与规则“${id}”循环取代，请写明以哪一条为准。`,
  "override-too-narrow": ({ id, by, pack }) =>
    `政策包“${pack}”的规则“${by}”约束力较弱或适用对象较少，不能取代规则“${id}”，两条规则同时适用。`,
  "rule-without-limit": ({ id, pack }) => `政策包“${pack}”的规则“${id}”未写明任何限值，请补充。`,
  "limit-of-another-unit": ({ id, by, pack, of }) =>
    of === "share"
      ? `政策包“${pack}”的规则“${by}”判定占比，参数“${id}”的单位应为比例。`
      : `政策包“${pack}”的规则“${by}”判定数量，参数“${id}”的单位不应为比例。`,
  "figure-out-of-range": ({ id, value, most }) =>
    most === "" ? `参数“${id}”的数值${value}不应小于0。` : `参数“${id}”的数值${value}应在0与${most}之间，如85%应写作0.85。`,
  "word-not-listed": ({ by, pack, word, allowed }) => `政策包“${pack}”的规则“${by}”取值“${word}”不在规定范围内，可取：${allowed}。`,
  "measure-of-another-subject": ({ by, pack, measure, subject }) =>
    `政策包“${pack}”的规则“${by}”的适用对象（${subject}）没有指标“${measure}”，规则始终不能适用，请更正。`,
  "condition-unreadable": ({ by, pack, key, value }) => `政策包“${pack}”的规则“${by}”限定条件“${key}”的取值“${value}”无法识别，请更正。`,
  "rules-contradict": ({ first, firstPack, second, secondPack }) =>
    `“${firstPack}”的规则“${first}”与“${secondPack}”的规则“${second}”同时适用且无法同时满足，请写明以哪一条为准。`,
  "rules-overlap": ({ first, firstPack, second, secondPack }) =>
    `“${firstPack}”的规则“${first}”与“${secondPack}”的规则“${second}”对同一事项要求不同且同时适用，建议写明以哪一条为准。`,
  "not-plain-json": ({ pack }) => `政策包“${pack}”含有JSON不能表示的内容。`,
  "values-gap": ({ id, from, until }) => `参数“${id}”自${from}起至${until}前没有数值。`,
  "values-overlap": ({ id, from }) => `参数“${id}”${from === "" ? "" : `自${from}起`}有两个数值同时有效。`,
  "empty-range": ({ id }) => `“${id}”的失效日期不晚于生效日期，始终不能适用，请更正。`,
  "malformed-day": ({ id, day }) => `“${id}”的日期“${day}”无效，应写作“2023-12-31”的形式。`,
  "malformed-figure": ({ id, value }) => `参数“${id}”的数值“${value}”不是有效数字。`,
  "value-without-basis": ({ id }) => `参数“${id}”的数值未注明依据，请补充。`,
  "source-unused": ({ id }) => `文件“${id}”已列出，但没有条目引用。`,
  "pack-weights-sum": ({ id, day, sum }) => `评价方案“${id}”在${day}的权重之和为${sum}，应为1。`,
  "id-without-prefix": ({ id, prefix }) => `标识“${id}”应以“${prefix}”开头。`,
  "open-list-unmarked": ({ id }) => `“${id}”的列举以“等”结尾，但未标明为开放列举。`,
  "items-missing": ({ id, announced, listed }) => `“${id}”原文称${announced}项，列出${listed}项。`,
};
