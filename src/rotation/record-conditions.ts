import type { Criterion } from "./criterion.js";
import { FACTS_MISSING, numberOf } from "./reason-numbers.js";
import { ruleConditions } from "./rule-conditions.js";
import type { TallyContext } from "./tally.js";

/** Numbers in `PURPOSES` and `LOADS`: from `LEARN` on nothing is converted into head-count, above `FULL_TIME` neither. */
const LEARN = 3;
const FULL_TIME = 1;

/** The conditions of a record that is left, by its place; returns the number of the first reason that does not let it count, 0 if none. */
export function recordConditions(context: TallyContext, criterion: Criterion): (at: number) => number {
  const { table, roster, standing } = context;
  const { record, person, purpose, load, post } = standing.left;
  const learning = numberOf("learning");
  const visiting = numberOf("visiting");
  const partTime = numberOf("not-full-time");
  const fewDays = numberOf("too-few-days-a-week");
  const otherRole = numberOf("other-role");
  const takesAll = criterion.purpose !== undefined;
  const partTimeCounts = criterion.load === "any" || criterion.daysPerWeek > 0;
  const teachersOnly = criterion.people === "teachers" && criterion.role === undefined;
  const asked = ruleConditions(context, criterion);
  return (at) => {
    const means = purpose[at] as number;
    if (!takesAll && means >= LEARN) return means === LEARN ? learning : visiting;
    const works = load[at] as number;
    if (works > FULL_TIME && !partTimeCounts) return partTime;
    if (criterion.daysPerWeek > 0 && works !== FULL_TIME) {
      const stated = table.records[record[at] as number]?.load;
      if (stated?.kind !== "days-per-week") return FACTS_MISSING;
      if (stated.days < criterion.daysPerWeek) return fewDays;
    }
    if (teachersOnly) {
      const leads = post[at] as number;
      if (leads === 2 || (leads === 0 && roster.leader[person[at] as number] === 1)) return otherRole;
    }
    let missing = 0;
    for (const condition of asked) {
      const failed = condition(record[at] as number, person[at] as number);
      if (failed === FACTS_MISSING) missing = FACTS_MISSING;
      else if (failed > 0) return failed;
    }
    return missing;
  };
}
