import type { Exchange } from "../domain/index.js";
import type { Criterion } from "./criterion.js";
import type { LeftRecords } from "./period-standing.js";
import { FACTS_MISSING, FEW_DAYS, LEARNING, OTHER_ROLE, PART_TIME, VISITING } from "./reason-numbers.js";
import { type RuleCondition, ruleConditions } from "./rule-conditions.js";
import type { TallyContext } from "./tally.js";

/** Numbers in `PURPOSES` and `LOADS`: from `LEARN` on nothing is converted into head-count, above `FULL_TIME` neither. */
const LEARN = 3;
const FULL_TIME = 1;

/** What a criterion asks of every record that is left: columns and flags, read by `failedBy`. */
export interface RecordConditions {
  readonly left: LeftRecords;
  readonly records: readonly Exchange[];
  readonly leader: Uint8Array;
  readonly takesAll: boolean;
  readonly partTimeCounts: boolean;
  readonly daysPerWeek: number;
  readonly teachersOnly: boolean;
  readonly asked: readonly RuleCondition[];
}

/** Reads the conditions of a criterion once. */
export function recordConditions(context: TallyContext, criterion: Criterion): RecordConditions {
  return {
    left: context.standing.left,
    records: context.table.records,
    leader: context.roster.leader,
    takesAll: criterion.purpose !== undefined,
    partTimeCounts: criterion.load === "any" || criterion.daysPerWeek > 0,
    daysPerWeek: criterion.daysPerWeek,
    teachersOnly: criterion.people === "teachers" && criterion.role === undefined,
    asked: ruleConditions(context, criterion),
  };
}

/** The number of the first reason that does not let a record count, by its place; 0 if none. */
export function failedBy(asks: RecordConditions, at: number): number {
  const { left } = asks;
  const means = left.purpose[at] as number;
  if (!asks.takesAll && means >= LEARN) return means === LEARN ? LEARNING : VISITING;
  const works = left.load[at] as number;
  if (works > FULL_TIME && !asks.partTimeCounts) return PART_TIME;
  if (asks.daysPerWeek > 0 && works !== FULL_TIME) {
    const stated = asks.records[left.record[at] as number]?.load;
    if (stated?.kind !== "days-per-week") return FACTS_MISSING;
    if (stated.days < asks.daysPerWeek) return FEW_DAYS;
  }
  if (asks.teachersOnly) {
    const leads = left.post[at] as number;
    if (leads === 2 || (leads === 0 && asks.leader[left.person[at] as number] === 1)) return OTHER_ROLE;
  }
  return asks.asked.length === 0 ? 0 : failedByRule(asks.asked, left.record[at] as number, left.person[at] as number);
}

/** A condition that is surely not met comes before one of which nothing is known. */
function failedByRule(asked: readonly RuleCondition[], record: number, person: number): number {
  let missing = 0;
  for (const condition of asked) {
    const failed = condition(record, person);
    if (failed === FACTS_MISSING) missing = FACTS_MISSING;
    else if (failed > 0) return failed;
  }
  return missing;
}
