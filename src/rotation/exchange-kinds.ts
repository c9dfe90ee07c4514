import type { Exchange } from "../domain/index.js";
import type { ExchangeAttributes, ExchangeKind } from "../policy/index.js";

/**
 * 交流方式目录. The kinds of exchange that documents name, with what a record of the kind means where it does not say itself. Packs and callers add
 * their own; a rule counts by these attributes and by the record, never by the name.
 *
 * @example
 * ```ts
 * import { EXCHANGE_KINDS } from "school-groups/rotation";
 *
 * EXCHANGE_KINDS.find(({ id }) => id === "walking-teaching")?.attributes; // => { purpose: "teach", load: "days-per-week" }
 * ```
 */
export const EXCHANGE_KINDS: readonly ExchangeKind[] = [
  { id: "rotation", label: { "zh-CN": "交流轮岗", en: "rotation" }, attributes: { purpose: "teach" } },
  {
    id: "leader-exchange",
    label: { "zh-CN": "校级领导互派", en: "school leaders exchanged" },
    attributes: { purpose: "lead", role: "vice-principal" },
  },
  {
    id: "cadre-posting",
    label: { "zh-CN": "行政和教学管理干部下派", en: "cadres posted" },
    attributes: { purpose: "lead", role: "middle-manager" },
  },
  {
    id: "part-time-vice-principal",
    label: { "zh-CN": "兼职副校长", en: "part-time vice principal" },
    attributes: {
      purpose: "lead",
      role: "vice-principal",
      load: "days-per-week",
    },
  },
  { id: "matched-exchange", label: { "zh-CN": "对口交流", en: "matched exchange" }, attributes: { purpose: "teach" } },
  { id: "team-inflow", label: { "zh-CN": "组团流入", en: "team inflow" }, attributes: { purpose: "teach" } },
  { id: "temporary-post", label: { "zh-CN": "挂职锻炼", en: "temporary post" }, attributes: { purpose: "learn" } },
  { id: "shadowing-long", label: { "zh-CN": "长期跟岗", en: "long-term shadowing" }, attributes: { purpose: "learn" } },
  { id: "shadowing-short", label: { "zh-CN": "短期跟岗", en: "short-term shadowing" }, attributes: { purpose: "learn" } },
  { id: "sitting-in", label: { "zh-CN": "随班学习", en: "sitting in on lessons" }, attributes: { purpose: "learn" } },
  {
    id: "lessons-brought",
    label: { "zh-CN": "送教", en: "lessons brought to another school" },
    attributes: { purpose: "visit", load: "occasional" },
  },
  { id: "walking-teaching", label: { "zh-CN": "走教", en: "walking teaching" }, attributes: { purpose: "teach", load: "days-per-week" } },
  { id: "support-teaching", label: { "zh-CN": "支教", en: "support teaching" }, attributes: { purpose: "teach" } },
  {
    id: "part-time-teaching",
    label: { "zh-CN": "兼课", en: "part-time teaching" },
    attributes: { purpose: "teach", load: "days-per-week" },
  },
  { id: "shadow-first", label: { "zh-CN": "先跟岗后任教", en: "new teachers shadow first" }, attributes: { purpose: "learn" } },
  { id: "mentor-pair", label: { "zh-CN": "师徒结对", en: "mentor pair" }, attributes: { purpose: "mentor", load: "occasional" } },
];

/**
 * What each kind means, by id; a pack's own kind comes before one of the library with the same id.
 * @internal
 */
export function attributesByKind(kinds: readonly ExchangeKind[]): ReadonlyMap<string, ExchangeAttributes> {
  const known = new Map<string, ExchangeAttributes>();
  for (const { id, attributes } of [...kinds, ...EXCHANGE_KINDS]) {
    if (!known.has(id)) known.set(id, attributes ?? NONE);
  }
  return known;
}

const NONE: ExchangeAttributes = {};

/**
 * The attributes of the record's kind; none of one that nobody names.
 * @internal
 */
export function attributesOf({ kind: id }: Pick<Exchange, "kind">, kinds: ReadonlyMap<string, ExchangeAttributes>): ExchangeAttributes {
  return id === undefined ? NONE : (kinds.get(id) ?? NONE);
}
