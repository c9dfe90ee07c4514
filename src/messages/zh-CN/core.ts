import type { CoreIssueParams } from "../../core/index.js";
import type { Sentences } from "../sentences.js";
import type { ExplanationSentences, Words } from "../words.js";

/** The closed lists of `core` and `policy` in Chinese. */
export const words: Words = {
  severity: { error: "错误", warning: "警示", notice: "提示" },
  force: {
    binding: "规范性文件",
    guidance: "指导意见",
    trial: "试行文件",
    draft: "征求意见稿",
    plan: "工作规划",
    "reported-practice": "工作情况报告",
  },
  modality: { must: "应当", "must-not": "不得", should: "原则上", encouraged: "鼓励", may: "可" },
  truth: { yes: "是", no: "否", unknown: "不详" },
  topic: {
    governance: "治理结构",
    coverage: "覆盖目标",
    framework: "协同框架",
    rotation: "交流轮岗",
    balance: "优质均衡",
    size: "办学规模",
    "value-added": "增值评价",
    evaluation: "考核评价",
    support: "支持保障",
  },
  operator: {
    sum: "合计",
    difference: "相差",
    product: "乘积",
    quotient: "商",
    share: "占比",
    count: "计数",
    mean: "平均值",
    "weighted-mean": "加权平均值",
    "geometric-mean": "几何平均值",
    "harmonic-mean": "调和平均值",
    minimum: "最小值",
    maximum: "最大值",
    median: "中位数",
    square: "平方",
    "square-root": "平方根",
    absolute: "绝对值",
    ceiling: "向上取整",
    clamp: "限定在上下限之内",
    interpolate: "按比例折算",
    interval: "区间",
    "printed-interval": "公布数字所代表的区间",
    "full-years": "周年数",
    "days-between": "天数",
    "all-of": "全部成立",
    "any-of": "任一成立",
    not: "否定",
    coverage: "覆盖率",
    select: "按条件取值",
    verdict: "判定",
  },
  relation: { "at-least": "不低于", "at-most": "不高于", "more-than": "高于", "less-than": "低于", equal: "等于", "one-of": "属于" },
  rounding: {
    "half-away-from-zero": "四舍五入",
    "half-even": "四舍六入五成双（GB/T 8170）",
    "away-from-zero": "远离零方向进位",
    "toward-zero": "舍去尾数",
    ceiling: "向上取整",
    floor: "向下取整",
  },
  unit: {
    people: "人",
    pupils: "人",
    teachers: "人",
    schools: "所",
    groups: "个",
    memberships: "项",
    documents: "份",
    minutes: "分钟",
    "half-days": "个半天",
    days: "天",
    months: "个月",
    years: "年",
    times: "次",
    periods: "期",
    cells: "项",
    tasks: "项",
    ratio: "",
    points: "分",
    "square-metres": "平方米",
    yuan: "元",
    rooms: "间",
    "per-hundred-pupils": "（每百名学生）",
    "square-metres-per-pupil": "平方米/生",
    "yuan-per-pupil": "元/生",
  },
  unknown: "不详",
  colon: "：",
  comma: "，",
  stop: "。",
  listComma: "、",
  parentheses: ["（", "）"],
};

/** What joins the parts of an explanation in Chinese. */
export const explanation: ExplanationSentences = {
  fact: ({ clause }) => (clause === undefined ? "数据" : `数据，见${clause}`),
  policyBasis: ({ clauses }) => `政策依据：${clauses}`,
  callerBasis: "依据：使用单位设定",
  libraryBasis: ({ why }) => `依据：本软件默认值，${why}`,
  rounding: ({ mode, step, before, after }) => `修约（${mode}，修约间隔${step}）：${before} → ${after}`,
  comparison: ({ left, relation, right, holds }) => {
    const answer = { yes: "成立", no: "不成立", unknown: "尚不能判断" }[holds];
    return `${left}${relation}${right}：${answer}`;
  },
  estimate: ({ value, method, standardError }) =>
    standardError === undefined ? `${value}（估计方法：${method}）` : `${value}（标准误${standardError}，估计方法：${method}）`,
  interval: ({ low, high }) => {
    if (high === undefined) return `不少于${low}（上限不详）`;
    return low === high ? low : `${low}至${high}`;
  },
  nearly: ({ decimal }) => `约${decimal}`,
  about: ({ exact, decimal }) => `${exact}（约${decimal}）`,
};

/** 校历有误之处。What `checkCalendar` says. */
export const core: Sentences<CoreIssueParams> = {
  "calendar-day-invalid": ({ text }) => `校历中的“${text}”不是有效日期，应当写作“2023-09-01”的形式。`,
  "calendar-range-empty": ({ from, until }) => `校历中起于${from}、止于${until}（不含当日）的时段不含任何日期。`,
  "calendar-weekday-invalid": ({ text }) => `校历中的工作日“${text}”不在1（周一）至7（周日）之内。`,
  "calendar-weekdays-missing": () => "校历未列明每周的工作日。",
  "calendar-start-invalid": ({ text }) => `学年起始日“${text}”无效，应当为每年都有的日期，写作“09-01”的形式。`,
  "calendar-school-year-invalid": ({ text }) => `“${text}”不是有效学年，应当写作“2023-2024”的形式。`,
  "calendar-term-outside-school-year": ({ id, schoolYear }) => `学期“${id}”标明属于${schoolYear}学年，但与该学年没有重合日期。`,
  "calendar-term-id-repeated": ({ id }) => `学期标识“${id}”重复。`,
  "calendar-terms-overlap": ({ first, second, from, until }) => `学期“${first}”与学期“${second}”在${from}至${until}（不含当日）期间重叠。`,
  "calendar-holidays-overlap": ({ from, until }) => `两项放假安排在${from}至${until}（不含当日）期间重叠，重叠日期只计一次。`,
  "calendar-make-up-not-rest-day": ({ day }) => `调休上班日${day}原为工作日，无需列入调休安排。`,
  "calendar-make-up-in-holiday": ({ day }) => `调休上班日${day}在放假期间之内，按上班日处理。`,
  "calendar-make-up-repeated": ({ day }) => `调休上班日${day}重复列出，只计一次。`,
};
