import type { Basis, Term, Unit } from "../core/index.js";
import type { MeasureRef } from "./measure.js";
import type { ColumnRef } from "./measure-columns.js";

/** The stored format of a pack's template. */
export const PACK_TEMPLATE_FORMAT = "school-groups.pack-template.v1";

/** 佐证要点. One thing to look at, the document or record that shows it, and the columns in which it is entered. */
export interface EvidenceCheck {
  readonly look: Term;
  readonly evidence: Term;
  readonly records: readonly [ColumnRef, ...ColumnRef[]];
}

/** 佐证清单. How one official item of a framework is shown to be done. */
export interface EvidenceChecklist {
  /** The framework of the pack, `"baota.eight-unifications"`. */
  readonly framework: string;
  /** The item's id within it. */
  readonly item: string;
  readonly label: Term;
  readonly checks: readonly [EvidenceCheck, ...EvidenceCheck[]];
}

/** What yields a leaf's value: a measure that rules know too, or a public function of a room. */
export type LeafMeasure =
  | { readonly kind: "measure"; readonly measure: MeasureRef }
  | { readonly kind: "function"; readonly room: "balance" | "compliance" | "rotation"; readonly name: string };

/** 计分建议. The two ways of scoring that need no figure of policy; each is a `Scoring` of the evaluation room as it stands. */
export type ProposedScoring =
  | {
      readonly kind: "linear";
      readonly from: string;
      readonly to: string;
      readonly low: string;
      readonly high: string;
      readonly beyond: "clamp" | "extend";
    }
  | { readonly kind: "standard"; readonly centre: string; readonly spread: string };

/** 末级指标建议. A leaf to take over, change or strike out; it has no weight. */
export interface TemplateLeaf {
  /** Unique within its dimension. */
  readonly id: string;
  readonly label: Term;
  readonly measure: LeafMeasure;
  /** The least columns it is worked out from. */
  readonly needs: readonly [ColumnRef, ...ColumnRef[]];
  /** `"grade"`: words and no number. */
  readonly unit: Unit | "grade";
  readonly direction: "higher-is-better" | "lower-is-better";
  /** Absent where the source judges in words (定性) and nothing is to be scored. */
  readonly scoring?: ProposedScoring | undefined;
  /** 增量. Proposed where the source judges the rise over the subject's own start: the way the rise is taken (`Increment.of`). */
  readonly progress?: "absolute" | "head-room" | undefined;
}

/** 维度指标表. The leaves proposed for one dimension of an evaluation scheme: one to four. */
export interface DimensionTemplate {
  /** The evaluation scheme of the pack, `"baota.six-degrees"`. */
  readonly scheme: string;
  /** The dimension's id within it. */
  readonly dimension: string;
  readonly label: Term;
  readonly leaves: readonly [TemplateLeaf, ...TemplateLeaf[]];
  /** What was left out of the leaves, and why. */
  readonly note?: Term | undefined;
}

/**
 * 政策包模板. The editable bridge from official words to what can be counted: evidence checklists for a framework's items, and indicator tables
 * for the dimensions of its evaluation.
 *
 * A proposal of this library from end to end (`basis`), without weights; plain data equal to its own JSON round trip. No leaf pays for what a
 * must-not rule forbids: test scores, exit rates and common papers are not among them.
 */
export interface PackTemplate {
  readonly format: typeof PACK_TEMPLATE_FORMAT;
  readonly id: string;
  readonly version: string;
  /** The pack whose frameworks and dimensions it takes up. */
  readonly pack: string;
  readonly label: Term;
  readonly basis: Extract<Basis, { readonly kind: "library" }>;
  readonly checklists?: readonly EvidenceChecklist[] | undefined;
  /** In the order of the pack's schemes and their dimensions. */
  readonly tables: readonly DimensionTemplate[];
}
