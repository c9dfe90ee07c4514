import { formatValue } from "../../messages/index.js";
import type { GroupContrast, SchoolValueAdded, SuppressedSchool } from "../../value-added/index.js";
import type { ValueAddedPart } from "../assess-value-added.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** A number to three decimals, half away from zero, a true minus sign left to the reader's font. */
export function fixed(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  const digits = String(thousandths).padStart(4, "0");
  return `${value < 0 && thousandths > 0 ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

function schoolRow(
  school: SchoolValueAdded | SuppressedSchool,
  minimum: number,
  { catalog, nameOfSchool }: ComposeContext,
): readonly string[] {
  const { report: sentences } = catalog;
  if (school.status === "suppressed") return [nameOfSchool(school.school), sentences.suppressed({ minimum }), "", "", "", ""];
  const { rank } = school;
  const [open, close] = catalog.words.parentheses;
  return [
    nameOfSchool(school.school),
    String(school.pupils),
    `${fixed(school.estimate)}${open}${fixed(school.standardError)}${close}`,
    fixed(school.shrunken),
    sentences.category[school.category],
    `${rank.rank}${open}${rank.low}–${rank.high}${close}`,
  ];
}

/** What the figures are and how far they carry. */
export function valueAddedNote(schools: ValueAddedPart["schools"], { catalog }: ComposeContext): string {
  const { report: sentences, words } = catalog;
  const percent = (value: number) => formatValue({ kind: "float", value: Math.round(value * 1000) / 10 }, { catalog });
  return sentences.valueAddedNote({
    pupils: schools.pupils,
    intraclass: schools.model === null ? words.unknown : `${percent(schools.model.intraclass)}%`,
    correlation: schools.correlationWithIntake === null ? words.unknown : fixed(schools.correlationWithIntake),
    confidence: `${percent(schools.confidence)}%`,
  });
}

/** Schools with their intervals, the pairs that differ, and the groups: no rank without its uncertainty. */
export function composeValueAdded({ schools, groups }: ValueAddedPart, context: ComposeContext): readonly Block[] {
  const { catalog, nameOfGroup } = context;
  const { report: sentences, words } = catalog;
  const [open, close] = words.parentheses;
  const contrast = (value: GroupContrast | null) =>
    value === null ? words.unknown : `${fixed(value.estimate)}${open}${fixed(value.standardError)}${close}`;
  const rows = (groups?.groups ?? []).map(({ group, effect, gap }) => [nameOfGroup(group), contrast(effect), contrast(gap)]);
  const { different, tested } = schools.pairs;
  return [
    paragraph(valueAddedNote(schools, context)),
    ...table(
      sentences.valueAddedHeader,
      schools.schools.map((school) => schoolRow(school, schools.minimumCohort, context)),
    ),
    ...(different === null ? [] : [paragraph(sentences.pairs({ different, tested }))]),
    ...table(sentences.groupEffectHeader, rows),
  ];
}
