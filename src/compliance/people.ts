import type { Subject } from "../core/index.js";
import type { Scope as RuleScope } from "../policy/index.js";
import type { FactLookup, VerdictTally } from "../rules/index.js";
import type { DistrictState } from "./district-state.js";
import { type FactOptions, type FactReading, factsAbout, readingOf } from "./facts-of.js";
import { type SubjectOn, subjectsOn } from "./subjects-on.js";

/** Whom a rule speaks to. */
export type Scope = RuleScope["subject"];

/** A subject, in all the parts it plays: the lead of a group may be a member of it too. */
export interface Own {
  readonly subject: Subject;
  /** What has been found of it; absent until a finding names it. */
  tally: VerdictTally | undefined;
}

/** Somebody a rule may speak to, with their facts. */
export interface Person extends SubjectOn {
  readonly facts: FactLookup;
  readonly own: Own;
}

/** Whom the scopes speak to, and their facts: read once, when they are first asked for. */
export interface People {
  readonly state: DistrictState;
  readonly reading: FactReading;
  readonly known: Map<Scope, readonly Person[]>;
  /** Schools as parts of groups, by subject. */
  readonly parts: Map<string, Own>;
}

/** The people of a district, nobody read yet. */
export function peopleOn(state: DistrictState, options: Omit<FactOptions, "on">): People {
  return { state, reading: readingOf(state, options), known: new Map(), parts: new Map() };
}

/** Whoever a scope speaks to, in the order of the file. */
export function peopleIn(people: People, scope: Scope): readonly Person[] {
  const before = people.known.get(scope);
  if (before !== undefined) return before;
  const found: Person[] = [];
  for (const { subject, standing } of subjectsOn(people.state, scope))
    found.push({ subject, standing, facts: factsAbout(people.reading, subject), own: ownOf(people, subject) });
  people.known.set(scope, found);
  return found;
}

function ownOf({ parts }: People, subject: Subject): Own {
  if (subject.group === undefined) return { subject, tally: undefined };
  const key = subjectKey(subject);
  const own = parts.get(key) ?? { subject, tally: undefined };
  parts.set(key, own);
  return own;
}

/** A key by which a subject is told from all others. */
export function subjectKey({ kind, id, group }: Subject): string {
  return group === undefined ? `${kind}\n${id}` : `${kind}\n${id}\n${group}`;
}
