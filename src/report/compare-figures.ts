import { RESOURCE_INDICATORS } from "../balance/index.js";
import type { CoverageTarget } from "../compliance/index.js";
import type { CountRange, ExplainedValue, Force, Subject, Term } from "../core/index.js";
import type { Finding, Verdict } from "../rules/index.js";
import type { ReconciliationOutcome } from "../validation/index.js";
import type { DistrictReport } from "./district-report.js";

/** The parts of a report that hold figures and verdicts. */
export type ComparedPart = "validation" | "reconciliation" | "coverage" | "compliance" | "balance" | "rotation" | "evaluation";

/** What a compared figure or verdict is; each has its words in `messages/`. */
export type ComparedFigure =
  | "usable"
  | "errors"
  | "warnings"
  | "notices"
  | "outcome"
  | "overall"
  | "conclusion"
  | "verdict"
  | "verdict-if-due"
  | "operand"
  | "listed-covered"
  | "listed-whole"
  | "listed-share"
  | "published-share"
  | "published-needed"
  | "published-reached"
  | "resource-indicator"
  | "difference-coefficient"
  | "eligible"
  | "exchanged"
  | "backbone"
  | "own-score"
  | "grade"
  | "bundled-score"
  | "group-score";

/** A figure, a verdict (with the force that chooses its word) or the outcome of a reconciliation. */
export type ComparedValue =
  | ExplainedValue
  | { readonly kind: "verdict"; readonly value: Verdict; readonly force?: Force | undefined }
  | { readonly kind: "outcome"; readonly value: ReconciliationOutcome };

/** One figure or verdict of a report with the key that finds it again in another. */
export interface ComparedEntry {
  readonly key: string;
  readonly part: ComparedPart;
  readonly figure: ComparedFigure;
  /** The rule's or operand's own words. */
  readonly labels: readonly Term[];
  /** The ids of what has no label: published figures. */
  readonly ids: readonly string[];
  readonly rule?: string | undefined;
  readonly subject?: Subject | undefined;
  readonly value: ComparedValue;
  /** A limit of the policy: where the whole finding came or went, it did not change. */
  readonly limit?: true | undefined;
}

type Told = Partial<Pick<ComparedEntry, "labels" | "ids" | "rule" | "subject">> & { readonly at?: string | undefined };

function entry(part: ComparedPart, figure: ComparedFigure, value: ComparedValue, told: Told = {}): ComparedEntry {
  const { at, labels = [], ids = [], rule, subject } = told;
  const key = JSON.stringify([part, figure, rule ?? "", subject?.kind ?? "", subject?.id ?? "", subject?.group ?? "", at ?? "", ...ids]);
  const named = { ...(rule === undefined ? {} : { rule }), ...(subject === undefined ? {} : { subject }) };
  return { key, part, figure, labels, ids, ...named, value };
}

function number(value: number): ComparedValue {
  return { kind: "exact", value: String(value) };
}

function range({ low, high }: CountRange): ComparedValue {
  if (high === low) return number(low);
  return { kind: "interval", low: String(low), ...(high === undefined ? {} : { high: String(high) }) };
}

const LIMITS: ReadonlySet<string> = /* @__PURE__ */ new Set(["at-least", "at-most", "more-than", "less-than"]);

function findingEntries(part: ComparedPart, findings: readonly Finding[]): readonly ComparedEntry[] {
  return findings.flatMap(({ rule, subject, label, verdict, force, operands }) => [
    entry(part, "verdict", { kind: "verdict", value: verdict, force }, { rule, subject, labels: [label] }),
    ...operands.map((operand) => ({
      ...entry(part, "operand", operand.value, { rule, subject, labels: [label, operand.label], at: operand.id }),
      ...(LIMITS.has(operand.id) ? { limit: true as const } : {}),
    })),
  ]);
}

function coverageEntries({ rule, label, listed, soFar, published, force }: CoverageTarget): readonly ComparedEntry[] {
  const told = { rule, labels: [label] };
  return [
    ...(soFar === undefined ? [] : [entry("coverage", "verdict-if-due", { kind: "verdict" as const, value: soFar.verdict, force }, told)]),
    entry("coverage", "listed-covered", range(listed.covered), told),
    entry("coverage", "listed-whole", range(listed.whole), told),
    entry("coverage", "listed-share", listed.share, told),
    ...published.flatMap(({ figures, share, limits }) => [
      entry("coverage", "published-share", { kind: "exact", value: share, unit: "ratio" }, { ...told, ids: figures }),
      ...limits.flatMap(({ limit, needed, reached }) => [
        ...(needed === undefined ? [] : [entry("coverage", "published-needed", number(needed), { ...told, ids: figures, at: limit })]),
        entry("coverage", "published-reached", { kind: "truth", value: reached }, { ...told, ids: figures, at: limit }),
      ]),
    ]),
  ];
}

function evaluationEntries({ evaluation }: DistrictReport): readonly ComparedEntry[] {
  if (evaluation.status !== "done") return [];
  const { evaluation: own, bundle } = evaluation.value;
  const score = (figure: ComparedFigure, kind: "school" | "group", id: string, value: string | undefined) =>
    value === undefined ? [] : [entry("evaluation", figure, { kind: "exact", value }, { subject: { kind, id } })];
  return [
    ...own.subjects.flatMap(({ subject, score: scored, grade }) => [
      ...score("own-score", "school", subject, scored?.exact),
      ...(grade === undefined
        ? []
        : [entry("evaluation", "grade", { kind: "text", value: grade }, { subject: { kind: "school", id: subject } })]),
    ]),
    ...(bundle?.schools ?? []).flatMap((one) => score("bundled-score", "school", one.school, one.score)),
    ...(bundle?.groups ?? []).flatMap((one) => score("group-score", "group", one.group, one.score)),
  ];
}

function complianceEntries({ compliance }: DistrictReport): readonly ComparedEntry[] {
  if (compliance.status !== "done") return [];
  const { overall, subjects, findings } = compliance.value;
  return [
    entry("compliance", "overall", { kind: "verdict", value: overall.verdict }),
    ...subjects.map(({ subject, rollUp }) => entry("compliance", "conclusion", { kind: "verdict", value: rollUp.verdict }, { subject })),
    ...findingEntries("compliance", findings),
  ];
}

function balanceEntries({ balance }: DistrictReport): readonly ComparedEntry[] {
  if (balance.status !== "done") return [];
  return balance.value.stages.flatMap(({ stage, schools, differences }) => [
    ...schools.flatMap(({ school, indicators }) =>
      indicators.flatMap(({ resource, value, unit }) => {
        const told = { subject: { kind: "school" as const, id: school }, labels: labelsOf(resource), at: `${stage} ${resource}` };
        return value === undefined ? [] : [entry("balance", "resource-indicator", { kind: "exact", value, unit }, told)];
      }),
    ),
    ...differences.flatMap(({ resource, coefficient }) => {
      if (coefficient === undefined) return [];
      const told = { labels: [STAGE[stage], ...labelsOf(resource)], at: `${stage} ${resource}` };
      return [entry("balance", "difference-coefficient", { kind: "exact", value: coefficient.printed.coefficient }, told)];
    }),
  ]);
}

const STAGE = { primary: { "zh-CN": "小学", en: "primary" }, junior: { "zh-CN": "初中", en: "junior" } } as const;

function labelsOf(resource: string): readonly Term[] {
  return RESOURCE_INDICATORS.flatMap((indicator) => (indicator.resource === resource ? [indicator.label] : []));
}

function rotationEntries({ rotation }: DistrictReport): readonly ComparedEntry[] {
  if (rotation.status !== "done") return [];
  const [plain] = rotation.value.readings;
  return plain.counts.flatMap(({ subject, eligible, exchanged, backbone }) => [
    entry("rotation", "eligible", range(eligible), { subject }),
    entry("rotation", "exchanged", range(exchanged), { subject }),
    entry("rotation", "backbone", range(backbone), { subject }),
  ]);
}

/**
 * Every figure and verdict of a report in the order in which it is rendered. Findings of rotation stand among those of compliance, which
 * has the facts of all inputs; a key met twice keeps its first entry.
 */
export function comparedEntries(report: DistrictReport): ReadonlyMap<string, ComparedEntry> {
  const { validation, reconciliation, coverage } = report;
  const checked = validation.status === "done" ? validation.value : undefined;
  const all = [
    ...(checked === undefined
      ? []
      : [
          entry("validation", "usable", { kind: "truth", value: checked.usable ? "yes" : "no" } as const),
          ...(["errors", "warnings", "notices"] as const).map((weight) => entry("validation", weight, number(checked[weight]))),
        ]),
    ...(reconciliation.status === "done"
      ? reconciliation.value.map(({ code, figures, outcome }) =>
          entry("reconciliation", "outcome", { kind: "outcome" as const, value: outcome }, { ids: figures, at: code }),
        )
      : []),
    ...(coverage.status === "done" ? coverage.value.targets.flatMap(coverageEntries) : []),
    ...complianceEntries(report),
    ...balanceEntries(report),
    ...rotationEntries(report),
    ...evaluationEntries(report),
  ];
  const entries = new Map<string, ComparedEntry>();
  for (const one of all) if (!entries.has(one.key)) entries.set(one.key, one);
  return entries;
}
