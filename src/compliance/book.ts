import type { Subject } from "../core/index.js";
import type { ResolvedRule } from "../policy/index.js";
import { addToTally, type Finding, type RolledFinding, rollUpOf, startTally } from "../rules/index.js";
import type { ComplianceReport, RuleNotFulfilled, SubjectRollUp } from "./compliance-report.js";
import type { Own, Person } from "./people.js";

/** One rule held against everybody of its scope. */
export interface Held {
  readonly rule: ResolvedRule;
  readonly people: readonly Person[];
  /** What is found of each of them; nothing of those the rule's conditions leave out. */
  readonly found: readonly (Finding | undefined)[];
}

/** What the rules have said, one after the other. */
export function toldBy(held: readonly Held[]): Pick<ComplianceReport, "findings" | "notFulfilled" | "subjects" | "overall"> {
  const findings: Finding[] = [];
  const told: Own[] = [];
  const overall = startTally();
  for (const { people, found } of held) {
    for (let position = 0; position < found.length; position += 1) {
      const [finding, own] = [found[position], people[position]?.own];
      if (finding === undefined || own === undefined) continue;
      findings.push(finding);
      addToTally(overall, finding);
      if (own.tally === undefined) {
        own.tally = startTally();
        told.push(own);
      }
      addToTally(own.tally, finding);
    }
  }
  const notFulfilled: RuleNotFulfilled[] = [];
  for (const { rule, people, found } of held) {
    const alike = leftOutBy(rule);
    let count = 0;
    for (let position = 0; position < found.length; position += 1) {
      if (found[position] !== undefined) continue;
      count += 1;
      const tally = people[position]?.own.tally;
      if (tally !== undefined) addToTally(tally, alike);
    }
    if (count === 0) continue;
    notFulfilled.push({ rule: rule.id, label: rule.label, count });
    addToTally(overall, { ...alike, times: count });
  }
  return { findings, notFulfilled, subjects: rolledUp(told), overall: rollUpOf(overall) };
}

/** What is said of each of those whom a rule's conditions leave out. */
function leftOutBy({ modality, force }: ResolvedRule): RolledFinding {
  return { verdict: "not-applicable", modality, force, code: "condition-not-fulfilled" };
}

const ORDER: readonly Subject["kind"][] = ["district", "group", "school"];

function rolledUp(told: readonly Own[]): readonly SubjectRollUp[] {
  return ORDER.flatMap((kind) => told.filter(({ subject }) => subject.kind === kind)).map(({ subject, tally }) => ({
    subject,
    rollUp: rollUpOf(tally ?? startTally()),
  }));
}
