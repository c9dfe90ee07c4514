import { describe, expect, test } from "vitest";
import {
  assessDistrict,
  checkCompliance,
  compareReports,
  type PolicyPack,
  renderMarkdown,
  renderText,
  resolvePolicies,
} from "../../src/index.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";

const district = { format: "school-groups.district.v1", schools: [], groups: [] } as const;
const policy = resolvePolicies([cn]);
if (!policy.ok) throw new Error("cn contradicts itself");
const report = assessDistrict(district, { policy: policy.value, asOf: "2023-12-31" });

describe("an argument that is plainly another thing throws SchoolGroupsError, never a bare TypeError", () => {
  const wrong = (call: () => unknown, argument: string) =>
    expect(call).toThrowError(expect.objectContaining({ name: "SchoolGroupsError", code: "invalid-argument", params: { argument } }));

  test("a pack without its list, a list with a hole", () => {
    wrong(() => resolvePolicies(cn as never), "packs");
    wrong(() => resolvePolicies([undefined as unknown as PolicyPack]), "packs");
    wrong(() => resolvePolicies(undefined as never), "packs");
  });

  test("a pack where the resolved policy belongs", () => {
    wrong(() => checkCompliance(district, { policy: cn as never, asOf: "2023-12-31" }), "policy");
    wrong(() => checkCompliance(district, { asOf: "2023-12-31" } as never), "policy");
  });

  test("a rendering without catalog, a comparison with what is no report", () => {
    wrong(() => renderMarkdown(report, {} as never), "catalog");
    wrong(() => renderText(report, {} as never), "catalog");
    wrong(() => renderText({} as never, { catalog: zhCN }), "report");
    wrong(() => compareReports(report, {} as never), "after");
    wrong(() => compareReports({} as never, report), "before");
  });
});
