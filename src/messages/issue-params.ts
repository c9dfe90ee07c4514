import type { BalanceIssueParams } from "../balance/index.js";
import type { ComplianceIssueParams, LedgerIssueParams } from "../compliance/index.js";
import type { CoreIssueParams, IssueOf } from "../core/index.js";
import type { EvaluationIssueParams } from "../evaluation/index.js";
import type { PolicyIssueParams } from "../policy/index.js";
import type { RotationIssueParams } from "../rotation/index.js";
import type { SchemaIssueParams } from "../schema/index.js";
import type { FitIssueParams, StatisticsIssueParams } from "../statistics/index.js";
import type { ValidationIssueParams } from "../validation/index.js";
import type { ValueAddedIssueParams } from "../value-added/index.js";

/**
 * Every issue code of every room with its parameters. A code that two rooms give different parameters, or one without a sentence in both
 * languages, does not compile.
 */
export interface IssueParams
  extends CoreIssueParams,
    BalanceIssueParams,
    ComplianceIssueParams,
    EvaluationIssueParams,
    FitIssueParams,
    LedgerIssueParams,
    PolicyIssueParams,
    RotationIssueParams,
    SchemaIssueParams,
    StatisticsIssueParams,
    ValidationIssueParams,
    ValueAddedIssueParams {}

/** Any issue of any room. */
export type AnyIssue = IssueOf<IssueParams>;
