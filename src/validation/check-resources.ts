import { compareFractions, parseFraction, type Term } from "../core/index.js";
import type { ResourceKind, ResourceTotal } from "../domain/index.js";
import type { Report } from "./issues.js";
import { type PlacedSchool, subjectOf } from "./known-schools.js";

const RESOURCES: Readonly<Record<ResourceKind, Term>> = {
  "degreed-teachers": { "zh-CN": "高于规定学历教师数", en: "teachers above the required degree" },
  "backbone-teachers": { "zh-CN": "县级以上骨干教师数", en: "backbone teachers" },
  "arts-pe-teachers": { "zh-CN": "体育、艺术专任教师数", en: "PE and arts teachers" },
  "room-area": { "zh-CN": "教学及辅助用房面积", en: "area of teaching and auxiliary rooms" },
  "sports-area": { "zh-CN": "体育运动场馆面积", en: "area of sports grounds and halls" },
  "equipment-value": { "zh-CN": "教学仪器设备值", en: "value of teaching equipment" },
  "multimedia-classrooms": { "zh-CN": "网络多媒体教室数", en: "networked multimedia classrooms" },
  books: { "zh-CN": "图书册数", en: "books" },
};

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
  return (Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource as ResourceKind] : undefined) ?? { "zh-CN": resource, en: resource };
}
