import { RESOURCE_INDICATORS, type StageBalance } from "../../balance/index.js";
import { compareFractions, exact, formatDecimal, fraction, multiplyFractions, toExactText } from "../../core/index.js";
import { describeMissing } from "../../messages/index.js";
import type { BalancePart } from "../assess-balance.js";
import { type Block, heading, list, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

const ROUNDED = { mode: "half-away-from-zero", places: 2 } as const;

/** Figures are printed to two places; what is judged is never rounded. */
function printed(value: string): string {
  return formatDecimal(exact(value), ROUNDED);
}

/** Indicator by indicator: from the poorest school to the richest, and the coefficient. */
function spreadRows({ schools, differences }: StageBalance, { catalog }: ComposeContext): readonly (readonly string[])[] {
  const { balanceReport: sentences, words, explanation, locale } = catalog;
  return RESOURCE_INDICATORS.map(({ resource, label, unit }, place) => {
    const known = schools.flatMap(({ indicators }) => indicators[place]?.value ?? []).sort((a, b) => compareFractions(exact(a), exact(b)));
    const [least, most] = [known[0], known.at(-1)];
    const between =
      least === undefined || most === undefined ? words.unknown : explanation.interval({ low: printed(least), high: printed(most) });
    const coefficient = differences.find((one) => one.resource === resource)?.coefficient;
    // The coefficient's mean is per pupil, whatever the indicator counts by.
    const scale = fraction(unit === "per-hundred-pupils" ? 100 : 1);
    const mean = coefficient === undefined ? words.unknown : printed(toExactText(multiplyFractions(exact(coefficient.mean), scale)));
    const name = `${sentences.indicator({ number: place + 1 })}${words.colon}${label[locale]}`;
    return [name, `${known.length}/${schools.length}`, between, mean, coefficient?.printed.coefficient ?? words.unknown];
  });
}

/** The seven figures of each school; `only` keeps one. */
function schoolRows({ schools }: StageBalance, { catalog, nameOfSchool }: ComposeContext, only?: string): readonly (readonly string[])[] {
  return schools
    .filter(({ school }) => only === undefined || school === only)
    .map(({ school, indicators }) => [
      nameOfSchool(school),
      ...indicators.map(({ value }) => (value === undefined ? catalog.words.unknown : printed(value))),
    ]);
}

function schoolHeader({ catalog }: ComposeContext): readonly string[] {
  return [catalog.balanceReport.school, ...RESOURCE_INDICATORS.map((_, place) => catalog.balanceReport.indicator({ number: place + 1 }))];
}

/** What the coefficients lack, each kind of thing once, without naming every school. */
function gaps({ differences }: StageBalance, context: ComposeContext): readonly string[] {
  const texts = differences.flatMap(({ missing }) =>
    missing.map((one) => describeMissing("subject" in one ? { ...one, subject: undefined } : one, context)),
  );
  return [...new Set(texts)];
}

function stageBlocks(stage: StageBalance, context: ComposeContext): readonly Block[] {
  const { catalog, nameOfSchool } = context;
  const { balanceReport: sentences } = catalog;
  const lacking = gaps(stage, context);
  return [
    heading(3, sentences.stage[stage.stage]),
    ...table(sentences.spreadHeader, spreadRows(stage, context)),
    ...table(schoolHeader(context), schoolRows(stage, context)),
    ...(lacking.length === 0 ? [] : [paragraph(sentences.open), ...list(lacking)]),
    ...list(stage.leftOut.map(({ school, why }) => sentences.leftOut({ school: nameOfSchool(school), why: sentences.exclusion[why] }))),
  ];
}

/** Stage by stage: how unequally each resource is spread, and every school's seven figures. */
export function composeBalance({ stages }: BalancePart, context: ComposeContext): readonly Block[] {
  const { balanceReport: sentences, report } = context.catalog;
  if (stages.length === 0) return [paragraph(report.nothing)];
  return [paragraph(sentences.note), ...stages.flatMap((stage) => stageBlocks(stage, context))];
}

/** One school's seven figures beside the spread, which names nobody. */
export function composeOwnBalance({ stages }: BalancePart, id: string, context: ComposeContext): readonly Block[] {
  const { balanceReport: sentences, report } = context.catalog;
  const own = stages.filter(({ schools }) => schools.some(({ school }) => school === id));
  if (own.length === 0) return [paragraph(report.nothing)];
  return [
    paragraph(sentences.note),
    ...own.flatMap((stage) => [
      heading(3, sentences.stage[stage.stage]),
      ...table(sentences.spreadHeader, spreadRows(stage, context)),
      ...table(schoolHeader(context), schoolRows(stage, context, id)),
    ]),
  ];
}
