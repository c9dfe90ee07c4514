import { defaultsUsed } from "../defaults-used.js";
import type { DistrictReport } from "../district-report.js";
import { type Block, list, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** The day, the documents with their force, and how much the file holds. */
export function composeBasis(report: DistrictReport, { catalog }: ComposeContext): readonly Block[] {
  const { report: sentences, words, locale } = catalog;
  const { asOf, version, packs, sources, remark, seed } = report.provenance;
  const unchecked = packs.flatMap(({ label, knownUntil }) =>
    knownUntil === undefined || asOf <= knownUntil ? [] : [sentences.uncheckedSince({ pack: label[locale], knownUntil })],
  );
  const defaults = defaultsUsed(report);
  const notes = [...(remark === undefined ? [] : [remark[locale]]), ...(seed === undefined ? [] : [sentences.seed({ seed })])];
  return [
    ...notes.map(paragraph),
    paragraph(sentences.asOf({ asOf })),
    paragraph(report.size === undefined ? sentences.unusable : sentences.size(report.size)),
    paragraph(sentences.madeBy({ version })),
    ...table(
      sentences.sourceHeader,
      // A document known by its year alone may have been issued before the day.
      sources.filter(({ issuedOn = "" }) => issuedOn <= asOf).map(({ title, force, pack }) => [title[locale], words.force[force], pack]),
    ),
    ...unchecked.map(paragraph),
    ...(defaults.length === 0 ? [] : [paragraph(sentences.defaults), ...list(defaults.map((why) => why[locale]))]),
  ];
}
