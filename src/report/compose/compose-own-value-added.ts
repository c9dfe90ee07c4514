import type { SchoolValueAdded } from "../../value-added/index.js";
import type { ValueAddedPart } from "../assess-value-added.js";
import { type Block, paragraph, table } from "../document.js";
import { type OwnContrast, ownValueAdded, type WithheldReason } from "../own-value-added.js";
import type { ComposeContext } from "./compose-context.js";
import { methodDetails } from "./compose-method.js";
import { fixed, valueAddedNotes } from "./value-added-notes.js";

/** Who reads, and of which groups. */
export interface OwnGroups {
  readonly id: string;
  readonly groups: ReadonlySet<string>;
  readonly context: ComposeContext;
}

/** What one school sees: its own line with its intervals, and of its groups what tells no other school's result; what is withheld is said, and why. */
export function composeOwnValueAdded(
  part: Pick<ValueAddedPart, "schools" | "groups" | "rates">,
  { id, groups, context }: OwnGroups,
): readonly Block[] {
  const { report: sentences, reader, words } = context.catalog;
  const own = ownValueAdded(part, { school: id, groups });
  if (own.status === "not-compared") return [paragraph(reader.notCompared)];
  if (own.status === "suppressed") return [paragraph(sentences.suppressed({ minimum: own.minimumCohort }))];
  if (own.status === "area-too-small") return [paragraph(reader.areaTooSmall)];
  const [open, close] = words.parentheses;
  const cell = (value: OwnContrast): string => {
    if (value.status === "shown") return `${fixed(value.estimate)}${open}${fixed(value.standardError)}${close}`;
    return value.status === "withheld" ? reader.withheld : words.unknown;
  };
  const rows = own.groups.map(({ group, effect, gap, deviation }) => [context.nameOfGroup(group), ...[effect, gap, deviation].map(cell)]);
  const reasons = own.groups.flatMap(({ effect, gap }) =>
    [effect, gap].flatMap((each) => (each.status === "withheld" ? [each.reason] : [])),
  );
  return [
    ...valueAddedNotes(own.areaFigures ? part.schools : withoutAreaFigures(part.schools), context),
    ...table(reader.valueAddedHeader, ownRows(own.school, own.published, context)),
    ...methodDetails({ schools: part.schools, rates: withoutHighest(part.rates) }, context, {
      school: (school) => school === id,
      area: own.areaFigures,
    }),
    ...table([...sentences.groupEffectHeader, reader.ownDeviation], rows),
    ...[...new Set<WithheldReason>(reasons)].map((reason) => paragraph(reader.withheldReason[reason])),
  ];
}

/** An index set against the highest school tells that school's rate. */
function withoutHighest(rates: ValueAddedPart["rates"]): ValueAddedPart["rates"] {
  const relative = rates?.index?.terms.some(({ relativeTo }) => relativeTo === "highest") ?? false;
  return rates === undefined || !relative ? rates : { ...rates, index: null };
}

function withoutAreaFigures(schools: ValueAddedPart["schools"]): ValueAddedPart["schools"] {
  return { ...schools, model: null, correlationWithIntake: null };
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
    // The figure it judges may be the shrunken one, whose interval is another.
    [reader.own.judged, between(found.judged.low, found.judged.high)],
    [reader.own.category, sentences.category[found.category]],
    [reader.own.rank, reader.rankOf({ rank: rank.rank, low: rank.low, high: rank.high, schools })],
  ];
}
