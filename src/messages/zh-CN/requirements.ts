import type { RequirementSentences } from "../requirement-sentences.js";

function andMore(more: number): string {
  return more > 0 ? `等${more + SHOWN}项` : "";
}

/** How many rules are named before the rest are counted. */
const SHOWN = 3;

/** 数据需求清单的表述。 */
export const requirements: RequirementSentences = {
  title: "数据需求清单",
  nothing: "所选内容无需补充数据。",
  table: ({ label, of }) => (of === "" ? `【${label}】` : `【${label}】须包括：${of}`),
  column: ({ label, holds, present, optional }) =>
    `${optional ? "（可留空）" : ""}${label}：${holds}${present === undefined ? "" : `（${present}）`}`,
  present: ({ filled, rows }) => (rows === 0 ? "暂无记录" : `已填${filled}条，共${rows}条`),
  neededBy: ({ rules, more }) => `缺上述数据则无法判定：${rules}${andMore(more)}`,
  settled: "已齐备。",
  figures: "需由使用单位设定的数值（文件未给出）",
  figure: ({ label, clauses, rules, more }) => `${label}${clauses === "" ? "" : `（见${clauses}）`}，涉及：${rules}${andMore(more)}`,
  unclear: "需由发文单位明确的口径",
  base: ({ rule, words, clauses }) => `${rule}：${words}（见${clauses}）`,
};
