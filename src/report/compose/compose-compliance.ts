import type { ComplianceReport } from "../../compliance/index.js";
import { breaksRules, describeFinding, describeMissing } from "../../messages/index.js";
import type { Topic } from "../../policy/index.js";
import type { Finding, VerdictCounts } from "../../rules/index.js";
import { type Block, heading, list, paragraph, table } from "../document.js";
import type { ComposeContext } from "./compose-context.js";

function counts(verdicts: VerdictCounts) {
  return {
    satisfied: verdicts.satisfied,
    violated: verdicts.violated,
    undetermined: verdicts.undetermined,
    notApplicable: verdicts["not-applicable"],
  };
}

/** Findings by one of their fields, in the order in which its values first appear. */
function groupedBy<Key>(findings: readonly Finding[], keyOf: (finding: Finding) => Key): ReadonlyMap<Key, readonly Finding[]> {
  const groups = new Map<Key, Finding[]>();
  for (const finding of findings) {
    const known = groups.get(keyOf(finding));
    if (known === undefined) groups.set(keyOf(finding), [finding]);
    else known.push(finding);
  }
  return groups;
}

/** What the findings of one rule lack, each kind of thing once, without naming every school. */
function lacks(findings: readonly Finding[], context: ComposeContext): string {
  const texts = findings.flatMap((finding) =>
    finding.missing.map((missing) => describeMissing("subject" in missing ? { ...missing, subject: undefined } : missing, context)),
  );
  return [...new Set(texts)].join(context.catalog.words.listComma);
}

/** One rule held against everybody: how many of each verdict, and what is missing. */
function rowOf(findings: readonly Finding[], context: ComposeContext): readonly string[] {
  const { words, findings: sentences, locale } = context.catalog;
  const [first] = findings;
  if (first === undefined) return [];
  const told = breaksRules(first.force) ? "met" : "reached";
  const verdicts = (["satisfied", "violated", "undetermined", "not-applicable"] as const).flatMap((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0 ? [] : [`${sentences.verdict[verdict][told]} ${count}`];
  });
  return [
    first.label[locale],
    `${words.modality[first.modality]}${words.listComma}${words.force[first.force]}`,
    verdicts.join(words.comma),
    lacks(findings, context),
  ];
}

/** Settled findings are told one by one; undetermined ones stand in the table with what they lack. */
function topicBlocks(topic: Topic, findings: readonly Finding[], context: ComposeContext): readonly Block[] {
  const { report: sentences, words } = context.catalog;
  const rows = [...groupedBy(findings, (finding) => finding.rule).values()].map((ofRule) => rowOf(ofRule, context));
  const settled = findings.filter((finding) => finding.verdict === "violated" || finding.verdict === "satisfied");
  return [
    heading(3, words.topic[topic]),
    ...table(sentences.ruleHeader, rows),
    ...list(settled.map((finding) => describeFinding(finding, context))),
  ];
}

/** Rules that do not apply to anybody here, each counted once however many schools and groups it would bind. */
function rulesNotShown({ findings, notFulfilled, notApplied }: ComplianceReport, shown: readonly Finding[]): number {
  const told = new Set(shown.map(({ rule }) => rule));
  const idle = findings.filter(({ verdict }) => verdict === "not-applicable");
  return new Set([...idle, ...notFulfilled, ...notApplied].map(({ rule }) => rule).filter((rule) => !told.has(rule))).size;
}

/** What the rules say, topic by topic; findings that do not apply are counted and not listed, coverage has its own section. */
export function composeCompliance(report: ComplianceReport, context: ComposeContext): readonly Block[] {
  const { catalog } = context;
  const { report: sentences } = catalog;
  const { overall } = report;
  const verdict = catalog.findings.verdict[overall.verdict].met;
  const shown = report.findings.filter((finding) => finding.verdict !== "not-applicable" && finding.topic !== "coverage");
  const topics = [...groupedBy(shown, (finding) => finding.topic)].flatMap(([topic, findings]) => topicBlocks(topic, findings, context));
  const unmeasured = report.notEvaluated.map((rule) => rule.label[catalog.locale]);
  const hidden = rulesNotShown(report, shown);
  return [
    paragraph(sentences.overall({ verdict, ...counts(overall.counted) })),
    paragraph(sentences.beside(counts(overall.beside))),
    ...topics,
    ...(unmeasured.length === 0 ? [] : [paragraph(sentences.notEvaluated), ...list(unmeasured)]),
    ...(hidden === 0 ? [] : [paragraph(sentences.notApplied({ count: hidden }))]),
  ];
}
