import type { Stage } from "../domain/index.js";
import type { Condition, MeasureId } from "../policy/index.js";
import { conditionsHold } from "../rules/index.js";
import { type FactsInTurn, lookupIn } from "./facts-of.js";
import type { Person } from "./subjects-on.js";

/** Schools by the stages they state: to a condition on stages, those who state the same are alike. A province has few such lists. */
export interface StageLists {
  /** Which list each person states, by position. */
  readonly of: Int32Array;
  /** Somebody of each list. */
  readonly first: readonly Person[];
}

/** Who states which stages; `undefined` of those who are no schools. */
export function stageListsOf(people: readonly Person[]): StageLists | undefined {
  if (people[0]?.school === undefined) return undefined;
  const of = new Int32Array(people.length);
  const first: Person[] = [];
  const known = new Map<string | undefined, number>();
  for (let position = 0; position < people.length; position += 1) {
    const person = people[position];
    if (person === undefined) continue;
    const key = keyOf(person.school?.school.stages);
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, first.length);
      first.push(person);
    }
    of[position] = before ?? first.length - 1;
  }
  return { of, first };
}

function keyOf(stages: readonly Stage[] | undefined): string | undefined {
  return stages?.length === 1 ? stages[0] : JSON.stringify(stages);
}

/** Which lists a rule's conditions on stages leave out, whatever else is known; `undefined` when it has none. */
export function listsLeftOut(
  where: readonly Condition[] | undefined,
  lists: StageLists | undefined,
  facts: FactsInTurn,
): readonly boolean[] | undefined {
  const onStages = lists === undefined ? undefined : where?.filter(isOnStages);
  if (lists === undefined || onStages === undefined || onStages.length === 0) return undefined;
  const lookup = lookupIn(facts);
  return lists.first.map((person) => {
    facts.about = person;
    return conditionsHold(onStages, lookup) === "no";
  });
}

const OF_STAGES: ReadonlySet<MeasureId> = /* @__PURE__ */ new Set<MeasureId>(["stage", "school-type"]);

function isOnStages(condition: Condition): boolean {
  const facts = "anyOf" in condition ? condition.anyOf : [condition];
  return facts.every(({ fact }) => OF_STAGES.has(fact.measure));
}
