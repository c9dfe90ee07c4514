import type { IssuePath } from "../core/index.js";
import type { Catalog } from "./catalog.js";
import type { AnyIssue } from "./issue-params.js";

/**
 * An issue as a sentence of the catalog's language: what is wrong, and how to mend it. Names in it are plain text; escape them for your medium.
 *
 * @example
 * ```ts
 * import { differenceCoefficient } from "school-groups/balance";
 * import { describeIssue } from "school-groups/messages";
 * import { zhCN } from "school-groups/messages/zh-CN";
 *
 * const [issue] = differenceCoefficient([{ id: "a", pupils: 0, total: 5 }]).issues;
 * issue && describeIssue(issue, { catalog: zhCN }); // => "学校“a”学生数为0，无法计算生均值；请核实学生数，或不将该校纳入计算。"
 * ```
 */
export function describeIssue(issue: AnyIssue, options: { readonly catalog: Catalog }): string {
  const sentence = options.catalog.issues[issue.code] as (params: object) => string;
  return sentence(issue.params);
}

/**
 * A place in the input as text: `schools[3].name`. Keys that are no plain names stand in quotes.
 *
 * @example
 * ```ts
 * import { formatPath } from "school-groups/messages";
 *
 * formatPath(["schools", 3, "名称"]); // => 'schools[3]["名称"]'
 * ```
 */
export function formatPath(path: IssuePath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
