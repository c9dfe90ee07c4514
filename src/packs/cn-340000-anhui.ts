import type { PolicyPack } from "../policy/index.js";

/**
 * 安徽省政策包. Anhui's conditions of rotation: six years in a school, two terms for principals.
 *
 * Use it with `cn` for districts whose code begins with 34, and with `hefei` in Hefei. Source: clause N1 of national.md.
 */
export const anhui: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-340000-anhui",
  version: "1.0.0",
  label: { "zh-CN": "安徽省校长教师交流轮岗", en: "Rotation of principals and teachers in Anhui" },
  jurisdiction: { code: "340000", label: { "zh-CN": "安徽省", en: "Anhui" } },
  sources: [
    {
      id: "anhui",
      title: { "zh-CN": "安徽省义务教育学校校长教师交流轮岗规定", en: "Rules on the rotation of principals and teachers in Anhui" },
      force: "guidance",
      note: {
        "zh-CN": "标题为本库所拟；来源未载文件效力、发文机关和日期，按指导意见归类。",
        en: "The title is ours; force, issuer and date are not stated; filed as guidance.",
      },
    },
  ],
  parameters: [
    {
      id: "anhui.rotation.minimum-years",
      label: { "zh-CN": "在同一学校任教年限下限", en: "least years in the same school" },
      unit: "years",
      values: [{ value: "6", basis: { kind: "policy", citations: [{ source: "anhui", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "anhui.rotation.principal-terms",
      label: { "zh-CN": "校长在同一学校连续任职届数", en: "terms a principal serves in one school" },
      unit: "times",
      values: [{ value: "2", basis: { kind: "policy", citations: [{ source: "anhui", clause: "N1" }] } }],
      certainty: "A",
    },
  ],
  rules: [
    {
      id: "anhui.rotation.principal-terms",
      kind: "range",
      label: { "zh-CN": "校长在同一学校连续任职不超过两届", en: "A principal serves at most two terms in one school" },
      topic: "rotation",
      citations: [{ source: "anhui", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "school" },
      overrides: ["cn.rotation.principal-terms"],
      value: { measure: "principal-terms" },
      bounds: { atMost: "anhui.rotation.principal-terms" },
    },
  ],
  statements: [
    {
      id: "anhui.rotation.eligible",
      citations: [{ source: "anhui", clause: "N1" }],
      text: {
        "zh-CN": "在同一学校任教满6年的教师、连续任满两届的校长应交流。",
        en: "Teachers with 6 years in a school and principals with two terms rotate.",
      },
      certainty: "A",
      figures: [
        { label: { "zh-CN": "任教年限", en: "years" }, value: "6" },
        { label: { "zh-CN": "任职届数", en: "terms" }, value: "2" },
      ],
    },
  ],
};
