import type { Explanation } from "school-groups/core";
import type { District, Group, Teacher } from "school-groups/domain";
import { hefei } from "school-groups/packs/cn-340100-hefei";
import { resolvePolicies } from "school-groups/policy";
import { explainRotation } from "school-groups/rotation";
import { describe, expect, test } from "vitest";
import { groupPlaces } from "../../src/rotation/group-places.js";
import { nameIndex } from "../../src/rotation/name-index.js";

const districtOf = (...groups: readonly Group[]): District => ({
  format: "school-groups.district.v1",
  code: "340104",
  complete: true,
  schools: ["a", "b"].map((id) => ({ id, name: `${id}校` })),
  groups,
});

describe("the eligible of a district, one by one", () => {
  const policy = resolvePolicies([{ ...hefei, rules: (hefei.rules ?? []).map((rule) => ({ ...rule, unclear: undefined })) }]);
  if (!policy.ok) throw new Error(JSON.stringify(policy.issues));
  // t1 at a and t2 at b have six years in their schools, t3 at b has one.
  const teacher = (id: string, school: string, from: string): Teacher => ({ id, name: id, school, service: [{ school, from }] });
  const roster = [teacher("t1", "a", "2010-09-01"), teacher("t2", "b", "2018-09-01"), teacher("t3", "b", "2023-09-01")];
  const explained = explainRotation(
    [],
    {
      district: districtOf(),
      policy: policy.value,
      period: { from: "2024-09-01", until: "2025-09-01" },
      roster,
      settings: { minimumYears: 6, yearsToRetirement: null },
    },
    { rule: "hefei.rotation.exchanged-share", subject: { kind: "district", id: "340104" } },
  );

  const sums = (node: Explanation): readonly Explanation[] => {
    const below = node.kind === "operation" ? node.operands : node.kind === "comparison" ? [node.left, node.right] : [];
    const own = node.kind === "operation" && node.operator === "sum" ? [node] : [];
    return [...own, ...below.flatMap(sums)];
  };

  test("are those of all its schools, whether a group has them or not", () => {
    const found = explained === undefined ? [] : sums(explained.explanation);
    expect(found).toContainEqual(
      expect.objectContaining({
        value: { kind: "exact", value: "2", unit: "people" },
        operands: ["t1", "t2"].map((id) => expect.objectContaining({ subject: { kind: "teacher", id } })),
      }),
    );
  });
});

describe("the places of schools in groups on a day", () => {
  test("say of each school alone whether it leads or is a member", () => {
    const group: Group = {
      id: "g",
      memberships: [
        { school: "a", role: "lead" },
        { school: "b", role: "member" },
      ],
    };
    const roles = groupPlaces(districtOf(group), "2024-09-01", nameIndex()).places.map(({ school, lead, member }) => [
      school,
      lead,
      member,
    ]);
    expect(roles).toEqual([
      ["a", true, false],
      ["b", false, true],
    ]);
  });
});
