import { type IssuePath, readPrintedFigure, type Subject } from "../core/index.js";
import type { PublishedFigure } from "../domain/index.js";
import { checkIds, firstById } from "./check-ids.js";
import { lacksSign } from "./figure-nodes.js";
import type { Report } from "./issues.js";

const district = (id: string): Subject => ({ kind: "district", id });

/** Checks the published figures for themselves; whether they agree is `reconcilePublished`'s question. */
export function checkPublished(
  figures: readonly { readonly index: number; readonly value: PublishedFigure }[],
  brokenIds: readonly string[],
  report: Report,
): void {
  checkIds(figures, firstById(figures), "record", ["published"], report);
  const ids = new Set([...brokenIds, ...figures.map(({ value }) => value.id)]);
  for (const { index, value } of figures) {
    const path: IssuePath = ["published", index];
    if (value.equals !== undefined && !ids.has(value.equals))
      report("unknown-figure", [...path, "equals"], { figure: value.equals }, district(value.id));
    if (readPrintedFigure(value.value) === undefined) report("unreadable-figure", [...path, "value"], { value: value.value });
    else if (lacksSign(value)) report("share-without-sign", [...path, "value"], { value: value.value });
  }
}
