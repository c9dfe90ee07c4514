import {
  cohortChange,
  gradeChange,
  gradeDistributions,
  meansValueAdded,
  readSchoolGrades,
  readSchoolMeans,
} from "school-groups/value-added";
import { expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { answer, estimated } from "../value-added/made.js";
import { describeWithR, relativeError, runR } from "./run-r.js";

function worst(ours: readonly number[], theirs: readonly number[] | undefined, floor = 0): number {
  expect(theirs).toHaveLength(ours.length);
  return ours.reduce((most, value, k) => Math.max(most, relativeError(value, theirs![k]!, floor)), 0);
}

/** Schools of unlike size: number, entrance mean, exit mean and its standard deviation. */
function madeMeans(spread: number) {
  const random = createRandom(31);
  return Array.from({ length: 25 }, (_, k) => {
    const pupils = 12 + random.integer(200);
    const prior = 500 + 30 * random.normal();
    const sd = 40 + random.integer(20);
    const mean = 480 + 0.8 * (prior - 500) + spread * random.normal() + (spread > 0 ? 1 : 0.6) * (sd / Math.sqrt(pupils)) * random.normal();
    return { school: `s${String(k).padStart(2, "0")}`, pupils, prior, mean, sd };
  });
}

describeWithR("regression of school means against lm with weights and matrices", [], () => {
  const examination = (id: string) => ({
    cohort: "2024",
    examination: { id, minimum: 0, maximum: 1000, step: "0.001" },
    sd: "sample" as const,
  });
  // Between schools much, and so little that the variance between them is estimated as 0.
  const worlds = [12, 0].map((spread) => [spread, madeMeans(spread)] as const);

  test.each(worlds)("spread between schools %s", (spread, rows) => {
    const r = runR(
      `
      v <- d$sd^2 / d$n
      q <- function(t) sum(residuals(lm(y ~ x, d, weights = 1 / (v + t)))^2 / (v + t)) - (nrow(d) - 2)
      tau <- if (q(0) <= 0) 0 else uniroot(q, c(0, 1e5), tol = 1e-13, maxiter = 10000)$root
      m <- lm(y ~ x, d, weights = 1 / (v + tau))
      X <- model.matrix(m); W <- diag(1 / (v + tau)); V <- solve(t(X) %*% W %*% X)
      put("tau", tau); put("line", coef(m)); put("slope.error", sqrt(V[2, 2]))
      e <- residuals(m); lambda <- tau / (tau + v)
      put("residual", e); put("blup", tau * solve(diag(tau + v)) %*% (d$y - X %*% coef(m)))
      # residual − effect and prediction − effect as linear maps of effects and errors, by brute force
      H <- X %*% V %*% t(X) %*% W; I <- diag(nrow(d)); Dv <- diag(v)
      A <- (I - H) - I; B <- I - H
      E <- tau * A %*% t(A) + B %*% Dv %*% t(B)
      put("error", sqrt(diag(E))); put("covariance", E[1, ])
      L <- diag(lambda); A <- L %*% (I - H) - I; B <- L %*% (I - H)
      put("comparative", sqrt(diag(tau * A %*% t(A) + B %*% Dv %*% t(B))))
    `,
      {
        d: {
          n: rows.map(({ pupils }) => pupils),
          x: rows.map(({ prior }) => prior),
          y: rows.map(({ mean }) => mean),
          sd: rows.map(({ sd }) => sd),
        },
      },
    );
    const entrance = answer(
      readSchoolMeans(
        rows.map(({ school, pupils, prior }) => ({ school, pupils, mean: prior })),
        examination("in"),
      ),
    );
    const exit = answer(readSchoolMeans(rows, examination("out")));
    const added = answer(meansValueAdded({ entrance, exit }, { scale: "marks", errors: "own" }));
    const result = added.result!;
    const schools = estimated(result);
    const pick = (of: (school: (typeof schools)[number]) => number): readonly number[] => schools.map(of);
    expect(result.betweenVariance > 0).toBe(spread > 0);
    expect(worst([result.betweenVariance], r["tau"], 1)).toBeLessThan(1e-9);
    expect(worst([added.line.intercept, added.line.slope], r["line"])).toBeLessThan(1e-9);
    expect(worst([added.line.slopeError!], r["slope.error"])).toBeLessThan(1e-9);
    const estimate = pick((each) => each.estimate);
    expect(worst(estimate, r["residual"], 1)).toBeLessThan(1e-9);
    const shrunken = pick((each) => each.shrunken);
    expect(worst(shrunken, r["blup"], 1)).toBeLessThan(1e-9);
    const error = pick((each) => each.standardError);
    expect(worst(error, r["error"])).toBeLessThan(1e-9);
    const comparative = pick((each) => each.shrunkenError);
    expect(worst(comparative, r["comparative"], 1e-3)).toBeLessThan(1e-9);
    const [first] = schools;
    const covariance = schools.map(({ loading, ownVariance }, k) =>
      first!.loading.reduce(
        (sum, a, i) => sum + loading.reduce((inner, b, j) => inner + a * b * result.sharedErrors[i]![j]!, 0),
        k === 0 ? ownVariance : 0,
      ),
    );
    expect(worst(covariance, r["covariance"], 0.1)).toBeLessThan(1e-8);
  });
});

describeWithR("change between cohorts against t.test on the pupils", [], () => {
  const random = createRandom(41);
  const schools = Array.from({ length: 6 }, (_, k) => `s${k}`);
  const pupils = (["2023", "2024"] as const).flatMap((cohort) =>
    schools.flatMap((school, k) =>
      Array.from({ length: 12 + 7 * k }, () => ({ cohort, school, mark: 50 + k + (5 + k) * random.normal() })),
    ),
  );
  const r = runR(
    `
    out <- sapply(unique(d$school), function(s) {
      t <- t.test(d$mark[d$school == s & d$cohort == "2024"], d$mark[d$school == s & d$cohort == "2023"])
      c(-diff(t$estimate), t$stderr, t$parameter, t$conf.int)
    })
    put("estimate", out[1, ]); put("error", out[2, ]); put("df", out[3, ]); put("low", out[4, ]); put("high", out[5, ])
    put("mean", tapply(d$mark, list(d$cohort, d$school), mean)); put("sd", tapply(d$mark, list(d$cohort, d$school), sd))
  `,
    { d: { cohort: pupils.map(({ cohort }) => cohort), school: pupils.map(({ school }) => school), mark: pupils.map(({ mark }) => mark) } },
  );

  test("estimate, error, Welch's degrees of freedom, interval", () => {
    const examination = { id: "exam", minimum: -100, maximum: 200, step: "0.001" };
    const readings = ["2023", "2024"].map((cohort, row) =>
      answer(
        readSchoolMeans(
          schools.map((school, k) => ({ school, pupils: 12 + 7 * k, mean: r["mean"]![2 * k + row]!, sd: r["sd"]![2 * k + row]! })),
          { cohort, examination, sd: "sample" },
        ),
      ),
    );
    const { result } = answer(cohortChange({ before: readings[0]!, after: readings[1]! }, { scale: "marks", errors: "own" }));
    const list = estimated(result!);
    const pairs = [
      [list.map(({ estimate }) => estimate), "estimate"],
      [list.map(({ standardError }) => standardError), "error"],
      [list.map(({ df }) => df ?? 0), "df"],
      [list.map(({ low }) => low), "low"],
      [list.map(({ high }) => high), "high"],
    ] as const;
    for (const [ours, key] of pairs) expect(worst(ours, r[key], 0.1)).toBeLessThan(1e-11);
  });
});

describeWithR("grades against rank, wilcox.test and placements", [], () => {
  const random = createRandom(51);
  const grades = ["A", "B", "C", "D"];
  const made = (shift: number) =>
    Array.from({ length: 5 }, (_, k) => {
      const counts = grades.map(() => 5 + random.integer(20 + shift * k));
      return { school: `s${k}`, list: counts, counts: Object.fromEntries(grades.map((grade, g) => [grade, counts[g]!])) };
    });
  const [before, after] = [made(5), made(0)];
  const columns = (rows: typeof before) => {
    const pupils = rows.flatMap(({ school, list }) =>
      list.flatMap((count, g) => Array.from({ length: count }, () => [school, 4 - g] as const)),
    );
    return { school: pupils.map(([school]) => school), level: pupils.map(([, level]) => level) };
  };
  const r = runR(
    `
    describe <- function(key, d) {
      f <- factor(d$school); N <- nrow(d); n <- as.numeric(table(f))
      ridit <- (rank(d$level) - 0.5) / N
      put(paste0(key, "ridit"), tapply(ridit, f, mean)); put(paste0(key, "own"), tapply(ridit, f, sd) / sqrt(n))
      pooled <- sum((ridit - ave(ridit, f))^2) / (N - nlevels(f))
      put(paste0(key, "pooled"), sqrt(pooled / n))
      out <- suppressWarnings(sapply(levels(f), function(s) {
        x <- d$level[f == s]; y <- d$level[f != s]
        px <- sapply(x, function(v) mean(y < v) + mean(y == v) / 2); py <- sapply(y, function(v) mean(x > v) + mean(x == v) / 2)
        c(wilcox.test(x, y)$statistic / length(x) / length(y), sqrt(var(px) / length(x) + var(py) / length(y)))
      }))
      put(paste0(key, "superiority"), out[1, ]); put(paste0(key, "delong"), out[2, ])
      list(mean = tapply(ridit, f, mean), v = pooled / n, df = N - nlevels(f))
    }
    b <- describe("before.", before); a <- describe("after.", after)
    put("change", a$mean - b$mean); put("error", sqrt(a$v + b$v)); put("df", (a$v + b$v)^2 / (a$v^2 / a$df + b$v^2 / b$df))
  `,
    { before: columns(before), after: columns(after) },
  );
  const read = (rows: typeof before, id: string) =>
    answer(readSchoolGrades(rows, { cohort: "2024", examination: { id, grades }, minimumCohort: 2 }));

  test.each([
    ["before", before],
    ["after", after],
  ] as const)("%s: mean ridits, superiority and their errors", (key, rows) => {
    const shown = (errors: "pooled" | "own") =>
      answer(gradeDistributions(read(rows, key), { errors })).schools.flatMap((each) => (each.status === "shown" ? [each] : []));
    const list = shown("pooled");
    const pairs = [
      [list.map(({ ridit }) => ridit.estimate), "ridit"],
      [list.map(({ ridit }) => ridit.standardError), "pooled"],
      [shown("own").map(({ ridit }) => ridit.standardError), "own"],
      [list.map(({ superiority }) => superiority!.estimate), "superiority"],
      [list.map(({ superiority }) => superiority!.standardError!), "delong"],
    ] as const;
    for (const [ours, name] of pairs) expect(worst(ours, r[`${key}.${name}`])).toBeLessThan(1e-12);
  });

  test("their change", () => {
    const list = estimated(answer(gradeChange({ before: read(before, "in"), after: read(after, "out") })).result);
    const change = list.map(({ estimate }) => estimate);
    expect(worst(change, r["change"], 0.1)).toBeLessThan(1e-12);
    const error = list.map(({ standardError }) => standardError);
    expect(worst(error, r["error"])).toBeLessThan(1e-12);
    const df = list.map((each) => each.df ?? 0);
    expect(worst(df, r["df"])).toBeLessThan(1e-11);
  });
});
