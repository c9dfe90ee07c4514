import { en } from "school-groups/messages/en";
import { zhCN } from "school-groups/messages/zh-CN";
import { type PolicyPack, resolvePolicies } from "school-groups/policy";
import { assessDistrict, renderText } from "school-groups/report";
import { describe, expect, test } from "vitest";

const label = { "zh-CN": "本区规定", en: "our rules" };
const pack: PolicyPack = {
  format: "school-groups.policy-pack.v1",
  id: "own",
  version: "1",
  label,
  jurisdiction: { code: "610602", label },
  sources: [],
};
const report = (asOf: string, knownUntil?: string) => {
  const policy = resolvePolicies([{ ...pack, ...(knownUntil && { knownUntil }) }]);
  if (!policy.ok) throw new Error("not resolved");
  return assessDistrict({ format: "school-groups.district.v1", schools: [], groups: [] }, { policy: policy.value, asOf });
};

describe("the day up to which a pack's texts were checked", () => {
  const notice = "“本区规定”所列文件核实至2024-03-28，此后是否修订或废止未经核实。";
  test.each([
    ["2024-03-27", false],
    ["2024-03-28", false],
    ["2024-03-29", true],
    ["2027-12-31", true],
  ])("is told in a report of %s: %s", (asOf, told) => {
    expect(renderText(report(asOf, "2024-03-28"), { catalog: zhCN }).includes(notice)).toBe(told);
  });

  test("in English, in the provenance, and not at all of a pack that does not say", () => {
    const made = report("2024-03-29", "2024-03-28");
    expect(renderText(made, { catalog: en })).toContain('The documents of "our rules" were checked up to 2024-03-28');
    expect(made.provenance.packs[0]?.knownUntil).toBe("2024-03-28");
    expect(Object.hasOwn(report("2027-12-31").provenance.packs[0] ?? {}, "knownUntil")).toBe(false);
    expect(renderText(report("2027-12-31"), { catalog: zhCN })).not.toContain("未经核实");
  });
});
