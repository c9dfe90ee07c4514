import { describeIssue, formatPath } from "../../messages/index.js";
import type { ValidationSummary } from "../district-report.js";
import { type Block, list, paragraph } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** Problems of the file: errors first, each group in the order of the file. */
export function composeValidation(summary: ValidationSummary, { catalog }: ComposeContext): readonly Block[] {
  const { report: sentences, words } = catalog;
  const lines = (["error", "warning", "notice"] as const).flatMap((severity) =>
    summary.issues
      .filter((issue) => issue.severity === severity)
      .map((issue) => {
        const place = issue.path.length === 0 ? "" : sentences.place({ path: formatPath(issue.path) });
        return `${words.severity[severity]}${words.colon}${describeIssue(issue, { catalog })}${place}`;
      }),
  );
  return [paragraph(sentences.counts(summary)), ...list(lines)];
}
