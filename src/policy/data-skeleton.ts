import { SchoolGroupsError } from "../core/index.js";
import type { DataRequirements } from "./data-requirements.js";
import { skeletonTables } from "./skeleton-tables.js";

/**
 * 空白数据表（CSV）. One sheet of `skeletonTables` to fill in: its headers, comma-separated, ended by CR LF. With `mark`, a byte order mark comes
 * first, so that Excel reads the Chinese.
 *
 * Throws `unknown-id` for a table that is not required, `invalid-argument` for a locale that is neither.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { dataRequirements, resolvePolicies, skeletonCsv } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const requirements = dataRequirements(policy.value, { topics: ["size"] });
 * skeletonCsv(requirements, "headcounts", { locale: "zh-CN" }); // => "学校标识,统计日期,学段,学生数,班级数,最大班额\r\n"
 * ```
 */
export function skeletonCsv(
  requirements: DataRequirements,
  table: string,
  options: { readonly locale: "zh-CN" | "en"; readonly mark?: boolean | undefined },
): string {
  const { locale } = options;
  if (locale !== "zh-CN" && locale !== "en") {
    throw new SchoolGroupsError("invalid-argument", 'locale must be "zh-CN" or "en"', { argument: "locale" });
  }
  const found = skeletonTables(requirements).find((one) => one.table === table);
  if (found === undefined) throw new SchoolGroupsError("unknown-id", "no such table is required", { table: String(table).slice(0, 80) });
  const headers = found.columns.map(({ label }) => quoted(label[locale]));
  return `${options.mark === true ? "\uFEFF" : ""}${headers.join(",")}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * 空白数据表（JSON）. Every sheet of `skeletonTables`, with one row whose cells are `null`, under the ids of tables and columns. Filled in,
 * it is an input of `readTables`.
 *
 * @example
 * ```ts
 * import { cn } from "school-groups/packs/cn";
 * import { dataRequirements, resolvePolicies, skeletonJson } from "school-groups/policy";
 *
 * const policy = resolvePolicies([cn]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * skeletonJson(dataRequirements(policy.value, { topics: ["size"] }))["schools"]; // => [{ id: null, name: null, stages: null }]
 * ```
 */
export function skeletonJson(requirements: DataRequirements): Readonly<Record<string, readonly Readonly<Record<string, null>>[]>> {
  return Object.fromEntries(
    skeletonTables(requirements).map(({ table, columns }) => [table, [Object.fromEntries(columns.map(({ column }) => [column, null]))]]),
  );
}
