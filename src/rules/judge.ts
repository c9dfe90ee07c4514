import type { ResolvedRule } from "../policy/index.js";
import { activityTest } from "./evaluate-activity.js";
import { adoptionTest } from "./evaluate-adoption.js";
import { type AtLeastOfTest, atLeastOfTest, judgeAtLeastOf } from "./evaluate-at-least-of.js";
import { countTest } from "./evaluate-count.js";
import { type CoverageTest, coverageTest, judgeCoverage } from "./evaluate-coverage.js";
import { judgeNumber, type NumberTest, rangeTest } from "./evaluate-number.js";
import { judgePresence, type PresenceTest, presenceTest } from "./evaluate-presence.js";
import { judgeShare, type ShareTest, shareTest } from "./evaluate-share.js";
import { judgeStructure, type StructureTest, structureTest } from "./evaluate-structure.js";
import { synchronyTest } from "./evaluate-synchrony.js";
import { uniformityTest } from "./evaluate-uniformity.js";
import type { FactLookup } from "./fact-lookup.js";
import type { Judgement, Thresholds } from "./judgement.js";

/** What a rule asks of every subject, its limits read: plain data, so that one function of each kind judges all rules of it. */
export type RuleTest = PresenceTest | NumberTest | ShareTest | AtLeastOfTest | CoverageTest | StructureTest;

/** Reads a rule once for all subjects. */
export function testOf(rule: ResolvedRule, thresholds: Thresholds): RuleTest {
  switch (rule.kind) {
    case "presence":
      return presenceTest(rule);
    case "count":
      return countTest(rule, thresholds);
    case "range":
      return rangeTest(rule, thresholds);
    case "share":
      return shareTest(rule, thresholds);
    case "at-least-of":
      return atLeastOfTest(rule, thresholds);
    case "coverage":
      return coverageTest(rule, thresholds);
    case "structure":
      return structureTest(rule);
    case "synchrony":
      return synchronyTest(rule, thresholds);
    case "uniformity":
      return uniformityTest(rule, thresholds);
    case "adoption":
      return adoptionTest(rule, thresholds);
    case "activity":
      return activityTest(rule, thresholds);
  }
}

/** Judges one subject by its facts; `trace`: somebody asked for an explanation. */
export function judge(test: RuleTest, facts: FactLookup, trace: boolean): Judgement {
  switch (test.kind) {
    case "presence":
      return judgePresence(test, facts, trace);
    case "number":
      return judgeNumber(test, facts, trace);
    case "share":
      return judgeShare(test, facts, trace);
    case "at-least-of":
      return judgeAtLeastOf(test, facts, trace);
    case "coverage":
      return judgeCoverage(test, facts, trace);
    case "structure":
      return judgeStructure(test, facts, trace);
  }
}
