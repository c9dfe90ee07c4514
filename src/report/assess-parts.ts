import {
  type ComplianceIssue,
  type ComplianceReport,
  type CoverageReport,
  checkCompliance,
  coverage,
  type FrameworkMatrix,
  frameworkMatrix,
  type MeasuredFramework,
  measureFrameworks,
} from "../compliance/index.js";
import type { District } from "../domain/index.js";
import { jurisdictionCovers } from "../policy/index.js";
import { checkRotation, type RotationCheck, type RotationIssue } from "../rotation/index.js";
import { type Reconciliation, reconcilePublished } from "../validation/index.js";
import type { AssessOptions } from "./assess-inputs.js";
import type { ValueAddedPart } from "./assess-value-added.js";
import { gatherFacts, rotationOptions } from "./gather-facts.js";
import { done, type ReportPart } from "./report-part.js";

/** 框架测算. The frameworks of the policy measured from the ledger, and for each group the matrix items × schools. */
export interface FrameworkPart {
  readonly frameworks: readonly MeasuredFramework[];
  readonly matrices: readonly FrameworkMatrix[];
}

/** Published figures against one another and the file. */
export function assessReconciliation(district: District, { asOf }: AssessOptions): ReportPart<readonly Reconciliation[]> {
  if (district.published === undefined) return { status: "no-input", needs: [{ "zh-CN": "公布数据", en: "published figures" }] };
  return done(reconcilePublished(district, { asOf }));
}

/** Every coverage target. */
export function assessCoverage(district: District, { policy, asOf }: AssessOptions): ReportPart<CoverageReport, ComplianceIssue> {
  const found = coverage(district, { policy, asOf });
  return found.ok ? done(found.value, found.issues) : { status: "failed", failure: "input-unusable", issues: found.issues };
}

/** Every rule in force, with the facts of all inputs. */
export function assessCompliance(
  district: District,
  options: AssessOptions,
  valueAdded?: ValueAddedPart | undefined,
): ReportPart<ComplianceReport, ComplianceIssue> {
  const { policy, asOf } = options;
  const checked = checkCompliance(district, { policy, asOf, facts: gatherFacts(district, options, valueAdded) });
  return checked.ok ? done(checked.value, checked.issues) : { status: "failed", failure: "input-unusable", issues: checked.issues };
}

/** Frameworks of packs that hold for the district, from the ledger. */
export function assessFrameworks(district: District, { policy, asOf, inputs }: AssessOptions): ReportPart<FrameworkPart> {
  const ledger = inputs?.ledger;
  if (ledger === undefined) return { status: "no-input", needs: [{ "zh-CN": "工作台账", en: "a ledger of work records" }] };
  const packs = policy.packs
    .filter((pack) => district.code === undefined || jurisdictionCovers(pack.jurisdiction.code, district.code))
    .map(({ id }) => id);
  const frameworks = policy.frameworks.filter(({ pack }) => packs.includes(pack)).map(({ id }) => id);
  const measured = measureFrameworks(ledger, { asOf, frameworks });
  const shown = measured.filter(({ items }) => items.some(({ measures }) => measures.some(({ groups }) => groups.length > 0)));
  const matrices = district.groups.flatMap((group) =>
    shown.map(({ framework }) => frameworkMatrix(ledger, { asOf, framework, group: group.id })),
  );
  return done({ frameworks: measured, matrices });
}

/** Who moved, of how many, and what the rules of rotation say. */
export function assessRotation(district: District, options: AssessOptions): ReportPart<RotationCheck, RotationIssue> {
  const rotation = rotationOptions(district, options);
  if (rotation === undefined) {
    const needs = [
      { "zh-CN": "教师名册", en: "a roster of teachers" },
      { "zh-CN": "交流记录", en: "records of exchange" },
      { "zh-CN": "统计期间", en: "the period to count over" },
    ];
    return { status: "no-input", needs };
  }
  const checked = checkRotation(options.inputs?.exchanges ?? [], rotation);
  return checked.ok ? done(checked.value, checked.issues) : { status: "failed", failure: "input-unusable", issues: checked.issues };
}
