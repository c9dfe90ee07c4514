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
  negateFraction,
  squareRootText,
  subtractFractions,
  sumFractions,
  type Term,
  toNumber,
} from "../core/index.js";
import {
  comparisonNode,
  constantNode,
  exactly,
  FIGURES,
  factNode,
  inexactNode,
  operationNode,
  parameterNode,
  roundedNode,
} from "./explain-nodes.js";
import type { Direction } from "./score-alone.js";
import type { BestScoring, PercentileScoring, RankScoring, StandardScoring } from "./scoring.js";
import { STANDARD_PLACES } from "./standard-column.js";

/** The value of one of the subjects that were scored together. */
export interface PeerValue {
  readonly subject: string;
  readonly value: Fraction;
}

interface OwnValue {
  readonly node: Explanation;
  readonly value: Fraction;
  readonly score: Fraction;
  readonly peers: readonly PeerValue[];
  readonly direction: Direction;
  readonly item: string;
  readonly basis?: Basis | undefined;
}

const PEER: Term = { "zh-CN": "评价对象数值", en: "value of a subject" };

const peerNode = ({ subject, value }: PeerValue): Explanation => factNode(PEER, exactly(value), subject);

function explainStandard(scoring: StandardScoring, own: OwnValue): Explanation {
  const values = own.peers.map(({ value }) => value);
  const count = fraction(values.length);
  const mean = divideFractions(sumFractions(values), count);
  const centre = parameterNode(`${own.item}.scoring.centre`, FIGURES.centre, exact(scoring.centre), own.basis);
  const squares = own.peers.map((peer) => {
    const value = multiplyFractions(peer.value, peer.value);
    return { value, node: operationNode("square", [peerNode(peer)], value) };
  });
  const meanNode = operationNode("mean", own.peers.map(peerNode), mean);
  const meanOfSquares = divideFractions(sumFractions(squares.map(({ value }) => value)), count);
  const squareOfMean = multiplyFractions(mean, mean);
  const variance = subtractFractions(meanOfSquares, squareOfMean);
  const varianceNode = operationNode(
    "difference",
    [
      operationNode(
        "mean",
        squares.map(({ node }) => node),
        meanOfSquares,
      ),
      operationNode("square", [meanNode], squareOfMean),
    ],
    variance,
  );
  // Where all are equal there is nothing to divide by: everybody stands at the centre.
  if (variance.numerator === 0n) return operationNode("select", [varianceNode, centre], own.score, FIGURES.centre);
  const higher = own.direction === "higher-is-better";
  const apart = higher ? subtractFractions(own.value, mean) : subtractFractions(mean, own.value);
  const apartNode = operationNode("difference", higher ? [own.node, meanNode] : [meanNode, own.node], apart);
  // √(apart² ÷ variance), so that nothing is rounded before z is.
  const share = divideFractions(multiplyFractions(apart, apart), variance);
  const size = exact(squareRootText(share, STANDARD_PLACES, "half-even"));
  const z = apart.numerator < 0n ? negateFraction(size) : size;
  const deviation = inexactNode("square-root", [varianceNode], Math.sqrt(toNumber(variance)));
  const quotient = inexactNode("quotient", [apartNode, deviation], toNumber(z));
  const spread = parameterNode(`${own.item}.scoring.spread`, FIGURES.spread, exact(scoring.spread), own.basis);
  const away = multiplyFractions(exact(scoring.spread), z);
  return operationNode("sum", [centre, operationNode("product", [spread, roundedNode(quotient, z, STANDARD_PLACES)], away)], own.score);
}

interface Standing {
  readonly better: readonly PeerValue[];
  readonly equal: readonly PeerValue[];
  readonly worse: readonly PeerValue[];
}

function standingOf(own: OwnValue): Standing {
  const sign = own.direction === "higher-is-better" ? 1 : -1;
  const among = (wanted: number) => own.peers.filter(({ value }) => sign * compareFractions(value, own.value) === wanted);
  return { better: among(1), equal: among(0), worse: among(-1) };
}

function countNode(zh: string, en: string, peers: readonly PeerValue[]): Explanation {
  return operationNode("count", peers.map(peerNode), fraction(peers.length), { "zh-CN": zh, en });
}

function explainPercentile(scoring: PercentileScoring, own: OwnValue): Explanation {
  const { worse, equal } = standingOf(own);
  const half = fraction(equal.length, 2);
  const below = addFractions(fraction(worse.length), half);
  const share = divideFractions(below, fraction(own.peers.length));
  const halfNode = operationNode(
    "quotient",
    [countNode("与本对象相等", "equal, itself included", equal), constantNode(FIGURES.two, fraction(2))],
    half,
  );
  const belowNode = operationNode("sum", [countNode("低于本对象", "worse", worse), halfNode], below);
  const shareNode = operationNode("share", [belowNode, countNode("全部对象", "all subjects", own.peers)], share);
  return operationNode(
    "product",
    [parameterNode(`${own.item}.scoring.full`, FIGURES.full, exact(scoring.full), own.basis), shareNode],
    own.score,
  );
}

function explainRank(scoring: RankScoring, own: OwnValue): Explanation {
  const full = exact(scoring.full);
  const fullNode = parameterNode(`${own.item}.scoring.full`, FIGURES.full, full, own.basis);
  const all = countNode("全部对象", "all subjects", own.peers);
  if (own.peers.length === 1) return operationNode("select", [all, fullNode], own.score, FIGURES.full);
  const { better, equal } = standingOf(own);
  const one = constantNode(FIGURES.one, fraction(1));
  const others = fraction(equal.length - 1);
  const shared = divideFractions(others, fraction(2));
  const place = addFractions(fraction(better.length), shared);
  const behind = fraction(own.peers.length - 1);
  const drop = subtractFractions(full, exact(scoring.low));
  const othersNode = operationNode("difference", [countNode("与本对象相等", "equal, itself included", equal), one], others);
  const sharedNode = operationNode("quotient", [othersNode, constantNode(FIGURES.two, fraction(2))], shared);
  const placeNode = operationNode("sum", [countNode("高于本对象", "better", better), sharedNode], place);
  const shareNode = operationNode("quotient", [placeNode, operationNode("difference", [all, one], behind)], divideFractions(place, behind));
  const low = parameterNode(`${own.item}.scoring.low`, FIGURES.last, exact(scoring.low), own.basis);
  const lost = multiplyFractions(drop, divideFractions(place, behind));
  const lostNode = operationNode("product", [operationNode("difference", [fullNode, low], drop), shareNode], lost);
  return operationNode("difference", [fullNode, lostNode], own.score);
}

function explainBest(scoring: BestScoring, own: OwnValue): Explanation {
  const higher = own.direction === "higher-is-better";
  const full = parameterNode(`${own.item}.scoring.full`, FIGURES.full, exact(scoring.full), own.basis);
  const best = own.peers.reduce((found, { value }) => (compareFractions(value, found) > 0 === higher ? value : found), own.value);
  const bestNode = operationNode(higher ? "maximum" : "minimum", own.peers.map(peerNode), best);
  // The best itself has the full score, even where it is 0.
  if (compareFractions(own.value, best) === 0) return operationNode("select", [own.node, bestNode, full], own.score, FIGURES.full);
  const share = higher ? divideFractions(own.value, best) : divideFractions(best, own.value);
  return operationNode(
    "product",
    [full, operationNode("quotient", higher ? [own.node, bestNode] : [bestNode, own.node], share)],
    own.score,
  );
}

/** Why a value has no share of the best, or the best none of it: one of the two is below 0, or the best of what should be high is 0. */
export function explainNoShare(own: Pick<OwnValue, "node" | "peers" | "direction">, value: Fraction): Explanation {
  const higher = own.direction === "higher-is-better";
  const best = own.peers.reduce((found, peer) => (compareFractions(peer.value, found) > 0 === higher ? peer.value : found), value);
  const bestNode = operationNode(higher ? "maximum" : "minimum", own.peers.map(peerNode), best);
  const zero = constantNode(FIGURES.zero, fraction(0));
  const below = (label: Term, node: Explanation, of: Fraction) => comparisonNode(label, "less-than", node, zero, of.numerator < 0n);
  const operands = [
    below({ "zh-CN": "最优数值小于零", en: "best value below zero" }, bestNode, best),
    below({ "zh-CN": "数值小于零", en: "value below zero" }, own.node, value),
  ];
  return operationNode("select", operands, undefined, { "zh-CN": "与最优比无意义", en: "a ratio to the best says nothing" });
}

/** How a value among those of all subjects became a score. */
export function explainAmongPeers(scoring: StandardScoring | PercentileScoring | RankScoring | BestScoring, own: OwnValue): Explanation {
  switch (scoring.kind) {
    case "standard":
      return explainStandard(scoring, own);
    case "percentile":
      return explainPercentile(scoring, own);
    case "rank":
      return explainRank(scoring, own);
    case "own-over-best":
      return explainBest(scoring, own);
  }
}
