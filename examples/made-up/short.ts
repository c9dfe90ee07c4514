/** The few lines of a made-up report that the demo prints; the report itself is written to its folder. */
import type { DistrictReport } from "school-groups";
import type { Explanation } from "school-groups/core";
import type { Observation } from "school-groups/domain";
import { type EvaluateOptions, explainScore, type IndicatorSystem } from "school-groups/evaluation";
import { type Catalog, describeFinding } from "school-groups/messages";

/** A made-up report, with what its scores came from. */
export interface MadeUpReport {
  readonly report: DistrictReport;
  readonly evaluation?: (EvaluateOptions & { readonly system: IndicatorSystem; readonly observations: readonly Observation[] }) | undefined;
}

/** How the first subject that has a score came by its grade: from the same observations, those of the other parts of the report included. */
export function whyGraded({ report, evaluation }: MadeUpReport): Explanation | undefined {
  const part = report.evaluation;
  if (part.status !== "done" || evaluation === undefined) return undefined;
  const first = part.value.evaluation.subjects.find(({ score }) => score !== undefined);
  if (first === undefined) return undefined;
  const observations = [...evaluation.observations, ...(part.value.observed ?? [])];
  return explainScore(observations, evaluation, { subject: first.subject, of: "grade" });
}

function scoreLines({ evaluation, names }: DistrictReport, { locale, report: sentences, explanation }: Catalog): readonly string[] {
  if (evaluation.status !== "done") return [];
  const { printing, bounds, evaluation: scored } = evaluation.value;
  const called = new Map([...names.groups, ...names.schools].map(({ id, name }) => [id, name]));
  const grade = (id: string | undefined) => printing.grades?.find((band) => band.grade === id)?.label[locale] ?? "";
  const lines = scored.subjects.map(({ subject, score, grade: own }) => {
    const open = bounds?.find((one) => one.subject === subject);
    const between =
      open?.low === undefined || open.high === undefined
        ? sentences.noScore
        : explanation.interval({ low: open.low.printed, high: open.high.printed });
    const certain = open?.lowGrade === open?.highGrade ? open?.lowGrade : undefined;
    return `  ${score?.printed ?? between}  ${called.get(subject) ?? subject}  ${grade(own ?? certain)}`.trimEnd();
  });
  return [printing.label?.[locale] ?? "", ...lines];
}

function targetLines({ coverage, district }: DistrictReport, catalog: Catalog): readonly string[] {
  if (coverage.status !== "done") return [];
  return coverage.value.targets.map(({ finding }) => `  ${describeFinding(finding, { catalog, nameOf: () => district.name })}`);
}

/** Its remark, then scores; of a report without scores its targets. */
export function shortLines(report: DistrictReport, catalog: Catalog): readonly string[] {
  const { locale, report: sentences } = catalog;
  const name = report.district.name ?? sentences.unnamed;
  const scores = scoreLines(report, catalog);
  return [`${name}: ${report.provenance.remark?.[locale] ?? ""}`, ...(scores.length > 0 ? scores : targetLines(report, catalog))];
}
