import type { PolicyPack } from "../policy/index.js";

/**
 * 北京市政策包. Beijing's conditions of rotation: years in one school, years to retirement, length of a stint.
 *
 * Use it with `cn` for districts whose code begins with 11. It holds parameters only, which the rotation room reads; the city's own share is not among
 * what the source gives. Source: clause N1 of national.md.
 */
export const beijing: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-110000-beijing",
  version: "1.0.0",
  label: { "zh-CN": "北京市教师交流轮岗", en: "Rotation of teachers in Beijing" },
  jurisdiction: { code: "110000", label: { "zh-CN": "北京市", en: "Beijing" } },
  sources: [
    {
      id: "beijing",
      title: { "zh-CN": "北京市义务教育学校校长教师交流轮岗规定", en: "Rules on the rotation of principals and teachers in Beijing" },
      force: "guidance",
      note: {
        "zh-CN": "标题为本库所拟；来源未载文件效力、发文机关和日期，按指导意见归类。",
        en: "The title is ours; force, issuer and date are not stated; filed as guidance.",
      },
    },
  ],
  parameters: [
    {
      id: "beijing.rotation.minimum-years",
      label: { "zh-CN": "在同一学校任教年限下限", en: "least years in the same school" },
      unit: "years",
      values: [{ value: "6", basis: { kind: "policy", citations: [{ source: "beijing", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "beijing.rotation.years-to-retirement",
      label: { "zh-CN": "距法定退休年限（须超过）", en: "years to retirement, to be exceeded" },
      unit: "years",
      values: [{ value: "5", basis: { kind: "policy", citations: [{ source: "beijing", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "beijing.rotation.minimum-term",
      label: { "zh-CN": "交流期限下限", en: "least length of a stint" },
      unit: "years",
      values: [{ value: "1", basis: { kind: "policy", citations: [{ source: "beijing", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "beijing.rotation.maximum-term",
      label: { "zh-CN": "交流期限上限", en: "most length of a stint" },
      unit: "years",
      values: [{ value: "3", basis: { kind: "policy", citations: [{ source: "beijing", clause: "N1" }] } }],
      certainty: "A",
    },
  ],
  statements: [
    {
      id: "beijing.rotation.eligible",
      citations: [{ source: "beijing", clause: "N1" }],
      text: {
        "zh-CN": "在同一学校任教满6年、距退休超过5年的教师符合交流条件；每次交流1至3年。",
        en: "Eligible: at least 6 years in the same school and more than 5 years to retirement; stints of 1 to 3 years.",
      },
      certainty: "A",
      figures: [
        { label: { "zh-CN": "任教年限", en: "years in one school" }, value: "6" },
        { label: { "zh-CN": "距退休年限", en: "years to retirement" }, value: "5" },
        { label: { "zh-CN": "交流期限", en: "stint" }, value: "1–3" },
      ],
    },
  ],
};
