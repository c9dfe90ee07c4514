import type { Subject } from "../core/index.js";
import type { Scope as RuleScope } from "../policy/index.js";
import { startTally, type VerdictTally } from "../rules/roll-up.js";
import type { DistrictState } from "./district-state.js";
import { type FactOptions, type FactReading, type FactsInTurn, factsInTurn, readingOf } from "./facts-of.js";
import { type StageLists, stageListsOf } from "./stage-lists.js";
import { type Person, subjectsOn } from "./subjects-on.js";

/** Whom a rule speaks to. */
export type Scope = RuleScope["subject"];

/** A subject a finding has named, in all the parts it plays: the lead of a group may be a member of it too. */
export interface Own {
  readonly subject: Subject;
  readonly tally: VerdictTally;
}

/** Whoever a scope speaks to, in the order of the file. */
export interface Crowd {
  readonly people: readonly Person[];
  /** Of schools: who states which stages. */
  readonly lists: StageLists | undefined;
  /** What has been found of each, by position; nothing of those no finding has named. */
  readonly owns: (Own | undefined)[];
}

/** Whom the scopes speak to, and their facts: read once, when they are first asked for. */
export interface People {
  readonly state: DistrictState;
  readonly reading: FactReading;
  readonly facts: FactsInTurn;
  readonly known: Map<Scope, Crowd>;
  /** Schools as parts of groups, by subject. */
  readonly parts: Map<string, Own>;
}

/** The people of a district, nobody read yet. */
export function peopleOn(state: DistrictState, options: Omit<FactOptions, "on">): People {
  const reading = readingOf(state, options);
  return { state, reading, facts: factsInTurn(reading), known: new Map(), parts: new Map() };
}

/** Whoever a scope speaks to. */
export function crowdOf(people: People, scope: Scope): Crowd {
  const before = people.known.get(scope);
  if (before !== undefined) return before;
  const found = subjectsOn(people.state, scope);
  const crowd: Crowd = { people: found, lists: stageListsOf(found), owns: new Array<Own | undefined>(found.length) };
  people.known.set(scope, crowd);
  return crowd;
}

/** What has been found of somebody; `undefined` when no finding has named them. */
export function ownAt({ parts }: Pick<People, "parts">, { people, owns }: Crowd, position: number): Own | undefined {
  const subject = people[position]?.subject;
  return owns[position] ?? (subject?.group === undefined ? undefined : parts.get(subjectKey(subject)));
}

/** The same for somebody whom a finding names, from now on at least. */
export function newOwnAt({ parts }: Pick<People, "parts">, crowd: Crowd, position: number, subject: Subject): Own {
  const own = { subject, tally: startTally() };
  crowd.owns[position] = own;
  if (subject.group !== undefined) parts.set(subjectKey(subject), own);
  return own;
}

/** A key by which a subject is told from all others. */
export function subjectKey({ kind, id, group }: Subject): string {
  return group === undefined ? `${kind}\n${id}` : `${kind}\n${id}\n${group}`;
}
