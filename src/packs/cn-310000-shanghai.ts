import type { PolicyPack } from "../policy/index.js";

/**
 * 上海市政策包. Shanghai's rule for model groups (示范性集团): shares of exchanged and of backbone teachers, and a least term.
 *
 * Use it with `cn` for districts whose code begins with 31. Its shares are of groups designated `demonstration`; other groups stay under the national
 * rule. The source does not say of what the shares are taken: they are printed, and their verdict stays open. Source: clause N1 of national.md.
 */
export const shanghai: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-310000-shanghai",
  version: "1.0.0",
  label: { "zh-CN": "上海市教师交流轮岗", en: "Rotation of teachers in Shanghai" },
  jurisdiction: { code: "310000", label: { "zh-CN": "上海市", en: "Shanghai" } },
  sources: [
    {
      id: "shanghai",
      title: { "zh-CN": "上海市示范性集团教师交流轮岗规定", en: "Rules on the rotation of teachers in model groups of Shanghai" },
      force: "guidance",
      note: {
        "zh-CN": "标题为本库所拟；来源未载文件效力、发文机关和日期，按指导意见归类。",
        en: "The title is ours; force, issuer and date are not stated; filed as guidance.",
      },
    },
  ],
  parameters: [
    {
      id: "shanghai.rotation.exchanged-share",
      label: {
        "zh-CN": "示范性集团交流教师比例下限",
        en: "least share of exchanged teachers, model groups",
      },
      unit: "ratio",
      values: [{ value: "0.2", basis: { kind: "policy", citations: [{ source: "shanghai", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "shanghai.rotation.backbone-share",
      label: { "zh-CN": "示范性集团骨干教师比例下限", en: "least share of backbone teachers, model groups" },
      unit: "ratio",
      values: [{ value: "0.3", basis: { kind: "policy", citations: [{ source: "shanghai", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "shanghai.rotation.minimum-term",
      label: { "zh-CN": "交流期限下限", en: "least length of an exchange" },
      unit: "years",
      values: [{ value: "3", basis: { kind: "policy", citations: [{ source: "shanghai", clause: "N1" }] } }],
      certainty: "A",
    },
  ],
  rules: [
    {
      id: "shanghai.rotation.exchanged-share",
      kind: "share",
      label: {
        "zh-CN": "示范性集团交流教师比例不低于20%",
        en: "The share of exchanged teachers of model groups is at least 20 %",
      },
      topic: "rotation",
      citations: [{ source: "shanghai", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "group", where: [{ fact: { measure: "designation", of: "demonstration" }, oneOf: ["yes"] }] },
      part: { measure: "exchanged-teachers" },
      whole: { measure: "eligible-teachers" },
      bounds: { atLeast: "shanghai.rotation.exchanged-share" },
      unclear: {
        "zh-CN": "占何者的比例（分母）和统计期间，来源未载明",
        en: "of what (the base) and over which period it is counted: the source does not say",
      },
      note: { "zh-CN": "来源未载明情态，按应当录入。", en: "The source does not say how strongly it binds; entered as a must." },
    },
    {
      id: "shanghai.rotation.backbone-share",
      kind: "share",
      label: {
        "zh-CN": "示范性集团骨干教师比例不低于30%",
        en: "The share of backbone teachers in model groups is at least 30 %",
      },
      topic: "rotation",
      citations: [{ source: "shanghai", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "group", where: [{ fact: { measure: "designation", of: "demonstration" }, oneOf: ["yes"] }] },
      part: { measure: "exchanged-backbone-teachers" },
      whole: { measure: "exchanged-teachers" },
      bounds: { atLeast: "shanghai.rotation.backbone-share" },
      unclear: {
        "zh-CN": "占何者的比例（分母）和统计期间，来源未载明",
        en: "of what (the base) and over which period it is counted: the source does not say",
      },
      note: { "zh-CN": "来源未载明情态，按应当录入。", en: "The source does not say how strongly it binds; entered as a must." },
    },
  ],
  statements: [
    {
      id: "shanghai.rotation.term",
      citations: [{ source: "shanghai", clause: "N1" }],
      text: { "zh-CN": "交流期限不少于3年。", en: "The term of an exchange is at least 3 years." },
      certainty: "A",
      figures: [{ label: { "zh-CN": "年", en: "years" }, value: "3" }],
    },
  ],
};
