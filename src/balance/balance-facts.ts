import {
  addFractions,
  divideFractions,
  exact,
  type Fraction,
  fraction,
  type Missing,
  parseFraction,
  type Subject,
  squareRootText,
  sumFractions,
  type Term,
  toExactText,
} from "../core/index.js";
import type { District, School, Stage } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { type DifferenceCoefficient, differenceCoefficient, explainDifferenceCoefficient } from "./difference-coefficient.js";
import {
  countedTotal,
  indicatorOf,
  namedStages,
  RESOURCE_INDICATORS,
  type ResourceOptions,
  schoolsOfStage,
  standingOf,
} from "./resource-indicators.js";
import type { ResourceUnit } from "./resource-unit.js";

/** Options of `balanceFacts`. */
export interface BalanceFactOptions extends ResourceOptions {
  /** The resources whose coefficients make up the composite of 2012 (national N3: eight); without them it is not handed over. */
  readonly composite?: readonly string[] | undefined;
}

/** The schools of a stage as units of one resource, or what is missing of them. */
export interface StageUnits {
  readonly units: readonly ResourceUnit[];
  readonly missing: readonly Missing[];
}

/**
 * 学段资源. Every school of a stage with its pupils and its total of one resource: what `differenceCoefficient`, `gini` and `theil` take.
 *
 * The latest figures on or before `asOf` count; what several stages share is split first (national N4). A school without a figure is not among
 * the units, and `missing` says what would tell; so is a list of schools that is not `complete`. A school without pupils has no figure per pupil:
 * where it has nothing of the resource either it changes no sum and takes no part, otherwise its pupils are `missing`. So is the id of a school
 * that another one bears too.
 *
 * @example
 * ```ts
 * import { unitsOfStage } from "school-groups/balance";
 *
 * const on = "2023-09-01";
 * const school = { id: "a", name: "A", stages: ["primary"], teachingPoint: false, headcounts: [{ on, pupils: 200 }], resources: [{ on, resource: "books", total: 900 }] } as const;
 * const district = { format: "school-groups.district.v1", complete: true, schools: [school], groups: [] } as const;
 * unitsOfStage(district, "primary", "books", { policy: { parameters: [] }, asOf: "2023-12-31" }).units; // => [{ id: "a", pupils: 200, total: "900" }]
 * ```
 */
export function unitsOfStage(district: District, stage: Stage, resource: string, options: ResourceOptions): StageUnits {
  const { schools, missing } = schoolsOfStage(district, stage, options);
  const units: ResourceUnit[] = [];
  const gaps: Missing[] = [...missing];
  const seen = new Set<string>();
  for (const school of schools) {
    const subject = { kind: "school", id: school.id } as const;
    // A set that does not grow has met the id before: which of the two is the school, nobody can tell.
    if (seen.size === seen.add(school.id).size) gaps.push({ kind: "field", table: "schools", column: "id", subject });
    const { pupils, total } = countedTotal(school, stage, resource, options);
    const empty = pupils.value?.numerator === 0n;
    // Nobody and nothing: no sum changes by it, whatever the others have.
    if (empty && total.value?.numerator === 0n) continue;
    if (empty) gaps.push({ kind: "field", table: "headcounts", column: "pupils", subject });
    gaps.push(...pupils.missing, ...total.missing);
    if (empty || pupils.value === undefined || total.value === undefined) continue;
    units.push({ id: school.id, pupils: Number(pupils.value.numerator), total: toExactText(total.value) });
  }
  return { units, missing: gaps };
}

const SQUARED: Term = { "zh-CN": "差异系数的平方", en: "square of the difference coefficient" };

/** How unequally a resource is spread over a stage, or what is missing: one of the two is always there. */
export interface StageSpread extends StageUnits {
  readonly coefficient?: DifferenceCoefficient | undefined;
}

/** The coefficient of a stage's schools. Where nobody has any of the resource there is none either, and a record of it is missing. */
export function spreadOfStage(district: District, stage: Stage, resource: string, options: ResourceOptions): StageSpread {
  const { units, missing } = unitsOfStage(district, stage, resource, options);
  if (missing.length > 0) return { units, missing };
  const result = differenceCoefficient(units);
  if (result.ok) return { units, missing, coefficient: result.value };
  return { units, missing: [{ kind: "record", table: "resources", of: resource }] };
}

function differenceFact(district: District, stage: Stage, resource: string, options: ResourceOptions): Fact {
  const { units, missing, coefficient } = spreadOfStage(district, stage, resource, options);
  if (coefficient === undefined) return { kind: "number", label: SQUARED, low: "0", unit: "coefficient", missing };
  const { squared } = coefficient;
  return {
    kind: "number",
    label: SQUARED,
    low: squared,
    high: squared,
    unit: "coefficient",
    explanation: explainDifferenceCoefficient(units),
  };
}

/** Decimal places between which a root of the composite is held. */
const ROOT_PLACES = 20;

/** The mean of the coefficients: roots, so that it is an interval, twenty places narrow. */
function compositeFact(district: District, stage: Stage, options: BalanceFactOptions): Fact | undefined {
  const { composite } = options;
  if (composite === undefined || composite.length === 0) return undefined;
  const label = { "zh-CN": "综合差异系数", en: "composite difference coefficient" };
  const low: Fraction[] = [];
  const high: Fraction[] = [];
  const step = fraction(1n, 10n ** BigInt(ROOT_PLACES));
  for (const resource of composite) {
    const fact = differenceFact(district, stage, resource, options);
    const squared = fact.kind === "number" && fact.high !== undefined ? parseFraction(fact.high) : undefined;
    if (squared === undefined) return { ...fact, label } as Fact;
    const root = exact(squareRootText(squared, ROOT_PLACES, "floor"));
    low.push(root);
    high.push(addFractions(root, step));
  }
  const mean = (values: readonly Fraction[]) => toExactText(divideFractions(sumFractions(values), fraction(values.length)));
  return { kind: "number", label, low: mean(low), high: mean(high), unit: "coefficient" };
}

/** Schools by id; an id that several bear is nobody's: which of them is meant, nobody can tell. */
function schoolsById({ schools }: District): ReadonlyMap<string, School | "shared"> {
  const known = new Map<string, School | "shared">();
  for (const school of schools) known.set(school.id, known.has(school.id) ? "shared" : school);
  return known;
}

function schoolFact(
  school: School | "shared" | undefined,
  subject: Subject,
  ref: MeasureRef,
  stage: Stage,
  options: ResourceOptions,
): Fact | undefined {
  const indicator = RESOURCE_INDICATORS.find(({ resource }) => resource === ref.of);
  if (indicator === undefined || school === undefined) return undefined;
  const { label, unit } = indicator;
  if (school === "shared") {
    return { kind: "number", label, low: "0", unit, missing: [{ kind: "field", table: "schools", column: "id", subject }] };
  }
  const standing = standingOf(school, options);
  if (standing.counts === "no" || namedStages(school)?.includes(stage) === false) return { kind: "none", label };
  const { value, missing, explanation } = indicatorOf(school, stage, indicator, options);
  if (value === undefined) return { kind: "number", label, low: "0", unit, missing };
  const text = toExactText(value);
  return { kind: "number", label, low: text, high: text, unit, missing: standing.missing, explanation };
}

/**
 * 均衡事实. What a district file says of resources and their spread, as facts for rules: the measures `resource-indicator` (of a school),
 * `difference-coefficient-squared` and, with `composite`, `composite-difference-coefficient` (of the district). Hand it to `checkCompliance` or
 * `assessDistrict` as `facts`, and the rules of national N2 and N3 get their verdicts.
 *
 * The latest figures on or before `asOf` count; what several stages share is split first (N4). A missing figure leaves the fact open and names
 * what is missing; so does an id that two schools bear. `undefined` for every other measure.
 *
 * @example
 * ```ts
 * import { balanceFacts } from "school-groups/balance";
 *
 * const on = "2023-09-01";
 * const school = { id: "a", name: "A", stages: ["primary"], teachingPoint: false, headcounts: [{ on, pupils: 200 }], resources: [{ on, resource: "room-area", total: 900 }] } as const;
 * const district = { format: "school-groups.district.v1", complete: true, schools: [school], groups: [] } as const;
 * const facts = balanceFacts(district, { policy: { parameters: [] }, asOf: "2023-12-31" });
 * const fact = facts({ kind: "school", id: "a" }, { measure: "resource-indicator", of: "room-area", stage: "primary" });
 * fact?.kind === "number" && fact.low; // => "4.5"
 * ```
 */
export function balanceFacts(district: District, options: BalanceFactOptions): (subject: Subject, ref: MeasureRef) => Fact | undefined {
  const known = new Map<string, Fact | undefined>();
  let schools: ReadonlyMap<string, School | "shared"> | undefined;
  const once = (key: string, make: () => Fact | undefined): Fact | undefined => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  };
  return (subject, ref) => {
    const { measure, stage, of = "" } = ref;
    if (stage !== "primary" && stage !== "junior") return undefined;
    if (measure === "resource-indicator") {
      schools ??= schoolsById(district);
      return schoolFact(schools.get(subject.id), subject, ref, stage, options);
    }
    if (measure === "difference-coefficient-squared") return once(`${stage}/${of}`, () => differenceFact(district, stage, of, options));
    if (measure === "composite-difference-coefficient") return once(stage, () => compositeFact(district, stage, options));
    return undefined;
  };
}
