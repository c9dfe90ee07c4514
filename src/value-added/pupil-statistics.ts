import { failure, type Result, SchoolGroupsError, success } from "../core/index.js";
import { createStatistics, type GridColumn, readStatistics, type Statistics, type StoredStatistics } from "../statistics/index.js";
import { type AddedParts, partsOf, repeatedPart } from "./added-parts.js";
import { type ValueAddedIssue, valueAddedIssue } from "./issues.js";
import { boundedShare, joinShares } from "./joined-shares.js";
import { gridMiddle } from "./mark-grid.js";
import { checkPupilDesign, type Examination, examinationIssues, minimumCohortOf, type PupilDesign } from "./pupil-design.js";
import type { TestedShare } from "./pupil-ledger.js";
import type { PupilColumns } from "./read-pupils.js";
import { momentsOf } from "./school-moments.js";

/** 可合并的学生统计量. Per school counts, sums and cross-products of the two scores: all that the methods need, and no pupil's row. */
export interface PupilStatistics {
  readonly design: PupilDesign;
  /**
   * Adds the pupils of one reading; `pupil-designs-differ` where it was read by another design, `pupils-added-twice` where a school's pupils, as many as the minimum cohort or more, have
   * exactly the sums of a part added before: the same file again.
   */
  readonly add: (pupils: PupilColumns) => Result<PupilsAdded, ValueAddedIssue>;
  /** Adds all that another holds, in whatever order, any number of parts, the same bits; the same part twice is refused as in `add`. */
  readonly merge: (other: PupilStatistics) => Result<PupilsAdded, ValueAddedIssue>;
  /** Who was tested, school by school; bounds of the mean for all of a school's parts together, from the minimum cohort on. */
  readonly tested: () => readonly TestedShare[];
  /** What may leave the house: `cohort-below-minimum` names every school whose figures would be its pupils'. */
  readonly publish: () => Result<StoredPupilStatistics, ValueAddedIssue>;
  /** For `JSON.stringify`: what `publish` gives, or the refusal; never a small cohort. */
  readonly toJSON: () => StoredPupilStatistics | RefusedPupilStatistics;
  /** The sums themselves, small cohorts included. @internal */
  readonly statistics: () => Statistics;
  /** Signs of the parts added. @internal */
  readonly parts: () => AddedParts;
}

/** How many were added. */
export interface PupilsAdded {
  readonly schools: number;
  readonly pupils: number;
}

/** Pupil statistics at rest. Equal statistics give equal bytes. */
export interface StoredPupilStatistics {
  readonly format: "school-groups.pupil-statistics.v1";
  readonly design: PupilDesign;
  readonly statistics: StoredStatistics;
  readonly tested: readonly TestedShare[];
}

/** Written in place of statistics that may not leave the house. */
export interface RefusedPupilStatistics {
  readonly format: "school-groups.pupil-statistics.refused.v1";
  readonly issues: readonly ValueAddedIssue[];
}

/**
 * 建立学生统计量. An empty collection for one cohort. Each school adds its own pupils and sends the JSON; whoever merges them computes the
 * same results, to the last bit, as from all rows together. Throws for a malformed design.
 *
 * @example
 * ```ts
 * import { createPupilStatistics, readPupils } from "school-groups/value-added";
 *
 * const exam = { minimum: 0, maximum: 100, step: "1" };
 * const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };
 * const pupils = readPupils([{ id: "p", school: "a", prior: 60, outcome: 70 }], design);
 * const statistics = createPupilStatistics(design);
 * pupils.ok && statistics.add(pupils.value).ok; // => true
 * statistics.publish().issues[0]?.params; // => { school: "a", minimum: 10 }
 * ```
 */
export function createPupilStatistics(design: PupilDesign): PupilStatistics {
  checkPupilDesign(design);
  return pupilStatisticsOf(design, createStatistics(statisticsDesign(design)), new Map());
}

/**
 * 读取已存学生统计量. Statistics from what `publish` gave. `pupil-statistics-unreadable` where it does not hold together, `cohort-below-minimum`
 * where a refusal was stored.
 *
 * @example
 * ```ts
 * import { readPupilStatistics } from "school-groups/value-added";
 *
 * readPupilStatistics({ format: "another" }).issues[0]?.code; // => "pupil-statistics-unreadable"
 * ```
 */
export function readPupilStatistics(stored: unknown): Result<PupilStatistics, ValueAddedIssue> {
  const unreadable = (reason: string) => failure([valueAddedIssue("pupil-statistics-unreadable", [], { reason })]);
  try {
    const { format, design, statistics, tested } = stored as StoredPupilStatistics;
    if (format !== "school-groups.pupil-statistics.v1") return unreadable("format");
    checkPupilDesign(design);
    const read = readStatistics(statistics);
    if (!read.ok) return unreadable(read.issues[0].code);
    if (JSON.stringify(read.value.toJSON().design) !== JSON.stringify(createStatistics(statisticsDesign(design)).toJSON().design))
      return unreadable("design");
    return success(pupilStatisticsOf(design, read.value, new Map(tested.map((each) => [each.school, { ...each }]))));
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : "unknown");
  }
}

function statisticsDesign({ entrance, exit }: PupilDesign) {
  return { columns: [gridOf("prior", entrance), gridOf("outcome", exit)], groupProducts: true };
}

/** Values from the middle of the range, on whole steps from the minimum on; fine steps take the wide grid. */
function gridOf(id: string, examination: Examination): GridColumn {
  const { minimum, maximum, step } = examination;
  const reach = (maximum - minimum + 1) / Number(step);
  return { id, origin: gridMiddle(examination), step, width: reach < 2_000_000 ? "narrow" : "wide" };
}

function pupilStatisticsOf(design: PupilDesign, statistics: Statistics, shares: Map<string, TestedShare>): PupilStatistics {
  const minimum = minimumCohortOf(design.minimumCohort);
  const parts = partsOf(statistics.toJSON().groups, minimum);
  const take = (part: Statistics, tested: readonly TestedShare[], signs: AddedParts): Result<PupilsAdded, ValueAddedIssue> => {
    const twice = repeatedPart(parts, signs);
    if (twice !== undefined)
      return failure([valueAddedIssue("pupils-added-twice", ["pupils"], { school: twice }, { kind: "school", id: twice })]);
    const added = statistics.merge(part);
    if (!added.ok) return failure([valueAddedIssue("fit-not-possible", [], { reason: added.issues[0].code })]);
    for (const [school, own] of signs) parts.set(school, new Set([...(parts.get(school) ?? []), ...own]));
    for (const share of tested) {
      const before = shares.get(share.school);
      shares.set(share.school, before === undefined ? share : joinShares(before, share, design));
    }
    return success({ schools: part.toJSON().groups.length, pupils: added.value.taken });
  };
  const tested = (): TestedShare[] => {
    const sums = new Map(momentsOf(statistics.toJSON()).schools.map((school) => [school.school, school]));
    return sortedShares(shares).map((share) => boundedShare(share, sums.get(share.school), design));
  };
  const publish = (): Result<StoredPupilStatistics, ValueAddedIssue> => {
    const stored = statistics.toJSON();
    const [first, ...others] = stored.groups
      .filter(({ rows }) => Number(rows) < minimum)
      .map(({ group }) => valueAddedIssue("cohort-below-minimum", ["schools"], { school: group, minimum }, { kind: "school", id: group }));
    if (first !== undefined) return failure([first, ...others]);
    return success({ format: "school-groups.pupil-statistics.v1", design, statistics: stored, tested: tested() });
  };
  return {
    design,
    add: (pupils) => {
      const mismatch = differs(design, pupils.design);
      if (mismatch !== undefined) return failure([mismatch]);
      const [prior, outcome] = [new Float64Array(pupils.prior), new Float64Array(pupils.outcome)];
      const units = pupils.schools.map((group) => ({ group }));
      const part = createStatistics(statisticsDesign(design));
      const added = part.addColumns({ values: { prior, outcome }, group: new Int32Array(pupils.school), units });
      if (!added.ok) return failure([valueAddedIssue("fit-not-possible", [], { reason: added.issues[0].code })]);
      return take(part, pupils.tested, partsOf(part.toJSON().groups, minimum));
    },
    merge: (other) => {
      const mismatch = differs(design, other.design);
      if (mismatch !== undefined) return failure([mismatch]);
      return take(other.statistics(), other.tested(), other.parts());
    },
    tested,
    publish,
    toJSON: () => {
      const published = publish();
      return published.ok ? published.value : { format: "school-groups.pupil-statistics.refused.v1", issues: published.issues };
    },
    statistics: () => statistics,
    parts: () => parts,
  };
}

function sortedShares(shares: ReadonlyMap<string, TestedShare>): TestedShare[] {
  return [...shares.values()].sort((a, b) => (a.school < b.school ? -1 : 1));
}

function differs(mine: PupilDesign, theirs: PupilDesign): ValueAddedIssue | undefined {
  const [a, b] = [signature(mine), signature(theirs)];
  return a === b ? undefined : valueAddedIssue("pupil-designs-differ", ["design"], { mine: a, theirs: b });
}

function signature({ cohort, entrance, exit, moved }: PupilDesign): string {
  const examination = ({ id, minimum, maximum, step }: Examination) => [id, minimum, maximum, step];
  return JSON.stringify([cohort, examination(entrance), examination(exit), moved ?? "leave-out"]);
}

/** What a method is given: rows as columns, or their statistics. */
export type PupilInput = PupilColumns | PupilStatistics;

/** The statistics behind either, or what stands in the way. @internal */
export function statisticsOfPupils(input: PupilInput): Result<PupilStatistics, ValueAddedIssue> {
  const [first, ...others] = examinationIssues(input.design);
  if (first !== undefined) return failure([first, ...others]);
  if ("merge" in input) return success(input);
  if (!("ledger" in input))
    throw new SchoolGroupsError("invalid-argument", "pupils come from readPupils or createPupilStatistics", { argument: "pupils" });
  const statistics = createPupilStatistics(input.design);
  const added = statistics.add(input);
  return added.ok ? success(statistics) : added;
}
