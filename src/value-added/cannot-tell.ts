import type { Term } from "../core/index.js";

/**
 * 结果不能说明的事项. What figures without pupils' scores leave open.
 *
 * `within-slope`: how exit goes with entrance among schoolmates. `residual-spread`: spread of pupils of equal entrance. `pupil-spread`: spread of
 * pupils at all. `entrance-spread`: spread at entrance. `same-pupils`: whether those at entrance are those at exit. `pupil-growth`: how any pupil
 * moved. `intake-change`: how far another intake explains it. `area-change`: whether the area as a whole rose. `paper-difficulty`: whether marks
 * of two papers are alike. `entrance-unknown`: what was there at entrance. `grade-distances`: how far grades lie apart. `within-grade`: what happened
 * inside a grade. `same-pupils-pairing`: who moved from which grade to which. `who-was-tested`: who is missing.
 */
export type CannotTellCode =
  | "within-slope"
  | "residual-spread"
  | "pupil-spread"
  | "entrance-spread"
  | "same-pupils"
  | "pupil-growth"
  | "intake-change"
  | "area-change"
  | "paper-difficulty"
  | "entrance-unknown"
  | "grade-distances"
  | "within-grade"
  | "same-pupils-pairing"
  | "who-was-tested";

/** One thing a result cannot tell, in words. */
export interface CannotTell {
  readonly code: CannotTellCode;
  readonly words: Term;
}

const WORDS: Readonly<Record<CannotTellCode, Term>> = {
  "within-slope": {
    "zh-CN": "只有学校均值，不能得知同校学生入口与出口成绩的关系；校际关系混有生源构成和学校本身的作用，不可套用于学生个人（生态谬误）。",
    en: "From school means alone the relation of exit to entrance among schoolmates is not known; the relation between schools mixes intake and schools' own effects and says nothing of single pupils (ecological fallacy).",
  },
  "residual-spread": {
    "zh-CN": "不知道校内两次成绩的相关，误差按出口成绩的全部离散程度计算，区间偏宽；如掌握该相关系数，请一并提供。",
    en: "The correlation of both scores within schools is not known: errors use the whole spread of exit scores, so that intervals are too wide rather than too narrow; give the correlation where it is known.",
  },
  "pupil-spread": {
    "zh-CN": "缺少标准差，不能估计误差，不给出区间、类别和名次。",
    en: "Without standard deviations there is no error: no interval, category or rank is given.",
  },
  "entrance-spread": {
    "zh-CN": "缺少入口成绩的标准差，生源水平以学校均值之间的标准差为单位，不能与学生标准分相比。",
    en: "Without standard deviations at entrance, intake is measured in standard deviations of school means, not of pupils.",
  },
  "same-pupils": {
    "zh-CN": "不能核实入口与出口均值是否出自同一批学生；转学、缺考造成的变化会被算作增值。",
    en: "Whether both means are of the same pupils cannot be checked: what moving and missing pupils change counts as value-added.",
  },
  "pupil-growth": {
    "zh-CN": "前后是不同的学生，只能说明两届水平之差，不能说明任何学生的进步。",
    en: "Before and after are different pupils: this is a difference of cohorts and says nothing of any pupil's growth.",
  },
  "intake-change": {
    "zh-CN": "不能区分学校的变化与生源的变化。",
    en: "A change of the school cannot be told from a change of its intake.",
  },
  "area-change": {
    "zh-CN": "各届均以本届全域为参照，不能说明全域总体是升是降。",
    en: "Each cohort is measured against its own area: whether the area as a whole rose or fell is not told.",
  },
  "paper-difficulty": {
    "zh-CN": "按原始分相减，不能区分水平变化与试卷难度变化；两卷等值由使用者自行负责。",
    en: "In raw marks a change of level cannot be told from a change of difficulty: that both papers are alike is the caller's word.",
  },
  "entrance-unknown": {
    "zh-CN": "只有一次测试，没有入口水平，不能说明增值。",
    en: "There is one test and no entrance: nothing is said of value-added.",
  },
  "grade-distances": {
    "zh-CN": "等级只有先后，没有间距；不将等级折算为分数，不能说明差距有多大。",
    en: "Grades have an order and no distances; no points are made of them, and how large a difference is cannot be told.",
  },
  "within-grade": {
    "zh-CN": "同一等级之内的变化无从得知。",
    en: "What changes within a grade is not seen.",
  },
  "same-pupils-pairing": {
    "zh-CN": "只有各等级人数，不知道每名学生前后的等级；误差按前后相互独立计算，如为同一批学生则区间偏宽。",
    en: "Only numbers per grade are known, not who moved from which grade to which: errors take both as independent, which is too wide where the pupils are the same.",
  },
  "who-was-tested": {
    "zh-CN": "不知道应考而未考的学生，不能说明缺考对结果的影响。",
    en: "Who should have sat and did not is not known, nor what that changes.",
  },
};

/** In words. @internal */
export function inWords(codes: readonly CannotTellCode[]): readonly CannotTell[] {
  return codes.map((code) => ({ code, words: WORDS[code] }));
}
