import type { CountRange } from "../../core/index.js";
import { describeFinding, describeSubject } from "../../messages/index.js";
import type { NotCounted, RotationCheck } from "../../rotation/index.js";
import { type Block, list, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

/** So many records are listed one by one; the rest is counted. */
const LISTED = 50;

function countText({ low, high }: CountRange, { catalog }: ComposeContext): string {
  return catalog.explanation.interval({ low: String(low), high: high === undefined ? undefined : String(high) });
}

function reasonText(record: NotCounted, { catalog }: ComposeContext): string {
  const sentence = catalog.rotation.notCounted[record.code] as (params: object) => string;
  return `${record.exchange}${catalog.words.colon}${sentence(record.params)}`;
}

/** The plain reading as a table (district and groups), the rules' findings, and every record that does not count. */
export function composeRotation(check: RotationCheck, context: ComposeContext): readonly Block[] {
  const { report: sentences } = context.catalog;
  const [plain] = check.readings;
  const counts = plain.counts.filter(({ subject }) => subject.kind === "district" || subject.kind === "group");
  const rows = counts.map(({ subject, eligible, exchanged, backbone, printed }) => [
    describeSubject(subject, context),
    ...[eligible, exchanged, backbone].map((count) => countText(count, context)),
    printed.exchanged ?? "",
  ]);
  const told = check.findings.filter((finding) => finding.verdict !== "not-applicable");
  const possible = plain.notCounted.filter((record) => record.possible).length;
  return [
    paragraph(sentences.rotationPeriod(check.period)),
    ...table(sentences.rotationHeader, rows),
    ...list(told.map((finding) => describeFinding(finding, context))),
    ...(plain.notCounted.length === 0 ? [] : [paragraph(sentences.notCounted({ count: plain.notCounted.length, possible }))]),
    ...list(plain.notCounted.slice(0, LISTED).map((record) => reasonText(record, context))),
  ];
}
