import type { ComplianceIssue, ComplianceReport, CoverageReport } from "../compliance/index.js";
import type { CalendarDate, Force, PartialDate, Term } from "../core/index.js";
import type { EvaluationIssue } from "../evaluation/index.js";
import type { PackStamp } from "../policy/index.js";
import type { RotationCheck, RotationIssue } from "../rotation/index.js";
import type { Reconciliation, ValidationIssue } from "../validation/index.js";
import type { ValueAddedIssue } from "../value-added/index.js";
import type { BalancePart } from "./assess-balance.js";
import type { EvaluationPart } from "./assess-evaluation.js";
import type { FrameworkPart } from "./assess-parts.js";
import type { SchoolFiguresPart } from "./assess-school-figures.js";
import type { ValueAddedPart } from "./assess-value-added.js";
import type { ReportPart } from "./report-part.js";

/** The stored format of a district report. */
export const DISTRICT_REPORT_FORMAT = "school-groups.district-report.v1";

/** 依据文件. A document behind the packs, with its force; one issued after the day of the report is not printed among its bases. */
export interface ReportSource {
  readonly id: string;
  readonly title: Term;
  readonly force: Force;
  readonly pack: string;
  /** 成文日期, as far as the document states it. */
  readonly issuedOn?: PartialDate | undefined;
}

/** 来源. What a report was made from, so that it can be made again. */
export interface Provenance {
  readonly library: "school-groups";
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly packs: readonly PackStamp[];
  /** The documents behind the packs, with their force. */
  readonly sources: readonly ReportSource[];
  readonly formats: readonly string[];
  readonly remark?: Term | undefined;
  readonly seed?: number | undefined;
}

/** Who a report is about, by id: names for rendering, nothing else of the file. Of a file that cannot be used, what it names soundly. */
export interface ReportNames {
  readonly schools: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] | undefined }[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly schools: readonly string[] }[];
}

/** The words of packs for ids that stand in findings as missing: parameters, governance items. */
export interface ReportLabel {
  readonly id: string;
  readonly label: Term;
}

/** How large the district is, as far as the file carries: lists that are not complete give lower bounds. */
export interface ReportSize {
  readonly schools: number;
  readonly groups: number;
  readonly memberships: number;
  readonly complete: boolean;
}

/** 核验结果. Whether the file can be used, and how many problems of each weight it has. */
export interface ValidationSummary {
  readonly usable: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly issues: readonly ValidationIssue[];
}

/** 区域评估报告. One assessment of a whole district, as plain data. */
export interface DistrictReport {
  readonly format: typeof DISTRICT_REPORT_FORMAT;
  readonly provenance: Provenance;
  readonly district: { readonly code?: string | undefined; readonly name?: string | undefined };
  readonly names: ReportNames;
  readonly labels: readonly ReportLabel[];
  /** Absent where the file cannot be used: nothing is counted then. */
  readonly size?: ReportSize | undefined;
  /** Always done: whatever comes in, it says what is wrong with it. */
  readonly validation: Extract<ReportPart<ValidationSummary>, { readonly status: "done" }>;
  readonly reconciliation: ReportPart<readonly Reconciliation[]>;
  readonly coverage: ReportPart<CoverageReport, ComplianceIssue>;
  readonly compliance: ReportPart<ComplianceReport, ComplianceIssue>;
  readonly frameworks: ReportPart<FrameworkPart>;
  /** 资源配置均衡: its verdicts stand in `compliance`. */
  readonly balance: ReportPart<BalancePart>;
  readonly rotation: ReportPart<RotationCheck, RotationIssue>;
  readonly valueAdded: ReportPart<ValueAddedPart, ValueAddedIssue>;
  /** 学校汇总数据: only where such figures were handed over. */
  readonly schoolFigures?: ReportPart<SchoolFiguresPart, ValueAddedIssue> | undefined;
  readonly evaluation: ReportPart<EvaluationPart, EvaluationIssue>;
}
