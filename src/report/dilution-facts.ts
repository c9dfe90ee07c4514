import type { FactSource } from "../compliance/index.js";
import type { Explanation, Term } from "../core/index.js";
import type { Fact } from "../rules/index.js";
import type { DilutionBound, GroupValueAddedResult } from "../value-added/index.js";

/** What the caller says of the rule: how far a lead may fall. A report names it where it is missing. */
export const DILUTION_MARGIN = {
  id: "lead-dilution-margin",
  label: { "zh-CN": "牵头校增值容许下降幅度", en: "how far a lead's value-added may fall" },
} as const;

const LABEL: Term = { "zh-CN": "牵头校增值下降超过容许幅度", en: "the lead's value-added fell by more than the margin" };

/**
 * 稀释底线. What rules ask of a lead (名优学校不被削弱, wenjiang W5), from the change between two cohorts measured by one line. Value-added estimates,
 * this compares with the caller's margin, and the verdict is the rules'.
 */
export function dilutionFacts(change: GroupValueAddedResult): FactSource {
  const bounds = new Map(change.groups.map(({ group, change: moved }) => [group, moved?.dilution]));
  return (subject, { measure }) => {
    if (measure !== "lead-dilution" || subject.kind !== "school" || subject.group === undefined) return undefined;
    return dilutionFact(bounds.get(subject.group));
  };
}

/** Both limits on one side of −margin settle it; between them the cohorts are too small to tell. */
function dilutionFact(found: DilutionBound | undefined): Fact {
  const unknown = { kind: "truth", label: LABEL, value: "unknown" } as const;
  if (found === undefined) return unknown;
  if (found.kind === "relative-only") {
    return found.reason === "no-margin" ? { ...unknown, missing: [{ kind: "threshold", parameter: DILUTION_MARGIN.id }] } : unknown;
  }
  const { leadChange, lowerLimit, margin } = found;
  const upperLimit = leadChange.estimate + (leadChange.estimate - lowerLimit);
  if (lowerLimit > -margin) {
    const kept = compared(found, { relation: "more-than", limit: lowerLimit, label: LOWER });
    const explanation = { kind: "operation", operator: "not", operands: [kept], value: { kind: "truth", value: "no" } } as const;
    return { kind: "truth", label: LABEL, value: "no", explanation };
  }
  if (upperLimit < -margin) {
    return {
      kind: "truth",
      label: LABEL,
      value: "yes",
      explanation: compared(found, { relation: "less-than", limit: upperLimit, label: UPPER }),
    };
  }
  return unknown;
}

const LOWER: Term = { "zh-CN": "牵头校两届增值之差的单侧置信下限", en: "one-sided lower limit of the lead's change" };
const UPPER: Term = { "zh-CN": "牵头校两届增值之差的单侧置信上限", en: "one-sided upper limit of the lead's change" };

interface Limit {
  readonly relation: "more-than" | "less-than";
  readonly limit: number;
  readonly label: Term;
}

function compared({ leadChange, margin }: Extract<DilutionBound, { kind: "bound" }>, { relation, limit, label }: Limit): Explanation {
  const method = { "zh-CN": "两届均以前一届期望线计算的回归残差法", en: "regression residuals, both cohorts by the earlier one's line" };
  return {
    kind: "comparison",
    relation,
    left: { kind: "estimate", label, method, value: limit, standardError: leadChange.standardError, operands: [] },
    right: {
      kind: "parameter",
      id: DILUTION_MARGIN.id,
      label: { "zh-CN": "容许幅度（下降）", en: "margin (of a fall)" },
      value: { kind: "float", value: -margin },
      basis: { kind: "caller" },
    },
    holds: "yes",
  };
}
