import type { GroupContrast, SchoolValueAdded } from "../../value-added/index.js";
import type { ValueAddedPart } from "../assess-value-added.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";
import { fixed, valueAddedNote } from "./compose-value-added.js";

/** What one school sees: its own line with its intervals, and its groups' effect and gap. A suppressed school sees that it is, and no group. */
export function composeOwnValueAdded(
  { schools, groups }: ValueAddedPart,
  { id, groups: own, context }: { readonly id: string; readonly groups: ReadonlySet<string>; readonly context: ComposeContext },
): readonly Block[] {
  const { report: sentences, reader, words } = context.catalog;
  const found = schools.schools.find(({ school }) => school === id);
  if (found === undefined) return [paragraph(reader.notCompared)];
  if (found.status === "suppressed") return [paragraph(sentences.suppressed({ minimum: schools.minimumCohort }))];
  const [open, close] = words.parentheses;
  const contrast = (value: GroupContrast | null | undefined) =>
    value === null || value === undefined ? words.unknown : `${fixed(value.estimate)}${open}${fixed(value.standardError)}${close}`;
  const rows = (groups?.groups ?? [])
    .filter(({ group }) => own.has(group))
    .map(({ group, effect, gap, schools: members }) => [
      context.nameOfGroup(group),
      contrast(effect),
      contrast(gap),
      contrast(members.find(({ school }) => school === id)?.deviation),
    ]);
  return [
    paragraph(valueAddedNote(schools, context)),
    ...table(reader.valueAddedHeader, ownRows(found, schools.schools.filter(({ status }) => status === "estimated").length, context)),
    ...table([...sentences.groupEffectHeader, reader.ownDeviation], rows),
  ];
}

function ownRows(found: SchoolValueAdded, schools: number, { catalog }: ComposeContext): readonly (readonly string[])[] {
  const { report: sentences, reader, explanation } = catalog;
  const between = (low: number, high: number) => explanation.interval({ low: fixed(low), high: fixed(high) });
  const { rank } = found;
  return [
    [reader.own.pupils, String(found.pupils)],
    [reader.own.intake, fixed(found.intake)],
    [reader.own.estimate, fixed(found.estimate)],
    [reader.own.interval, between(found.low, found.high)],
    [reader.own.shrunken, fixed(found.shrunken)],
    [reader.own.category, sentences.category[found.category]],
    [reader.own.rank, reader.rankOf({ rank: rank.rank, low: rank.low, high: rank.high, schools })],
  ];
}
