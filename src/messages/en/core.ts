import type { CoreIssueParams } from "../../core/index.js";
import type { Sentences } from "../sentences.js";
import type { ExplanationSentences, Words } from "../words.js";

/** The closed lists of `core` and `policy` in English. */
export const words: Words = {
  severity: { error: "error", warning: "warning", notice: "notice" },
  force: {
    binding: "binding document",
    guidance: "guiding opinion",
    trial: "trial document",
    draft: "draft for comment",
    plan: "plan",
    "reported-practice": "report of practice",
  },
  modality: { must: "must", "must-not": "must not", should: "in principle", encouraged: "encouraged", may: "may" },
  truth: { yes: "yes", no: "no", unknown: "unknown" },
  topic: {
    governance: "governance",
    coverage: "coverage targets",
    framework: "frameworks of joint work",
    rotation: "rotation of teachers",
    balance: "quality balance",
    size: "size of schools",
    "value-added": "value-added",
    evaluation: "evaluation",
    support: "support",
  },
  operator: {
    sum: "sum",
    difference: "difference",
    product: "product",
    quotient: "quotient",
    share: "share",
    count: "count",
    mean: "mean",
    "weighted-mean": "weighted mean",
    "geometric-mean": "geometric mean",
    "harmonic-mean": "harmonic mean",
    minimum: "least",
    maximum: "greatest",
    median: "median",
    square: "square",
    "square-root": "square root",
    absolute: "absolute value",
    ceiling: "rounded up",
    clamp: "kept within its limits",
    interpolate: "in proportion",
    interval: "interval",
    "printed-interval": "interval that the printed digits stand for",
    "full-years": "full years",
    "days-between": "days",
    "all-of": "all hold",
    "any-of": "at least one holds",
    not: "negation",
    coverage: "coverage",
    select: "by case",
    verdict: "verdict",
  },
  relation: {
    "at-least": "at least",
    "at-most": "at most",
    "more-than": "more than",
    "less-than": "less than",
    equal: "equal to",
    "one-of": "one of",
  },
  rounding: {
    "half-away-from-zero": "half away from zero",
    "half-even": "half to even (GB/T 8170)",
    "away-from-zero": "away from zero",
    "toward-zero": "toward zero",
    ceiling: "up",
    floor: "down",
  },
  unit: {
    people: " people",
    pupils: " pupils",
    teachers: " teachers",
    schools: " schools",
    groups: " groups",
    memberships: " memberships",
    documents: " documents",
    minutes: " minutes",
    "half-days": " half-days",
    days: " days",
    months: " months",
    years: " years",
    times: " times",
    items: " items",
    periods: " periods",
    cells: " cells",
    tasks: " tasks",
    ratio: "",
    coefficient: "",
    points: " points",
    "square-metres": " m²",
    yuan: " yuan",
    rooms: " rooms",
    "per-hundred-pupils": " per 100 pupils",
    "square-metres-per-pupil": " m² per pupil",
    "yuan-per-pupil": " yuan per pupil",
  },
  unknown: "unknown",
  colon: ": ",
  comma: ", ",
  stop: ".",
  listComma: ", ",
  parentheses: [" (", ")"],
};

/** What joins the parts of an explanation in English. */
export const explanation: ExplanationSentences = {
  fact: ({ clause }) => (clause === undefined ? "data" : `data, see ${clause}`),
  policyBasis: ({ clauses }) => `policy: ${clauses}`,
  callerBasis: "set by the user of this software",
  libraryBasis: ({ why }) => `default of this software: ${why}`,
  rounding: ({ mode, step, before, after }) => `rounded (${mode}, to steps of ${step}): ${before} → ${after}`,
  comparison: ({ left, relation, right, holds }) => {
    const answer = { yes: "holds", no: "does not hold", unknown: "cannot be told yet" }[holds];
    return `${left} ${relation} ${right}: ${answer}`;
  },
  estimate: ({ value, method, standardError }) =>
    standardError === undefined
      ? `${value} (estimated by ${method})`
      : `${value} (standard error ${standardError}, estimated by ${method})`,
  interval: ({ low, high }) => {
    if (high === undefined) return `at least ${low} (no known upper end)`;
    return low === high ? low : `${low} to ${high}`;
  },
  nearly: ({ decimal }) => `about ${decimal}`,
  about: ({ exact, decimal }) => `${exact} (about ${decimal})`,
};

/** What `checkCalendar` says. */
export const core: Sentences<CoreIssueParams> = {
  "calendar-day-invalid": ({ text }) => `“${text}” in the calendar is no day; write it as 2023-09-01.`,
  "calendar-range-empty": ({ from, until }) => `A stretch of the calendar from ${from} until ${until} (exclusive) holds no day.`,
  "calendar-weekday-invalid": ({ text }) => `The working weekday “${text}” is not between 1 (Monday) and 7 (Sunday).`,
  "calendar-weekdays-missing": () => "The calendar names no working weekday.",
  "calendar-start-invalid": ({ text }) => `“${text}” cannot begin a school year; give a day that every year has, such as 09-01.`,
  "calendar-school-year-invalid": ({ text }) => `“${text}” is no school year; write it as 2023-2024.`,
  "calendar-term-outside-school-year": ({ id, schoolYear }) =>
    `The term “${id}” is said to belong to the school year ${schoolYear} but has no day in it.`,
  "calendar-term-id-repeated": ({ id }) => `The term id “${id}” is used more than once.`,
  "calendar-terms-overlap": ({ first, second, from, until }) =>
    `The terms “${first}” and “${second}” overlap from ${from} until ${until} (exclusive).`,
  "calendar-holidays-overlap": ({ from, until }) => `Two holidays overlap from ${from} until ${until} (exclusive); the days count once.`,
  "calendar-make-up-not-rest-day": ({ day }) => `The make-up day ${day} is a working day anyway.`,
  "calendar-make-up-in-holiday": ({ day }) => `The make-up day ${day} lies within a holiday; it counts as a working day.`,
  "calendar-make-up-repeated": ({ day }) => `The make-up day ${day} is listed more than once; it counts once.`,
};
