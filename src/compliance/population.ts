import { allOf, anyOf, type Missing, type Term, type Truth } from "../core/index.js";
import { designationOn, type School, type Sector, type Stage } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import { type DistrictState, readable, type SchoolState } from "./district-state.js";

/** The schools a share is counted over, read back from a measure's `where`. */
export interface SchoolsAsked {
  readonly stages?: readonly string[] | undefined;
  readonly sector?: string | undefined;
  readonly covered: (state: SchoolState) => Truth;
  readonly by: "membership" | "designation";
}

/** What a measure of schools asks for: see `coverageMeasures` of the policy room. */
export function schoolsAsked(district: DistrictState, ref: MeasureRef): SchoolsAsked {
  const stages = ref.where?.["stages"];
  const sector = ref.where?.["sector"];
  const by = ref.where?.["by"] === "designation" ? "designation" : "membership";
  const covered =
    by === "designation"
      ? (state: SchoolState) => readable(() => designationOn(state.school, ref.of ?? "", district.on)) ?? "unknown"
      : (state: SchoolState) => inSomeGroup(state, district);
  return {
    ...(typeof stages === "string" ? { stages: stages.split(",") } : {}),
    ...(typeof sector === "string" ? { sector } : {}),
    covered,
    by,
  };
}

/** A school is in no group only when every group and all its members are listed. */
function inSomeGroup({ school }: SchoolState, district: DistrictState): Truth {
  const parts = district.parts().get(school.id) ?? [];
  if (parts.some(({ certain }) => certain)) return "yes";
  return parts.length > 0 || !district.membershipsWhole ? "unknown" : "no";
}

/**
 * Whether a school is one of those asked for: it exists on the day, lies in the district, is a school of its own and no teaching point, and
 * has the stage and the sector. An entry that is not called a teaching point is taken for a school, since it stands on the list of schools.
 */
function isAmong({ school, exists }: SchoolState, asked: Pick<SchoolsAsked, "stages" | "sector">): Truth {
  if (school.outside === true || school.teachingPoint === true) return "no";
  const single: Truth = school.collective === true ? "unknown" : "yes";
  return allOf([exists, single, hasSector(school, asked.sector), hasStage(school, asked.stages)]);
}

function hasSector(school: School, sector: string | undefined): Truth {
  if (sector === undefined) return "yes";
  if (school.sector === undefined) return "unknown";
  return school.sector === (sector as Sector) ? "yes" : "no";
}

function hasStage(school: School, stages: readonly string[] | undefined): Truth {
  if (stages === undefined) return "yes";
  if (school.stages === undefined) return "unknown";
  return anyOf(school.stages.map((stage: Stage): Truth => (stages.includes(stage) ? "yes" : "no")));
}

/** A listed school with what is known of it. */
export interface Listed {
  readonly name: Term;
  readonly among: Truth;
  readonly covered: Truth;
}

/** Every listed school that is or may be among those asked for. */
export function listedSchools(district: DistrictState, asked: SchoolsAsked): readonly Listed[] {
  const listed: Listed[] = [];
  for (const state of district.schools.values()) {
    const among = isAmong(state, asked);
    if (among === "no") continue;
    const { name } = state.school;
    listed.push({ name: { "zh-CN": name, en: name }, among, covered: asked.covered(state) });
  }
  return listed;
}

/** What would tell which schools are asked for and which of them are covered; columns, not one entry per school. */
export function missingSchools(
  district: DistrictState,
  asked: SchoolsAsked,
  listed: readonly Listed[],
  ofCover: boolean,
): readonly Missing[] {
  const missing: Missing[] = [];
  const schools = [...district.schools.values()].filter((state) => isAmong(state, asked) === "unknown");
  const column = (name: string): Missing => ({ kind: "field", table: "schools", column: name });
  if (asked.stages !== undefined && schools.some(({ school }) => school.stages === undefined)) missing.push(column("stages"));
  if (asked.sector !== undefined && schools.some(({ school }) => school.sector === undefined)) missing.push(column("sector"));
  if (schools.some(({ exists }) => exists === "unknown")) missing.push(column("opened"));
  if (schools.some(({ school }) => school.collective === true)) missing.push({ kind: "record", table: "schools" });
  if (ofCover && listed.some(({ covered }) => covered === "unknown")) {
    missing.push(asked.by === "designation" ? { kind: "record", table: "designations" } : { kind: "record", table: "memberships" });
  }
  if (district.district.complete !== true)
    missing.push({ kind: "field", table: "district", column: "complete", subject: district.subject });
  return missing;
}
