import { allOf, type Explanation, type Missing, type Term, type Truth } from "../core/index.js";
import { designationOn } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { type CountBetween, countNode, countOperation, sumNode, UNLISTED } from "./count-nodes.js";
import { type DistrictState, type GroupState, readable } from "./district-state.js";
import { listedSchools, missingSchools, type SchoolsAsked, schoolsAsked } from "./population.js";
import { counted } from "./school-facts.js";

/** What is known of one measure of the district itself; `undefined` when the district file does not hold the measure. */
export function districtFact(district: DistrictState, ref: MeasureRef, label: Term, trace: boolean): Fact | undefined {
  switch (ref.measure) {
    case "groups":
      return groupsFact(district, ref, label, trace);
    case "schools":
      return countedSchools(district, schoolsAsked(district, ref), { label, ofCover: false, of: () => "yes" }, trace);
    case "covered-schools":
      return countedSchools(district, schoolsAsked(district, ref), { label, ofCover: true, of: (covered) => covered }, trace);
    case "uncovered-schools":
      return countedSchools(district, schoolsAsked(district, ref), { label, ofCover: true, of: (covered) => negated(covered) }, trace);
    case "governance-item":
      return {
        kind: "truth",
        label,
        value: "unknown",
        missing: [{ kind: "record", table: "governance", of: ref.of, subject: district.subject }],
      };
    default:
      return undefined;
  }
}

function negated(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : truth === "yes" ? "no" : "yes";
}

interface Counting {
  readonly label: Term;
  readonly ofCover: boolean;
  readonly of: (covered: Truth) => Truth;
}

/** Schools asked for that have a quality: the certain ones from below, the doubtful too from above, unbounded while the list is open. */
function countedSchools(district: DistrictState, asked: SchoolsAsked, counting: Counting, trace: boolean): Fact {
  const listed = listedSchools(district, asked);
  const truths = listed.map(({ among, covered }) => allOf([among, counting.of(covered)]));
  const certain = truths.filter((truth) => truth === "yes").length;
  const doubtful = truths.filter((truth) => truth === "unknown").length;
  const whole = district.district.complete === true && ![...district.schools.values()].some(({ school }) => school.collective === true);
  const count: CountBetween = { low: certain, ...(whole ? { high: certain + doubtful } : {}) };
  const missing = missingSchools(district, asked, listed, counting.ofCover);
  if (!trace) return counted(counting.label, { ...count, missing }, "schools");
  const leaves = listed.map(({ name }, position) => truthLeaf(name, truths[position] ?? "unknown"));
  const node = countOperation(counting.label, leaves, { low: certain, high: certain + doubtful }, "schools");
  const explanation = whole ? node : sumNode(counting.label, [node, countNode(UNLISTED.schools, { low: 0 }, "schools")], count, "schools");
  return counted(counting.label, { ...count, missing }, "schools", explanation);
}

function truthLeaf(label: Term, value: Truth): Explanation {
  return { kind: "fact", label, value: { kind: "truth", value } };
}

/** 集团数. Groups that exist on the day; with `of`, those that bear the designation (试点). */
function groupsFact(district: DistrictState, ref: MeasureRef, label: Term, trace: boolean): Fact {
  const states = [...district.groups.values()];
  const designation = ref.of;
  const truths = states.map(({ group, exists }) => {
    if (designation === undefined) return exists;
    return allOf([exists, readable(() => designationOn(group, designation, district.on)) ?? "unknown"]);
  });
  const certain = truths.filter((truth) => truth === "yes").length;
  const doubtful = truths.filter((truth) => truth === "unknown").length;
  const whole = district.district.complete === true;
  const count: CountBetween = { low: certain, ...(whole ? { high: certain + doubtful } : {}) };
  const missing = [...doubtfulGroups(states, designation, doubtful), ...(whole ? [] : [openList(district)])];
  if (!trace) return counted(label, { ...count, missing }, "groups");
  const leaves = states.map(({ group }, position) => truthLeaf(nameOf(group.name ?? group.id), truths[position] ?? "unknown"));
  const node = countOperation(label, leaves, { low: certain, high: certain + doubtful }, "groups");
  const explanation = whole ? node : sumNode(label, [node, countNode(UNLISTED.groups, { low: 0 }, "groups")], count, "groups");
  return counted(label, { ...count, missing }, "groups", explanation);
}

function doubtfulGroups(states: readonly GroupState[], designation: string | undefined, doubtful: number): readonly Missing[] {
  if (doubtful === 0) return [];
  const missing: Missing[] = [];
  if (states.some(({ exists }) => exists === "unknown")) missing.push({ kind: "field", table: "groups", column: "announced" });
  if (designation !== undefined) missing.push({ kind: "designation", designation });
  return missing;
}

function openList(district: DistrictState): Missing {
  return { kind: "field", table: "district", column: "complete", subject: district.subject };
}

function nameOf(name: string): Term {
  return { "zh-CN": name, en: name };
}
