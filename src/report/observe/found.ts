import {
  type CountRange,
  compareFractions,
  divideFractions,
  fraction,
  type Missing,
  parseFraction,
  toExactText,
} from "../../core/index.js";
import type { District } from "../../domain/index.js";
import type { Fact } from "../../rules/index.js";

/** Who is observed: a school, a group or the district itself. */
export interface ObservedSubject {
  readonly kind: "school" | "group" | "district";
  readonly id: string;
}

/** What an assessment knows of one leaf for one subject: a value, an interval, nothing yet, or a question without meaning for the subject. */
export type Found =
  | { readonly kind: "value"; readonly value: string | number; readonly unit: string; readonly standardError?: number | undefined }
  | { readonly kind: "between"; readonly low: string; readonly high: string; readonly unit: string; readonly missing: readonly Missing[] }
  | { readonly kind: "missing"; readonly missing: readonly Missing[] }
  | { readonly kind: "not-applicable" };

/** Group, school or district by its id; an id nobody has is a school of which nothing is known. */
export function subjectNamed(id: string, district: District): ObservedSubject {
  if (district.groups.some((group) => group.id === id)) return { kind: "group", id };
  const own = district.code === id || (district.code === undefined && district.name === id);
  return { kind: own && district.schools.every((school) => school.id !== id) ? "district" : "school", id };
}

/** The only group of a school; several leave it open whose figure is meant. */
export function onlyGroupOf(school: string, district: District): string | undefined {
  const groups = district.groups.filter(({ memberships = [] }) => memberships.some((membership) => membership.school === school));
  return groups.length === 1 ? groups[0]?.id : undefined;
}

/** Two ends as one value or an interval; without an upper end nobody knows how much it is. */
export function between(low: string, high: string | undefined, unit: string, missing: readonly Missing[]): Found {
  if (high === undefined) return { kind: "missing", missing };
  const [from, to] = [parseFraction(low), parseFraction(high)];
  if (from === undefined || to === undefined) return { kind: "missing", missing };
  return compareFractions(from, to) === 0 ? { kind: "value", value: low, unit } : { kind: "between", low, high, unit, missing };
}

/** Part ÷ whole of two counts, each perhaps an interval; nobody in the whole: the share has no meaning. */
export function shareOf(part: CountRange, whole: CountRange, missing: readonly Missing[]): Found {
  if (whole.high === 0) return { kind: "not-applicable" };
  if (part.high === undefined || whole.high === undefined) return { kind: "missing", missing };
  const low = divideFractions(fraction(part.low), fraction(whole.high));
  // Against nobody for certain the share can be anything up to all.
  const all = part.high > 0 && part.high >= whole.low;
  const high = all ? fraction(1) : divideFractions(fraction(part.high), fraction(Math.max(1, whole.low)));
  return between(toExactText(low), toExactText(high), "ratio", missing);
}

/** A fact as an observation: truths count 1 and 0; of words only a single known one is a value. */
export function foundOf(fact: Fact): Found {
  switch (fact.kind) {
    case "none":
      return { kind: "not-applicable" };
    case "truth":
      return fact.value === "unknown"
        ? { kind: "missing", missing: fact.missing ?? [] }
        : { kind: "value", value: fact.value === "yes" ? "1" : "0", unit: "times" };
    case "number":
      return between(fact.low, fact.high, fact.unit, fact.missing ?? []);
    case "tokens": {
      const [word, ...others] = fact.values ?? [];
      return word === undefined || others.length > 0 || fact.open === true
        ? { kind: "missing", missing: fact.missing ?? [] }
        : { kind: "value", value: word, unit: "grade" };
    }
  }
}
