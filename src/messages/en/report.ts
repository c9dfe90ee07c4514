import type { ReportSentences } from "../report-sentences.js";

/** Headings and sentences of a rendered report. */
export const report: ReportSentences = {
  title: ({ name }) => `Education groups of ${name}: assessment`,
  section: ({ number, title }) => `${number}. ${title}`,
  unnamed: "(a district without name)",
  basis: "Basis",
  asOf: ({ asOf }) => `This report shows the state of ${asOf}.`,
  seed: ({ seed }) => `Seed: ${seed}.`,
  madeBy: ({ version }) =>
    `Made by school-groups ${version}. The documents differ in force: against plans, drafts and reports of practice a benchmark is reached or not reached; nobody breaks a rule.`,
  sourceHeader: ["document", "force", "pack"],
  size: ({ schools, groups, memberships, complete }) =>
    `The file holds ${schools} schools, ${groups} groups and ${memberships} memberships. ${complete ? "The list of schools is complete." : "The list of schools is not declared complete, so that counts are lower bounds."}`,
  validation: "Validation of the data",
  counts: ({ errors, warnings, notices }) => `Errors: ${errors}; warnings: ${warnings}; notices: ${notices}.`,
  counted: ({ low, high }) => (high === undefined ? `at least ${low}` : low === high ? `${low}` : `${low} to ${high}`),
  place: ({ path }) => ` (at ${path})`,
  groups: "Groups",
  groupHeader: ["group", "schools", "conclusion"],
  reconciliation: "Published figures reconciled",
  coverage: "Coverage targets",
  listed: ({ covered, whole, share }) => `covered ${covered}, of ${whole}, share ${share}`,
  published: ({ covered, whole, share, sameBase }) =>
    `Published: ${covered} schools, ${share} of ${whole}. ${sameBase ? "" : "The source does not say whether its base is the target's."}`.trim(),
  needed: ({ needed, whole, limit, reached }) =>
    `Of ${whole} schools ${limit} takes ${needed}; reached by the published count: ${reached}.`,
  notDue: ({ due }) => `The target is due on ${due}, not yet; the conclusion below is what it would be today.`,
  unclear: ({ words }) => `The source's base is not clear: ${words}.`,
  compliance: "How far the rules hold",
  overall: ({ verdict, satisfied, violated, undetermined, notApplicable }) =>
    `In all: ${verdict}. Of the rules that count, met: ${satisfied}, not met: ${violated}, undetermined: ${undetermined}, not applicable: ${notApplicable}.`,
  beside: ({ satisfied, violated, undetermined, notApplicable }) =>
    `Of the targets and encouragements beside them, reached: ${satisfied}, not reached: ${violated}, undetermined: ${undetermined}, not applicable: ${notApplicable}.`,
  frameworks: "Frameworks, measured",
  notMeasured: "not measured",
  unlisted: ({ count }) => `The source has ${count} more items and does not name them.`,
  matrixHeader: "item",
  matrixTitle: ({ framework, group }) => `${group}: ${framework}`,
  rotation: "Rotation",
  rotationPeriod: ({ from, until }) => `Counted from ${from} to the day before ${until}. Counts that are not certain are intervals.`,
  rotationHeader: ["who", "eligible", "exchanged", "of them backbone", "share"],
  notCounted: ({ count, possible }) =>
    `Records of exchange that do not count: ${count}, of which ${possible} may, once what is missing is known:`,
  valueAdded: "Value-added",
  valueAddedNote: ({ pupils, intraclass, correlation, confidence }) =>
    `By the mixed model, from ${pupils} pupils, in standard deviations of the area. ${intraclass} of all variance lies between schools; value-added and intake correlate by ${correlation}. Intervals and rank intervals have a confidence of ${confidence}; schools whose rank intervals overlap should not be ranked.`,
  valueAddedHeader: ["school", "pupils", "value-added (standard error)", "shrunken", "category", "rank (interval)"],
  category: { above: "above average", "not-different": "not different from average", below: "below average" },
  suppressed: ({ minimum }) => `fewer than ${minimum} pupils, not published`,
  pairs: ({ different, tested }) => `Of ${tested} pairs ${different} differ.`,
  groupEffectHeader: ["group", "value-added (standard error)", "lead less members (standard error)"],
  evaluation: "Evaluation",
  evaluationHeader: ["subject", "own score", "grade", "bundled score", "missing"],
  dimensionScores: "Scores by dimension",
  missingOfMany: ({ names, count }) => `${names} and others, ${count} in all`,
  groupScores: "Scores of groups",
  groupScoreHeader: ["group", "lead", "members", "group"],
  noScore: "no score",
  ruleHeader: ["rule", "strength and force", "conclusions", "what is missing"],
  notEvaluated: "Rules without a source of data, not evaluated:",
  notApplied: ({ count }) => `Another ${count} rules do not apply here or on this day and are not listed.`,
  nothing: "Nothing to report.",
  noInput: ({ needs }) => `No data was handed over; this part was not done. It needs: ${needs}.`,
  notApplicable: ({ because, clauses }) => `This part does not apply: ${because}${clauses === "" ? "" : ` (see ${clauses})`}.`,
  failure: {
    "district-unusable": "The district file has errors; this part was not done. Mend them first, as the validation says.",
    "input-unusable": "The data of this part has errors, so that there is no result. Mend them as listed.",
    "internal-error": "This part broke off; the others are not touched. Please report it to whoever maintains the software.",
  },
};
