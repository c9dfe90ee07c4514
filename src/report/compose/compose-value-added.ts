import { formatValue } from "../../messages/index.js";
import type { GroupContrast, SchoolValueAdded, SuppressedSchool, ValueAddedResult } from "../../value-added/index.js";
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

/** The methods side by side: whom each favours stands in its correlation with intake. */
function methodBlocks(results: readonly ValueAddedResult[], { catalog, nameOfSchool }: ComposeContext): readonly Block[] {
  const { report: sentences, words } = catalog;
  const [first] = results;
  if (first === undefined || results.length < 2) return [];
  const rows = first.schools.flatMap(({ school, status }) => {
    if (status === "suppressed") return [];
    const estimates = results.map((result) => result.schools.find((each) => each.school === school));
    return [[nameOfSchool(school), ...estimates.map((each) => (each?.status === "estimated" ? fixed(each.estimate) : words.unknown))]];
  });
  const correlations = results.map(({ correlationWithIntake: r }) => (r === null ? words.unknown : fixed(r)));
  const header = [sentences.valueAddedHeader[0], ...results.map(({ method }) => sentences.method[method])];
  return [paragraph(sentences.methodsNote), ...table(header, [...rows, [sentences.intakeCorrelation, ...correlations]])];
}

/** Who sat, where an entry roll tells; small schools are not among them. */
function testedBlocks({ tested }: ValueAddedResult, { catalog, nameOfSchool }: ComposeContext): readonly Block[] {
  const { report: sentences, explanation, words } = catalog;
  const known = tested.filter(({ share, onRoll, tested: sat }) => share !== null && sat < onRoll);
  if (known.length === 0) return [];
  const rows = known.map(({ school, onRoll, tested: sat, meanLow, meanHigh }) => [
    nameOfSchool(school),
    String(onRoll),
    String(sat),
    meanLow === null || meanHigh === null ? words.unknown : explanation.interval({ low: fixed(meanLow), high: fixed(meanHigh) }),
  ]);
  return [paragraph(sentences.testedNote), ...table(sentences.testedHeader, rows)];
}

/** Against the earlier cohort: narrowing split into members up and lead down, beside what such cohorts can show at all. */
function changeBlocks(change: ValueAddedPart["change"], { catalog, nameOfGroup }: ComposeContext): readonly Block[] {
  const { report: sentences, words } = catalog;
  const moved = (change?.groups ?? []).flatMap(({ group, change: found }) => (found === null ? [] : [{ group, ...found }]));
  const [first] = moved;
  if (first === undefined) return [];
  const [open, close] = words.parentheses;
  const contrast = ({ estimate, standardError }: GroupContrast) => `${fixed(estimate)}${open}${fixed(standardError)}${close}`;
  const rows = moved.map(({ group, narrowing, membersUp, leadDown, smallestVisible, dilution }) => [
    nameOfGroup(group),
    contrast(narrowing),
    contrast(membersUp),
    contrast(leadDown),
    fixed(smallestVisible),
    dilution.kind === "bound" ? fixed(dilution.lowerLimit) : words.unknown,
  ]);
  return [paragraph(sentences.groupChangeNote({ earlier: first.from, later: first.to })), ...table(sentences.groupChangeHeader, rows)];
}

/** Schools with their intervals, the pairs that differ, and the groups: no rank without its uncertainty. */
export function composeValueAdded({ schools, beside, groups, change }: ValueAddedPart, context: ComposeContext): readonly Block[] {
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
    ...methodBlocks([schools, ...beside], context),
    ...testedBlocks(schools, context),
    ...(different === null ? [] : [paragraph(sentences.pairs({ different, tested }))]),
    ...table(sentences.groupEffectHeader, rows),
    ...changeBlocks(change, context),
  ];
}
