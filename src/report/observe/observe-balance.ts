import {
  balanceFacts,
  differenceCoefficient,
  gapChange,
  RESOURCE_INDICATORS,
  type ResourceUnit,
  theil,
  unitsOfStage,
} from "../../balance/index.js";
import {
  type CalendarDate,
  divideFractions,
  exact,
  type Fraction,
  fraction,
  type Missing,
  multiplyFractions,
  parseFraction,
  squareRootText,
  sumFractions,
  toExactText,
} from "../../core/index.js";
import { type District, type Group, leadsOn, memberSchoolsOn, type Stage } from "../../domain/index.js";
import type { BalanceSource } from "../../evaluation/index.js";
import type { AssessOptions } from "../assess-inputs.js";
import { type Found, foundOf, type ObservedSubject } from "./found.js";

/** Decimal places of the root in a difference coefficient that is scored; nobody is judged by the last of them. */
const ROOT_PLACES = 20;

interface Resources {
  readonly units: readonly ResourceUnit[];
  readonly missing: readonly Missing[];
}

/** The one judged stage that all of the schools teach, if there is just one. */
function soleStage(schools: readonly string[], district: District): Stage | undefined {
  const stages = new Set<Stage>();
  for (const { id, stages: own } of district.schools) {
    if (!schools.includes(id)) continue;
    if (own === undefined) return undefined;
    for (const stage of own) if (stage === "primary" || stage === "junior") stages.add(stage);
  }
  const [only, ...others] = stages;
  return others.length === 0 ? only : undefined;
}

function resourcesOf(schools: readonly string[], stage: Stage, resource: string, district: District, options: AssessOptions): Resources {
  const some = { ...district, complete: true, schools: district.schools.filter(({ id }) => schools.includes(id)) };
  return unitsOfStage(some, stage, resource, options);
}

function perPupil(units: readonly ResourceUnit[]): Fraction | undefined {
  const pupils = units.reduce((sum, unit) => sum + unit.pupils, 0);
  if (pupils === 0) return undefined;
  return divideFractions(sumFractions(units.map(({ total }) => parseFraction(String(total)) ?? fraction(0))), fraction(pupils));
}

/** The lead's and the members' totals per pupil on a day, members together. */
function sidesOn(group: Group, stage: Stage, resource: string, day: CalendarDate, district: District, options: AssessOptions) {
  const leads = leadsOn(group, options.asOf);
  const { certain } = memberSchoolsOn(group, options.asOf);
  const read = (schools: readonly string[]) => resourcesOf(schools, stage, resource, district, { ...options, asOf: day });
  const [lead, members] = [read(leads.certain), read(certain.filter((school) => !leads.certain.includes(school)))];
  return { lead: perPupil(lead.units), members: perPupil(members.units), missing: [...lead.missing, ...members.missing] };
}

/** By which part of what it was the gap narrowed since a day; a lead that was not ahead had no gap to narrow. */
function gapNarrowing(group: Group, stage: Stage, { resource, since }: BalanceSource, district: District, options: AssessOptions): Found {
  const nobody: Missing = { kind: "record", table: "resources", of: resource, subject: { kind: "group", id: group.id } };
  if (since === undefined) return { kind: "missing", missing: [nobody] };
  const before = sidesOn(group, stage, resource, since, district, options);
  const after = sidesOn(group, stage, resource, options.asOf, district, options);
  const missing = [...before.missing, ...after.missing];
  if (missing.length > 0) return { kind: "missing", missing };
  if (before.lead === undefined || before.members === undefined || after.lead === undefined || after.members === undefined)
    return { kind: "missing", missing: [nobody] };
  const change = gapChange(
    { lead: toExactText(before.lead), members: toExactText(before.members) },
    { lead: toExactText(after.lead), members: toExactText(after.members) },
  );
  const gap = exact(change.before);
  if (gap.numerator <= 0n) return { kind: "not-applicable" };
  return { kind: "value", value: toExactText(divideFractions(exact(change.narrowing), gap)), unit: "ratio" };
}

function ofGroup(group: Group, stage: Stage, source: BalanceSource, district: District, options: AssessOptions): Found {
  const { figure, resource } = source;
  if (figure === "gap-narrowing") return gapNarrowing(group, stage, source, district, options);
  const { certain, possible } = memberSchoolsOn(group, options.asOf);
  const { units, missing } = resourcesOf(certain, stage, resource, district, options);
  const whole = group.complete === true && possible.length === 0;
  const open: Missing = { kind: "field", table: "groups", column: "complete", subject: { kind: "group", id: group.id } };
  if (!whole || missing.length > 0) return { kind: "missing", missing: whole ? missing : [open, ...missing] };
  const none: Found = {
    kind: "missing",
    missing: [{ kind: "record", table: "resources", of: resource, subject: { kind: "group", id: group.id } }],
  };
  switch (figure) {
    case "resource-indicator": {
      const each = perPupil(units);
      const unit = RESOURCE_INDICATORS.find((one) => one.resource === resource)?.unit;
      if (each === undefined || unit === undefined) return none;
      const value = unit === "per-hundred-pupils" ? multiplyFractions(exact(100), each) : each;
      return { kind: "value", value: toExactText(value), unit };
    }
    case "difference-coefficient": {
      const result = differenceCoefficient(units);
      if (!result.ok) return none;
      return { kind: "value", value: squareRootText(exact(result.value.squared), ROOT_PLACES, "half-even"), unit: "ratio" };
    }
    case "theil": {
      const result = theil(units);
      return result.ok ? { kind: "value", value: result.value.total, unit: "ratio" } : none;
    }
  }
}

/** A figure of one resource: of a school its indicator, of a group that of its schools together or how unequally they have it. */
export function observeBalance(source: BalanceSource, subject: ObservedSubject, district: District, options: AssessOptions): Found {
  const group = district.groups.find(({ id }) => id === subject.id);
  const schools = group === undefined ? [subject.id] : memberSchoolsOn(group, options.asOf).certain;
  const stage = source.stage ?? soleStage(schools, district);
  if (stage === undefined) return { kind: "missing", missing: [{ kind: "field", table: "schools", column: "stages", subject }] };
  if (group !== undefined && subject.kind === "group") return ofGroup(group, stage, source, district, options);
  if (source.figure !== "resource-indicator") return { kind: "not-applicable" };
  const fact = balanceFacts(district, options)(subject, { measure: "resource-indicator", of: source.resource, stage });
  return fact === undefined
    ? { kind: "missing", missing: [{ kind: "record", table: "resources", of: source.resource, subject }] }
    : foundOf(fact);
}
