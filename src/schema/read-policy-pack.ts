import type { Result } from "../core/index.js";
import type { PolicyPack } from "../policy/index.js";
import type { SchemaIssue } from "./issues.js";
import { policyPackSchema } from "./policy-pack-schema.js";
import { planDocument, readDocument } from "./read-document.js";

const plan = /* @__PURE__ */ planDocument(policyPackSchema, { rules: "rule" });

/**
 * 读取政策包. Reads a policy pack that an app keeps as JSON (its own figures as an overlay, a district's rules). Checks its shape alone;
 * `lintPolicyPack` checks its sense.
 *
 * Nothing is thrown, whatever comes in; every fault is reported, element by element.
 *
 * @example
 * ```ts
 * import { readPolicyPack } from "school-groups/schema";
 *
 * const read = readPolicyPack({ format: "school-groups.policy-pack.v1", id: "own", version: "1", sources: [], ruels: [] });
 * read.issues.map((issue) => [issue.code, issue.path.join(".")]);
 * // => [["missing-field", "label"], ["missing-field", "jurisdiction"], ["unknown-key", "ruels"]]
 * ```
 */
export function readPolicyPack(input: unknown): Result<PolicyPack, SchemaIssue> {
  return readDocument<PolicyPack>(plan, input);
}
