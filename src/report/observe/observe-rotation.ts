import type { CountRange } from "../../core/index.js";
import type { District } from "../../domain/index.js";
import type { LeafItem, RotationSource } from "../../evaluation/index.js";
import { type RotationCheck, type RotationIssue, rotationFacts } from "../../rotation/index.js";
import type { AssessOptions } from "../assess-inputs.js";
import { rotationOptions } from "../gather-facts.js";
import type { ReportPart } from "../report-part.js";
import { between, type Found, foundOf, type ObservedSubject, shareOf } from "./found.js";

const EXCHANGES = { kind: "record", table: "exchanges" } as const;

/** Records of one kind of exchange, which the check itself counts only where a rule asks for them. */
function countOfKind(of: string, subject: ObservedSubject, district: District, options: AssessOptions): Found | undefined {
  const rotation = rotationOptions(district, options);
  if (rotation === undefined) return undefined;
  const fact = rotationFacts(options.inputs?.exchanges ?? [], rotation)(subject, { measure: "exchange-count", of });
  return fact === undefined ? undefined : foundOf(fact);
}

/** A figure of the exchanges of the period: by the plain reading of the rotation part, or of one kind by its name. */
export function observeRotation(
  leaf: LeafItem,
  source: RotationSource,
  subject: ObservedSubject,
  part: ReportPart<RotationCheck, RotationIssue>,
  district: District,
  options: AssessOptions,
): Found {
  const missing = [{ kind: "observation", indicator: leaf.id, subject }] as const;
  if (part.status !== "done") {
    const tables = options.inputs?.teachers === undefined ? (["teachers", "exchanges"] as const) : (["exchanges"] as const);
    return { kind: "missing", missing: tables.map((table) => ({ kind: "record", table, subject })) };
  }
  if (source.figure === "exchange-count" && source.of !== undefined)
    return countOfKind(source.of, subject, district, options) ?? { kind: "missing", missing };
  const count = part.value.readings[0].counts.find(
    (one) => one.subject.kind === subject.kind && one.subject.id === subject.id && one.subject.group === undefined,
  );
  if (count === undefined) return { kind: "missing", missing };
  const { eligible, exchanged, backbone, stays } = count;
  const counted = ({ low, high }: CountRange, unit: string) =>
    between(String(low), high === undefined ? undefined : String(high), unit, [EXCHANGES]);
  switch (source.figure) {
    case "exchanged-share":
      return shareOf(exchanged, eligible, [{ kind: "record", table: "teachers" }, EXCHANGES]);
    case "backbone-share":
      return shareOf(backbone, exchanged, [{ kind: "field", table: "teachers", column: "backbone" }, EXCHANGES]);
    case "eligible-teachers":
      return counted(eligible, "people");
    case "exchanged-teachers":
      return counted(exchanged, leaf.unit);
    case "exchanged-backbone-teachers":
      return counted(backbone, leaf.unit);
    case "exchange-count":
      return counted(stays, "times");
  }
}
