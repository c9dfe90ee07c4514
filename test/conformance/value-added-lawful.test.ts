import { meansValueAdded, readSchoolMeans } from "school-groups/value-added";
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
