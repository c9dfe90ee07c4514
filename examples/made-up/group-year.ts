/**
 * 虚构数据. A made-up year of groups: resources, rosters, exchanges, common work and its registers, all from a stated seed, so that
 * an evaluation takes its observations from the other parts of the same report. It says nothing about any real school.
 */
import type { AssessInputs } from "school-groups";
import { createWorkLedger, type WorkLedger, type WorkRows } from "school-groups/compliance";
import { addDays, type BoundedRange, type Calendar } from "school-groups/core";
import type { District, Exchange, GovernanceRecord, Group, School, Stage, Task, Teacher } from "school-groups/domain";
import type { ResolvedPolicy } from "school-groups/policy";
import { createRandom, type Random } from "school-groups/statistics";

/** A group of the made-up year: its schools, the lead first, and the day it was formed. */
export interface YearGroup {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly formed: string;
}

/** What kinds of things happen in the year; ids are those of the district's pack. */
export interface YearPlan {
  readonly code: string;
  readonly name: string;
  readonly seed: number;
  readonly period: BoundedRange;
  readonly asOf: string;
  readonly groups: readonly YearGroup[];
  readonly governance: readonly Pick<GovernanceRecord, "item" | "kind">[];
  readonly phase: string;
  readonly practices: readonly string[];
  readonly references: readonly string[];
  readonly weekly?: string | undefined;
  readonly monthly?: string | undefined;
  readonly exchangeKinds: readonly string[];
}

/** The year's district and everything that is recorded beside it. */
export interface MadeUpYear {
  readonly district: District;
  readonly period: BoundedRange;
  readonly calendar: Calendar;
  readonly tasks: readonly Task[];
  readonly rows: WorkRows;
  readonly inputs: Pick<AssessInputs, "teachers" | "exchanges" | "rotation">;
}

/** Fourteen schools' worth of habits: how often a school does what is due. */
const habit = (random: Random): number => 0.7 + 0.28 * random.uniform();

function schoolOf({ id, name }: YearGroup["schools"][number], stage: Stage, lead: boolean, from: string, random: Random): School {
  const pupils = 300 + random.integer(900);
  const level = lead ? 2400 : 1300;
  const total = (each: number) => Math.round(each * pupils);
  const later = addDays(from, 1);
  return {
    id,
    name,
    stages: [stage],
    teachingPoint: false,
    headcounts: [{ on: addDays(from, -300), pupils }],
    resources: [
      { on: addDays(from, -300), resource: "equipment-value", total: total(level + 200 * random.normal()) },
      { on: later, resource: "equipment-value", total: total(level * (lead ? 1.03 : 1.18) + 200 * random.normal()) },
      { on: later, resource: "backbone-teachers", total: Math.round((pupils * (lead ? 2 : 0.9 + 0.4 * random.uniform())) / 100) },
    ],
    designations: [{ kind: "quality", granted: lead || random.uniform() < 0.4 }],
  };
}

function districtOf(plan: YearPlan, random: Random): District {
  const schools = plan.groups.flatMap(({ schools: own, stage }) =>
    own.map((school, place) => schoolOf(school, stage, place === 0, plan.period.from, random)),
  );
  const groups = plan.groups.map(({ id, name, schools: own, formed }): Group => {
    const records = plan.governance.filter(() => random.uniform() < 0.8).map((record) => ({ ...record, from: plan.period.from }));
    return {
      id,
      name,
      announced: formed,
      complete: true,
      memberships: own.map(({ id: school }, place) => ({ school, role: place === 0 ? "lead" : "member", from: formed })),
      governance: { records, complete: [...new Set(plan.governance.map(({ kind }) => kind))] },
    };
  });
  return { format: "school-groups.district.v1", code: plan.code, name: plan.name, schools, groups, complete: true };
}

function weeksOf({ from, until }: BoundedRange): readonly string[] {
  const days: string[] = [];
  for (let day = from; day < until; day = addDays(day, 7)) days.push(day);
  return days;
}

function tasksOf(plan: YearPlan): readonly Task[] {
  const dues = weeksOf(plan.period).filter((_, week) => week % 3 === 1);
  return plan.groups.flatMap(({ id, formed }) =>
    dues
      .filter((due) => due >= formed)
      .map((due, number) => ({
        id: `${id}-${number + 1}`,
        group: id,
        label: `共同任务${number + 1}`,
        announced: plan.period.from,
        phases: [{ phase: plan.phase, due }],
      })),
  );
}

function rowsOf(plan: YearPlan, tasks: readonly Task[], random: Random): WorkRows {
  const habits = new Map(plan.groups.flatMap(({ schools }) => schools.map(({ id }) => [id, habit(random)] as const)));
  const does = (school: string) => random.uniform() < (habits.get(school) ?? 0);
  const records = tasks.flatMap(({ id, group, phases }) =>
    (plan.groups.find((one) => one.id === group)?.schools ?? []).flatMap(({ id: school }) =>
      phases.flatMap(({ phase, due = plan.period.from }) =>
        random.uniform() < 0.95 ? [{ task: id, phase, school, on: does(school) ? due : addDays(due, 3), attestedBy: "lead" as const }] : [],
      ),
    ),
  );
  const meetings = (activity: string | undefined, every: number) =>
    activity === undefined
      ? []
      : plan.groups.flatMap(({ id, schools, formed }) =>
          weeksOf(plan.period)
            .filter((day, week) => week % every === 0 && day >= formed && does(schools[0]?.id ?? ""))
            .map((day) => ({ activity, on: addDays(day, 2), group: id, schools: schools.map((school) => school.id) })),
        );
  const kept = { from: plan.period.from, until: plan.period.until };
  return {
    records,
    registers: plan.groups.flatMap(({ id, schools }) => [
      // One school in eight has not declared its register complete: what it lacks is then unknown, not undone.
      ...schools.filter(() => random.uniform() < 0.875).map(({ id: school }) => ({ school, ...kept })),
      { school: schools[0]?.id ?? id, group: id, ...kept },
    ]),
    references: plan.groups.flatMap(({ id, formed }) =>
      plan.references.map((reference) => ({ group: id, reference, id: `${id}-${reference}`, from: formed })),
    ),
    uses: plan.groups.flatMap(({ id, schools, formed }) =>
      schools.flatMap(({ id: school }) =>
        plan.references.map((reference) => ({
          school,
          reference,
          uses: does(school) ? `${id}-${reference}` : `${school}-${reference}`,
          from: formed,
        })),
      ),
    ),
    adoptions: plan.groups.flatMap(({ id, schools, formed }) =>
      schools.flatMap(({ id: school }) =>
        plan.practices.map((practice) => ({
          school,
          group: id,
          practice,
          level: does(school) ? ("full" as const) : ("partial" as const),
          attestedBy: "bureau" as const,
          from: formed,
        })),
      ),
    ),
    activities: [...meetings(plan.weekly, 1), ...meetings(plan.monthly, 4)],
  };
}

function rosterOf(plan: YearPlan, random: Random): Pick<AssessInputs, "teachers" | "exchanges" | "rotation"> {
  const teachers: Teacher[] = [];
  const exchanges: Exchange[] = [];
  for (const { id, schools, formed } of plan.groups) {
    for (const { id: school } of schools) {
      for (let number = 0; number < 12; number += 1) {
        const from = random.uniform() < 0.6 ? "2010-09-01" : addDays(plan.period.from, -700);
        teachers.push({ id: `${school}-${number}`, school, backbone: random.uniform() < 0.25, service: [{ school, from }] });
      }
    }
    const [lead, ...members] = schools;
    for (const [place, member] of members.entries()) {
      if (lead === undefined) continue;
      const kinds = ["rotation", ...plan.exchangeKinds].filter(() => random.uniform() < 0.8);
      for (const [number, kind] of kinds.entries()) {
        const outward = random.uniform() < 0.6;
        const [from, to] = outward ? [lead.id, member.id] : [member.id, lead.id];
        const start = [addDays(plan.period.from, 7 * random.integer(20)), formed].sort()[1] ?? formed;
        exchanges.push({
          id: `${id}-${place}-${number}`,
          person: `${from}-${(4 * place + number) % 12}`,
          kind,
          from,
          to,
          start,
          end: plan.period.until,
        });
      }
    }
  }
  return {
    teachers,
    exchanges,
    rotation: { counted: "ongoing", settings: { minimumYears: 6, yearsToRetirement: null, postponed: "counted" } },
  };
}

/** A whole made-up year. */
export function madeUpYear(plan: YearPlan): MadeUpYear {
  const random = createRandom(plan.seed);
  const district = districtOf(plan, random.split(1));
  const tasks = tasksOf(plan);
  const terms = [{ id: "year", schoolYear: "year", ...plan.period }];
  return {
    district,
    period: plan.period,
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], terms, holidays: [], makeUpDays: [] },
    tasks,
    rows: rowsOf(plan, tasks, random.split(2)),
    inputs: rosterOf(plan, random.split(3)),
  };
}

/** The year's work ledger. */
export function madeUpLedger({ district, period, calendar, tasks, rows }: MadeUpYear, policy: ResolvedPolicy): WorkLedger {
  const opened = createWorkLedger(district, { policy, period, calendar, tasks });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const added = opened.value.add(rows);
  if (!added.ok) throw new Error(JSON.stringify(added.issues));
  return opened.value;
}
