import type { MeasureId, MeasureRef } from "./measure.js";

/** A column by the ids of `domain/columns.ts`. */
export interface ColumnRef {
  readonly table: string;
  readonly column: string;
}

function columns(table: string, ...names: readonly string[]): readonly ColumnRef[] {
  return names.map((column) => ({ table, column }));
}

function membership(): readonly ColumnRef[] {
  return [...columns("memberships", "group", "school", "from", "until"), ...columns("groups", "complete", "announced", "dissolved")];
}

function headcount(...names: readonly string[]): readonly ColumnRef[] {
  return columns("headcounts", "school", "on", "stage", ...names);
}

function roster(): readonly ColumnRef[] {
  return columns("teachers", "id", "school", "role", "backbone", "establishment", "born", "retirement-class", "service", "reasons");
}

function moves(): readonly ColumnRef[] {
  return columns("exchanges", "id", "person", "kind", "from", "to", "start", "end", "load", "relation");
}

function scores(): readonly ColumnRef[] {
  return columns("pupils", "school", "cohort", "intake", "outcome");
}

function observed(): readonly ColumnRef[] {
  return columns("observations", "indicator", "subject", "period", "value");
}

/** Functions and not lists, so that a bundle without this file's users drops them all. */
const COLUMNS: Readonly<Record<MeasureId, (ref: MeasureRef) => readonly ColumnRef[]>> = {
  "governance-item": ({ where }) =>
    where?.["holder"] === undefined
      ? columns("governance", "group", "kind", "item", "exists", "from", "until")
      : columns("governance", "group", "kind", "item", "exists", "from", "until", "school", "principal"),
  designation: () => columns("designations", "school", "kind", "granted", "from", "until"),
  form: () => columns("forms", "group", "form", "from", "until"),
  "legal-form": () => columns("groups", "legal-form"),
  reach: () => columns("groups", "reach"),
  stage: () => columns("schools", "stages"),
  "school-type": () => columns("schools", "stages"),
  "teaching-point": () => columns("schools", "teaching-point"),
  sector: () => columns("schools", "sector"),
  locality: () => columns("schools", "locality"),
  "legal-person": () => columns("schools", "legal-person"),
  role: () => columns("memberships", "group", "school", "role", "evidence", "from", "until"),
  "counted-as": () => columns("groups", "counted-as"),
  groups: () => [...columns("groups", "id", "announced", "dissolved"), ...columns("district", "complete")],
  "group-leads": () => [...membership(), ...columns("memberships", "role", "evidence")],
  "group-members": () => [...membership(), ...columns("memberships", "role", "evidence")],
  "group-schools": membership,
  "group-campuses": () => [...membership(), ...columns("campuses", "school", "id")],
  "group-pupils": () => [...membership(), ...headcount("pupils")],
  "school-pupils": () => headcount("pupils"),
  "class-size": () => headcount("pupils", "classes", "largest-class"),
  schools: () => populationColumns(),
  "covered-schools": coveredColumns,
  "uncovered-schools": coveredColumns,
  synchrony: () => [
    ...columns("tasks", "id", "group", "item", "phase", "due", "schools"),
    ...columns("work-records", "task", "phase", "school", "on", "attested-by"),
    ...columns("registers", "school", "from", "until"),
  ],
  uniformity: () => [
    ...columns("references", "group", "reference", "id", "from", "until"),
    ...columns("document-uses", "school", "reference", "uses", "from", "until"),
  ],
  adoption: () => columns("adoptions", "school", "practice", "level", "attested-by", "from", "until"),
  activity: () => [
    ...columns("activities", "activity", "on", "group", "schools", "amount"),
    ...columns("registers", "school", "from", "until"),
  ],
  "eligible-teachers": roster,
  "exchanged-teachers": () => [...roster(), ...moves()],
  "exchanged-backbone-teachers": () => [...roster(), ...moves()],
  "exchange-count": moves,
  "principal-terms": () => columns("teachers", "id", "school", "role", "service"),
  "resource-indicator": resourceColumns,
  "difference-coefficient-squared": resourceColumns,
  "composite-difference-coefficient": resourceColumns,
  "score-based-evaluation": observed,
  "school-value-added": scores,
  "group-value-added": () => [...scores(), ...membership()],
  "lead-dilution": () => [...scores(), ...columns("memberships", "role")],
  "gap-change": () => [...scores(), ...membership()],
  "evaluation-score": observed,
  "survey-satisfaction": () => [...observed(), ...columns("observations", "respondents", "invited")],
  caller: () => [],
};

function populationColumns(): readonly ColumnRef[] {
  return [...columns("schools", "id", "stages", "sector"), ...columns("district", "complete")];
}

function coveredColumns(ref: MeasureRef): readonly ColumnRef[] {
  const bearers =
    ref.where?.["by"] === "designation" ? columns("designations", "school", "kind", "granted", "from", "until") : membership();
  return [...populationColumns(), ...bearers];
}

function resourceColumns(): readonly ColumnRef[] {
  return [...columns("resources", "school", "on", "resource", "stage", "total"), ...headcount("pupils"), ...columns("schools", "stages")];
}

/**
 * The columns a measure is read from, by the ids of `domain`'s tables; empty for a fact that an app hands in itself.
 *
 * @example
 * ```ts
 * import { columnsOfMeasure } from "school-groups/policy";
 *
 * columnsOfMeasure({ measure: "reach" }); // => [{ table: "groups", column: "reach" }]
 * ```
 */
export function columnsOfMeasure(ref: MeasureRef): readonly ColumnRef[] {
  return COLUMNS[ref.measure](ref);
}
