import { DEFAULTS } from "../../core/index.js";
import { formatValue } from "../../messages/index.js";
import type { ValueAddedResult } from "../../value-added/index.js";
import { type Block, paragraph } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** A number to three decimals, half away from zero, a true minus sign left to the reader's font. */
export function fixed(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  const digits = String(thousandths).padStart(4, "0");
  return `${value < 0 && thousandths > 0 ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** What the figures are and how far they carry; where they go with intake, a warning that the method may be the reason. */
export function valueAddedNotes(result: ValueAddedResult, { catalog }: ComposeContext): readonly Block[] {
  const { report: sentences, words } = catalog;
  const percent = (value: number) => formatValue({ kind: "float", value: Math.round(value * 1000) / 10 }, { catalog });
  const { correlationWithIntake: r, model } = result;
  const note = sentences.valueAddedNote({
    method: sentences.method[result.method],
    scale: sentences.scale[result.scale],
    pupils: result.pupils,
    intraclass: model === null ? undefined : `${percent(model.intraclass)}%`,
    correlation: r === null ? words.unknown : fixed(r),
    confidence: `${percent(result.confidence)}%`,
  });
  const { value: limit } = DEFAULTS.strongIntakeCorrelation;
  if (r === null || Math.abs(r) < limit) return [paragraph(note)];
  const schools = result.schools.filter(({ status }) => status === "estimated").length;
  const warning = sentences.intakeWarning({ correlation: fixed(r), favours: r < 0 ? "weak" : "strong", schools, limit: String(limit) });
  return [paragraph(note), paragraph(warning)];
}
