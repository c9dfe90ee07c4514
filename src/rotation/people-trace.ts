import type { Explanation, Subject, Term, Truth } from "../core/index.js";
import type { MeasureRef } from "../policy/index.js";
import { placesOf } from "./group-places.js";
import { namesOf } from "./name-index.js";
import type { RotationState } from "./rotation-state.js";
import type { Tally } from "./tally.js";

/** 逐人列出. A count of people as a sum of ones that a reader follows with a finger; a person who only may count stands for 0 to 1. */
export function peopleTrace(label: Term, people: readonly { readonly id: string; readonly counts: Truth }[], names: Names): Explanation {
  const operands = people.filter(({ counts }) => counts !== "no").map(({ id, counts }) => personNode(id, counts, names));
  const low = people.filter(({ counts }) => counts === "yes").length;
  const high = operands.length;
  return { kind: "operation", label, operator: "sum", operands, value: peopleValue(low, high) };
}

type Names = (id: string) => string | undefined;

function personNode(id: string, counts: Truth, names: Names): Explanation {
  const name = names(id) ?? id;
  const subject: Subject = { kind: "teacher", id };
  return { kind: "fact", label: { "zh-CN": name, en: name }, subject, value: counts === "yes" ? peopleValue(1, 1) : peopleValue(0, 1) };
}

function peopleValue(low: number, high: number) {
  if (low === high) return { kind: "exact", value: String(low), unit: "people" } as const;
  return { kind: "interval", low: String(low), high: String(high), unit: "people" } as const;
}

/** Whoever moved within a subject by a tally, each once; of backbone teachers alone where the measure asks. */
export function exchangedPeople(
  { context, schools }: Pick<RotationState, "context" | "schools">,
  tally: Tally,
  subject: Subject,
  ref: MeasureRef,
): readonly { readonly id: string; readonly counts: Truth }[] {
  const { table, roster, standing } = context;
  const inside = insideOf(context, schools, subject);
  const names = namesOf(roster.people);
  const { record, person, runs } = standing.left;
  const found: { id: string; counts: Truth }[] = [];
  for (let run = 0; run + 1 < runs.length; run += 1) {
    const begin = runs[run] as number;
    const who = person[begin] as number;
    const known = ref.measure === "exchanged-backbone-teachers" ? (BACKBONE[table.backboneOf[who] as number] ?? 1) : 2;
    let counts: Truth = "no";
    for (let at = begin; at < (runs[run + 1] as number); at += 1) {
      const level = Math.min(tally.state[at] as number, inside(record[at] as number), known);
      if (level === 2) counts = "yes";
      else if (level === 1 && counts === "no") counts = "unknown";
    }
    if (counts !== "no") found.push({ id: names[who] ?? "", counts });
  }
  return found;
}

/** Known backbone (0 unknown, 1 no, 2 yes) as a level (0 no, 1 perhaps, 2 yes). */
const BACKBONE = [1, 0, 2] as const;

/** 2 when a record certainly belongs to a subject, 1 when it may, 0 when not. */
function insideOf({ table, places }: RotationState["context"], schools: readonly string[], subject: Subject): (record: number) => number {
  if (subject.kind === "district") return () => 2;
  const nameOf = (school: number): string | undefined => schools[school];
  if (subject.kind === "school" && subject.group === undefined) {
    return (record) => (nameOf(table.from[record] as number) === subject.id ? 2 : 0);
  }
  const group = places.groups.findIndex(({ id }) => id === (subject.kind === "group" ? subject.id : subject.group));
  return (record) => {
    const origin = table.from[record] as number;
    if (subject.kind === "school" && nameOf(origin) !== subject.id) return 0;
    const from = placesOf(places, origin).find((place) => place.group === group);
    const to = placesOf(places, table.to[record] as number).find((place) => place.group === group);
    if (from === undefined || to === undefined) return 0;
    return from.certain && to.certain ? 2 : 1;
  };
}

/** Whoever is eligible at the schools of a subject. */
export function eligiblePeople(
  { context, eligibility }: Pick<RotationState, "context" | "eligibility">,
  subject: Subject,
): readonly { readonly id: string; readonly counts: Truth }[] {
  const group = context.places.groups.find(({ id }) => id === subject.id);
  const level = (school: string): Truth => {
    if (subject.kind === "district") return "yes";
    if (subject.kind === "school") return school === subject.id ? "yes" : "no";
    if (group?.certain.includes(school)) return "yes";
    return group?.possible.includes(school) ? "unknown" : "no";
  };
  return eligibility.teachers.map(({ teacher, school, counts }) => {
    const inside = level(school);
    return { id: teacher, counts: inside === "yes" || counts === "no" ? counts : inside === "no" ? "no" : "unknown" };
  });
}
