import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lintPolicyPack, type PolicyPack, resolvePolicies } from "school-groups/policy";
import { describe, expect, expectTypeOf, test } from "vitest";
import { allPacks } from "./all-packs.js";

const folder = fileURLToPath(new URL("../../src/packs", import.meta.url));

describe("the packs the library ships", () => {
  test("are one file each, named after the pack's id", () => {
    const files = readdirSync(folder)
      .filter((name) => !name.endsWith("-template.ts") && name !== "index.ts")
      .map((name) => name.replace(/\.ts$/, ""));
    expect(files.sort()).toEqual(allPacks.map(({ id }) => id).sort());
  });

  test.each(allPacks.map((pack) => [pack.id, pack] as const))("%s equals its own JSON round trip", (_, pack) => {
    expect(JSON.parse(JSON.stringify(pack))).toStrictEqual(pack);
    expectTypeOf(pack).toEqualTypeOf<PolicyPack>();
  });

  test("are one policy without a problem, all of them together", () => {
    const result = resolvePolicies(allPacks);
    expect(result.issues).toEqual([]);
  });

  // Notices say what a source itself leaves open: nine unifications of which five areas are named, five principles of which four are printed.
  const notices: Readonly<Record<string, readonly string[]>> = {
    "cn-510115-wenjiang": ["items-missing"],
    "cn-630100-xining": ["items-missing"],
    "cn-421303-zengdu": ["items-missing"],
  };

  test.each(allPacks.map((pack) => [pack.id, pack] as const))("%s lints clean", (id, pack) => {
    const issues = lintPolicyPack(pack, { with: allPacks.filter((other) => other.id !== id) });
    expect(issues.filter(({ severity }) => severity !== "notice")).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(notices[id] ?? []);
  });

  test.each(allPacks.map((pack) => [pack.id, pack] as const))("%s has a jurisdiction that its id names", (id, pack) => {
    expect(pack.jurisdiction.code).toBe(id === "cn" ? "000000" : id.slice(3, 9));
  });
});
