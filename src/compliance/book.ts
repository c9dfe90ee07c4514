import type { Subject } from "../core/index.js";
import type { ResolvedRule } from "../policy/index.js";
import type { Finding, RolledFinding } from "../rules/index.js";
import { addToTally, rollUpOf, startTally, type VerdictTally } from "../rules/roll-up.js";
import type { ComplianceReport, RuleNotFulfilled, SubjectRollUp } from "./compliance-report.js";
import { type Crowd, newOwnAt, type Own, ownAt, type People } from "./people.js";

/** One rule held against everybody of its scope. */
export interface Held {
  readonly rule: ResolvedRule;
  readonly crowd: Crowd;
  readonly found: readonly Finding[];
  /** Whom each finding is about, by position. */
  readonly whom: readonly number[];
  /** Whom the rule's conditions leave out: those of whole lists of stages, and the positions of others. */
  readonly lists?: readonly boolean[] | undefined;
  readonly others: readonly number[];
}

/** What the rules have said so far, one after the other. */
export interface Book {
  readonly people: Pick<People, "parts">;
  readonly findings: Finding[];
  readonly told: Own[];
  readonly overall: VerdictTally;
  readonly notFulfilled: RuleNotFulfilled[];
  readonly leftOut: { readonly held: Held; readonly alike: RolledFinding }[];
}

/** A book of nothing yet. */
export function openBook(people: Pick<People, "parts">): Book {
  return { people, findings: [], told: [], overall: startTally(), notFulfilled: [], leftOut: [] };
}

/** Enters what one rule says. */
export function enter(book: Book, held: Held): void {
  const { people, findings, told, overall } = book;
  const { found, whom, crowd } = held;
  for (let each = 0; each < found.length; each += 1) {
    const [finding, position] = [found[each], whom[each]];
    if (finding === undefined || position === undefined) continue;
    findings.push(finding);
    addToTally(overall, finding);
    let own = crowd.owns[position] ?? ownAt(people, crowd, position);
    if (own === undefined) {
      own = newOwnAt(people, crowd, position, finding.subject);
      told.push(own);
    }
    addToTally(own.tally, finding);
  }
  const count = crowd.people.length - found.length;
  if (count === 0) return;
  const { id, label, modality, force } = held.rule;
  const alike: RolledFinding = { verdict: "not-applicable", modality, force, code: "condition-not-fulfilled" };
  book.notFulfilled.push({ rule: id, label, count });
  addToTally(overall, { ...alike, times: count });
  book.leftOut.push({ held, alike });
}

/** All that the rules have said. Whom a rule leaves out has that counted where some other rule speaks of them. */
export function close(book: Book): Pick<ComplianceReport, "findings" | "notFulfilled" | "subjects" | "overall"> {
  for (const { held, alike } of book.leftOut) countLeftOut(book, held, alike);
  return { findings: book.findings, notFulfilled: book.notFulfilled, subjects: rolledUp(book.told), overall: rollUpOf(book.overall) };
}

function countLeftOut({ people }: Book, { crowd, lists, others }: Held, alike: RolledFinding): void {
  const of = crowd.lists?.of;
  if (lists !== undefined && of !== undefined) {
    for (let position = 0; position < of.length; position += 1) {
      if (lists[of[position] ?? -1] !== true) continue;
      const own = ownAt(people, crowd, position);
      if (own !== undefined) addToTally(own.tally, alike);
    }
  }
  for (const position of others) {
    const own = ownAt(people, crowd, position);
    if (own !== undefined) addToTally(own.tally, alike);
  }
}

const ORDER: readonly Subject["kind"][] = ["district", "group", "school"];

function rolledUp(told: readonly Own[]): readonly SubjectRollUp[] {
  const subjects: SubjectRollUp[] = [];
  for (const kind of ORDER) {
    for (const { subject, tally } of told) if (subject.kind === kind) subjects.push({ subject, rollUp: rollUpOf(tally) });
  }
  return subjects;
}
