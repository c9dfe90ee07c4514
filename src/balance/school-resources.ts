import {
  addFractions,
  type CalendarDate,
  compareFractions,
  type ExactText,
  type Explanation,
  exact,
  type Fraction,
  isDecimalString,
  type Missing,
  multiplyFractions,
  parseFraction,
  type Subject,
  sumFractions,
  type Term,
  toExactText,
} from "../core/index.js";
import { headcountTelling, type ResourceTotal, type School, type Stage } from "../domain/index.js";
import { type StageWeight, splitSharedResources } from "./split-shared-resources.js";

/** A number that may be missing, with how it came about and what would tell it. */
export interface Reading {
  readonly value?: Fraction | undefined;
  readonly missing: readonly Missing[];
  readonly explanation: Explanation;
}

/** Weights per pupil by which a school's stages share what is common; a stage without weight cannot be split. */
export type SplitWeights = (stages: readonly Stage[]) => ReadonlyMap<Stage, ExactText>;

const PUPILS: Term = { "zh-CN": "学生数", en: "pupils" };
const TOTAL: Term = { "zh-CN": "资源总量", en: "total of the resource" };

const subjectOf = (school: School): Subject => ({ kind: "school", id: school.id });

function unknown(label: Term, school: School, missing: Missing): Reading {
  return { missing: [missing], explanation: { kind: "fact", label, subject: subjectOf(school), value: { kind: "unknown" } } };
}

/** The newest total on or before the day, and whether another one of that day says otherwise: then nobody knows which is right. */
interface Newest {
  readonly total?: Fraction | undefined;
  readonly disputed: boolean;
}

function newestOf(rows: readonly ResourceTotal[], asOf: CalendarDate): Newest {
  let found: ResourceTotal | undefined;
  let disputed = false;
  for (const row of rows) {
    if (row.on > asOf || (found !== undefined && row.on < found.on)) continue;
    if (found === undefined || row.on > found.on) {
      found = row;
      disputed = false;
    } else if (row.total !== found.total) disputed ||= differ(totalOf(row), totalOf(found));
  }
  return { total: totalOf(found), disputed };
}

function differ(first: Fraction | undefined, second: Fraction | undefined): boolean {
  return first === undefined || second === undefined || compareFractions(first, second) !== 0;
}

/** Pupils of one stage on the day; a school of one stage needs no row per stage. */
export function stagePupils(school: School, stage: Stage, asOf: CalendarDate): number | undefined {
  return headcountTelling(school, asOf, stage, ({ pupils }) => pupils)?.pupils;
}

/** The pupils of one stage as a reading. */
export function readPupils(school: School, stage: Stage, asOf: CalendarDate): Reading {
  const pupils = stagePupils(school, stage, asOf);
  if (pupils === undefined)
    return unknown(PUPILS, school, { kind: "field", table: "headcounts", column: "pupils", subject: subjectOf(school) });
  const value = exact(pupils);
  const said = { kind: "exact", value: String(pupils), unit: "pupils" } as const;
  return { value, missing: [], explanation: { kind: "fact", label: PUPILS, subject: subjectOf(school), value: said } };
}

function totalOf(row: ResourceTotal | undefined): Fraction | undefined {
  if (row === undefined) return undefined;
  const { total } = row;
  const value =
    typeof total === "number"
      ? Number.isFinite(total)
        ? exact(total)
        : undefined
      : isDecimalString(total)
        ? exact(total)
        : parseFraction(total);
  return value !== undefined && value.numerator >= 0n ? value : undefined;
}

function factOf(school: School, label: Term, value: Fraction): Explanation {
  return { kind: "fact", label, subject: subjectOf(school), value: { kind: "exact", value: toExactText(value) } };
}

/** One stage's part of what the whole school shares: total × own pupils × weight ÷ Σ pupils × weight. */
function sharedPart(school: School, stage: Stage, total: Fraction, asOf: CalendarDate, weightsOf: SplitWeights): Reading {
  const stages = school.stages ?? [stage];
  if (stages.length === 1) return { value: total, missing: [], explanation: factOf(school, TOTAL, total) };
  const weights = weightsOf(stages);
  const parts: StageWeight[] = [];
  for (const one of stages) {
    const weight = weights.get(one);
    if (weight === undefined) return unknown(TOTAL, school, { kind: "weight", indicator: `${school.id}/${one}` });
    const pupils = readPupils(school, one, asOf);
    if (pupils.value === undefined) return unknown(TOTAL, school, pupils.missing[0] ?? { kind: "weight", indicator: one });
    parts.push({ stage: one, pupils: Number(pupils.value.numerator), weight });
  }
  const whole = sumFractions(parts.map(({ pupils, weight }) => multiplyFractions(exact(pupils), exact(weight))));
  const share = whole.numerator === 0n ? undefined : splitSharedResources(toExactText(total), parts).find((part) => part.stage === stage);
  if (share === undefined)
    return unknown(TOTAL, school, { kind: "field", table: "headcounts", column: "pupils", subject: subjectOf(school) });
  const value = exact(share.total);
  return { value, missing: [], explanation: splitNode(school, stage, total, parts, whole, value) };
}

function splitNode(
  school: School,
  stage: Stage,
  total: Fraction,
  parts: readonly StageWeight[],
  whole: Fraction,
  value: Fraction,
): Explanation {
  const exactly = (of: Fraction) => ({ kind: "exact", value: toExactText(of) }) as const;
  const weighed = parts.map((part): readonly [Stage, Explanation, Fraction] => {
    const product = multiplyFractions(exact(part.pupils), exact(part.weight));
    const label = { "zh-CN": "拆分权重", en: "weight per pupil" };
    const weight: Explanation = { kind: "parameter", id: `split.${part.stage}`, label, value: exactly(exact(part.weight)) };
    const operands = [factOf(school, PUPILS, exact(part.pupils)), weight];
    return [part.stage, { kind: "operation", operator: "product", operands, value: exactly(product) }, product];
  });
  const own = weighed.find(([one]) => one === stage);
  const sum: Explanation = { kind: "operation", operator: "sum", operands: weighed.map(([, node]) => node), value: exactly(whole) };
  const shared = { "zh-CN": "全校共用资源总量", en: "total shared by the stages" };
  const product: Explanation = {
    kind: "operation",
    operator: "product",
    operands: own === undefined ? [] : [factOf(school, shared, total), own[1]],
    value: exactly(multiplyFractions(total, own?.[2] ?? exact(0))),
  };
  return { kind: "operation", operator: "quotient", operands: [product, sum], value: exactly(value) };
}

/**
 * A stage's total of one resource on the day: its own, and its part of what the stages share. Two different totals of one day contradict each
 * other, whichever stands first: none of them is taken.
 */
export function stageTotal(school: School, stage: Stage, resource: string, asOf: CalendarDate, weightsOf: SplitWeights): Reading {
  const rows = (school.resources ?? []).filter((row) => row.resource === resource);
  const ownRows = newestOf(
    rows.filter((row) => row.stage === stage),
    asOf,
  );
  const commonRows = newestOf(
    rows.filter((row) => row.stage === undefined),
    asOf,
  );
  if (ownRows.disputed || commonRows.disputed)
    return unknown(TOTAL, school, { kind: "field", table: "resources", column: "total", subject: subjectOf(school) });
  const own = ownRows.total;
  const common = commonRows.total;
  if (own === undefined && common === undefined)
    return unknown(TOTAL, school, { kind: "record", table: "resources", of: resource, subject: subjectOf(school) });
  const alone: Reading | undefined = own && { value: own, missing: [], explanation: factOf(school, TOTAL, own) };
  const shared = common && sharedPart(school, stage, common, asOf, weightsOf);
  if (alone === undefined || shared === undefined)
    return alone ?? shared ?? unknown(TOTAL, school, { kind: "register", table: "resources" });
  if (shared.value === undefined || own === undefined) return shared;
  const value = addFractions(own, shared.value);
  return {
    value,
    missing: [],
    explanation: {
      kind: "operation",
      operator: "sum",
      operands: [alone.explanation, shared.explanation],
      value: { kind: "exact", value: toExactText(value) },
    },
  };
}
