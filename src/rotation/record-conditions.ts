import type { Truth } from "../core/index.js";
import { designationOn } from "../domain/index.js";
import type { Criterion } from "./criterion.js";
import { attributesOf } from "./exchange-kinds.js";
import { loadOf, roleOf } from "./exchange-table.js";
import { type Place, placesOf } from "./group-places.js";
import type { NotCountedCode } from "./issues.js";
import { FACTS_MISSING, numberOf } from "./reason-numbers.js";
import type { TallyContext } from "./tally.js";

/** The conditions of the record itself; returns the number of the first reason that does not let it count, 0 if none. */
export function recordConditions(context: TallyContext, criterion: Criterion): (record: number, person: number) => number {
  const { table, roster } = context;
  const number = (code: NotCountedCode) => numberOf(code);
  const [learning, visiting, partTime, fewDays] = (["learning", "visiting", "not-full-time", "too-few-days-a-week"] as const).map(
    number,
  ) as [number, number, number, number];
  const otherRole = number("other-role");
  const asked = askedConditions(context, criterion);
  const takesAll = criterion.purpose !== undefined;
  const partTimeCounts = criterion.load === "any" || criterion.daysPerWeek > 0;
  const teachersOnly = criterion.people === "teachers" && criterion.role === undefined;
  return (record, person) => {
    const purpose = table.purpose[record] as number;
    if (!takesAll && purpose >= LEARN) return purpose === LEARN ? learning : visiting;
    const load = table.load[record] as number;
    if (load > FULL_TIME && !partTimeCounts) return partTime;
    if (criterion.daysPerWeek > 0 && load !== FULL_TIME) {
      const stated = table.records[record]?.load;
      const days = stated?.kind === "days-per-week" ? stated.days : undefined;
      if (days === undefined) return FACTS_MISSING;
      if (days < criterion.daysPerWeek) return fewDays;
    }
    if (teachersOnly) {
      const post = table.post[record];
      if (post === 2 || (post === 0 && roster.leader[person] === 1)) return otherRole;
    }
    return criterion.plain ? 0 : asked(record, person);
  };
}

/** Numbers in `PURPOSES` and `LOADS`: from `LEARN` on nothing is converted into head-count, above `FULL_TIME` neither. */
const LEARN = 3;
const FULL_TIME = 1;

/** What only some rules ask. */
function askedConditions(context: TallyContext, criterion: Criterion): (record: number, person: number) => number {
  const { table, roster, schools, places, on } = context;
  const ask = (holds: Truth, code: NotCountedCode): number => (holds === "yes" ? 0 : holds === "no" ? numberOf(code) : FACTS_MISSING);
  return (record, person) => {
    const exchange = table.records[record];
    if (exchange === undefined || criterion.unknownKeys.length > 0) return FACTS_MISSING;
    const attributes = attributesOf(exchange, table.kinds);
    const teacher = roster.teachers[person];
    const answers: number[] = [];
    const equal = (wanted: string | undefined, found: string | undefined, code: NotCountedCode): void => {
      if (wanted !== undefined) answers.push(ask(found === undefined ? "unknown" : found === wanted ? "yes" : "no", code));
    };
    if (criterion.load === "full-time") equal("full-time", loadOf(exchange, attributes), "not-full-time");
    if (criterion.purpose !== "any") equal(criterion.purpose, attributes.purpose, "learning");
    equal(criterion.role, criterion.role === undefined ? undefined : roleOf(exchange, attributes, teacher), "other-role");
    equal(criterion.subject, exchange.subject ?? teacher?.subject, "other-subject");
    equal(criterion.relation, exchange.relation, "relation-not-moved");
    if (criterion.backbone) {
      const backbone = table.backboneOf[person];
      answers.push(ask(backbone === 0 ? "unknown" : backbone === 2 ? "yes" : "no", "not-backbone"));
    }
    if (criterion.graduatingGrade) answers.push(ask(truth(teacher?.graduatingGrade), "not-graduating-grade"));
    const target = schools[table.to[record] as number];
    equal(criterion.toLocality, target?.locality, "other-school");
    if (criterion.toDesignation !== undefined) {
      answers.push(ask(target === undefined ? "unknown" : designationOn(target, criterion.toDesignation, on), "other-school"));
    }
    if (criterion.direction !== undefined) {
      const ways = placesOf(places, table.from[record] as number).flatMap((origin) =>
        placesOf(places, table.to[record] as number).flatMap((end) => (end.group === origin.group ? [directionOf(origin, end)] : [])),
      );
      answers.push(ask(ways.includes(criterion.direction) ? "yes" : "no", "other-direction"));
    }
    return answers.find((answer) => answer !== 0 && answer !== FACTS_MISSING) ?? (answers.includes(FACTS_MISSING) ? FACTS_MISSING : 0);
  };
}

function truth(value: boolean | undefined): Truth {
  return value === undefined ? "unknown" : value ? "yes" : "no";
}

/** From lead to member and the like, inside one group. */
export function directionOf(origin: Place, end: Place): string {
  if (origin.lead && end.member) return "lead-to-member";
  return end.lead && origin.member ? "member-to-lead" : "between-members";
}
