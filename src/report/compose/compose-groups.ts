import type { DistrictReport } from "../district-report.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** The groups with their schools, and each group's conclusion. */
export function composeGroups(report: DistrictReport, context: ComposeContext): readonly Block[] {
  const { catalog, nameOfSchool, nameOfGroup } = context;
  const { report: sentences, words, findings } = catalog;
  if (!report.validation.value.usable) return [paragraph(sentences.failure["district-unusable"])];
  const concluded = report.compliance.status === "done" ? report.compliance.value.subjects : [];
  const conclusions = new Map(
    concluded.filter(({ subject }) => subject.kind === "group").map(({ subject, rollUp }) => [subject.id, rollUp.verdict]),
  );
  const rows = report.names.groups.map(({ id, schools }) => {
    const verdict = conclusions.get(id);
    return [nameOfGroup(id), schools.map(nameOfSchool).join(words.listComma), verdict === undefined ? "" : findings.verdict[verdict].met];
  });
  return rows.length === 0 ? [paragraph(sentences.nothing)] : table(sentences.groupHeader, rows);
}
