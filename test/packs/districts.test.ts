import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkCompliance } from "school-groups/compliance";
import type { District } from "school-groups/domain";
import { type PolicyPack, resolvePolicies } from "school-groups/policy";
import { reconcilePublished, validateDistrict } from "school-groups/validation";
import { describe, expect, test } from "vitest";
import { allPacks } from "./all-packs.js";

const folder = fileURLToPath(new URL("../../examples/districts", import.meta.url));
const read = (name: string): District => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as District;

function policyWith(id: string) {
  const result = resolvePolicies(allPacks.filter((pack: PolicyPack) => pack.id === "cn" || pack.id === id));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const found = (district: unknown, pack: string, asOf: string) =>
  validateDistrict(district, { policy: policyWith(pack), asOf }).issues.map(({ code, params }) => [code, params]);

const outcomes = (district: District, asOf: string) =>
  reconcilePublished(district, { asOf }).map(({ code, outcome, reason, figures }) => [code, outcome, reason, figures.join(" ")]);

const verdicts = (district: District, pack: string, asOf: string) => {
  const checked = checkCompliance(district, { policy: policyWith(pack), asOf });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.value.findings.filter((finding) => finding.pack === pack);
};

describe("Wenjiang", () => {
  const wenjiang = read("cn-510115-wenjiang");

  test("has its 12 groups, 11 of them with one lead", () => {
    expect(wenjiang.groups).toHaveLength(12);
    const leads = wenjiang.groups.map(({ memberships }) => (memberships ?? []).filter(({ role }) => role === "lead").length);
    expect(leads).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  test("a school that leads one group and belongs to another, and a group without a lead, are found", () => {
    const issues = found(wenjiang, "cn-510115-wenjiang", "2022-12-31");
    expect(issues).toContainEqual([
      "lead-is-member-elsewhere",
      { school: "温江二中", leads: "温江二中教育集团", memberOf: "七中实验校教育集团" },
    ]);
    expect(issues).toContainEqual(["group-without-lead", { group: "职教园区教育集团", asOf: "2022-12-31" }]);
    expect(issues.map(([code]) => code)).not.toContain("joined-names");
  });

  test("as printed, 涌泉学校永宁中学 is found to be two known names run together", () => {
    const joined = { id: "yongquan-xuexiao-yongning-zhongxue", name: "涌泉学校永宁中学" };
    const [first, ...others] = wenjiang.groups;
    const kept = (first?.memberships ?? []).filter(({ school }) => school !== "yongquan-xuexiao" && school !== "yongning-zhongxue");
    const printed = {
      ...wenjiang,
      schools: [...wenjiang.schools, joined],
      groups: [{ ...first, memberships: [...kept, { school: joined.id, role: "member" }] }, ...others],
    };
    expect(found(printed, "cn-510115-wenjiang", "2022-12-31")).toContainEqual([
      "joined-names",
      { name: "涌泉学校永宁中学", first: "涌泉学校", second: "永宁中学" },
    ]);
  });

  test("26 public schools add up, five principles are not four, and 15 kindergartens cannot be held against 14", () => {
    const checked = outcomes(wenjiang, "2022-12-31");
    expect(checked).toContainEqual(["same-number", "contradicts", undefined, "principles-printed principles-announced"]);
    expect(checked).toContainEqual([
      "same-number",
      "cannot-be-checked",
      "populations-differ",
      "kindergartens-in-groups kindergartens-counted",
    ]);
    const totals = checked.filter(([code]) => code === "parts-and-total").map(([, outcome]) => outcome);
    expect(totals).toEqual(["agrees", "agrees"]);
  });

  test("its quality-school targets are open for want of designations, and not due the day before", () => {
    const targets = (asOf: string) =>
      verdicts(wenjiang, "cn-510115-wenjiang", asOf)
        .filter(({ topic }) => topic === "coverage")
        .map(({ verdict, missing }) => [
          verdict,
          missing.some(({ kind }) => kind === "designation" || kind === "field" || kind === "record"),
        ]);
    expect(targets("2022-12-31").map(([verdict]) => verdict)).toEqual(["undetermined", "undetermined", "undetermined"]);
    expect(targets("2022-12-30").map(([verdict]) => verdict)).toEqual(["not-applicable", "not-applicable", "not-applicable"]);
  });
});

describe("Zengdu", () => {
  const zengdu = read("cn-421303-zengdu");

  test("30 of 45 is the 66.7 % that is printed", () => {
    expect(outcomes(zengdu, "2023-12-12")).toContainEqual([
      "share-of-counts",
      "agrees",
      undefined,
      "schools-in-unions-share schools-in-unions schools-to-be-in-unions",
    ]);
  });

  test("the base of the target is not stated: open on 2024-12-31, not due the day before", () => {
    const target = (asOf: string) =>
      verdicts(zengdu, "cn-421303-zengdu", asOf)
        .filter(({ rule }) => rule === "zengdu.coverage.2024")
        .map(({ verdict, code, force }) => [verdict, code, force]);
    expect(target("2024-12-31")).toEqual([["undetermined", "base-unclear", "draft"]]);
    expect(target("2024-12-30")).toEqual([["not-applicable", "not-due", "draft"]]);
  });
});

describe("Xining and the made-up district of Suzhou", () => {
  test("read without an error", () => {
    expect(found(read("cn-630100-xining"), "cn-630100-xining", "2019-12-17")).toEqual([]);
    expect(found(read("cn-320500-suzhou-example"), "cn-320500-suzhou", "2024-12-31")).toEqual([]);
  });

  test("the made-up one says so in its name and in every school's", () => {
    const suzhou = read("cn-320500-suzhou-example");
    const names = [suzhou.name, ...suzhou.schools.map(({ name }) => name), ...suzhou.groups.map(({ name }) => name)];
    expect(names.filter((name) => !name?.includes("虚构"))).toEqual([]);
  });

  test("a group whose documents are recorded in full lacks what is not among them; another is open", () => {
    const of = (group: string, rule: string) =>
      verdicts(read("cn-320500-suzhou-example"), "cn-320500-suzhou", "2024-12-31")
        .filter((finding) => finding.rule === rule && finding.subject.id === group)
        .map(({ verdict }) => verdict);
    expect(of("a-zhongxue-jituan", "suzhou.charter")).toEqual(["satisfied"]);
    // The list of posts is whole, and no party leader is on it; only encouraged, so it weighs nothing.
    expect(of("a-zhongxue-jituan", "suzhou.party-leader")).toEqual(["violated"]);
    expect(of("a-xiaoxue-jituan", "suzhou.management-rules")).toEqual(["undetermined"]);
  });
});
