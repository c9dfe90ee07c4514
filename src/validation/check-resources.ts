import { compareFractions, parseFraction, type Term } from "../core/index.js";
import { RESOURCE_LABELS, type ResourceKind, type ResourceTotal } from "../domain/index.js";
import type { Report } from "./issues.js";
import { type PlacedSchool, subjectOf } from "./known-schools.js";

/** Checks a school's totals of resources: two different ones of one resource, stage and day, of which nobody knows the right one. */
export function checkResources(placed: PlacedSchool, report: Report): void {
  const { resources, name } = placed.value;
  if (resources === undefined || resources.length < 2) return;
  const seen = new Map<string, ResourceTotal>();
  for (const [position, row] of resources.entries()) {
    const key = `${row.on} ${row.stage ?? ""} ${row.resource}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, row);
      continue;
    }
    const [first, second] = [String(earlier.total), String(row.total)];
    if (first === second || isSame(first, second)) continue;
    const params = { school: name, on: row.on, resource: wordOf(row.resource), first, second };
    report("repeated-resource", ["schools", placed.index, "resources", position, "total"], params, subjectOf(placed));
  }
}

function isSame(first: string, second: string): boolean {
  const [one, other] = [parseFraction(first), parseFraction(second)];
  return one !== undefined && other !== undefined && compareFractions(one, other) === 0;
}

function wordOf(resource: string): Term {
  return (
    (Object.hasOwn(RESOURCE_LABELS, resource) ? RESOURCE_LABELS[resource as ResourceKind] : undefined) ?? {
      "zh-CN": resource,
      en: resource,
    }
  );
}
