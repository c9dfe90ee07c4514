import type { GroupContrast, SchoolValueAdded, SuppressedSchool, ValueAddedResult } from "../../value-added/index.js";
import type { ValueAddedPart } from "../assess-value-added.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";
import { methodDetails } from "./compose-method.js";
import { fixed, valueAddedNotes } from "./value-added-notes.js";

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

/** Every school with its interval, and ranks with theirs. */
export function schoolTable(result: ValueAddedResult, context: ComposeContext): readonly Block[] {
  const rows = result.schools.map((school) => schoolRow(school, result.minimumCohort, context));
  return table(context.catalog.report.valueAddedHeader, rows);
}

/** Every group's effect, and the gap of its lead and members. */
export function groupTable(groups: ValueAddedPart["groups"], { catalog, nameOfGroup }: ComposeContext): readonly Block[] {
  const { report: sentences, words } = catalog;
  const [open, close] = words.parentheses;
  const contrast = (value: GroupContrast | null) =>
    value === null ? words.unknown : `${fixed(value.estimate)}${open}${fixed(value.standardError)}${close}`;
  const rows = (groups?.groups ?? []).map(({ group, effect, gap }) => [nameOfGroup(group), contrast(effect), contrast(gap)]);
  return table(sentences.groupEffectHeader, rows);
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
export function composeValueAdded(part: ValueAddedPart, context: ComposeContext): readonly Block[] {
  const { schools, beside, change } = part;
  const { report: sentences } = context.catalog;
  const { different, tested } = schools.pairs;
  return [
    ...valueAddedNotes(schools, context),
    ...schoolTable(schools, context),
    ...methodDetails(part, context, { school: () => true, area: true }),
    ...methodBlocks([schools, ...beside], context),
    ...testedBlocks(schools, context),
    ...(different === null ? [] : [paragraph(sentences.pairs({ different, tested }))]),
    ...groupTable(part.groups, context),
    ...changeBlocks(change, context),
  ];
}
