import { type IssuePath, isCalendarDate, isEmptyRange, parseFraction, timelineProblems } from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import type { PolicyParameter } from "./parameter.js";
import type { PolicyPack } from "./policy-pack.js";

/** What is wrong with the figures and days of a pack, whatever other packs say. Paths lead from the pack. */
export function valueFaults(pack: PolicyPack): readonly PolicyIssue[] {
  return [
    ...(pack.parameters ?? []).flatMap((parameter, at) => faultsOf(parameter.id, parameter.values, ["parameters", at, "values"])),
    ...(pack.sets ?? []).flatMap((set, at) => faultsOf(set.parameter, set.values, ["sets", at, "values"])),
    ...ruleDays(pack),
  ];
}

function faultsOf(id: string, values: PolicyParameter["values"], path: IssuePath): readonly PolicyIssue[] {
  const each = values.flatMap((value, at): readonly PolicyIssue[] => [
    ...dayFaults(id, value, [...path, at]),
    ...(parseFraction(value.value) === undefined
      ? [policyIssue("malformed-figure", [...path, at, "value"], { id, value: String(value.value) })]
      : []),
    ...(isBased(value) ? [] : [policyIssue("value-without-basis", [...path, at, "basis"], { id })]),
  ]);
  const series = timelineProblems(values).flatMap((problem): readonly PolicyIssue[] => {
    if (problem.kind === "gap") return [policyIssue("values-gap", path, { id, from: problem.from, until: problem.until })];
    if (problem.kind === "overlap")
      return [policyIssue("values-overlap", [...path, problem.second], { id, from: problem.range.from ?? "" })];
    return [policyIssue("empty-range", [...path, problem.index], { id })];
  });
  return [...each, ...series];
}

function isBased({ basis }: PolicyParameter["values"][number]): boolean {
  // A pack out of a database may lack what the type promises.
  if (basis === undefined || basis === null) return false;
  if (basis.kind === "policy") return (basis.citations as readonly unknown[] | undefined)?.[0] !== undefined;
  return basis.kind === "caller" || (basis.kind === "library" && basis.why !== undefined);
}

function dayFaults(id: string, dated: object, path: IssuePath): readonly PolicyIssue[] {
  return (["from", "until", "due"] as const).flatMap((key) => {
    const day = (dated as Readonly<Record<string, unknown>>)[key];
    return day === undefined || isCalendarDate(day) ? [] : [policyIssue("malformed-day", [...path, key], { id, day: String(day) })];
  });
}

function ruleDays(pack: PolicyPack): readonly PolicyIssue[] {
  return (pack.rules ?? []).flatMap((rule, at) => [
    ...dayFaults(rule.id, rule, ["rules", at]),
    ...(isEmptyRange(rule) ? [policyIssue("empty-range", ["rules", at], { id: rule.id })] : []),
  ]);
}
