import { minimumCohortOf, minimumTestedShareOf, type PupilDesign } from "./pupil-design.js";
import type { TestedShare } from "./pupil-ledger.js";
import type { SchoolMoments } from "./school-moments.js";

/** One school in two parts: numbers add up; bounds are told of the whole. @internal */
export function joinShares(a: TestedShare, b: TestedShare, design: PupilDesign): TestedShare {
  const onRoll = a.onRoll + b.onRoll;
  const tested = a.tested + b.tested;
  const share = a.share === null || b.share === null ? null : tested / onRoll;
  const flagged = share !== null && share < minimumTestedShareOf(design);
  return { school: a.school, onRoll, tested, share, flagged, meanLow: null, meanHigh: null };
}

/** With the least and the greatest mean the school could have had; none without a roll or below the minimum cohort. @internal */
export function boundedShare(share: TestedShare, sums: SchoolMoments | undefined, { exit, minimumCohort }: PupilDesign): TestedShare {
  const { onRoll, tested } = share;
  if (share.share === null || sums === undefined || tested < minimumCohortOf(minimumCohort))
    return { ...share, meanLow: null, meanHigh: null };
  const [sum, absent] = [sums.outcome * tested, onRoll - tested];
  return { ...share, meanLow: (sum + absent * exit.minimum) / onRoll, meanHigh: (sum + absent * exit.maximum) / onRoll };
}
