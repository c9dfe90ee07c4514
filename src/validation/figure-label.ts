import type { Term } from "../core/index.js";
import { type PublishedFigure, STAGE_LABELS } from "../domain/index.js";

const MEASURES: Readonly<Record<string, Term>> = {
  pupils: { "zh-CN": "学生数", en: "pupils" },
  staff: { "zh-CN": "教职工数", en: "staff" },
  teachers: { "zh-CN": "专任教师数", en: "full-time teachers" },
  groups: { "zh-CN": "集团数", en: "groups" },
  schools: { "zh-CN": "学校数", en: "schools" },
  kindergartens: { "zh-CN": "幼儿园数", en: "kindergartens" },
  "exchanged-teachers": { "zh-CN": "交流教师数", en: "exchanged teachers" },
  "backbone-teachers": { "zh-CN": "骨干教师数", en: "backbone teachers" },
  counties: { "zh-CN": "县（市、区）数", en: "counties" },
};

/** 公布数据名称. What a published figure counts, which part of it, and its id: `公布的学生数（小学）“pupils-primary”`. */
export function figureLabel({ id, measure, as, breakdown }: PublishedFigure): Term {
  const what = wordOf(MEASURES, measure);
  const part = breakdown === undefined ? undefined : wordOf(STAGE_LABELS, breakdown.value);
  const share = as === "share";
  return {
    "zh-CN": `公布的${what["zh-CN"]}${share ? "占比" : ""}${part === undefined ? "" : `（${part["zh-CN"]}）`}“${id}”`,
    en: `published ${share ? "share of " : ""}${what.en}${part === undefined ? "" : ` (${part.en})`} “${id}”`,
  };
}

/** The library's word, else the caller's own. */
function wordOf(words: Readonly<Record<string, Term>>, id: string): Term {
  return (Object.hasOwn(words, id) ? words[id] : undefined) ?? { "zh-CN": id, en: id };
}
