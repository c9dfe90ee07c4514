import { addMonths, DEFAULTS, type Explanation, isBefore, isOnOrBefore, libraryBasis, type Term } from "../core/index.js";
import type { PublishedFigure } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { districtFact } from "./district-facts.js";
import { type DistrictState, readable } from "./district-state.js";

/** A count of schools as a document prints it: plain digits; anything else (约40, 40余) is no exact count. */
export function publishedCount(figure: PublishedFigure | undefined): number | undefined {
  if (figure === undefined || figure.as !== "count" || figure.measure !== "schools") return undefined;
  return /^\d{1,7}$/.test(figure.value) ? Number(figure.value) : undefined;
}

/** What a rule calls covered, as published figures name their population. */
export function coveredPopulation(ref: Pick<MeasureRef, "of" | "where">): string {
  return ref.where?.["by"] === "designation" ? (ref.of ?? "") : "in-groups";
}

/**
 * A published count that may stand for one of the district's own: of the same stages and sector by its own words (`schools`), current on the
 * day, and not against what the list shows. Both the covered and all schools must be published so, of one date; else the list speaks alone.
 */
export function publishedFact(district: DistrictState, ref: MeasureRef, label: Term): Fact | undefined {
  if (district.district.published === undefined) return undefined;
  if (ref.measure === "groups") return publishedGroups(district, ref, label);
  if (ref.measure !== "covered-schools" && ref.measure !== "uncovered-schools" && ref.measure !== "schools") return undefined;
  if (ref.measure === "schools" && ref.where?.["by"] === undefined) return wholeFact(district, ref, label);
  const pair = publishedPair(district, ref);
  if (pair === undefined) return undefined;
  const value = ref.measure === "covered-schools" ? pair.covered : pair.whole - pair.covered;
  return fact(label, value, ref.measure === "covered-schools" ? pair.figure : pair.base);
}

/** A published number of groups, of the designation asked for by its own population, where the list does not show more. */
function publishedGroups(district: DistrictState, ref: MeasureRef, label: Term): Fact | undefined {
  const figure = latest(
    district,
    (one) => one.as === "count" && one.measure === "groups" && one.population === ref.of && one.breakdown === undefined,
  );
  if (figure === undefined || !/^\d{1,7}$/.test(figure.value) || !fits(district, ref, Number(figure.value))) return undefined;
  return fact(label, Number(figure.value), figure, "groups");
}

function wholeFact(district: DistrictState, ref: MeasureRef, label: Term): Fact | undefined {
  const base = matching(district, ref, "district");
  const whole = publishedCount(base);
  if (base === undefined || whole === undefined || !fits(district, ref, whole)) return undefined;
  return fact(label, whole, base);
}

function publishedPair(district: DistrictState, ref: MeasureRef) {
  const figure = matching(district, ref, coveredPopulation(ref), (one) => matching(district, ref, "district", isOf(one)) !== undefined);
  const base = figure && matching(district, ref, "district", isOf(figure));
  const covered = publishedCount(figure);
  const whole = publishedCount(base);
  if (figure === undefined || base === undefined || covered === undefined || whole === undefined || covered > whole) return undefined;
  const sound =
    fits(district, { ...ref, measure: "covered-schools" }, covered) &&
    fits(district, { ...ref, measure: "uncovered-schools" }, whole - covered) &&
    fits(district, { ...ref, measure: "schools" }, whole);
  return sound ? { figure, base, covered, whole } : undefined;
}

/** Part and whole of different days make no share of either. */
function isOf(other: PublishedFigure): (figure: PublishedFigure) => boolean {
  return ({ on }) => on === other.on;
}

/** The latest count of the population that says it counts exactly the rule's schools. */
function matching(
  district: DistrictState,
  ref: MeasureRef,
  population: string,
  further: (figure: PublishedFigure) => boolean = () => true,
): PublishedFigure | undefined {
  return latest(district, (figure) => {
    if (publishedCount(figure) === undefined || figure.breakdown !== undefined) return false;
    return (figure.population ?? "district") === population && sameSchools(figure, ref) && further(figure);
  });
}

/** Whether a count surely lies on or before the day judged, and less than twelve months before it: an older one tells of another state. */
function isCurrent(on: string, day: string): boolean {
  const oldest = addMonths(day, -DEFAULTS.publishedCountMonths.value, "clamp");
  return readable(() => isOnOrBefore(on, day) === "yes" && isBefore(oldest, on) === "yes") === true;
}

/** Of the figures asked for the latest that is current on the day; of two of one day the first printed. */
function latest(district: DistrictState, wanted: (figure: PublishedFigure) => boolean): PublishedFigure | undefined {
  let found: { readonly figure: PublishedFigure; readonly on: string } | undefined;
  for (const figure of district.district.published ?? []) {
    const on = figure.on;
    if (on === undefined || !isCurrent(on, district.on) || !wanted(figure)) continue;
    if (found === undefined || isBefore(found.on, on) === "yes") found = { figure, on };
  }
  return found?.figure;
}

/** Whether a published count says it is over exactly the schools a measure asks for. */
export function sameSchools(figure: PublishedFigure, ref: Pick<MeasureRef, "where">): boolean {
  if (figure.schools === undefined) return false;
  const stages = [...(figure.schools.stages ?? [])].sort().join(",");
  const asked = ref.where?.["stages"];
  const wanted = typeof asked === "string" ? asked.split(",").sort().join(",") : "";
  return stages === wanted && (figure.schools.sector ?? "") === (ref.where?.["sector"] ?? "");
}

/** Whether a published count is possible by what the list shows; a list that shows more contradicts it, and then stands. */
function fits(district: DistrictState, ref: MeasureRef, value: number): boolean {
  const listed = districtFact(district, ref, NO_LABEL, false);
  if (listed?.kind !== "number") return false;
  return Number(listed.low) <= value && (listed.high === undefined || value <= Number(listed.high));
}

const NO_LABEL: Term = { "zh-CN": "", en: "" };

function fact(label: Term, value: number, figure: PublishedFigure, unit: "schools" | "groups" = "schools"): Fact {
  const on = figure.on ?? "";
  const published: Term = { "zh-CN": `${label["zh-CN"]}（${on}公布数）`, en: `${label.en} (as published for ${on})` };
  const text = String(value);
  const counted = { kind: "exact", value: text, unit } as const;
  const printed: Explanation = {
    kind: "fact",
    label: published,
    value: counted,
    ...(figure.citation === undefined ? {} : { citation: figure.citation }),
  };
  const explanation: Explanation = {
    kind: "operation",
    label: published,
    operator: "select",
    operands: [printed, MOST_MONTHS],
    value: counted,
  };
  return { kind: "number", label: published, low: text, high: text, unit, publishedFor: on, explanation };
}

const MOST_MONTHS: Explanation = /* @__PURE__ */ monthsNode();

function monthsNode(): Explanation {
  return {
    kind: "parameter",
    id: "publishedCountMonths",
    label: { "zh-CN": "公布数据以判定的时限", en: "age from which a published count settles nothing" },
    value: { kind: "exact", value: String(DEFAULTS.publishedCountMonths.value), unit: "months" },
    basis: libraryBasis("publishedCountMonths"),
  };
}
