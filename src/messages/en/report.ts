import type { ReportSentences } from "../report-sentences.js";
import { agreeing, counted } from "./counted.js";

/** Headings and sentences of a rendered report. */
export const report: ReportSentences = {
  title: ({ name }) => `Education groups of ${name}: assessment`,
  section: ({ number, title }) => `${number}. ${title}`,
  unnamed: "(a district without name)",
  basis: "Basis",
  asOf: ({ asOf }) => `This report shows the state of ${asOf}.`,
  seed: ({ seed }) => `Seed: ${seed}.`,
  uncheckedSince: ({ pack, knownUntil }) =>
    `The documents of "${pack}" were checked up to ${knownUntil}; whether they were amended or repealed since is not known.`,
  madeBy: ({ version }) =>
    `Made by school-groups ${version}. The documents differ in force: against plans, drafts and reports of practice a benchmark is reached or not reached; nobody breaks a rule.`,
  defaults: "Where neither a document nor the caller decides, this report holds to the following:",
  sourceHeader: ["document", "force", "pack"],
  size: ({ schools, groups, memberships, complete }) =>
    `The file holds ${counted(schools, "school")}, ${counted(groups, "group")} and ${counted(memberships, "membership")}. ${complete ? "The list of schools is complete." : "The list of schools is not declared complete, so that counts are lower bounds."}`,
  unusable: "The data file has errors and could not be used: schools and groups were not counted. Mend them and assess again.",
  validation: "Validation of the data",
  counts: ({ errors, warnings, notices }) => `Errors: ${errors}; warnings: ${warnings}; notices: ${notices}.`,
  counted: ({ low, high }) => (high === undefined ? `at least ${low}` : low === high ? `${low}` : `${low} to ${high}`),
  place: ({ path }) => ` (at ${path})`,
  groups: "Groups",
  groupHeader: ["group", "schools", "conclusion"],
  reconciliation: "Published figures reconciled",
  coverage: "Coverage targets",
  listed: ({ covered, whole, share }) => `covered ${covered}, of ${whole}, share ${share}`,
  published: ({ covered, whole, on, share, sameBase }) =>
    `Published${on === undefined ? "" : ` for ${on}`}: ${covered} schools, ${share} of ${whole}. ${sameBase ? "" : "The source does not say whether its base is the target's."}`.trim(),
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
  unlisted: ({ count }) => `The source has ${counted(count, "more item")} and does not name ${agreeing(count, "it", "them")}.`,
  matrixHeader: "item",
  matrixTitle: ({ framework, group }) => `${group}: ${framework}`,
  rotation: "Rotation",
  rotationPeriod: ({ from, until }) => `Counted from ${from} to the day before ${until}. Counts that are not certain are intervals.`,
  rotationHeader: ["who", "eligible", "exchanged", "of them backbone", "share"],
  notCounted: ({ count, possible }) =>
    `Records of exchange that do not count, count for some of the rows above only, or are undecided: ${count}, each with its reason; ${possible} of them may count, once what is missing is known or set:`,
  valueAdded: "Value-added",
  valueAddedNote: ({ method, scale, pupils, intraclass, correlation, confidence }) =>
    `Method: ${method}, from ${counted(pupils, "pupil")}, ${scale}. ${intraclass === undefined ? "" : `${intraclass} of all variance lies between schools. `}Value-added and intake correlate by ${correlation}. Intervals and rank intervals have a confidence of ${confidence}; schools whose rank intervals overlap should not be ranked.`,
  scale: {
    z: "in standard deviations of the area's exit scores",
    t: "in T scores (10 are one standard deviation)",
    marks: "in marks of the exit examination",
    "percent-rank": "in percent of candidates (0 to 100, more is better)",
    places: "in places (positive is up)",
    share: "as a share (0 to 1)",
    ridit: "as a mean standing in grades (0 to 1: the chance to stand above a pupil of the area, 0.5 is the area)",
  },
  intakeWarning: ({ correlation, favours, schools, limit }) =>
    `Warning: over ${schools} schools value-added and intake correlate by ${correlation} (a warning stands from ±${limit} on). The method itself may be the reason: it then favours schools of ${favours} intake (gains by regression to the mean, residuals by an unreliable entrance score). Do not publish an order of schools on it; compare the methods, or correct by the reliability of the entrance score. Of few schools such a correlation may be chance.`,
  valueAddedHeader: ["school", "pupils", "value-added (standard error)", "shrunken", "category", "rank (interval)"],
  category: { above: "above average", "not-different": "not different from average", below: "below average" },
  suppressed: ({ minimum }) => `fewer than ${minimum} pupils, not published`,
  pairs: ({ different, tested }) => `Of ${tested} pairs ${different} differ.`,
  method: {
    "gain-scores": "gains",
    "rank-change": "change of places",
    "rate-change": "change of mean and rates",
    "attainment-bands": "attainment bands",
    regression: "regression residuals",
    "means-regression": "regression of school means",
    "cohort-change": "change between cohorts",
    "grade-change": "change of grades",
    "mixed-model": "mixed model",
  },
  methodsNote:
    "Value-added of the same pupils by several methods. Gains mostly favour schools of weak intake, residuals and the mixed model those of strong intake. Conclude nothing about a school on which they disagree.",
  intakeCorrelation: "correlation with intake",
  testedNote: "Who should have sat and who did, and the school's mean had all the others had the lowest or the highest mark:",
  testedHeader: ["school", "on the roll", "tested", "mean between"],
  placesNote: ({ entrance, exit }) =>
    `Mean places of each school's pupils in the whole area, 1 is best (among ${entrance} at entrance and ${exit} at the exit); beside them the school's place by its mean mark among the schools published.`,
  placesHeader: ["school", "place at entrance", "place at exit", "by mean mark: entrance → exit", "could change from … to"],
  bandsNote: ({ sd }) =>
    `Expected exit mark of each entrance band: the mean exit mark of its pupils, or the table handed in. A pupil's value-added is the exit mark less it; a school's is the mean of its pupils'. Standard deviation of pupils' differences: ${sd} marks.`,
  bandsHeader: ["entrance mark from", "expected exit mark", "pupils", "lowest difference counted"],
  adjustedNote: "With very low pupils held at their band's floor, beside the figures above:",
  adjustedHeader: ["school", "adjusted", "interval", "pupils held"],
  ratesNote:
    "Mean mark and rates at entrance → exit. The papers differ: value-added above is the change of a school less that of the area. Only pupils near a cut-off can change a rate.",
  ratesMean: "mean mark",
  ratesScore: "score rate",
  ratesIndex: "index",
  groupEffectHeader: ["group", "value-added (standard error)", "lead less members (standard error)"],
  groupChangeNote: ({ earlier, later }) =>
    `How the gap between lead and members changed from the cohort of ${earlier} to that of ${later}, both by the earlier one's line. Narrowing is members up plus lead down; below the smallest visible change neither a change nor its absence is shown.`,
  groupChangeHeader: [
    "group",
    "gap narrower by (standard error)",
    "members up (standard error)",
    "lead down (standard error)",
    "smallest visible change",
    "lower limit of the lead's change",
  ],
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
