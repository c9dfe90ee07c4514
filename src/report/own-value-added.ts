import type { GroupContrast, GroupValueAdded, SchoolValueAdded, SuppressedSchool } from "../value-added/index.js";
import type { ValueAddedPart } from "./assess-value-added.js";
import { areaMean, groupFigures, settlesOne } from "./derivable-estimates.js";

/**
 * 不予显示的原因. Why a school is not told a figure that it has a part in. `group-too-small`: fewer than three schools of the group have a published
 * result, so that the other one's follows from the own. `peer-derivable`: with the figures that are told, the result of a single other school would follow.
 */
export type WithheldReason = "group-too-small" | "peer-derivable";

/** A figure as one school may read it. */
export type OwnContrast =
  | ({ readonly status: "shown" } & GroupContrast)
  | { readonly status: "withheld"; readonly reason: WithheldReason }
  /** There is no such figure: no lead or no member with a result, or the school is none of those compared. */
  | { readonly status: "none" };

/** What a school may read of one of its groups. */
export interface OwnGroupValueAdded {
  readonly group: string;
  readonly effect: OwnContrast;
  readonly gap: OwnContrast;
  /** The school less its group: tells the same as `effect`, and is told or withheld with it. */
  readonly deviation: OwnContrast;
}

/**
 * 学校版增值结果. What one school may read of a value-added part.
 *
 * `not-compared`: it has no pupils in the cohort. `suppressed`: it is below the minimum cohort. `area-too-small`: fewer than three schools have a published result;
 * as residuals sum to nothing over the area, the own figure would be the other school's. `areaFigures`: whether what is told of the area as a whole (share of
 * variance between schools, correlation with intake) may be read; with fewer than five published schools it would help to work out the others.
 */
export type OwnValueAdded =
  | { readonly status: "not-compared" }
  | { readonly status: "area-too-small"; readonly published: number }
  | { readonly status: "suppressed"; readonly school: SuppressedSchool; readonly minimumCohort: number }
  | {
      readonly status: "shown";
      readonly school: SchoolValueAdded;
      /** Schools with a published result, of which the rank is one. */
      readonly published: number;
      readonly areaFigures: boolean;
      readonly groups: readonly OwnGroupValueAdded[];
    };

/** One other is known from the own result, two others share what is left. */
const FEWEST_SCHOOLS = 3;
const FEWEST_FOR_AREA_FIGURES = 5;

/**
 * 学校版增值结果. What one school may read of a value-added result without working out another school's estimate: the page of `renderMarkdown` with a
 * `school` reader is made of it, and an app that draws its own page should be.
 *
 * Group figures are told one after the other (gap, then effect), each only where all that is told so far, the school's own estimate and the mean of the
 * area, which is 0, still settle no other school's estimate. Ask for all groups on one page at once: two answers put together could settle what neither does.
 *
 * `groups`: ids of the groups that the school may read of; absent: those in which it has a part.
 *
 * @example
 * ```ts
 * import { assessDistrict, ownValueAdded, resolvePolicies } from "school-groups";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
 * const marks = [["a", 50, 60], ["a", 60, 80], ["b", 60, 60], ["b", 70, 75], ["c", 40, 70], ["c", 55, 90]] as const;
 * const rows = marks.map(([school, prior, outcome], k) => ({ id: `p${k}`, school, prior, outcome }));
 * const memberships = [{ school: "a", role: "lead" }, { school: "b", role: "member" }];
 * const schools = ["a", "b", "c"].map((id) => ({ id, name: id }));
 * const district = { format: "school-groups.district.v1", schools, groups: [{ id: "pair", memberships }] };
 * const years = { from: "2021-09-01", until: "2024-07-01" };
 * const inputs = { pupils: { rows, design, stage: "senior" as const, years } };
 * const { valueAdded } = assessDistrict(district, { policy: policy.value, asOf: "2024-07-01", inputs });
 * const own = valueAdded.status === "done" ? ownValueAdded(valueAdded.value, { school: "a" }) : undefined;
 * own?.status === "shown" && own.groups[0]?.gap; // => { status: "withheld", reason: "group-too-small" }
 * ```
 */
export function ownValueAdded(
  { schools: result, groups }: Pick<ValueAddedPart, "schools" | "groups">,
  options: { readonly school: string; readonly groups?: ReadonlySet<string> | undefined },
): OwnValueAdded {
  const { school: reader } = options;
  const found = result.schools.find(({ school }) => school === reader);
  if (found === undefined) return { status: "not-compared" };
  if (found.status === "suppressed") return { status: "suppressed", school: found, minimumCohort: result.minimumCohort };
  const published = result.schools.filter(({ status }) => status === "estimated").length;
  if (published < FEWEST_SCHOOLS) return { status: "area-too-small", published };
  const readable = ({ group, schools }: GroupValueAdded): boolean =>
    options.groups === undefined ? schools.some(({ school }) => school === reader) : options.groups.has(group);
  const told = [areaMean(result, reader)];
  const tell = (figure: (typeof told)[number], contrast: GroupContrast | null, size: number): OwnContrast => {
    if (contrast === null) return { status: "none" };
    if (size < FEWEST_SCHOOLS) return { status: "withheld", reason: "group-too-small" };
    if (settlesOne([...told, figure])) return { status: "withheld", reason: "peer-derivable" };
    told.push(figure);
    return { status: "shown", ...contrast };
  };
  const own = (groups?.groups ?? []).filter(readable).map((group): OwnGroupValueAdded => {
    const parts = groupFigures(group, groups ?? { weights: "pupils" }, { result, reader });
    const size = new Set(group.schools.map(({ school }) => school)).size;
    const gap = tell(parts.gap, group.gap, size);
    const effect = tell(parts.effect, group.effect, size);
    const deviation = group.schools.find(({ school }) => school === reader)?.deviation;
    if (deviation === undefined) return { group: group.group, effect, gap, deviation: { status: "none" } };
    return { group: group.group, effect, gap, deviation: effect.status === "shown" ? { status: "shown", ...deviation } : effect };
  });
  return { status: "shown", school: found, published, areaFigures: published >= FEWEST_FOR_AREA_FIGURES, groups: own };
}
