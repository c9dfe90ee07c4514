import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { baotaWork } from "../../examples/made-up/baota-work.js";
import { checkCompliance, createWorkLedger, ledgerFacts, measureSynchrony } from "../../src/compliance/index.js";
import type { District } from "../../src/domain/index.js";
import { baota } from "../../src/packs/cn-610602-baota.js";
import { resolvePolicies } from "../../src/policy/index.js";

const published = JSON.parse(readFileSync(new URL("../../examples/districts/cn-610602-baota.json", import.meta.url), "utf8")) as District;

function opened() {
  const work = baotaWork(published);
  const policy = resolvePolicies([baota, work.figures]);
  if (!policy.ok) throw new Error("packs contradict each other");
  const { calendar, period, tasks } = work;
  const made = createWorkLedger(work.district, { policy: policy.value, calendar, period, tasks });
  if (!made.ok) throw new Error("no ledger");
  return { work, policy: policy.value, ledger: made.value, issues: made.issues };
}

it("a made-up term in Baota's real groups fits the pack: every row has its place, and it says that it is made up", () => {
  const { work, ledger, issues } = opened();
  expect(work.label["zh-CN"]).toContain("虚构");
  expect(issues).toEqual([]);
  const added = ledger.add(work.rows);
  expect(added.ok && added.issues).toEqual([]);
  // 11 groups with 23 schools, 12 tasks, 5 phases
  expect(ledger.tally().cells).toBe(23 * 12 * 5);
});

it("the same seed gives the same bytes, another seed others", () => {
  const text = (seed?: number) => JSON.stringify(baotaWork(published, seed));
  expect(text()).toBe(text());
  expect(text(1)).not.toBe(text());
});

it("shows intervals beside points, and undetermined beside reached and not reached", () => {
  const { work, policy, ledger } = opened();
  ledger.add(work.rows);
  const { groups } = measureSynchrony(ledger, { asOf: work.asOf, tolerance: { before: 2, after: 3 } });
  expect(groups).toHaveLength(11);
  const shares = groups.flatMap(({ phases }) => phases.flatMap(({ share }) => share ?? []));
  expect(shares).toHaveLength(55);
  expect(shares.some(({ low, high }) => low === high)).toBe(true);
  expect(shares.some(({ low, high }) => low !== high)).toBe(true);
  expect(shares.every(({ printed }) => printed === "percent")).toBe(true);
  const facts = ledgerFacts(ledger, { asOf: work.asOf });
  const checked = checkCompliance(work.district, { policy, asOf: work.asOf, topics: ["framework"], facts });
  if (!checked.ok || !("findings" in checked.value)) throw new Error("not checked");
  const verdicts = new Set(checked.value.findings.map(({ verdict }) => verdict));
  expect([...verdicts].sort()).toEqual(["satisfied", "undetermined", "violated"]);
});
