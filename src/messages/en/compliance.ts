import type { ComplianceIssueParams } from "../../compliance/index.js";
import type { Sentences } from "../sentences.js";

/** Sentences of the compliance room. */
export const compliance: Sentences<ComplianceIssueParams> = {
  "district-without-lists": ({ list }) => `The district has no list of ${list}, so nothing can be checked; add one as in the template.`,
  "date-unreadable": ({ of }) =>
    `A date of "${of}" cannot be read, and what depends on it counts as unknown; write it like 2023-12-31, 2023-09 or 2023.`,
};
