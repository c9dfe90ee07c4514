import { checkResourceBalance, type ResourceBalance } from "../balance/index.js";
import type { Citation } from "../core/index.js";
import type { District } from "../domain/index.js";
import { judgedMeasures, rulesInForce } from "../policy/index.js";
import type { AssessOptions } from "./assess-inputs.js";
import { done, type ReportPart } from "./report-part.js";

/** 资源配置均衡. The seven indicators of primary and junior schools and how unequally each is spread; verdicts stand with those of the rules. */
export type BalancePart = Pick<ResourceBalance, "stages">;

/** The clauses by which balance is asked for on the day. */
function clauses(district: District, { policy, asOf }: AssessOptions): readonly Citation[] {
  const found = rulesInForce(policy, { on: asOf, code: district.code })
    .filter((rule) => judgedMeasures(rule).some(({ measure }) => measure === "resource-indicator"))
    .flatMap((rule) => rule.citations);
  return [...new Map(found.map((citation) => [`${citation.source}:${citation.clause ?? ""}`, citation])).values()];
}

/** `no-input` without any resource on file; `not-applicable` where every school is known to teach neither stage. */
export function assessBalance(district: District, options: AssessOptions): ReportPart<BalancePart> {
  const { policy, asOf } = options;
  if (!district.schools.some(({ resources }) => resources !== undefined))
    return { status: "no-input", needs: [{ "zh-CN": "学校办学资源数据", en: "resources of the schools" }] };
  const judged = district.schools.some(({ stages }) => stages === undefined || stages.includes("primary") || stages.includes("junior"));
  if (!judged) {
    const because = { "zh-CN": "资源配置均衡只测算小学和初中", en: "balance of resources is measured in primary and junior stages only" };
    return { status: "not-applicable", because, citations: clauses(district, options) };
  }
  return done({ stages: checkResourceBalance(district, { policy, asOf }).stages.filter(({ schools }) => schools.length > 0) });
}
