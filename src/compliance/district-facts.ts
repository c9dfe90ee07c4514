import { allOf, type Explanation, type Term, type Truth } from "../core/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { type CountBetween, countNode, sumNode, UNLISTED } from "./count-nodes.js";
import type { DistrictState } from "./district-state.js";
import { listedSchools, missingSchools, type SchoolsAsked, schoolsAsked } from "./population.js";
import { counted } from "./school-facts.js";

/** What is known of one measure of the district itself; `undefined` when the district file does not hold the measure. */
export function districtFact(district: DistrictState, ref: MeasureRef, label: Term, trace: boolean): Fact | undefined {
  switch (ref.measure) {
    case "groups":
      return groupsFact(district, label, trace);
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
  return counted(
    counting.label,
    { ...count, missing },
    "schools",
    countedNode(counting.label, leaves, { certain, doubtful, whole }, count),
  );
}

function truthLeaf(label: Term, value: Truth): Explanation {
  return { kind: "fact", label, value: { kind: "truth", value } };
}

function countedNode(
  label: Term,
  operands: readonly Explanation[],
  of: { readonly certain: number; readonly doubtful: number; readonly whole: boolean },
  count: CountBetween,
): Explanation {
  const onList = { low: of.certain, high: of.certain + of.doubtful };
  const value = (countNode(label, onList, "schools") as Extract<Explanation, { readonly kind: "fact" }>).value;
  const node: Explanation = { kind: "operation", label, operator: "count", operands, value };
  if (of.whole) return node;
  return sumNode(label, [node, countNode(UNLISTED.schools, { low: 0 }, "schools")], count, "schools");
}

function groupsFact(district: DistrictState, label: Term, trace: boolean): Fact {
  const states = [...district.groups.values()];
  const certain = states.filter(({ exists }) => exists === "yes").length;
  const doubtful = states.filter(({ exists }) => exists === "unknown").length;
  const whole = district.district.complete === true;
  const count: CountBetween = { low: certain, ...(whole ? { high: certain + doubtful } : {}) };
  const missing = [
    ...(doubtful > 0 ? [{ kind: "field", table: "groups", column: "announced" } as const] : []),
    ...(whole ? [] : [{ kind: "field", table: "district", column: "complete", subject: district.subject } as const]),
  ];
  if (!trace) return counted(label, { ...count, missing }, "groups");
  const leaves = states.map(({ group, exists }) => truthLeaf({ "zh-CN": group.name ?? group.id, en: group.name ?? group.id }, exists));
  const node: Explanation = {
    kind: "operation",
    label,
    operator: "count",
    operands: leaves,
    value: { kind: "interval", low: String(certain), high: String(certain + doubtful), unit: "groups" },
  };
  const explanation = whole ? node : sumNode(label, [node, countNode(UNLISTED.groups, { low: 0 }, "groups")], count, "groups");
  return counted(label, { ...count, missing }, "groups", explanation);
}
