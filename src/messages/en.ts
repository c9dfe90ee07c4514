import type { Catalog } from "./catalog.js";
import { balance } from "./en/balance.js";
import { compliance } from "./en/compliance.js";
import { core, explanation, words } from "./en/core.js";
import { evaluation } from "./en/evaluation.js";
import { policy } from "./en/policy.js";
import { eligibilityReasons, notCounted, rotation } from "./en/rotation.js";
import { rules } from "./en/rules.js";
import { statistics } from "./en/statistics.js";

/** English. Every sentence as a courtesy to readers abroad. */
export const en: Catalog = {
  locale: "en",
  words,
  explanation,
  issues: { ...core, ...balance, ...compliance, ...evaluation, ...policy, ...rotation, ...statistics },
  findings: rules,
  rotation: { reasons: eligibilityReasons, notCounted },
};
