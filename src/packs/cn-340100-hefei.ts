import type { PolicyPack } from "../policy/index.js";

/**
 * 安徽省合肥市政策包. Hefei's shares of rotation: at least 10 %, and 30 % in graduating grades.
 *
 * Use it with `cn` and `anhui` for districts whose code begins with 3401. The source does not say of what the shares are taken nor whom they bind: they
 * are printed for the district, and their verdict stays open. The national share stands beside them. Source: clause N1 of national.md.
 */
export const hefei: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-340100-hefei",
  version: "1.0.0",
  label: { "zh-CN": "合肥市校长教师交流轮岗", en: "Rotation of principals and teachers in Hefei" },
  jurisdiction: { code: "340100", label: { "zh-CN": "安徽省合肥市", en: "Hefei, Anhui" } },
  sources: [
    {
      id: "hefei",
      title: {
        "zh-CN": "合肥市校长教师交流轮岗规定",
        en: "Rules on the rotation of principals and teachers in Hefei",
      },
      force: "guidance",
      note: {
        "zh-CN": "标题为本库所拟；来源未载文件效力、发文机关和日期，按指导意见归类。",
        en: "The title is ours; force, issuer and date are not stated; filed as guidance.",
      },
    },
  ],
  parameters: [
    {
      id: "hefei.rotation.exchanged-share",
      label: { "zh-CN": "交流教师比例下限", en: "least share of exchanged teachers" },
      unit: "ratio",
      values: [{ value: "0.1", basis: { kind: "policy", citations: [{ source: "hefei", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "hefei.rotation.graduating-share",
      label: {
        "zh-CN": "毕业年级交流教师比例下限",
        en: "least share of exchanged teachers, graduating grades",
      },
      unit: "ratio",
      values: [{ value: "0.3", basis: { kind: "policy", citations: [{ source: "hefei", clause: "N1" }] } }],
      certainty: "A",
    },
  ],
  rules: [
    {
      id: "hefei.rotation.exchanged-share",
      kind: "share",
      label: {
        "zh-CN": "交流轮岗教师比例不低于10%",
        en: "The share of exchanged teachers is at least 10 %",
      },
      topic: "rotation",
      citations: [{ source: "hefei", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "district" },
      part: { measure: "exchanged-teachers" },
      whole: { measure: "eligible-teachers" },
      bounds: { atLeast: "hefei.rotation.exchanged-share" },
      unclear: {
        "zh-CN": "占何者的比例（分母）、约束何者和统计期间，来源未载明",
        en: "of what (the base), of whom and over which period it is counted: the source does not say",
      },
      note: { "zh-CN": "来源未载明情态，按应当录入。", en: "The source does not say how strongly it binds; entered as a must." },
    },
    {
      id: "hefei.rotation.graduating-share",
      kind: "share",
      label: {
        "zh-CN": "毕业年级交流轮岗教师比例不低于30%",
        en: "In graduating grades the share of exchanged teachers is at least 30 %",
      },
      topic: "rotation",
      citations: [{ source: "hefei", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "district" },
      part: { measure: "exchanged-teachers", where: { "graduating-grade": true } },
      whole: { measure: "eligible-teachers", where: { "graduating-grade": true } },
      bounds: { atLeast: "hefei.rotation.graduating-share" },
      unclear: {
        "zh-CN": "占何者的比例（分母）、约束何者和统计期间，来源未载明",
        en: "of what (the base), of whom and over which period it is counted: the source does not say",
      },
      note: { "zh-CN": "来源未载明情态，按应当录入。", en: "The source does not say how strongly it binds; entered as a must." },
    },
  ],
};
