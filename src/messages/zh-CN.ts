import type { Catalog } from "./catalog.js";
import { balance } from "./zh-CN/balance.js";
import { balanceReport } from "./zh-CN/balance-report.js";
import { comparison } from "./zh-CN/comparison.js";
import { compliance } from "./zh-CN/compliance.js";
import { core, explanation, words } from "./zh-CN/core.js";
import { evaluation } from "./zh-CN/evaluation.js";
import { ledger } from "./zh-CN/ledger.js";

import { policy } from "./zh-CN/policy.js";
import { reader } from "./zh-CN/reader.js";
import { reconciliation, reconciliationOutcomes, uncheckedReasons } from "./zh-CN/reconciliation.js";
import { report } from "./zh-CN/report.js";

import { requirements } from "./zh-CN/requirements.js";
import { eligibilityReasons, notCounted, planConstraints, planReasons, rotation } from "./zh-CN/rotation.js";
import { rules } from "./zh-CN/rules.js";
import { schema } from "./zh-CN/schema.js";
import { schoolFigures } from "./zh-CN/school-figures.js";
import { statistics } from "./zh-CN/statistics.js";
import { statisticsFits } from "./zh-CN/statistics-fits.js";
import { validation } from "./zh-CN/validation.js";
import { valueAdded } from "./zh-CN/value-added.js";

/** 简体中文. Every sentence in the register of official documents (公文语体). */
export const zhCN: Catalog = {
  locale: "zh-CN",
  words,
  explanation,
  issues: {
    ...core,
    ...balance,
    ...compliance,
    ...evaluation,
    ...ledger,
    ...policy,
    ...rotation,
    ...schema,
    ...statistics,
    ...statisticsFits,
    ...validation,
    ...valueAdded,
  },
  findings: rules,
  reconciliations: { what: reconciliation, outcome: reconciliationOutcomes, reason: uncheckedReasons },
  report,
  balanceReport,
  reader,
  schoolFigures,
  comparison,
  requirements,
  rotation: { reasons: eligibilityReasons, notCounted, planConstraints, planReasons },
};
