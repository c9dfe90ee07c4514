import type { Missing, Term } from "../core/index.js";
import { DESIGNATION_LABELS, type KnownDesignation, RESOURCE_LABELS, type ResourceKind } from "../domain/index.js";
import { DILUTION_MARGIN } from "./dilution-facts.js";

/** Words for what findings miss and no pack names: settings of this library, and designations that packs speak of. */
export function ownLabel(id: string, kind: Missing["kind"]): Term | undefined {
  if (kind === "record") return Object.hasOwn(RESOURCE_LABELS, id) ? RESOURCE_LABELS[id as ResourceKind] : undefined;
  if (kind === "designation") return DESIGNATION_LABELS[id as KnownDesignation];
  return kind === "threshold" ? SETTINGS[id] : undefined;
}

const SETTINGS: Readonly<Record<string, Term>> = {
  [DILUTION_MARGIN.id]: DILUTION_MARGIN.label,
  "rotation.counted-stays": { "zh-CN": "往年派出仍在交流的是否计入当年", en: "whether stays that began in earlier years count" },
};
