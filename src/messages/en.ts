import type { Catalog } from "./catalog.js";
import { balance } from "./en/balance.js";
import { balanceReport } from "./en/balance-report.js";
import { comparison } from "./en/comparison.js";
import { compliance } from "./en/compliance.js";
import { core, explanation, words } from "./en/core.js";
import { evaluation } from "./en/evaluation.js";
import { ledger } from "./en/ledger.js";

import { policy } from "./en/policy.js";
import { reader } from "./en/reader.js";
import { reconciliation, reconciliationOutcomes, uncheckedReasons } from "./en/reconciliation.js";
import { report } from "./en/report.js";

import { requirements } from "./en/requirements.js";
import { eligibilityReasons, notCounted, planConstraints, planReasons, rotation } from "./en/rotation.js";
import { rules } from "./en/rules.js";
import { schema } from "./en/schema.js";
import { schoolFigures } from "./en/school-figures.js";
import { statistics } from "./en/statistics.js";
import { statisticsFits } from "./en/statistics-fits.js";
import { validation } from "./en/validation.js";
import { valueAdded } from "./en/value-added.js";

/** English. Every sentence as a courtesy to readers abroad. */
export const en: Catalog = {
  locale: "en",
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
