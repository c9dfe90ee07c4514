import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  conditionMeasures,
  judgedMeasures,
  type MeasureRef,
  type ResolvedPolicy,
  resolvePolicies,
  ruleStandings,
} from "school-groups/policy";
import { evaluateRule, type Fact } from "school-groups/rules";
import { describe, expect, test } from "vitest";
import { allPacks } from "./all-packs.js";

/** A figure, the two ends of one (the upper may be open), a truth, words out of a list, or `null`: words unknown. */
type CaseFact = string | readonly [string, string | null] | readonly string[] | null;

interface Case {
  readonly rule: string;
  readonly clause: string;
  readonly what: string;
  readonly on: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, CaseFact>>;
  readonly verdict: string;
  readonly because: string;
}

const folder = fileURLToPath(new URL("./cases", import.meta.url));
const tables = readdirSync(folder)
  .sort()
  .map(
    (name) =>
      JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as { readonly packs: readonly string[]; readonly cases: readonly Case[] },
  );

const label = { "zh-CN": "事实", en: "fact" };

/** A measure as the tables write it: `measure:of@stage?where`. */
function nameOf({ measure, of, stage, where }: MeasureRef): string {
  const narrowed = Object.entries(where ?? {}).map(([key, value]) => `${key}=${value}`);
  return `${measure}${of === undefined ? "" : `:${of}`}${stage === undefined ? "" : `@${stage}`}${narrowed.length > 0 ? `?${narrowed.join("&")}` : ""}`;
}

function factOf(given: CaseFact): Fact {
  if (given === null) return { kind: "tokens", label, missing: [{ kind: "field", table: "case", column: "case" }] };
  if (given === "yes" || given === "no") return { kind: "truth", label, value: given };
  if (given === "unknown") return { kind: "truth", label, value: given, missing: [{ kind: "record", table: "case" }] };
  if (typeof given === "string") return { kind: "number", label, low: given, high: given, unit: "ratio" };
  const [low = "", high] = given;
  if (!/^\d/.test(low)) return { kind: "tokens", label, values: given as readonly string[] };
  const missing = [{ kind: "record", table: "case" } as const];
  return { kind: "number", label, low, ...(typeof high === "string" ? { high } : {}), unit: "ratio", missing };
}

function policyOf(ids: readonly string[]): ResolvedPolicy {
  const result = resolvePolicies(allPacks.filter(({ id }) => ids.includes(id)));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

describe.each(tables.map((table) => [table.packs.join(", "), table] as const))("%s", (_, { packs, cases }) => {
  const policy = policyOf(packs);

  test.each(cases.map((one) => [`${one.rule} (${one.clause}), ${one.what}, ${one.on}: ${one.verdict}`, one] as const))("%s", (_, one) => {
    const standing = ruleStandings(policy, one).find(({ rule }) => rule.id === one.rule);
    if (standing === undefined) throw new Error(`no rule ${one.rule}`);
    expect(standing.rule.citations[0].clause).toBe(one.clause.split(":")[1]);
    if (one.verdict === "overridden" || standing.standing === "overridden") {
      expect([standing.standing, standing.by]).toEqual([one.verdict, one.because]);
      return;
    }
    const facts = (ref: MeasureRef): Fact | undefined => {
      const names = [nameOf(ref), nameOf({ ...ref, where: undefined })];
      const name = names.find((candidate) => Object.hasOwn(one.facts, candidate));
      return name === undefined ? undefined : factOf(one.facts[name] ?? null);
    };
    const query = { rule: standing.rule, policy, subject: { kind: "school", id: "case" } as const, facts, on: one.on, code: one.code };
    const { verdict, code, missing } = evaluateRule(query);
    expect([verdict, code]).toEqual([one.verdict, one.because]);
    expect(missing.length > 0).toBe(verdict === "undetermined");
    // A fact that the rule has no place for is a slip of the table; not all are read, once one of several conditions holds.
    const places = [...judgedMeasures(standing.rule), ...conditionMeasures(standing.rule.appliesTo.where)];
    const named = new Set(places.flatMap((ref) => [nameOf(ref), nameOf({ ...ref, where: undefined })]));
    expect(Object.keys(one.facts).filter((name) => !named.has(name))).toEqual([]);
  });
});

test("every rule of every pack has its cases", () => {
  const tried = new Set(tables.flatMap(({ cases }) => cases.map(({ rule }) => rule)));
  const untried = allPacks
    .flatMap(({ rules }) => rules ?? [])
    .map(({ id }) => id)
    .filter((id) => !tried.has(id));
  expect(untried).toEqual([]);
});

// A share whose base the source leaves open can be met by nobody and missed by nobody.
test.each(allPacks.filter(({ rules }) => (rules ?? []).length > 0).map(({ id }) => id))("%s has every verdict among its cases", (id) => {
  const rules = allPacks.find((pack) => pack.id === id)?.rules ?? [];
  const own = new Set(rules.map((rule) => rule.id));
  const open = rules.every((rule) => rule.kind === "share" && rule.unclear !== undefined);
  const verdicts = new Set(tables.flatMap(({ cases }) => cases.filter(({ rule }) => own.has(rule)).map(({ verdict }) => verdict)));
  const wanted = open ? ["undetermined", "not-applicable"] : ["satisfied", "violated", "undetermined", "not-applicable"];
  expect(wanted.filter((verdict) => !verdicts.has(verdict))).toEqual([]);
});
