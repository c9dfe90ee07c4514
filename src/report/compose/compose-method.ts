import { exact, formatDecimal } from "../../core/index.js";
import type { AttainmentBandResult, MeanAndRatesResult, RankChangeResult, RatesAtExamination } from "../../value-added/index.js";
import type { ValueAddedPart } from "../assess-value-added.js";
import { type Block, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";
import { fixed } from "./value-added-notes.js";

const PRINTED = { mode: "half-away-from-zero", places: 3 } as const;

/** What a method adds to the common table, for the schools asked for: places, bands, rates. Bands are the area's, and told only with `area`. */
export function methodDetails(
  { schools, rates }: Pick<ValueAddedPart, "schools" | "rates">,
  context: ComposeContext,
  show: { readonly school: (id: string) => boolean; readonly area: boolean },
): readonly Block[] {
  return [
    ...("places" in schools ? placesBlocks(schools, context, show.school) : []),
    ...("bands" in schools ? bandBlocks(schools, context, show) : []),
    ...(rates === undefined ? [] : rateBlocks(rates, context, show.school)),
  ];
}

function placesBlocks(
  { places, candidates }: RankChangeResult,
  { catalog, nameOfSchool }: ComposeContext,
  shown: (id: string) => boolean,
): readonly Block[] {
  const { report: sentences, explanation } = catalog;
  const rows = places
    .filter(({ school }) => shown(school))
    .map(({ school, entrance, exit, ofMean, mostDown, mostUp }) => [
      nameOfSchool(school),
      fixed(entrance),
      fixed(exit),
      `${ofMean.entrance} → ${ofMean.exit}`,
      explanation.interval({ low: fixed(mostDown), high: fixed(mostUp) }),
    ]);
  const note = sentences.placesNote({ entrance: String(candidates.entrance), exit: String(candidates.exit) });
  return [paragraph(note), ...table(sentences.placesHeader, rows)];
}

function bandBlocks(
  { bands, adjusted, differenceSd }: AttainmentBandResult,
  { catalog, nameOfSchool }: ComposeContext,
  { school: shown, area }: { readonly school: (id: string) => boolean; readonly area: boolean },
): readonly Block[] {
  const { report: sentences, explanation } = catalog;
  const lines = bands.map(({ from, expected, pupils, floor }) => [
    String(from),
    fixed(expected),
    String(pupils),
    floor === undefined ? "" : fixed(floor),
  ]);
  const held = (adjusted ?? [])
    .filter(({ school }) => shown(school))
    .map(({ school, estimate, low, high, held: count }) => [
      nameOfSchool(school),
      fixed(estimate),
      explanation.interval({ low: fixed(low), high: fixed(high) }),
      String(count),
    ]);
  return [
    ...(area ? [paragraph(sentences.bandsNote({ sd: fixed(differenceSd) })), ...table(sentences.bandsHeader, lines)] : []),
    ...(held.length === 0 ? [] : [paragraph(sentences.adjustedNote), ...table(sentences.adjustedHeader, held)]),
  ];
}

function rateBlocks(
  { rates, schools, index }: MeanAndRatesResult,
  { catalog, nameOfSchool }: ComposeContext,
  shown: (id: string) => boolean,
): readonly Block[] {
  const { report: sentences, locale, words } = catalog;
  const print = (value: string | null): string => (value === null ? words.unknown : formatDecimal(exact(value), PRINTED));
  const rows = schools.flatMap((each) => {
    if (each.status === "suppressed" || !shown(each.school)) return [];
    const moved = (of: (at: RatesAtExamination) => string | null): string => `${print(of(each.entrance))} → ${print(of(each.exit))}`;
    return [
      [
        nameOfSchool(each.school),
        moved(({ mean }) => mean),
        moved(({ scoreRate }) => scoreRate),
        ...rates.map((_, place) => moved((at) => at.rates[place]?.share ?? null)),
        ...(index === null ? [] : [moved((at) => at.index)]),
      ],
    ];
  });
  const header = [
    sentences.valueAddedHeader[0],
    sentences.ratesMean,
    sentences.ratesScore,
    ...rates.map(({ id, label }) => label?.[locale] ?? id),
    ...(index === null ? [] : [sentences.ratesIndex]),
  ];
  return [paragraph(sentences.ratesNote), ...table(header, rows)];
}
