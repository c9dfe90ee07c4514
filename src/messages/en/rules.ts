import type { FindingSentences } from "../finding-sentences.js";

function held(value: string | undefined, limits: string | undefined): string {
  if (value === undefined) return "";
  return limits === undefined ? ` (${value})` : ` (${value}; ${limits})`;
}

function ofSubject(subject: string | undefined): string {
  return subject === undefined ? "" : ` of ${subject}`;
}

/** A name in quotes; what has none is "it". */
function quoted(name: string | undefined): string {
  return name === undefined ? "it" : `"${name}"`;
}

function daysOf(from: string | undefined, until: string | undefined): string {
  if (from === undefined) return until === undefined ? "" : ` (until ${until})`;
  return until === undefined ? ` (from ${from})` : ` (${from} to ${until})`;
}

/** How findings are told. */
export const rules: FindingSentences = {
  subject: {
    district: ({ name }) => (name === "" ? "the district" : `the district (${name})`),
    group: ({ name }) => `group "${name}"`,
    school: ({ name, group }) => (group === undefined ? `school "${name}"` : `school "${name}" in group "${group}"`),
  },
  verdict: {
    satisfied: { met: "met", reached: "reached" },
    violated: { met: "not met", reached: "not reached" },
    "not-applicable": { met: "not applicable", reached: "not applicable" },
    undetermined: { met: "cannot be determined", reached: "cannot be determined" },
  },
  code: {
    met: ({ subject, rule, verdict, value, limits }) => `${subject}: ${rule}: ${verdict}${held(value, limits)}.`,
    "not-met": ({ subject, rule, verdict, value, limits }) => `${subject}: ${rule}: ${verdict}${held(value, limits)}.`,
    "condition-not-fulfilled": ({ subject, rule, verdict }) => `${subject}: ${rule}: ${verdict}, the rule does not speak to this case.`,
    "not-in-force": ({ subject, rule, verdict }) => `${subject}: ${rule}: ${verdict}, the rule is not in force on that day.`,
    "not-due": ({ subject, rule, verdict }) => `${subject}: ${rule}: ${verdict}, the target is not due yet.`,
    "outside-jurisdiction": ({ subject, rule, verdict }) => `${subject}: ${rule}: ${verdict}, the document does not hold here.`,
    "no-subject": ({ subject, rule, verdict }) => `${subject}: ${rule}: ${verdict}, there is nobody it speaks to on that day.`,
    "threshold-missing": ({ subject, rule, verdict, value }) =>
      `${subject}: ${rule}: ${verdict}, the document gives no figure${held(value, undefined)}.`,
    "facts-missing": ({ subject, rule, verdict, value, limits }) =>
      `${subject}: ${rule}: ${verdict}, data are missing${held(value, limits)}.`,
    "base-unclear": ({ subject, rule, verdict, value, limits }) =>
      `${subject}: ${rule}: ${verdict}, the document does not say what the share is of${held(value, limits)}.`,
    "part-exceeds-whole": ({ subject, rule, verdict, limits }) =>
      `${subject}: ${rule}: ${verdict}, the part is more than the whole, so they are counted over different people${limits === undefined ? "" : ` (${limits})`}; check what is counted.`,
    "condition-unknown": ({ subject, rule, verdict }) => `${subject}: ${rule}: ${verdict}, it is not known whether the rule applies.`,
    "not-evaluated": ({ subject, rule }) => `${subject}: ${rule}: not evaluated, nobody measures it yet.`,
  },
  limit: {
    should: ({ relation, value }) => `should be ${relation} ${value}`,
    mustNot: ({ relation, value }) => `must not be ${relation} ${value}`,
  },
  encouraged: "This is encouraged or allowed, and has no part in the conclusion.",
  short: ({ item, value, floor, limit }) => `“${item}” comes to ${value}, below ${floor} of its standard (${limit}).`,
  missing: {
    threshold: ({ of, clauses }) =>
      `a figure${of === undefined ? "" : ` for ${quoted(of)}`}, to be set by the user${clauses === undefined ? "" : ` (the source gives none, see ${clauses})`}`,
    base: ({ of, clauses }) =>
      `what ${quoted(of)} is counted over, to be said by whoever issued the document${clauses === undefined ? "" : ` (see ${clauses})`}`,
    field: ({ table, column, subject }) => `"${column}"${ofSubject(subject)} (table ${table})`,
    record: ({ table, subject, of, from, until }) => {
      const item = of === undefined ? "" : `"${of}" `;
      return `a record ${item}in ${table}${ofSubject(subject)}${daysOf(from, until)}`;
    },
    register: ({ table, subject }) => `a declaration${ofSubject(subject)} that ${table} are complete`,
    designation: ({ of, subject }) => `whether ${quoted(of)} is designated${ofSubject(subject)}`,
    weight: ({ of }) => `a weight for ${quoted(of)}`,
    observation: ({ of, subject }) => `an observation of ${quoted(of)}${ofSubject(subject)}`,
    baseline: ({ of, subject }) => `a baseline of ${quoted(of)}${ofSubject(subject)}`,
  },
  gap: " ",
  missingSeparator: "; ",
  missingLead: ({ list }) => `Missing: ${list}.`,
};
