import {
  allOf,
  anyOf,
  type CalendarDate,
  compareInterval,
  exact,
  type Interval,
  intervalFrom,
  isPoint,
  type Truth,
} from "../core/index.js";
import {
  type District,
  groupExistsOn,
  memberSchoolsOn,
  type PublishedFigure,
  type School,
  schoolExistsOn,
  teachesStage,
} from "../domain/index.js";
import { compareQuantities, figureQuantity, type Quantity, unitOf } from "./figure-nodes.js";
import { outcomeOf } from "./reconcile-parts.js";
import type { Reconciliation, ReconciliationOf } from "./reconciliation.js";

/** How many the file holds for certain, how many more it may hold, and whether there may be others it does not list. */
interface Held {
  readonly certain: number;
  readonly possible: number;
  readonly partial: boolean;
}

/**
 * A published count against what the file holds on the day. A list that is not whole gives a lower bound: a greater figure is then no
 * contradiction, and no agreement either. `undefined` when the file does not hold what the figure counts.
 */
export function reconcileCount(figure: PublishedFigure, district: District, asOf: CalendarDate): Reconciliation | undefined {
  const held = heldOf(figure, district, asOf);
  if (held === undefined) return undefined;
  const published = figureQuantity(figure);
  const quantity = heldQuantity(figure, held);
  const compared = compareQuantities(published, quantity);
  const least = exact(held.certain);
  const beyond = published.interval !== undefined && compareInterval(published.interval, "equal", least) !== "yes";
  const open = held.partial && compared.outcome === "agrees" && beyond;
  return {
    code: "count-in-file",
    ...outcomeOf(compared),
    ...(open ? { outcome: "cannot-be-checked", reason: "list-partial" } : {}),
    figures: [figure.id],
    params: {
      measure: figure.measure,
      ...(figure.breakdown === undefined ? {} : { part: figure.breakdown.value }),
      published: figure.value,
      held: held.possible === 0 ? String(held.certain) : `${held.certain}–${held.certain + held.possible}`,
    },
  } satisfies ReconciliationOf<"count-in-file">;
}

function heldQuantity(figure: PublishedFigure, { certain, possible, partial }: Held): Quantity {
  const interval: Interval = partial ? intervalFrom(exact(certain)) : intervalFrom(exact(certain), exact(certain + possible));
  const unit = unitOf(figure.measure);
  const counted = unit === undefined ? {} : { unit };
  const value = isPoint(interval)
    ? ({ kind: "exact", value: String(certain), ...counted } as const)
    : ({ kind: "interval", low: String(certain), ...(partial ? {} : { high: String(certain + possible) }), ...counted } as const);
  return { interval, explanation: { kind: "fact", label: { "zh-CN": "数据文件所载", en: "held by the district file" }, value } };
}

function heldOf(figure: PublishedFigure, district: District, asOf: CalendarDate): Held | undefined {
  if (figure.as !== "count") return undefined;
  const { breakdown } = figure;
  if (breakdown !== undefined && breakdown.by !== "stage") return undefined;
  const partial = district.complete !== true;
  if (figure.measure === "groups" && figure.population === undefined && figure.schools === undefined) {
    return tally(
      district.groups.map((group) => {
        const counted: Truth =
          breakdown === undefined ? "yes" : group.countedAs === undefined ? "unknown" : group.countedAs === breakdown.value ? "yes" : "no";
        return allOf([groupExistsOn(group, asOf), counted]);
      }),
      partial,
    );
  }
  if (figure.measure !== "schools") return undefined;
  if (figure.population === undefined) {
    const own = district.schools.filter((school) => school.outside !== true);
    const open = partial || own.some((school) => school.collective === true);
    return tally(
      own.map((school) => allOf([schoolExistsOn(school, asOf), fits(school, figure)])),
      open,
    );
  }
  return figure.population === "in-groups" ? schoolsInGroups(figure, district, asOf) : undefined;
}

function schoolsInGroups(figure: PublishedFigure, district: District, asOf: CalendarDate): Held {
  const byId = new Map(district.schools.map((school) => [school.id, school]));
  const membership = new Map<string, Truth>();
  for (const group of district.groups) {
    const { certain, possible } = memberSchoolsOn(group, asOf);
    for (const id of certain) membership.set(id, "yes");
    for (const id of possible) if (membership.get(id) !== "yes") membership.set(id, "unknown");
  }
  const members = [...membership].map(([id, belongs]) => {
    const school = byId.get(id);
    return school === undefined ? ("unknown" as const) : allOf([belongs, fits(school, figure)]);
  });
  const whole = district.complete === true && district.groups.every((group) => group.complete === true);
  return tally(members, !whole || district.schools.some((school) => school.collective === true));
}

/** Whether a school is one of those the figure counts. */
function fits(school: School, { breakdown, schools }: PublishedFigure): Truth {
  const truths: Truth[] = [];
  if (breakdown !== undefined) truths.push(teachesStage(school, breakdown.value as never));
  if (schools?.stages !== undefined) truths.push(anyOf(schools.stages.map((stage) => teachesStage(school, stage))));
  if (schools?.sector !== undefined) truths.push(school.sector === undefined ? "unknown" : school.sector === schools.sector ? "yes" : "no");
  return allOf(truths);
}

function tally(truths: readonly Truth[], partial: boolean): Held {
  const certain = truths.filter((truth) => truth === "yes").length;
  return { certain, possible: truths.filter((truth) => truth === "unknown").length, partial };
}
