import { joiningEffect, meanAndRates, type RateCut, rankChange, type ValueAddedResult } from "school-groups/value-added";
import { expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { estimated, hundred, pupilsOf } from "../value-added/made.js";
import { describeWithR, relativeError, runR } from "./run-r.js";

/** Pass at 60 %, excellent at 85 % of full marks (national N5). */
const RATES: readonly RateCut[] = [
  { id: "pass", cut: "0.6", side: "at-least", better: "higher" },
  { id: "excellent", cut: "0.85", side: "at-least", better: "higher" },
];

/** 600 pupils of 12 schools with many equal marks. */
function made() {
  const random = createRandom(8);
  const rows = Array.from({ length: 600 }, (_, k): [string, number, number] => {
    const ability = random.normal() + (k % 12) / 12;
    const mark = (mean: number) => Math.max(0, Math.min(100, Math.round(mean + 15 * ability + 8 * random.normal())));
    return [`s${String(k % 12).padStart(2, "0")}`, mark(55), mark(60)];
  });
  return { rows, pupils: pupilsOf(rows, hundred) };
}

function worst(ours: readonly number[], theirs: readonly number[] | undefined, floor: number): number {
  expect(theirs).toHaveLength(ours.length);
  return ours.reduce((most, value, k) => Math.max(most, relativeError(value, theirs![k]!, floor)), 0);
}

describeWithR("changes of places and rates against R's rank, tapply and prop.test", [], () => {
  const { rows, pupils } = made();
  const r = runR(
    `
    f <- factor(d$school); n <- as.numeric(table(f)); N <- nrow(d)
    per <- function(v) as.numeric(tapply(v, f, mean))
    pooled <- function(v) sqrt(sum((v - ave(v, f))^2) / (N - nlevels(f)) / n)
    own <- function(v) as.numeric(tapply(v, f, sd)) / sqrt(n)
    w0 <- rank(-d$x); wn <- rank(-d$y)
    put("w0", per(w0)); put("wn", per(wn)); put("change", per(w0 - wn)); put("error", pooled(w0 - wn)); put("own", own(w0 - wn))
    p0 <- 100 * (rank(d$x) - 0.5) / N; pn <- 100 * (rank(d$y) - 0.5) / N
    put("percent", per(pn - p0)); put("percent.error", pooled(pn - p0)); put("before", per(p0)); put("after", per(pn))
    put("mean0", rank(-round(per(d$x), 10))); put("meann", rank(-round(per(d$y), 10)))
    pass <- (d$y >= 60) - (d$x >= 60)
    put("pass", per(pass) - mean(pass)); put("pass.error", pooled(pass)); put("pass.own", own(pass))
    put("exit", per(d$y >= 60))
    interval <- suppressWarnings(sapply(levels(f), function(k) prop.test(sum(d$y[f == k] >= 60), sum(f == k), correct = FALSE)$conf.int))
    put("low", interval[1, ]); put("high", interval[2, ])
    score <- (d$y - d$x) / 100
    put("score", per(score) - mean(score)); put("score.error", pooled(score))
  `,
    { d: { school: rows.map(([school]) => school), x: rows.map(([, x]) => x), y: rows.map(([, , y]) => y) } },
  );
  const value = <Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: unknown }): Value => {
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value;
  };

  test("places, their change and its errors", () => {
    const result = value(rankChange(pupils, { unit: "places" }));
    const schools = estimated(result);
    expect(result.places.map(({ entrance }) => entrance)).toEqual(r["w0"]);
    expect(result.places.map(({ exit }) => exit)).toEqual(r["wn"]);
    const change = schools.map(({ estimate }) => estimate);
    expect(worst(change, r["change"], 1)).toBeLessThan(1e-13);
    const errors = schools.map(({ standardError }) => standardError);
    expect(worst(errors, r["error"], 0)).toBeLessThan(1e-13);
    const own = estimated(value(rankChange(pupils, { unit: "places", errors: "own" }))).map(({ standardError }) => standardError);
    expect(worst(own, r["own"], 0)).toBeLessThan(1e-13);
    expect(result.places.map(({ ofMean }) => ofMean.entrance)).toEqual(r["mean0"]);
    expect(result.places.map(({ ofMean }) => ofMean.exit)).toEqual(r["meann"]);
  });

  test("percent ranks", () => {
    const schools = estimated(value(rankChange(pupils)));
    const pick = (of: (school: (typeof schools)[number]) => number) => schools.map(of);
    const estimate = pick((each) => each.estimate);
    expect(worst(estimate, r["percent"], 1)).toBeLessThan(1e-13);
    const before = pick((each) => each.expected);
    expect(worst(before, r["before"], 0)).toBeLessThan(1e-14);
    const after = pick((each) => each.actual);
    expect(worst(after, r["after"], 0)).toBeLessThan(1e-14);
    const errors = pick((each) => each.standardError);
    expect(worst(errors, r["percent.error"], 0)).toBeLessThan(1e-13);
  });

  test("rates, Wilson's intervals and changes", () => {
    const result = value(meanAndRates(pupils, { rates: RATES }));
    const passes = result.schools.flatMap((each) => (each.status === "shown" ? [each.exit.rates[0]!] : []));
    const shares = passes.map(({ share }) => share.split("/").map(Number)).map(([a, b = 1]) => a! / b);
    expect(worst(shares, r["exit"], 0)).toBeLessThan(1e-15);
    const low = passes.map((each) => each.low);
    expect(worst(low, r["low"], 0)).toBeLessThan(1e-13);
    const high = passes.map((each) => each.high);
    expect(worst(high, r["high"], 0)).toBeLessThan(1e-13);
    const of = (measure: string) => estimated(result.changes.find((change) => change.measure === measure)!.result);
    const change = of("pass").map(({ estimate }) => estimate);
    expect(worst(change, r["pass"], 0.01)).toBeLessThan(1e-13);
    const errors = of("pass").map(({ standardError }) => standardError);
    expect(worst(errors, r["pass.error"], 0)).toBeLessThan(1e-13);
    const score = of("score-rate").map(({ estimate }) => estimate);
    expect(worst(score, r["score"], 0.01)).toBeLessThan(1e-13);
    const scoreErrors = of("score-rate").map(({ standardError }) => standardError);
    expect(worst(scoreErrors, r["score.error"], 0)).toBeLessThan(1e-13);
    const own = value(meanAndRates(pupils, { rates: RATES, errors: "own" })).changes[1]!.result;
    const ownErrors = estimated(own).map(({ standardError }) => standardError);
    expect(worst(ownErrors, r["pass.own"], 0)).toBeLessThan(1e-13);
  });
});

describeWithR("the error of a difference in differences against sandwich and clubSandwich", ["sandwich", "clubSandwich"], () => {
  const random = createRandom(61);
  const schools = Array.from({ length: 22 }, (_, k) => `s${String(k).padStart(2, "0")}`);
  const values = schools.map(() => [random.normal(), random.normal()]);
  // Nine joined, in groups of 4, 3, 1 and 1.
  const groupOf = (k: number): string => (k < 4 ? "g0" : k < 7 ? "g1" : `g${k - 5}`);
  const r = runR(
    `
    suppressMessages({ library(sandwich); library(clubSandwich) })
    d$change <- d$after - d$before
    m <- lm(change ~ joined, d)
    put("effect", coef(m)[2]); put("hc2", sqrt(vcovHC(m, type = "HC2")[2, 2]))
    # Per side clubSandwich's error of a mean; degrees of freedom: its own with independent schools, or those of tr(B)^2 / tr(B^2) with schools of a cluster alike.
    side <- function(x, by) {
      test <- coef_test(lm(change ~ 1, x), vcov = "CR2", cluster = x[[by]], test = "Satterthwaite")
      w <- as.vector(table(x[[by]])) / nrow(x); g <- length(w)
      a <- diag(w / sqrt(1 - w)) %*% (diag(g) - matrix(1, g, 1) %*% t(w)); e <- eigen(t(a) %*% a, symmetric = TRUE)$values
      c(test$SE^2, min(test$df_Satt, sum(e)^2 / sum(e^2)))
    }
    for (by in c("school", "group")) {
      put(paste0(by, ".error"), coef_test(m, vcov = "CR2", cluster = d[[by]], test = "Satterthwaite")$SE[2])
      j <- side(d[d$joined == 1, ], by); k <- side(d[d$joined == 0, ], by)
      v <- j[1] + k[1]; df <- v^2 / (j[1]^2 / j[2] + k[1]^2 / k[2])
      put(paste0(by, ".df"), df); put(paste0(by, ".interval"), coef(m)[2] + c(-1, 1) * qt(0.95, df) * sqrt(v))
    }
    put("welch", t.test(change ~ joined, d)$parameter)
    # The same on the panel itself: schools and years as effects, CR2 by school.
    p <- data.frame(school = rep(d$school, 2), year = rep(0:1, each = nrow(d)), y = c(d$before, d$after))
    p$treated <- p$year * rep(d$joined, 2)
    fe <- lm(y ~ 0 + school + factor(year) + treated, p)
    put("panel", c(coef(fe)["treated"], coef_test(fe, vcov = "CR2", cluster = p$school)["treated", "SE"]))
  `,
    {
      d: {
        school: schools,
        group: schools.map((school, k) => (k < 9 ? groupOf(k) : school)),
        joined: schools.map((_, k) => (k < 9 ? 1 : 0)),
        before: values.map(([before]) => before!),
        after: values.map(([, after]) => after!),
      },
    },
  );
  const cohort = (name: string, time: 0 | 1) =>
    ({
      method: "regression",
      scale: "z",
      cohort: name,
      schools: schools.map((school, k) => ({ school, status: "estimated", estimate: values[k]![time] })),
    }) as unknown as ValueAddedResult;
  const cohorts = [cohort("2023", 0), cohort("2024", 1)];
  const joined = schools.slice(0, 9).map((school) => ({ school, since: "2024" }));
  const groups = schools.slice(0, 9).map((school, k) => ({ school, group: groupOf(k) }));

  test.each([
    ["school", undefined],
    ["group", groups],
  ] as const)("clustered by %s", (by, given) => {
    const result = joiningEffect({ cohorts, joined, seed: 1, permutations: 19, groups: given, confidence: 0.9 });
    if (!result.ok || !result.value.identified || result.value.interval === null) throw new Error(JSON.stringify(result));
    const { effect, interval, clusteredBy } = result.value;
    expect(clusteredBy).toBe(by);
    expect(worst([effect], r["effect"], 0)).toBeLessThan(1e-13);
    expect(worst([interval.standardError], r[`${by}.error`], 0)).toBeLessThan(1e-12);
    expect(worst([interval.df], r[`${by}.df`], 0)).toBeLessThan(1e-10);
    expect(worst([interval.low, interval.high], r[`${by}.interval`], 0)).toBeLessThan(1e-10);
    if (by === "group") return;
    expect(worst([interval.standardError], r["hc2"], 0)).toBeLessThan(1e-12);
    expect(worst([interval.df], r["welch"], 0)).toBeLessThan(1e-10);
    expect(worst([effect, interval.standardError], r["panel"], 0)).toBeLessThan(1e-9);
  });
});
