import type { LeafItem } from "../../evaluation/index.js";
import type { ValueAddedIssue } from "../../value-added/index.js";
import type { PupilsInput } from "../assess-inputs.js";
import type { ValueAddedPart } from "../assess-value-added.js";
import type { ReportPart } from "../report-part.js";
import type { Found, ObservedSubject } from "./found.js";

/**
 * A school's or a group's unshrunken estimate with its standard error, in the scale of the result. A school below the minimum cohort and a stage
 * that was not the one assessed have none; where a rule forbids the comparison the leaf has no meaning.
 */
export function observeValueAdded(
  leaf: LeafItem,
  subject: ObservedSubject,
  part: ReportPart<ValueAddedPart, ValueAddedIssue>,
  pupils: PupilsInput | undefined,
): Found {
  const missing: Found = { kind: "missing", missing: [{ kind: "record", table: "pupils", subject }] };
  if (part.status === "not-applicable") return { kind: "not-applicable" };
  if (part.status !== "done" || leaf.source.kind !== "value-added" || pupils?.stage !== leaf.source.stage) return missing;
  const { schools, groups } = part.value;
  if (subject.kind === "school") {
    const own = schools.schools.find(({ school }) => school === subject.id);
    if (own?.status !== "estimated") return missing;
    return { kind: "value", value: own.estimate, standardError: own.standardError, unit: schools.scale };
  }
  const own = groups?.groups.find(({ group }) => group === subject.id)?.effect;
  if (own === undefined || groups === undefined) return missing;
  return { kind: "value", value: own.estimate, standardError: own.standardError, unit: groups.scale };
}
