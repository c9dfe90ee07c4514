import * as z from "zod";
import type { Unit } from "../core/index.js";
import type { MeasureId } from "../policy/index.js";

/** A record over all words of a closed union: one that is missing or too many does not compile. */
type AllOf<Word extends string> = Readonly<Record<Word, true>>;

const MEASURES: AllOf<MeasureId> = {
  "governance-item": true,
  designation: true,
  form: true,
  "legal-form": true,
  reach: true,
  stage: true,
  "school-type": true,
  "teaching-point": true,
  sector: true,
  locality: true,
  "legal-person": true,
  role: true,
  "counted-as": true,
  groups: true,
  "group-leads": true,
  "group-members": true,
  "group-schools": true,
  "group-campuses": true,
  "group-pupils": true,
  "school-pupils": true,
  "class-size": true,
  schools: true,
  "covered-schools": true,
  "uncovered-schools": true,
  synchrony: true,
  uniformity: true,
  adoption: true,
  activity: true,
  "eligible-teachers": true,
  "exchanged-teachers": true,
  "exchanged-backbone-teachers": true,
  "exchange-count": true,
  "principal-terms": true,
  "resource-indicator": true,
  "difference-coefficient-squared": true,
  "composite-difference-coefficient": true,
  "score-based-evaluation": true,
  "school-value-added": true,
  "group-value-added": true,
  "lead-dilution": true,
  "gap-change": true,
  "evaluation-score": true,
  "survey-satisfaction": true,
  caller: true,
};

const UNITS: AllOf<Unit> = {
  people: true,
  pupils: true,
  teachers: true,
  schools: true,
  groups: true,
  memberships: true,
  documents: true,
  minutes: true,
  "half-days": true,
  days: true,
  months: true,
  years: true,
  times: true,
  items: true,
  periods: true,
  cells: true,
  tasks: true,
  ratio: true,
  coefficient: true,
  points: true,
  "square-metres": true,
  yuan: true,
  rooms: true,
  "per-hundred-pupils": true,
  "square-metres-per-pupil": true,
  "yuan-per-pupil": true,
};

function oneOf<Word extends string>(words: AllOf<Word>) {
  return z.enum(Object.keys(words) as [Word, ...Word[]]);
}

/** 指标: the closed list of measures. */
export function measureId() {
  return oneOf(MEASURES);
}

/** 计量单位: the closed list of units. */
export function unitWord() {
  return oneOf(UNITS);
}
