import { SchoolGroupsError } from "../core/index.js";
import type { Catalog } from "../messages/index.js";
import { assertReport } from "./assert-report.js";
import { composeReport } from "./compose-report.js";
import type { DistrictReport } from "./district-report.js";
import type { Block } from "./document.js";
import type { Reader } from "./reader.js";
import { composeSchoolReport } from "./reader-school.js";
import { writeMarkdown } from "./write-markdown.js";
import { writeText } from "./write-text.js";

/** How a report is rendered. */
export interface RenderOptions {
  readonly catalog: Catalog;
  /** Absent: the bureau. A school reads its own pages, peers without names; one that the report does not have throws `unknown-id`. */
  readonly reader?: Reader | undefined;
}

function blocksFor(report: DistrictReport, { catalog, reader }: RenderOptions): readonly Block[] {
  if (typeof (catalog as Partial<Catalog> | undefined)?.report !== "object") {
    throw new SchoolGroupsError("invalid-argument", "catalog is a catalog of sentences such as zhCN or en", { argument: "catalog" });
  }
  assertReport(report, "report");
  return reader?.kind === "school" ? composeSchoolReport(report, reader.id, catalog) : composeReport(report, catalog);
}

/**
 * A report as Markdown (CommonMark with tables). Names that carry markup are shown as they are. Throws `invalid-argument` without a catalog, or
 * for what is no report.
 *
 * @example
 * ```ts
 * import { assessDistrict, renderMarkdown, resolvePolicies } from "school-groups";
 * import { zhCN } from "school-groups/messages/zh-CN";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const input = { format: "school-groups.district.v1", name: "某区", schools: [], groups: [] };
 * const report = assessDistrict(input, { policy: policy.value, asOf: "2023-12-31" });
 * renderMarkdown(report, { catalog: zhCN }).split("\n")[0]; // => "# 某区教育集团评估报告"
 * ```
 */
export function renderMarkdown(report: DistrictReport, options: RenderOptions): string {
  return writeMarkdown(blocksFor(report, options));
}

/**
 * A report as plain text, for a terminal or a letter. Throws as `renderMarkdown` does.
 *
 * @example
 * ```ts
 * import { assessDistrict, renderText, resolvePolicies } from "school-groups";
 * import { en } from "school-groups/messages/en";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("packs contradict each other");
 * const report = assessDistrict(null, { policy: policy.value, asOf: "2023-12-31" });
 * renderText(report, { catalog: en }).split("\n")[0]; // => "Education groups of (a district without name): assessment"
 * ```
 */
export function renderText(report: DistrictReport, options: RenderOptions): string {
  return writeText(blocksFor(report, options));
}
