import type { Basis, CalendarDate } from "../core/index.js";
import type { Stage } from "../domain/index.js";
import type { ProposedScoring, TemplateLeaf } from "../policy/index.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import type { LeafSource } from "./leaf-source.js";
import type { Exact, Increment } from "./scoring.js";
import type { LeafChange } from "./system-from-template.js";

/** 增量设置. From which periods a leaf of a template starts, and how much its level still counts. */
export interface TemplateIncrement {
  readonly baseline: readonly string[];
  readonly atLeast?: number | undefined;
  readonly levelPart: Exact;
}

/** 均衡数据. The resource that figures of balance are worked out from; `since`: the day from which the narrowing of a gap is counted. */
export interface TemplateBalance {
  readonly resource: string;
  readonly stage?: Stage | undefined;
  readonly since?: CalendarDate | undefined;
}

/** A leaf of a template on its way into a system. */
export interface TemplateLeafPlace {
  readonly id: string;
  readonly parent: string;
  readonly proposed: TemplateLeaf;
  readonly basis: Basis;
  readonly missing: LeafItem["missing"];
  readonly increment?: TemplateIncrement | undefined;
  readonly balance?: TemplateBalance | undefined;
}

const FIGURES = { differenceCoefficient: "difference-coefficient", theil: "theil", gapChange: "gap-narrowing" } as const;

/** A survey's scale as the proposed scoring has it: its line runs from the worst to the best answer. */
function surveyScale(scoring: ProposedScoring | undefined): { readonly lowest: Exact; readonly highest: Exact } {
  return scoring?.kind === "linear" ? { lowest: scoring.from, highest: scoring.to } : { lowest: "1", highest: "5" };
}

/** Where the values come from; `undefined`: a figure of balance whose resource nobody named. */
function sourceOf({ proposed, balance }: TemplateLeafPlace): LeafSource | undefined {
  const { measure, scoring } = proposed;
  if (measure.kind === "function") {
    if (measure.room === "rotation") return { kind: "rotation", figure: "exchanged-share" };
    if (measure.room === "compliance") return { kind: "coverage", designation: "quality" };
    const figure = Object.entries(FIGURES).find(([name]) => name === measure.name)?.[1];
    return figure === undefined || balance === undefined ? undefined : { kind: "balance", figure, ...balance };
  }
  const ref = measure.measure;
  switch (ref.measure) {
    // A score of this evaluation cannot be an observation of the same one.
    case "caller":
    case "evaluation-score":
      return { kind: "caller" };
    case "survey-satisfaction":
      return { kind: "survey", ...surveyScale(scoring) };
    case "exchange-count":
      return { kind: "rotation", figure: "exchange-count", of: ref.of };
    case "eligible-teachers":
    case "exchanged-teachers":
    case "exchanged-backbone-teachers":
      return { kind: "rotation", figure: ref.measure };
    case "resource-indicator":
      return { kind: "balance", figure: "resource-indicator", resource: ref.of ?? "", stage: ref.stage ?? balance?.stage };
    default:
      return { kind: "measure", measure: ref };
  }
}

/** No change scores in the middle: of head-room on a line from losing all to using all of it, of plain rises against the others' rises. */
function incrementOf({ proposed, increment }: TemplateLeafPlace): Increment | undefined {
  const { progress, scoring } = proposed;
  if (progress === undefined || increment === undefined) return undefined;
  const bounds = scoring?.kind === "linear" ? { worst: scoring.from, best: scoring.to } : {};
  const { baseline, atLeast, levelPart } = increment;
  const frame = { baseline, ...(atLeast === undefined ? {} : { atLeast }), levelPart, ...bounds };
  return progress === "head-room"
    ? { ...frame, of: "head-room", scoring: { kind: "linear", from: "-1", to: "1", low: "0", high: "100", beyond: "clamp" } }
    : { ...frame, of: "absolute", scoring: { kind: "standard", centre: "50", spread: "10" } };
}

/** The leaf as an item of a system; `undefined` when it is judged in words and nobody gave it a scoring. */
export function templateLeaf(place: TemplateLeafPlace, change: LeafChange | undefined, issues: EvaluationIssue[]): LeafItem | undefined {
  const { id, parent, proposed, basis, missing } = place;
  const scoring = change?.scoring ?? proposed.scoring;
  const item = (code: "template-leaf-without-scoring" | "template-leaf-without-resource"): void => {
    issues.push({ code, severity: "notice", path: [], params: { item: id } });
  };
  if (scoring === undefined) {
    item("template-leaf-without-scoring");
    return undefined;
  }
  const source = change?.source ?? sourceOf(place);
  if (source === undefined) item("template-leaf-without-resource");
  const increment = incrementOf(place);
  return {
    id,
    parent,
    kind: "leaf",
    label: proposed.label,
    unit: proposed.unit,
    direction: proposed.direction,
    ...(increment === undefined ? {} : { increment }),
    missing,
    ...change,
    source: source ?? { kind: "caller" },
    scoring,
    basis: change === undefined ? basis : { kind: "caller" },
  };
}
