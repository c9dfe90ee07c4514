import type { PolicyPack } from "../policy/index.js";

/**
 * 上海市政策包. Shanghai's rule for the quality schools of model groups (示范性学区和集团): quotas of teachers who flow to weaker schools.
 *
 * Use it with `cn` for districts whose code begins with 31. Its shares are of groups designated `demonstration`; other groups stay under the national
 * rule. Source: clause N1 of national.md; the wording of the denominators is that of the city's press notice of 2023.
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
      title: { "zh-CN": "上海市示范性学区和集团创建要求", en: "Requirements for model districts and groups in Shanghai" },
      force: "guidance",
      issuer: { "zh-CN": "上海市教育委员会", en: "Shanghai Municipal Education Commission" },
      issuedOn: "2023",
      note: { "zh-CN": "要点据公开报道摘录。", en: "Taken from what was published about it." },
    },
  ],
  parameters: [
    {
      id: "shanghai.rotation.exchanged-share",
      label: {
        "zh-CN": "示范性集团流动教师占符合交流条件教师的比例下限",
        en: "least share of exchanged among eligible teachers, model groups",
      },
      unit: "ratio",
      values: [{ value: "0.2", basis: { kind: "policy", citations: [{ source: "shanghai", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "shanghai.rotation.backbone-share",
      label: { "zh-CN": "示范性集团骨干教师占流动教师的比例下限", en: "least share of backbone among exchanged teachers, model groups" },
      unit: "ratio",
      values: [{ value: "0.3", basis: { kind: "policy", citations: [{ source: "shanghai", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "shanghai.rotation.minimum-term",
      label: { "zh-CN": "流动期限下限", en: "least length of an exchange" },
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
        "zh-CN": "示范性集团每年流动教师不低于符合交流条件教师总数的20%",
        en: "Exchanged teachers of model groups are each year at least 20 % of the eligible teachers",
      },
      topic: "rotation",
      citations: [{ source: "shanghai", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "group", where: [{ fact: { measure: "designation", of: "demonstration" }, oneOf: ["yes"] }] },
      part: { measure: "exchanged-teachers", where: { "minimum-months": 36 } },
      whole: { measure: "eligible-teachers" },
      bounds: { atLeast: "shanghai.rotation.exchanged-share" },
      per: "year",
    },
    {
      id: "shanghai.rotation.backbone-share",
      kind: "share",
      label: {
        "zh-CN": "示范性集团骨干教师不低于流动教师的30%",
        en: "Backbone teachers are at least 30 % of the exchanged teachers of model groups",
      },
      topic: "rotation",
      citations: [{ source: "shanghai", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "group", where: [{ fact: { measure: "designation", of: "demonstration" }, oneOf: ["yes"] }] },
      part: { measure: "exchanged-backbone-teachers", where: { "minimum-months": 36 } },
      whole: { measure: "exchanged-teachers", where: { "minimum-months": 36 } },
      bounds: { atLeast: "shanghai.rotation.backbone-share" },
      per: "year",
    },
  ],
  statements: [
    {
      id: "shanghai.rotation.term",
      citations: [{ source: "shanghai", clause: "N1" }],
      text: { "zh-CN": "流动期限不少于3年。", en: "The term of an exchange is at least 3 years." },
      certainty: "A",
      figures: [{ label: { "zh-CN": "年", en: "years" }, value: "3" }],
    },
  ],
};
