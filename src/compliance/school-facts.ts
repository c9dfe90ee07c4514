import { allOf, type Explanation, type Missing, type Term, type Truth } from "../core/index.js";
import { type Designation, designationOn, type School, type Stage } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { countNode } from "./count-nodes.js";
import type { DistrictState, Part, SchoolState } from "./district-state.js";
import { type Counted, datedLabel, largestClassOf, pupilsOf } from "./headcount-facts.js";

/** What is known of one measure of a school; `undefined` when the district file does not hold the measure. */
export function schoolFact(
  state: SchoolState,
  district: DistrictState,
  { ref, label, trace = false }: { readonly ref: MeasureRef; readonly label: Term; readonly trace?: boolean },
): Fact | undefined {
  const { school, subject } = state;
  const { on } = district;
  switch (ref.measure) {
    case "stage":
      return school.stages === undefined ? stagesUnknown(label, subject) : { kind: "tokens", label, values: school.stages };
    case "school-type":
      return school.stages === undefined ? stagesUnknown(label, subject) : { kind: "tokens", label, values: typesOf(school.stages) };
    case "teaching-point":
      return teachingPoint(state, district, ref, label);
    case "sector":
      return tokens(label, alone(school.sector), field("schools", "sector", subject));
    case "locality":
      return tokens(label, alone(school.locality), field("schools", "locality", subject));
    case "legal-person":
      return truth(label, fromBoolean(school.legalPerson), field("schools", "legal-person", subject));
    case "designation":
      return bearsDesignation(school, state.subject, ref, on, label);
    case "role":
      return roles(state, district.parts().get(school.id) ?? [], label);
    case "school-pupils":
      return notTaught(school, ref.stage)
        ? { kind: "none", label }
        : datedCount(label, pupilsOf(state, on, ref.of === "compulsory" ? "compulsory" : ref.stage), trace);
    case "class-size":
      return notTaught(school, ref.stage) ? { kind: "none", label } : datedCount(label, largestClassOf(state, on, ref.stage), trace);
    default:
      return undefined;
  }
}

/** A truth with what is missing, when it is not known. */
function truth(label: Term, value: Truth, missing: Missing): Fact {
  return value === "unknown" ? { kind: "truth", label, value, missing: [missing] } : { kind: "truth", label, value };
}

/** Words with what is missing, when they are not known. */
export function tokens(label: Term, values: readonly string[] | undefined, missing: Missing): Fact {
  return values === undefined ? { kind: "tokens", label, missing: [missing] } : { kind: "tokens", label, values };
}

/** A count as a fact. */
export function counted(label: Term, count: Counted, unit: "pupils" | "schools" | "groups", explanation?: Explanation): Fact {
  const fact = countedFact(label, count, unit);
  return explanation === undefined ? fact : { ...fact, explanation };
}

function countedFact(
  label: Term,
  { low: least, high: most, missing }: Counted,
  unit: "pupils" | "schools" | "groups",
): Extract<Fact, { readonly kind: "number" }> {
  const low = String(least);
  if (most === least) return { kind: "number", label, low, high: low, unit };
  if (most === undefined) return { kind: "number", label, low, unit, missing };
  return { kind: "number", label, low, high: String(most), unit, missing };
}

/** Whether a school or group bears a designation, of the level in `where.level` if there is one. */
export function bearsDesignation(
  bearer: { readonly designations?: readonly Designation[] | undefined },
  subject: SchoolState["subject"],
  ref: MeasureRef,
  on: string,
  label: Term,
): Fact {
  const kind = ref.of ?? "";
  const level = ref.where?.["level"] as Designation["level"];
  return truth(label, designated(bearer, kind, on, level), { kind: "designation", designation: kind, subject });
}

function designated(
  bearer: { readonly designations?: readonly Designation[] | undefined },
  kind: string,
  on: string,
  level: Designation["level"],
): Truth {
  if (bearer.designations === undefined || bearer.designations.length === 0) return "unknown";
  try {
    return designationOn(bearer, kind, on, level);
  } catch {
    return "unknown";
  }
}

function field(table: string, column: string, subject: SchoolState["subject"]): Missing {
  return { kind: "field", table, column, subject };
}

function stagesUnknown(label: Term, subject: SchoolState["subject"]): Fact {
  return { kind: "tokens", label, missing: [field("schools", "stages", subject)] };
}

function alone(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}

function fromBoolean(value: boolean | undefined): Truth {
  return value === undefined ? "unknown" : value ? "yes" : "no";
}

function notTaught(school: School, stage: Stage | undefined): boolean {
  return stage !== undefined && school.stages !== undefined && !school.stages.includes(stage);
}

/**
 * 学校类型, from the stages stated: primary, junior, senior, nine-year (九年一贯制), twelve-year (十二年一贯制), complete-secondary (完全中学);
 * kindergarten, vocational and special stand beside them.
 */
function typesOf(stages: readonly Stage[]): readonly string[] {
  // One stage is a type of its own, whichever it is; most schools have one.
  if (stages.length === 1) return stages;
  const academic = (["primary", "junior", "senior"] as const).filter((stage) => stages.includes(stage));
  const others = stages.filter((stage) => stage === "kindergarten" || stage === "vocational" || stage === "special");
  if (academic.length === 0) return others;
  return [THROUGH[academic.join("+")] ?? "other", ...others];
}

const THROUGH: Readonly<Record<string, string>> = {
  primary: "primary",
  junior: "junior",
  senior: "senior",
  "primary+junior": "nine-year",
  "junior+senior": "complete-secondary",
  "primary+junior+senior": "twelve-year",
};

/** 教学点; with `where["pupils-below"]` only one with fewer pupils than that. */
function teachingPoint(state: SchoolState, district: DistrictState, ref: MeasureRef, label: Term): Fact {
  const point = fromBoolean(state.school.teachingPoint);
  const limit = ref.where?.["pupils-below"];
  if (typeof limit !== "number") return truth(label, point, field("schools", "teaching-point", state.subject));
  const pupils = pupilsOf(state, district.on, undefined);
  const small: Truth = pupils.high !== undefined && pupils.high < limit ? "yes" : pupils.low >= limit ? "no" : "unknown";
  const value = allOf([point, small]);
  if (value !== "unknown") return { kind: "truth", label, value };
  const missing = point === "unknown" ? [field("schools", "teaching-point", state.subject)] : [];
  return { kind: "truth", label, value, missing: [...missing, ...(small === "unknown" ? pupils.missing : [])] };
}

/** The roles a school has; those only inferred or only possible on the day leave the list open. */
function roles(state: SchoolState, parts: readonly Part[], label: Term): Fact {
  const mine = state.subject.group === undefined ? parts : parts.filter(({ group }) => group.group.id === state.subject.group);
  const sure = mine.filter(({ certain, membership }) => certain && membership.evidence !== "inferred");
  const values = [...new Set(sure.map(({ membership }) => membership.role))];
  const open = sure.length < mine.length || mine.length === 0;
  if (!open) return { kind: "tokens", label, values };
  return { kind: "tokens", label, values, open, missing: [field("memberships", "role", state.subject)] };
}

/** A count of pupils, explained with the day it was counted on where somebody asks for an explanation. */
function datedCount(label: Term, count: Counted, trace: boolean): Fact {
  return counted(label, count, "pupils", trace ? countNode(datedLabel(label, count), count, "pupils") : undefined);
}
