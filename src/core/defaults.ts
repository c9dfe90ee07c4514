import type { Basis } from "./source.js";
import type { Term } from "./term.js";

/** A figure this library chose because no source gives one, with its reason, which every explanation that used it prints. */
export interface LibraryDefault {
  readonly value: number | string | boolean;
  readonly why: Term;
}

/**
 * 库内默认值. Every figure of this library that no policy and no caller gave, by name. A figure that judges anybody stands here (or in a
 * pack's template) and nowhere else.
 *
 * Limits of size are well above a province (some 30 000 schools), so that only broken or hostile input meets them.
 */
export const DEFAULTS = {
  maxTextLength: {
    value: 10_000,
    why: { "zh-CN": "单项文字不超过一万字，足以容纳任何名称或说明", en: "no name or remark needs more than ten thousand characters" },
  },
  maxIdLength: {
    value: 200,
    why: { "zh-CN": "编号不超过二百字", en: "no id needs more than two hundred characters" },
  },
  maxArrayLength: {
    value: 200_000,
    why: {
      "zh-CN": "单个列表不超过二十万条，远大于一省学校总数",
      en: "no list of a province's schools or groups comes near two hundred thousand",
    },
  },
  maxIssues: {
    value: 10_000,
    why: { "zh-CN": "问题逐条列出至一万条，其余按类计数", en: "ten thousand problems are listed one by one, the rest are counted by code" },
  },
  maxDecimalLength: {
    value: 1_000,
    why: {
      "zh-CN": "数字不超过一千位，避免超长数字拖慢计算",
      en: "a figure of more than a thousand characters is no figure, and would slow every sum",
    },
  },
  maxDecimalExponent: {
    value: 400,
    why: {
      "zh-CN": "指数绝对值不超过四百，覆盖双精度浮点数全部范围",
      en: "an exponent up to 400 covers every double; more would fill the memory",
    },
  },
  maxDecimalPlaces: {
    value: 100,
    why: { "zh-CN": "小数位数不超过一百位，远超公文所需", en: "no document prints more than a hundred decimal places" },
  },
  rotationOverflow: {
    value: "clamp",
    why: {
      "zh-CN": "到期月份没有对应日的，以该月末日为到期日（民法典第二百零二条）",
      en: "where the last month lacks the day, its last day takes its place (Civil Code, article 202)",
    },
  },
  rotationUnstatedRole: {
    value: "teacher",
    why: { "zh-CN": "教师名册中未填岗位者，按教师计", en: "a person on a roster of teachers without a stated post is a teacher" },
  },
  rotationTeacherRoles: {
    value: "teacher middle-manager",
    why: {
      "zh-CN": "校级领导按任期交流，不计入教师交流比例",
      en: "school leaders rotate by their terms and stand outside the share of teachers",
    },
  },
  rotationConversion: {
    value: false,
    why: {
      "zh-CN": "走教、兼课、跟岗等折算为交流人数无政策依据，不予计入",
      en: "no rule converts walking, part-time teaching or shadowing into head-count",
    },
  },
  minimumCells: {
    value: 20,
    why: {
      "zh-CN": "应完成项不足二十项时，一项即影响五个百分点以上，只印分数，不印百分比",
      en: "with fewer than twenty due cells one of them moves the percent by more than five points, so the fraction is printed",
    },
  },
  synchronyTolerance: {
    value: 0,
    why: {
      "zh-CN": "未规定允许提前或滞后天数的，只认期限当日，不擅自放宽",
      en: "where nobody allows days before or after the due day, only the day itself counts: nothing is forgiven that no source forgives",
    },
  },
  minimumCohort: {
    value: 10,
    why: {
      "zh-CN": "不足十名学生的学校不公布结果，防止从均值推知个人成绩",
      en: "a mean of fewer than ten pupils tells too much of each of them",
    },
  },
  minimumTestedShare: {
    value: 0.95,
    why: {
      "zh-CN": "应考学生实际参评低于95%的，予以提示",
      en: "where more than one pupil in twenty is missing, who is missing may decide the result",
    },
  },
  minimumGroupsForVariance: {
    value: 10,
    why: {
      "zh-CN": "集团不足十个的，集团间差异的方差无法可靠估计",
      en: "from fewer than ten groups the variance between groups is hardly known",
    },
  },
  publishedCountMonths: {
    value: 12,
    why: {
      "zh-CN": "公布数只说明其统计之日的情况，学校和集团逐年变动，距判定日已满十二个月的不据以判定",
      en: "a published count tells of its own day; schools and groups change every year, so one twelve months old or more settles nothing",
    },
  },
  strongIntakeCorrelation: {
    value: 0.3,
    why: {
      "zh-CN": "增值与入口成绩的相关系数绝对值达到0.3的予以提示：入口成绩信度为0.88时，模拟所得差值法为−0.35、残差法为0.33，均出自方法本身",
      en: "from a correlation of 0.3 with intake on a warning stands: simulated with a prior of reliability 0.88 gains have −0.35 and residuals +0.33 from the method alone",
    },
  },
  mostSchoolsInPairs: {
    value: 200,
    why: {
      "zh-CN": "两两比较以二百所学校为限，更多学校时只给出名次区间",
      en: "beyond two hundred schools nobody reads a list of pairs; the rank intervals stay",
    },
  },
} as const satisfies Readonly<Record<string, LibraryDefault>>;

/** The name of a library default, as it stands in explanations. */
export type DefaultName = keyof typeof DEFAULTS;

/**
 * The basis of a figure that comes from `DEFAULTS`, for parameters of an explanation.
 *
 * @example
 * ```ts
 * import { libraryBasis } from "school-groups/core";
 *
 * libraryBasis("maxIssues").kind; // => "library"
 * ```
 */
export function libraryBasis(name: DefaultName): Basis {
  return { kind: "library", why: DEFAULTS[name].why };
}
