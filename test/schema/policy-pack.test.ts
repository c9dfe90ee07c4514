import { readdirSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { PolicyPack } from "../../src/policy/index.js";
import { type policyPackSchema, readPolicyPack } from "../../src/schema/index.js";

type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]: Frozen<Value[Key]> };

const label = { "zh-CN": "本区补充规定", en: "our own figures" };
const pack = (rest: object = {}): object => ({
  format: "school-groups.policy-pack.v1",
  id: "own",
  version: "1",
  label,
  jurisdiction: { code: "610602", label },
  sources: [],
  ...rest,
});
const faults = (input: unknown): string[] => readPolicyPack(input).issues.map(({ code, path }) => `${code} @ ${path.join(".")}`);

describe("readPolicyPack", () => {
  it("gives the output of the schema, which is the interface", () => {
    expectTypeOf<Frozen<z.output<typeof policyPackSchema>>>().toEqualTypeOf<Frozen<PolicyPack>>();
  });

  it("reads an overlay", () => {
    const input = pack({ sets: [{ parameter: "baota.minimum", values: [{ value: "0.8", basis: { kind: "caller" } }] }] });
    expect(readPolicyPack(input)).toEqual({ ok: true, value: input, issues: [] });
  });

  it("reads every pack of the library as it stands", async () => {
    const folder = new URL("../../src/packs/", import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes("template"));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const exported = Object.values((await import(new URL(name, folder).href)) as Record<string, unknown>);
      for (const each of exported) {
        if ((each as { format?: unknown }).format !== "school-groups.policy-pack.v1") continue;
        expect([name, ...faults(each)]).toEqual([name]);
        const read = readPolicyPack(each);
        expect(read.ok && read.value).toEqual(each);
      }
    }
  });

  it("says of each rule what is wrong with it", () => {
    const base = { id: "r", label, topic: "size", citations: [{ source: "s" }], modality: "must", appliesTo: { subject: "group" } };
    const rules = [
      { ...base, kind: "count", count: { measure: "group-schools" }, bounds: { atMost: "p" } },
      { ...base, kind: "conut" },
      { ...base },
      { ...base, kind: "count", count: { measure: "schools-in-group" }, bounds: { atMos: "p" } },
      { ...base, citations: [], kind: "presence", what: { measure: "form" } },
      { ...base, kind: "presence", what: { measure: "form" }, until: "2023-02-30" },
    ];
    expect(faults(pack({ rules }))).toEqual([
      "not-one-of @ rules.1.kind",
      "missing-field @ rules.2.kind",
      "not-one-of @ rules.3.count.measure",
      "unknown-key @ rules.3.bounds.atMos",
      "list-too-short @ rules.4.citations",
      "impossible-date @ rules.5.until",
    ]);
    expect(readPolicyPack(pack({ rules })).issues[3]?.params).toEqual({ key: "atMos", likely: "atMost", called: "不超过" });
  });

  it("answers anything else with issues", () => {
    expect(faults(null)).toEqual(["wrong-type @ "]);
    expect(faults(pack({ jurisdiction: { code: "61060", label } }))).toEqual(["district-code-shape @ jurisdiction.code"]);
    expect(faults(pack({ rules: {} }))).toEqual(["wrong-type @ rules"]);
  });
});
