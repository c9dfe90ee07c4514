import {
  absoluteFraction,
  addFractions,
  compareFractions,
  divideFractions,
  type Explanation,
  exact,
  type Fraction,
  fraction,
  subtractFractions,
  sumFractions,
  type Term,
} from "../core/index.js";
import { type ExactColumn, fractionAt } from "./exact-column.js";
import type { PeerValue } from "./explain-among-peers.js";
import { comparisonNode, constantNode, exactly, FIGURES, factNode, operationNode, parameterNode } from "./explain-nodes.js";
import { explainScoring } from "./explain-scoring.js";
import type { LeafItem } from "./indicator-system.js";
import { observationOf } from "./observed.js";
import type { PreparedEvaluation } from "./prepared-evaluation.js";
import { type Reading, readingsOf } from "./reading.js";
import { type LeafColumns, type LeafOutcome, outcomeAt } from "./score-leaf.js";
import type { Increment } from "./scoring.js";

/** A leaf of one subject, with the numbers of all. */
export interface LeafToExplain {
  readonly columns: LeafColumns;
  readonly subject: string;
  readonly prepared: PreparedEvaluation;
}

/** The period, and of a survey how many were asked and answered. */
function observedNode({ columns: { leaf }, subject, prepared }: LeafToExplain, reading: Reading, period: string): Explanation {
  const { respondents, invited } = observationOf(prepared.observed, leaf.id, subject, period) ?? {};
  const asked = leaf.source.kind === "survey" && respondents !== undefined && invited !== undefined;
  const [zh, en] = asked ? [`；调查${invited}人，应答${respondents}人`, `; ${respondents} of ${invited} answered`] : ["", ""];
  const label: Term = { "zh-CN": `${leaf.label["zh-CN"]}（${period}${zh}）`, en: `${leaf.label.en} (${period}${en})` };
  const value =
    reading.kind === "number"
      ? exactly(reading.value)
      : reading.kind === "category"
        ? ({ kind: "text", value: reading.category } as const)
        : ({ kind: "unknown" } as const);
  return factNode(label, value, subject, leaf.citations?.[0]);
}

function peersIn(asked: LeafToExplain, column: ExactColumn): readonly PeerValue[] {
  return asked.prepared.subjects.flatMap((subject, at): readonly PeerValue[] => {
    const value = fractionAt(column, at);
    return value === undefined ? [] : [{ subject, value }];
  });
}

/** The starting point: the mean of the baseline periods that were observed. */
function baselineNode(asked: LeafToExplain, increment: Increment, mean: Fraction): Explanation {
  const { leaf } = asked.columns;
  const starts = increment.baseline.flatMap((period): readonly Explanation[] => {
    const observation = observationOf(asked.prepared.observed, leaf.id, asked.subject, period);
    const [readings] = readingsOf(leaf, [[observation]], 1, () => {});
    const value = readings && fractionAt(readings.numbers, 0);
    return value === undefined ? [] : [observedNode(asked, { kind: "number", value }, period)];
  });
  return operationNode("mean", starts, mean, { "zh-CN": "起点（基期均值）", en: "starting point (mean of the baseline periods)" });
}

interface Change {
  readonly now: Fraction;
  readonly start: Fraction;
  readonly value: Fraction;
  readonly nowNode: Explanation;
  readonly startNode: Explanation;
}

/** a − b where higher is better, b − a where lower is: a rise is always the better direction. */
function rise(leaf: LeafItem, a: readonly [Explanation, Fraction], b: readonly [Explanation, Fraction]): readonly [Explanation, Fraction] {
  const [from, to] = leaf.direction === "higher-is-better" ? [a, b] : [b, a];
  const value = subtractFractions(from[1], to[1]);
  return [operationNode("difference", [from[0], to[0]], value), value];
}

function headRoomNode(asked: LeafToExplain, increment: Increment, change: Change): Explanation {
  const { leaf } = asked.columns;
  const start = [change.startNode, change.start] as const;
  const [gained, gain] = rise(leaf, [change.nowNode, change.now], start);
  const bound = (key: "worst" | "best", label: Term) => {
    const value = exact(increment[key] ?? 0);
    return [parameterNode(`${leaf.id}.increment.${key}`, label, value, leaf.basis), value] as const;
  };
  if (gain.numerator < 0n) {
    const [room] = rise(leaf, start, bound("worst", { "zh-CN": "最低可能值", en: "worst possible value" }));
    return operationNode("quotient", [gained, room], change.value);
  }
  const [room, left] = rise(leaf, bound("best", { "zh-CN": "最高可能值", en: "best possible value" }), start);
  if (left.numerator !== 0n) return operationNode("quotient", [gained, room], change.value);
  // At the ceiling there is no room left: who stays has used all of it.
  return operationNode("select", [gained, room, constantNode(FIGURES.one, fraction(1))], change.value, FIGURES.one);
}

function conditionalNode(asked: LeafToExplain, increment: Increment, change: Change): Explanation {
  const band = exact(increment.band ?? 0);
  const { readings, increment: increments } = asked.columns;
  const alike = asked.prepared.subjects.flatMap((subject, at): readonly PeerValue[] => {
    const value = fractionAt(readings.numbers, at);
    const start = increments && fractionAt(increments.baselines, at);
    if (value === undefined || start === undefined) return [];
    return compareFractions(absoluteFraction(subtractFractions(start, change.start)), band) <= 0 ? [{ subject, value }] : [];
  });
  const mean = divideFractions(sumFractions(alike.map(({ value }) => value)), fraction(alike.length));
  const label = { "zh-CN": "起点相近对象的数值", en: "value of a subject with a like start" };
  const meanNode = operationNode(
    "mean",
    alike.map(({ subject, value }) => factNode(label, exactly(value), subject)),
    mean,
  );
  return rise(asked.columns.leaf, [change.nowNode, change.now], [meanNode, mean])[0];
}

function incrementNode(asked: LeafToExplain, increment: Increment, change: Change): Explanation {
  const start = [change.startNode, change.start] as const;
  const now = [change.nowNode, change.now] as const;
  switch (increment.of) {
    case "absolute":
      return rise(asked.columns.leaf, now, start)[0];
    case "relative": {
      const size = operationNode("absolute", [change.startNode], absoluteFraction(change.start));
      return operationNode("quotient", [rise(asked.columns.leaf, now, start)[0], size], change.value);
    }
    case "head-room":
      return headRoomNode(asked, increment, change);
    case "conditional":
      return conditionalNode(asked, increment, change);
  }
}

function explainIncrement(asked: LeafToExplain, outcome: LeafOutcome, increment: Increment, nowNode: Explanation): Explanation {
  const label = { "zh-CN": "增量得分", en: "score of the increment" };
  const { reading, increment: value, baseline: start } = outcome;
  const { increment: increments, leaf } = asked.columns;
  if (reading.kind !== "number" || value === undefined || start === undefined || increments === undefined)
    return { kind: "fact", label, value: { kind: "unknown" }, subject: { kind: "school", id: asked.subject } };
  const now = reading.value;
  const node = incrementNode(asked, increment, { now, start, value, nowNode, startNode: baselineNode(asked, increment, start) });
  return explainScoring(increment.scoring, {
    node,
    reading: { kind: "number", value },
    peers: peersIn(asked, increments.values),
    direction: "higher-is-better",
    score: outcome.incrementScore,
    item: `${leaf.id}.increment`,
    basis: leaf.basis,
  });
}

const KEPT: Term = { "zh-CN": "起点已达最高可能值且保持，按水平计分", en: "kept the best possible value: scored by its level" };

/** Started at the best possible value and is still there: the level counts alone. */
function explainCeiling(asked: LeafToExplain, increment: Increment, start: Fraction, level: Explanation, score: Fraction): Explanation {
  const { leaf } = asked.columns;
  const relation = leaf.direction === "higher-is-better" ? "at-least" : "at-most";
  const best = parameterNode(
    `${leaf.id}.increment.best`,
    { "zh-CN": "最高可能值", en: "best possible value" },
    exact(increment.best ?? 0),
    leaf.basis,
  );
  const there = comparisonNode(
    { "zh-CN": "起点已达最高可能值", en: "started at the best possible value" },
    relation,
    baselineNode(asked, increment, start),
    best,
    true,
  );
  return operationNode("select", [there, { ...level, label: KEPT }], score, KEPT);
}

/** How one leaf of one subject came by its score, down to the observations. */
export function explainLeaf(asked: LeafToExplain): Explanation {
  const { columns, subject, prepared } = asked;
  const { leaf } = columns;
  const outcome = outcomeAt(columns, prepared.subjects.indexOf(subject));
  if (outcome.score === undefined && leaf.missing.treatment === "impute")
    return parameterNode(`${leaf.id}.missing.score`, leaf.label, exact(leaf.missing.score), leaf.missing.basis);
  const nowNode = observedNode(asked, outcome.reading, prepared.period);
  const level = (): Explanation =>
    explainScoring(leaf.scoring, {
      node: nowNode,
      reading: outcome.reading,
      peers: peersIn(asked, columns.readings.numbers),
      direction: leaf.direction,
      score: outcome.level,
      item: leaf.id,
      basis: leaf.basis,
    });
  const { increment } = leaf;
  if (increment === undefined) return level();
  if (outcome.noIncrement === "at-ceiling" && outcome.baseline !== undefined && outcome.score !== undefined)
    return explainCeiling(asked, increment, outcome.baseline, level(), outcome.score);
  const part = exact(increment.levelPart);
  const rest = subtractFractions(fraction(1), part);
  if (rest.numerator === 0n) return level();
  const progress = explainIncrement(asked, outcome, increment, nowNode);
  if (part.numerator === 0n) return progress;
  const partNode = parameterNode(`${leaf.id}.increment.levelPart`, { "zh-CN": "水平所占比例", en: "part of the level" }, part);
  const restNode = operationNode("difference", [constantNode(FIGURES.one, addFractions(part, rest)), partNode], rest);
  return operationNode("weighted-mean", [level(), partNode, progress, restNode], outcome.score, leaf.label);
}
