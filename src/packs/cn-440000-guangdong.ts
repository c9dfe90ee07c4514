import type { PolicyPack } from "../policy/index.js";

/**
 * 广东省政策包. Guangdong's size of one group, in principle (原则上): at most nine schools or campuses and 15 000 pupils.
 *
 * Use it with `cn` for districts whose code begins with 44. Source: clause N1 of national.md.
 */
export const guangdong: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "cn-440000-guangdong",
  version: "1.0.0",
  label: { "zh-CN": "广东省集团规模", en: "Size of groups in Guangdong" },
  jurisdiction: { code: "440000", label: { "zh-CN": "广东省", en: "Guangdong" } },
  sources: [
    {
      id: "guangdong",
      title: { "zh-CN": "广东省集团化办学规定", en: "Rules on school groups in Guangdong" },
      force: "guidance",
      note: {
        "zh-CN": "标题为本库所拟；来源未载文件效力、发文机关和日期，按指导意见归类。",
        en: "The title is ours; force, issuer and date are not stated; filed as guidance.",
      },
    },
  ],
  parameters: [
    {
      id: "guangdong.size.campuses",
      label: { "zh-CN": "一个集团的学校或校区数上限", en: "most schools or campuses of one group" },
      unit: "schools",
      values: [{ value: "9", basis: { kind: "policy", citations: [{ source: "guangdong", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "guangdong.size.pupils",
      label: { "zh-CN": "一个集团的在校生上限", en: "most pupils of one group" },
      unit: "pupils",
      values: [{ value: "15000", basis: { kind: "policy", citations: [{ source: "guangdong", clause: "N1" }] } }],
      certainty: "A",
    },
  ],
  rules: [
    {
      id: "guangdong.size.campuses",
      kind: "count",
      label: { "zh-CN": "一个集团的学校或校区原则上不超过9个", en: "One group has in principle at most 9 schools or campuses" },
      topic: "size",
      citations: [{ source: "guangdong", clause: "N1" }],
      modality: "should",
      certainty: "A",
      appliesTo: { subject: "group" },
      count: { measure: "group-campuses" },
      bounds: { atMost: "guangdong.size.campuses" },
    },
    {
      id: "guangdong.size.pupils",
      kind: "count",
      label: { "zh-CN": "一个集团的在校生原则上不超过15000人", en: "One group has in principle at most 15 000 pupils" },
      topic: "size",
      citations: [{ source: "guangdong", clause: "N1" }],
      modality: "should",
      certainty: "A",
      appliesTo: { subject: "group" },
      count: { measure: "group-pupils" },
      bounds: { atMost: "guangdong.size.pupils" },
    },
  ],
};
