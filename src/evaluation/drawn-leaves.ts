import { toNumber } from "../core/index.js";
import type { Observation } from "../domain/index.js";
import type { Random } from "../statistics/index.js";
import { readExact } from "./check-scoring.js";
import { doublesOf } from "./exact-column.js";
import type { LeafItem } from "./indicator-system.js";
import type { EvaluationIssue } from "./issues.js";
import { observationsOf } from "./observed.js";
import type { PreparedEvaluation } from "./prepared-evaluation.js";
import { readingsOf } from "./reading.js";
import { scoreLeaf } from "./score-leaf.js";
import type { Scoring } from "./scoring.js";

/** What of the leaves is varied. */
export interface DrawnLeavesOptions {
  /** Other scorings that a leaf could have as well, by its id. */
  readonly scorings?: Readonly<Record<string, readonly Scoring[]>> | undefined;
  readonly observationErrors?: boolean | undefined;
}

/** The scores of all leaves, draw by draw. */
export interface DrawnLeaves {
  /** By leaf, then by subject; NaN for a missing one. They stand until the next draw. */
  readonly draw: (random: Random) => readonly Float64Array[];
  /** Whether a leaf has several scorings, and whether one has errors. */
  readonly choices: boolean;
  readonly errors: boolean;
  /** Whether a score is missing anywhere, or may be in a draw. */
  readonly gaps: boolean;
  /** Observations whose standard error is none. */
  readonly issues: readonly EvaluationIssue[];
}

/** An observation of a leaf; `column` is the one it stands in, unless another stands there already. */
interface PlacedObservation {
  readonly observation: Observation;
  /** Of one that has an error. */
  readonly value: number | undefined;
  /** Of one that is known only to lie between two. */
  readonly range: readonly [low: number, high: number] | undefined;
  readonly column: (Observation | undefined)[] | undefined;
  readonly place: number;
}

type Bounds = readonly [least: number, most: number];

/** What values of a leaf there can be: an error carries none beyond, where it would count as missing. */
function boundsOf({ source, increment }: LeafItem): Bounds {
  const pairs = [
    source.kind === "survey" ? [source.lowest, source.highest] : [],
    increment?.of === "head-room" ? [increment.worst, increment.best] : [],
  ].map((pair) => pair.flatMap((value) => readExact(value) ?? []).map(toNumber));
  const ends = pairs.filter(({ length }) => length === 2);
  return [Math.max(...ends.map((pair) => Math.min(...pair))), Math.min(...ends.map((pair) => Math.max(...pair)))];
}

/** A leaf with the observations of each draw: columns by period, filled anew every time. */
interface NoisyLeaf {
  readonly within: Bounds;
  readonly observations: readonly PlacedObservation[];
  readonly columns: ReadonlyMap<string, readonly (Observation | undefined)[]>;
}

interface DrawnLeaf {
  readonly leaf: LeafItem;
  /** Its own scoring, then the others. */
  readonly scorings: readonly Scoring[];
  /** By scoring, as observed. */
  readonly scores: readonly Float64Array[];
  readonly noisy: NoisyLeaf | undefined;
}

const hasError = ({ standardError }: Observation): boolean =>
  standardError !== undefined && standardError > 0 && Number.isFinite(standardError);

/** Standard errors of leaves that are no number of 0 or more. */
function errorIssues(observations: readonly Observation[], { tree }: PreparedEvaluation): readonly EvaluationIssue[] {
  return observations.flatMap(({ indicator, subject, period, standardError }, index): readonly EvaluationIssue[] => {
    if (standardError === undefined || tree.byId.get(indicator)?.kind !== "leaf") return [];
    if (Number.isFinite(standardError) && standardError >= 0) return [];
    const params = { indicator, subject, period, error: String(standardError) };
    return [{ code: "observation-error-invalid", severity: "error", path: [index, "standardError"], params }];
  });
}

function rangeOf({ value, low, high }: Observation): PlacedObservation["range"] {
  if (value !== null) return undefined;
  const [from, to] = [readExact(low), readExact(high)];
  return from === undefined || to === undefined ? undefined : [toNumber(from), toNumber(to)];
}

const ignore = (): void => {};

function noisyLeaf(leaf: LeafItem, own: readonly Observation[], prepared: PreparedEvaluation): NoisyLeaf | undefined {
  if (!own.some((one) => hasError(one) || rangeOf(one) !== undefined)) return undefined;
  const { subjects, observed, period: judged } = prepared;
  const places = new Map(subjects.map((subject, place) => [subject, place]));
  const columns = new Map<string, (Observation | undefined)[]>();
  for (const period of [judged, ...(leaf.increment?.baseline ?? [])]) columns.set(period, new Array(subjects.length).fill(undefined));
  const within = boundsOf(leaf);
  const observations = own.map((observation): PlacedObservation => {
    const place = places.get(observation.subject) ?? -1;
    const stands = observationsOf(observed, leaf.id, observation.period)[place] === observation;
    const read = hasError(observation) ? readExact(observation.value ?? undefined) : undefined;
    const value = read && toNumber(read);
    const range = rangeOf(observation);
    // What lies outside as observed stays as it is: missing.
    const possible = value !== undefined && value >= within[0] && value <= within[1];
    return { observation, value: possible ? value : undefined, range, column: stands ? columns.get(observation.period) : undefined, place };
  });
  return { within, observations, columns };
}

/**
 * The observations with a normal error each, as numbers of nine places (errors of measurement have no more); one known only to lie between two
 * is drawn evenly from there.
 */
function drawErrors({ within, observations }: NoisyLeaf, random: Random): void {
  for (const { observation, value, range, column, place } of observations) {
    const error = value === undefined ? 0 : (observation.standardError ?? 0) * random.normal();
    const own = value === undefined ? undefined : Math.max(within[0], Math.min(within[1], value + error));
    const drawn = range === undefined ? own : range[0] + (range[1] - range[0]) * random.uniform();
    if (column === undefined) continue;
    column[place] = drawn === undefined ? observation : { ...observation, value: Math.round(drawn * 1e9) / 1e9 };
  }
}

function scoresOf(leaf: LeafItem, { subjects, period }: PreparedEvaluation, columns: NoisyLeaf["columns"]): Float64Array {
  const size = subjects.length;
  const read = (periods: readonly string[]) =>
    readingsOf(
      leaf,
      periods.map((one) => columns.get(one) ?? []),
      size,
      ignore,
    );
  const [readings] = read([period]);
  const starts = read(leaf.increment?.baseline ?? []).map(({ numbers }) => numbers);
  return readings === undefined ? new Float64Array(size).fill(Number.NaN) : doublesOf(scoreLeaf(leaf, readings, starts, size).scores);
}

function drawnLeaf(
  leaf: LeafItem,
  observations: readonly Observation[],
  prepared: PreparedEvaluation,
  options: DrawnLeavesOptions,
): DrawnLeaf {
  const scorings = [leaf.scoring, ...(options.scorings?.[leaf.id] ?? [])];
  const columns = prepared.observed.columns.get(leaf.id) ?? new Map();
  return {
    leaf,
    scorings,
    scores: scorings.map((scoring) => scoresOf({ ...leaf, scoring }, prepared, columns)),
    noisy: options.observationErrors === true ? noisyLeaf(leaf, observations, prepared) : undefined,
  };
}

/** Makes the leaves ready for many draws. */
export function drawnLeaves(observations: readonly Observation[], prepared: PreparedEvaluation, options: DrawnLeavesOptions): DrawnLeaves {
  const byIndicator = new Map<string, Observation[]>();
  for (const observation of options.observationErrors === true ? observations : []) {
    const own = byIndicator.get(observation.indicator);
    if (own === undefined) byIndicator.set(observation.indicator, [observation]);
    else own.push(observation);
  }
  const leaves = prepared.tree.leaves.map((leaf) => drawnLeaf(leaf, byIndicator.get(leaf.id) ?? [], prepared, options));
  return {
    draw: (random) =>
      leaves.map(({ leaf, scorings, scores, noisy }) => {
        const choice = scorings.length > 1 ? random.integer(scorings.length) : 0;
        if (noisy === undefined) return scores[choice] ?? new Float64Array(prepared.subjects.length);
        drawErrors(noisy, random);
        return scoresOf({ ...leaf, scoring: scorings[choice] ?? leaf.scoring }, prepared, noisy.columns);
      }),
    choices: leaves.some(({ scorings }) => scorings.length > 1),
    errors: leaves.some(({ noisy }) => noisy !== undefined),
    gaps: leaves.some(({ scores, noisy }) => noisy !== undefined || scores.some((column) => column.includes(Number.NaN))),
    issues: options.observationErrors === true ? errorIssues(observations, prepared) : [],
  };
}
