import type { Truth } from "../core/index.js";
import { designationOn, type Exchange, type Teacher } from "../domain/index.js";
import type { ExchangeAttributes } from "../policy/index.js";
import type { Criterion } from "./criterion.js";
import { attributesOf } from "./exchange-kinds.js";
import { loadOf, roleOf } from "./exchange-table.js";
import { type Place, placesOf } from "./group-places.js";
import type { NotCountedCode } from "./issues.js";
import { FACTS_MISSING, numberOf } from "./reason-numbers.js";
import type { TallyContext } from "./tally.js";

/** Judges one record of one person: 0 when it meets the condition, else the number of the reason why not. */
export type RuleCondition = (record: number, person: number) => number;

interface Facts {
  readonly exchange: Exchange;
  readonly attributes: ExchangeAttributes;
  readonly teacher: Teacher | undefined;
  readonly record: number;
  readonly person: number;
}

/** What only some rules ask, as one test each; none for a rule that asks for a length or for nothing. */
export function ruleConditions({ table, roster, schools, places, on }: TallyContext, criterion: Criterion): readonly RuleCondition[] {
  if (criterion.unknownKeys.length > 0) return [() => FACTS_MISSING];
  const conditions: RuleCondition[] = [];
  const ask = (code: NotCountedCode, holds: (facts: Facts) => Truth): void => {
    const no = numberOf(code);
    conditions.push((record, person) => {
      const exchange = table.records[record] as Exchange;
      const attributes = attributesOf(exchange, table.kinds);
      const answer = holds({ exchange, attributes, teacher: roster.teachers[person], record, person });
      return answer === "yes" ? 0 : answer === "no" ? no : FACTS_MISSING;
    });
  };
  const askEqual = (code: NotCountedCode, wanted: string | undefined, found: (facts: Facts) => string | undefined): void => {
    if (wanted !== undefined) ask(code, (facts) => equal(wanted, found(facts)));
  };
  const { purpose, toDesignation, direction } = criterion;
  const load = criterion.load === "full-time" ? criterion.load : undefined;
  askEqual("not-full-time", load, ({ exchange, attributes }) => loadOf(exchange, attributes));
  askEqual("learning", purpose === "any" ? undefined : purpose, ({ attributes }) => attributes.purpose);
  askEqual("other-role", criterion.role, ({ exchange, attributes, teacher }) => roleOf(exchange, attributes, teacher));
  askEqual("other-subject", criterion.subject, ({ exchange, teacher }) => exchange.subject ?? teacher?.subject);
  askEqual("relation-not-moved", criterion.relation, ({ exchange }) => exchange.relation);
  if (criterion.backbone) ask("not-backbone", ({ person }) => BACKBONE[table.backboneOf[person] as number] ?? "unknown");
  if (criterion.graduatingGrade) ask("not-graduating-grade", ({ teacher }) => truth(teacher?.graduatingGrade));
  const target = (record: number) => schools[table.to[record] as number];
  askEqual("other-school", criterion.toLocality, ({ record }) => target(record)?.locality);
  if (toDesignation !== undefined) {
    ask("other-school", ({ record }) => {
      const school = target(record);
      return school === undefined ? "unknown" : designationOn(school, toDesignation, on);
    });
  }
  if (direction !== undefined) {
    ask("other-direction", ({ record }) => {
      const ways = placesOf(places, table.from[record] as number).flatMap((origin) =>
        placesOf(places, table.to[record] as number).flatMap((end) => (end.group === origin.group ? [directionOf(origin, end)] : [])),
      );
      return ways.includes(direction) ? "yes" : "no";
    });
  }
  return conditions;
}

/** Known backbone (0 unknown, 1 no, 2 yes) as a truth. */
const BACKBONE = ["unknown", "no", "yes"] as const;

function equal(wanted: string, found: string | undefined): Truth {
  if (found === undefined) return "unknown";
  return found === wanted ? "yes" : "no";
}

function truth(value: boolean | undefined): Truth {
  return value === undefined ? "unknown" : value ? "yes" : "no";
}

/** From lead to member and the like, inside one group. */
function directionOf(origin: Place, end: Place): string {
  if (origin.lead && end.member) return "lead-to-member";
  return end.lead && origin.member ? "member-to-lead" : "between-members";
}
