import { columnOf, tableOf } from "../../domain/index.js";
import type { Catalog, DescribeFindingOptions } from "../../messages/index.js";
import type { DistrictReport } from "../district-report.js";
import { type Block, list, paragraph } from "../document.js";
import type { ReportPart } from "../report-part.js";

/** What every part is composed with: the catalog, and how ids are named. */
export interface ComposeContext extends DescribeFindingOptions {
  readonly catalog: Catalog;
  readonly nameOfSchool: (id: string) => string;
  readonly nameOfGroup: (id: string) => string;
}

/** Names of the report for a reader; `rename` may hide names of others. */
export function composeContext(
  report: DistrictReport,
  catalog: Catalog,
  rename: (kind: "school" | "group", id: string, name: string) => string,
): ComposeContext {
  const schools = new Map(report.names.schools.map(({ id, name }) => [id, rename("school", id, name)]));
  const groups = new Map(report.names.groups.map(({ id, name }) => [id, rename("group", id, name)]));
  const labels = new Map(report.labels.map(({ id, label }) => [id, label]));
  const nameOfSchool = (id: string): string => schools.get(id) ?? id;
  const nameOfGroup = (id: string): string => groups.get(id) ?? id;
  return {
    catalog,
    nameOfSchool,
    nameOfGroup,
    nameOf: ({ kind, id }) => {
      if (kind === "district") return report.district.name ?? report.district.code;
      return kind === "group" ? groups.get(id) : schools.get(id);
    },
    headerOf: (table, column) => (column === undefined ? tableOf(table)?.label : columnOf(table, column)?.label),
    labelOf: (id) => labels.get(id),
  };
}

/** The blocks of a part: its content when it was done, else why there is none. */
export function composePart<Value, Problem>(
  part: ReportPart<Value, Problem>,
  context: ComposeContext,
  content: (value: Value) => readonly Block[],
  problem?: (issue: Problem) => string,
): readonly Block[] {
  const { report: sentences, locale, words } = context.catalog;
  const problems = problem !== undefined && (part.status === "done" || part.status === "failed") ? list(part.issues.map(problem)) : [];
  switch (part.status) {
    case "done":
      return [...content(part.value), ...problems];
    case "no-input":
      return [paragraph(sentences.noInput({ needs: part.needs.map((need) => need[locale]).join(words.listComma) }))];
    case "not-applicable": {
      const clauses = part.citations
        .map(({ source, clause }) => (clause === undefined ? source : `${source}:${clause}`))
        .join(words.listComma);
      return [paragraph(sentences.notApplicable({ because: part.because[locale], clauses }))];
    }
    case "failed":
      return [paragraph(sentences.failure[part.failure]), ...problems];
  }
}
