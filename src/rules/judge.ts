import type { ResolvedRule } from "../policy/index.js";
import { evaluateActivity } from "./evaluate-activity.js";
import { evaluateAdoption } from "./evaluate-adoption.js";
import { evaluateAtLeastOf } from "./evaluate-at-least-of.js";
import { evaluateCount } from "./evaluate-count.js";
import { evaluateCoverage } from "./evaluate-coverage.js";
import { evaluatePresence } from "./evaluate-presence.js";
import { evaluateRange } from "./evaluate-range.js";
import { evaluateShare } from "./evaluate-share.js";
import { evaluateStructure } from "./evaluate-structure.js";
import { evaluateSynchrony } from "./evaluate-synchrony.js";
import { evaluateUniformity } from "./evaluate-uniformity.js";
import type { JudgeContext, Judgement } from "./judgement.js";

/** The evaluator of a rule's kind. */
export function judge(rule: ResolvedRule, context: JudgeContext): Judgement {
  switch (rule.kind) {
    case "presence":
      return evaluatePresence(rule, context);
    case "count":
      return evaluateCount(rule, context);
    case "range":
      return evaluateRange(rule, context);
    case "share":
      return evaluateShare(rule, context);
    case "at-least-of":
      return evaluateAtLeastOf(rule, context);
    case "coverage":
      return evaluateCoverage(rule, context);
    case "structure":
      return evaluateStructure(rule, context);
    case "synchrony":
      return evaluateSynchrony(rule, context);
    case "uniformity":
      return evaluateUniformity(rule, context);
    case "adoption":
      return evaluateAdoption(rule, context);
    case "activity":
      return evaluateActivity(rule, context);
  }
}
