import type { PolicyPack } from "../policy/index.js";

/**
 * 安徽省合肥市政策包. Hefei's shares of rotation: at least 10 % of those who are eligible, and 30 % in graduating grades.
 *
 * Use it with `cn` and `anhui` for districts whose code begins with 3401. The share is of each urban district; the national one is of town and quality
 * schools, so both stand. Source: clause N1 of national.md; the base of the 30 % is that of the city's press notice.
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
        "zh-CN": "关于进一步推进城区义务教育学校校长教师交流轮岗工作的若干规定",
        en: "Provisions on furthering rotation in urban compulsory education",
      },
      force: "guidance",
      issuer: { "zh-CN": "合肥市教育局等五部门", en: "Hefei Education Bureau and four others" },
      note: { "zh-CN": "要点据公开报道摘录。", en: "Taken from what was published about it." },
    },
  ],
  parameters: [
    {
      id: "hefei.rotation.exchanged-share",
      label: { "zh-CN": "交流教师占符合交流条件教师的比例下限", en: "least share of exchanged among eligible teachers" },
      unit: "ratio",
      values: [{ value: "0.1", basis: { kind: "policy", citations: [{ source: "hefei", clause: "N1" }] } }],
      certainty: "A",
    },
    {
      id: "hefei.rotation.graduating-share",
      label: {
        "zh-CN": "毕业年级交流教师占毕业年级符合交流条件教师的比例下限",
        en: "least share of exchanged among eligible teachers, graduating grades",
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
        "zh-CN": "各区每年交流轮岗人数不低于符合交流条件总人数的10%",
        en: "Each district exchanges each year at least 10 % of those who are eligible",
      },
      topic: "rotation",
      citations: [{ source: "hefei", clause: "N1" }],
      modality: "must",
      certainty: "A",
      appliesTo: { subject: "district" },
      part: { measure: "exchanged-teachers" },
      whole: { measure: "eligible-teachers" },
      bounds: { atLeast: "hefei.rotation.exchanged-share" },
      per: "year",
    },
    {
      id: "hefei.rotation.graduating-share",
      kind: "share",
      label: {
        "zh-CN": "毕业年级交流教师原则上不低于毕业年级符合交流条件教师的30%",
        en: "In graduating grades exchanged teachers are in principle at least 30 % of the eligible ones",
      },
      topic: "rotation",
      citations: [{ source: "hefei", clause: "N1" }],
      modality: "should",
      certainty: "A",
      appliesTo: { subject: "district" },
      part: { measure: "exchanged-teachers", where: { "graduating-grade": true } },
      whole: { measure: "eligible-teachers", where: { "graduating-grade": true } },
      bounds: { atLeast: "hefei.rotation.graduating-share" },
      per: "year",
    },
  ],
};
