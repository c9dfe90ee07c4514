import { type BundleGroup, type BundleScheme, bundleScores, explainBundle } from "school-groups/evaluation";
import { explain } from "school-groups/messages";
import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { describe, expect, test } from "vitest";
import { recomputed, reduced } from "./recompute.js";

const own = [{ school: "lead", score: "90" }, { school: "a", score: "70" }, { school: "b", score: "241/3" }, { school: "c" }];
const groups: readonly BundleGroup[] = [
  {
    id: "g",
    lead: { school: "lead", pupils: 900 },
    members: [
      { school: "a", pupils: 300 },
      { school: "b", pupils: 100, exposure: "0.25" },
    ],
  },
  { id: "h", lead: { school: "b", pupils: 100 }, members: [{ school: "a", pupils: 300, exposure: "1/3" }] },
  {
    id: "without-lead",
    members: [
      { school: "a", pupils: 300 },
      { school: "c", pupils: 50 },
    ],
  },
];
const scheme: BundleScheme = {
  basis: { kind: "caller" },
  group: { of: "lead-and-members", leadWeight: "0.4", members: "mean" },
  member: { ownPart: "0.6" },
  lead: { ownPart: "0.5", answersFor: "members" },
  inSeveralGroups: "mean",
  missing: "leave-out",
};

const SCHEMES: readonly BundleScheme[] = [
  scheme,
  { ...scheme, group: { of: "lead-and-members", leadWeight: "1/3", members: "pupil-weighted" }, inSeveralGroups: "best" },
  { ...scheme, group: { of: "lead-and-members", leadWeight: 0, members: "minimum" }, inSeveralGroups: "worst" },
  { ...scheme, group: { of: "every-school", schools: "pupil-weighted" }, lead: { ownPart: 1, answersFor: "group" } },
  { ...scheme, group: { of: "every-school", schools: "mean" }, member: { ownPart: 0 }, inSeveralGroups: "first-named" },
];

describe("a small program that knows only the explanation recomputes every bundled score", () => {
  test.each(SCHEMES.map((one, place) => [place + 1, one] as const))("scheme %i", (_, one) => {
    const result = bundleScores(own, groups, one);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    for (const { school, score } of result.value.schools) {
      const tree = explainBundle(own, groups, one, { school });
      if (score !== undefined) expect([school, tree && recomputed(tree)]).toEqual([school, reduced(score)]);
    }
    for (const { group, score } of result.value.groups) {
      const tree = explainBundle(own, groups, one, { group });
      if (score !== undefined) expect([group, tree && recomputed(tree)]).toEqual([group, reduced(score)]);
    }
  });
});

// Members: 70 for the whole period and 90 for a quarter: (70 + 22.5) ÷ 1.25 = 74. Group: 0.4 × 90 + 0.6 × 74 = 80.4.
// a: 0.6 × 70 + 0.4 × 80.4 = 74.16. b answers for a quarter only: 0.1 × 80.4 + 0.9 × 90 = 89.04.
test("by hand, with a member that joined for the last quarter", () => {
  const plain = own.map((one) => (one.school === "b" ? { ...one, score: "90" } : one));
  const [g] = groups;
  if (g === undefined) throw new Error("no group");
  const value = (question: { readonly school: string } | { readonly group: string }) => {
    const tree = explainBundle(plain, [g], scheme, question);
    return tree && recomputed(tree);
  };
  expect([value({ group: "g" }), value({ school: "a" }), value({ school: "b" })]).toEqual([
    reduced("80.4"),
    reduced("74.16"),
    reduced("89.04"),
  ]);
});

test("both languages name the parts and whose figures they are; nobody and errors have no tree", () => {
  const tree = explainBundle(own, groups, scheme, { school: "a" });
  if (tree === undefined) throw new Error("no tree");
  expect(explain(tree, { catalog: zhCN })).toMatch(/自身得分所占比例：0\.6（依据：使用单位设定）/);
  expect(explain(tree, { catalog: en })).toContain("part of the period in the group");
  expect(explainBundle(own, groups, scheme, { school: "nobody" })).toBeUndefined();
  expect(explainBundle(own, groups, { ...scheme, member: { ownPart: 2 } }, { school: "a" })).toBeUndefined();
});

test("where a score is refused the tree says what is unknown", () => {
  const tree = explainBundle(own, groups, { ...scheme, missing: "refuse" }, { group: "without-lead" });
  expect(tree).toMatchObject({ value: { kind: "unknown" } });
  expect(JSON.stringify(tree)).toContain('"unknown"');
});
