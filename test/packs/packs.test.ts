import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type PolicyPack, resolvePolicies } from "school-groups/policy";
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

  test.each(allPacks.map((pack) => [pack.id, pack] as const))("%s has a jurisdiction that its id names", (id, pack) => {
    expect(pack.jurisdiction.code).toBe(id === "cn" ? "000000" : id.slice(3, 9));
  });
});
