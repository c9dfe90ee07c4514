import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkCompliance } from "school-groups/compliance";
import type { District } from "school-groups/domain";
import { lintPolicyPack, resolvePolicies } from "school-groups/policy";
import { readPolicyPack } from "school-groups/schema";
import { describe, expect, test } from "vitest";
import { cn } from "../../src/packs/cn.js";

const file = fileURLToPath(new URL("./new-district.json", import.meta.url));
const read = readPolicyPack(JSON.parse(readFileSync(file, "utf8")));

/** Five schools in one group of a place that does not exist. */
const district = (code: string): District => ({
  format: "school-groups.district.v1",
  code,
  complete: true,
  schools: ["a", "b", "c", "d", "e"].map((id) => ({ id, name: `${id} 校` })),
  groups: [
    {
      id: "g",
      complete: true,
      memberships: ["a", "b", "c", "d", "e"].map((school) => ({ school, role: school === "a" ? "lead" : "member" })),
    },
  ],
});

describe("a new district in one file, outside the library", () => {
  test("is read from JSON and lints clean", () => {
    expect(read.issues).toEqual([]);
    expect(read.ok && lintPolicyPack(read.value, { with: [cn] })).toEqual([]);
  });

  test("judges by its own figures, day by day, in its own place", () => {
    if (!read.ok) throw new Error("not read");
    const policy = resolvePolicies([cn, read.value]);
    if (!policy.ok) throw new Error("packs contradict each other");
    const verdict = (code: string, asOf: string) => {
      const checked = checkCompliance(district(code), { policy: policy.value, asOf });
      return checked.ok
        ? checked.value.findings.filter(({ rule }) => rule === "linhe.members").map((finding) => finding.verdict)
        : undefined;
    };
    // Five schools: allowed until the end of 2024, one too many from 2025-01-01 on.
    expect(verdict("990105", "2024-12-31")).toEqual(["satisfied"]);
    expect(verdict("990105", "2025-01-01")).toEqual(["violated"]);
    // Before the opinion, and in another district, the rule is not applied at all.
    expect(verdict("990105", "2024-02-29")).toEqual([]);
    expect(verdict("990106", "2024-12-31")).toEqual([]);
  });
});
