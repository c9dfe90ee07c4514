import {
  addFractions,
  type Basis,
  compareFractions,
  divideFractions,
  type Explanation,
  exact,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  type Term,
} from "../core/index.js";
import { explainAmongPeers, explainNoShare, type PeerValue } from "./explain-among-peers.js";
import { comparisonNode, constantNode, FIGURES, numbered, operationNode, parameterNode } from "./explain-nodes.js";
import type { Reading } from "./reading.js";
import type { Direction } from "./score-alone.js";
import type { LinearScoring, Scoring, TargetScoring, ThresholdScoring } from "./scoring.js";

/** A value that was scored: its tree, its number or category, and everybody's values. */
export interface ScoredValue {
  readonly node: Explanation;
  readonly reading: Reading;
  /** Of all subjects, the own one among them, in their order. */
  readonly peers: readonly PeerValue[];
  readonly direction: Direction;
  readonly score: Fraction | undefined;
  /** Id of the leaf, for the ids of its figures. */
  readonly item: string;
  /** Who answers for those figures; absent: the caller. */
  readonly basis?: Basis | undefined;
}

function explainLinear(scoring: LinearScoring, own: ScoredValue, value: Fraction): Explanation {
  const figure = (key: "from" | "to" | "low" | "high") =>
    parameterNode(`${own.item}.scoring.${key}`, FIGURES[key], exact(scoring[key]), own.basis);
  const from = exact(scoring.from);
  const low = exact(scoring.low);
  const rise = subtractFractions(exact(scoring.high), low);
  const place = divideFractions(subtractFractions(value, from), subtractFractions(exact(scoring.to), from));
  const added = multiplyFractions(rise, place);
  const line = operationNode(
    "sum",
    [
      figure("low"),
      operationNode(
        "product",
        [
          operationNode("difference", [figure("high"), figure("low")], rise),
          operationNode("interpolate", [own.node, figure("from"), figure("to")], place),
        ],
        added,
      ),
    ],
    addFractions(low, added),
  );
  if (scoring.beyond === "extend") return line;
  const bounds = rise.numerator >= 0n ? [figure("low"), figure("high")] : [figure("high"), figure("low")];
  return operationNode("clamp", [line, ...bounds], own.score);
}

/** Comparison and score in turn, the score of "none reached" last: the first comparison that holds decides. */
function explainThresholds(scoring: ThresholdScoring, own: ScoredValue, value: Fraction): Explanation {
  const relation = own.direction === "higher-is-better" ? "at-least" : "at-most";
  let chosen: Term = FIGURES.otherwise;
  const operands: Explanation[] = [];
  for (const [index, step] of scoring.steps.entries()) {
    const reach = exact(step.reach);
    const compared = compareFractions(value, reach);
    const holds = relation === "at-least" ? compared >= 0 : compared <= 0;
    const label = numbered("档得分", "score of step", index + 1);
    const bound = parameterNode(
      `${own.item}.scoring.steps.${index}.reach`,
      numbered("档界限", "threshold of step", index + 1),
      reach,
      own.basis,
    );
    operands.push(
      comparisonNode(numbered("档", "step", index + 1), relation, own.node, bound, holds),
      parameterNode(`${own.item}.scoring.steps.${index}.score`, label, exact(step.score), own.basis),
    );
    if (!holds) continue;
    chosen = label;
    break;
  }
  operands.push(parameterNode(`${own.item}.scoring.otherwise`, FIGURES.otherwise, exact(scoring.otherwise), own.basis));
  return operationNode("select", operands, own.score, chosen);
}

function explainTarget(scoring: TargetScoring, own: ScoredValue, value: Fraction): Explanation {
  const target = exact(scoring.target);
  const targetNode = parameterNode(`${own.item}.scoring.target`, FIGURES.target, target, own.basis);
  const full = parameterNode(`${own.item}.scoring.full`, FIGURES.full, exact(scoring.full), own.basis);
  const zero = constantNode(FIGURES.zero, fraction(0));
  if (own.direction === "higher-is-better") {
    const share = divideFractions(value, target);
    const clamped = share.numerator < 0n ? fraction(0) : compareFractions(share, fraction(1)) > 0 ? fraction(1) : share;
    const part = operationNode("quotient", [own.node, targetNode], share);
    const one = constantNode(FIGURES.one, fraction(1));
    return operationNode("product", [full, operationNode("clamp", [part, zero, one], clamped)], own.score);
  }
  const larger = compareFractions(value, target) > 0 ? value : target;
  const share = operationNode(
    "quotient",
    [targetNode, operationNode("maximum", [own.node, targetNode], larger)],
    divideFractions(target, larger),
  );
  return operationNode("product", [full, share], own.score);
}

/** How a value became a score, figure by figure. */
export function explainScoring(scoring: Scoring, own: ScoredValue): Explanation {
  if (scoring.kind === "categorical") {
    const operands = scoring.categories.map(({ category, score }) =>
      parameterNode(`${own.item}.scoring.${category}`, { "zh-CN": category, en: category }, exact(score), own.basis),
    );
    const { reading } = own;
    if (reading.kind !== "category") return operationNode("select", [own.node, ...operands], undefined);
    return operationNode("select", [own.node, ...operands], own.score, { "zh-CN": reading.category, en: reading.category });
  }
  if (own.reading.kind === "number" && own.score === undefined && scoring.kind === "own-over-best")
    return explainNoShare(own, own.reading.value);
  if (own.reading.kind !== "number" || own.score === undefined) return operationNode("select", [own.node], undefined);
  const { value } = own.reading;
  switch (scoring.kind) {
    case "linear":
      return explainLinear(scoring, own, value);
    case "thresholds":
      return explainThresholds(scoring, own, value);
    case "distance-to-target":
      return explainTarget(scoring, own, value);
    default:
      return explainAmongPeers(scoring, { ...own, value, score: own.score });
  }
}
