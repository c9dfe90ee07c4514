import { createRandom } from "../../src/statistics/index.js";
import {
  type PupilColumns,
  type PupilDesign,
  readPupils,
  type SchoolValueAdded,
  type ValueAddedResult,
} from "../../src/value-added/index.js";

/** Marks of 0 to 100 in both examinations. */
export const hundred: PupilDesign = {
  cohort: "2024",
  entrance: { id: "in", minimum: 0, maximum: 100, step: "1" },
  exit: { id: "out", minimum: 0, maximum: 100, step: "1" },
  minimumCohort: 2,
};

export function pupilsOf(rows: readonly (readonly [string, number, number])[], design = hundred): PupilColumns {
  const onStep = (mark: number, { step }: { readonly step: string }) => Math.round(mark / Number(step)) * Number(step);
  const read = readPupils(
    rows.map(([school, prior, outcome], k) => ({
      id: `p${k}`,
      school,
      prior: onStep(prior, design.entrance),
      outcome: onStep(outcome, design.exit),
    })),
    design,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

export interface Truth {
  readonly pupils: PupilColumns;
  readonly effect: ReadonlyMap<string, number>;
  /** Mean ability that the school's pupils are drawn about. */
  readonly intake: ReadonlyMap<string, number>;
}

export interface Made {
  readonly schools: number;
  readonly least: number;
  readonly most: number;
  /** Variance of ability between schools, within 1. */
  readonly intakeVariance: number;
  readonly effectVariance: number;
  /** Of the entrance score over the area. */
  readonly reliability: number;
  readonly slope: number;
}

export const PLAIN: Made = { schools: 30, least: 20, most: 60, intakeVariance: 0.3, effectVariance: 0.1, reliability: 1, slope: 0.7 };

const fine: PupilDesign = {
  cohort: "2024",
  entrance: { id: "in", minimum: -12, maximum: 12, step: "0.00001" },
  exit: { id: "out", minimum: -12, maximum: 12, step: "0.00001" },
  minimumCohort: 2,
};

/** outcome = slope × ability + effect + noise of variance 0.5; prior = ability + error by the reliability. */
export function madePupils(seed: number, made: Made = PLAIN): Truth {
  const random = createRandom(seed);
  const effect = new Map<string, number>();
  const intakes = new Map<string, number>();
  const rows: [string, number, number][] = [];
  const error = Math.sqrt(((1 - made.reliability) / made.reliability) * (1 + made.intakeVariance));
  for (let j = 0; j < made.schools; j += 1) {
    const school = `s${String(j).padStart(4, "0")}`;
    const u = Math.sqrt(made.effectVariance) * random.normal();
    const intake = Math.sqrt(made.intakeVariance) * random.normal();
    effect.set(school, u);
    intakes.set(school, intake);
    const size = made.least + random.integer(made.most - made.least + 1);
    for (let i = 0; i < size; i += 1) {
      const ability = intake + random.normal();
      const outcome = made.slope * ability + u + Math.sqrt(0.5) * random.normal();
      rows.push([school, ability + error * random.normal(), outcome]);
    }
  }
  return { pupils: pupilsOf(rows, fine), effect, intake: intakes };
}

/** The value of a result, or a failing test that says why. */
export function answer<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** The schools of a result that have an estimate. */
export function estimated(result: ValueAddedResult): readonly SchoolValueAdded[] {
  return result.schools.filter((school) => school.status === "estimated");
}
