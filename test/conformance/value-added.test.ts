import { mixedValueAdded, readPupils, regressionValueAdded } from "school-groups/value-added";
import { expect, test } from "vitest";
import { estimated } from "../value-added/made.js";
import { describeWithR, relativeError, runR } from "./run-r.js";

/** Exam of mlmRev: 4 059 pupils of 65 schools, scores with seven digits. */
function exam(schools: readonly number[], prior: readonly number[], outcome: readonly number[]) {
  const examination = { minimum: -5, maximum: 5, step: "0.0000001" };
  const design = { cohort: "exam", entrance: { id: "LRT", ...examination }, exit: { id: "exam", ...examination }, minimumCohort: 2 };
  const rows = schools.map((school, k) => ({
    id: `p${k}`,
    school: `s${String(school).padStart(2, "0")}`,
    prior: prior[k],
    outcome: outcome[k],
  }));
  const read = readPupils(rows, design);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

function worst(ours: readonly number[], theirs: readonly number[] | undefined, floor: number): number {
  expect(theirs).toHaveLength(ours.length);
  return ours.reduce((most, value, k) => Math.max(most, relativeError(value, theirs![k]!, floor)), 0);
}

describeWithR("value-added against R on mlmRev's Exam", ["lme4", "mlmRev", "sandwich"], () => {
  const r = runR(`
    suppressMessages(library(lme4)); data(Exam, package = "mlmRev")
    d <- data.frame(school = as.integer(as.character(Exam$school)), y = round(Exam$normexam, 7), x = round(Exam$standLRT, 7))
    d <- d[order(d$school), ]
    put("school", d$school); put("x", d$x); put("y", d$y)
    f <- factor(d$school)
    tight <- lmerControl(optimizer = "nloptwrap", optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14), calc.derivs = FALSE)
    brute <- function(key, X, m) {
      s2 <- sigma(m)^2; t2 <- as.numeric(VarCorr(m)[[1]]); b <- fixef(m); n <- as.numeric(table(f))
      re <- ranef(m, condVar = TRUE)[[1]]
      put(paste0(key, "tau2"), t2); put(paste0(key, "sigma2"), s2)
      put(paste0(key, "blup"), re[, 1])
      V <- as.matrix(vcov(m)); lambda <- n * t2 / (n * t2 + s2)
      A <- apply(X, 2, function(c) tapply(c, f, mean))
      put(paste0(key, "comparative"), sqrt(as.numeric(attr(re, "postVar")) + lambda^2 * rowSums((A %*% V) * A)))
      put(paste0(key, "mean"), tapply(d$y - X %*% b, f, mean))
      # The unshrunken error by matrices of the whole: residual mean less effect as a linear map of effects and residuals.
      Z <- model.matrix(~ f - 1); Vi <- diag(nrow(d)) / s2
      for (k in levels(f)) { i <- which(f == k); Vi[i, i] <- diag(length(i)) / s2 - t2 / (s2 * (s2 + length(i) * t2)) }
      M <- t(Z) / n; L <- M - (M %*% X) %*% (V %*% (t(X) %*% Vi))
      E <- t2 * tcrossprod(L %*% Z - diag(nlevels(f))) + s2 * tcrossprod(L)
      put(paste0(key, "error"), sqrt(diag(E))); put(paste0(key, "covariance"), E[1, ])
    }
    d$m <- as.numeric(ave(d$x, f))
    brute("pooled.", cbind(1, d$x), lmer(y ~ x + (1 | f), d, control = tight))
    brute("mundlak.", cbind(1, d$x, d$m), lmer(y ~ x + m + (1 | f), d, control = tight))
    o <- lm(y ~ x, d); e <- residuals(o)
    put("ols", coef(o)); put("cluster", sqrt(sandwich::vcovCL(o, f, type = "HC0", cadjust = TRUE)[2, 2]))
    put("residual", tapply(e, f, mean)); put("own", tapply(e, f, sd) / sqrt(table(f)))
    w <- lm(y ~ x + f, d); put("within", c(coef(w)[2], sqrt(vcov(w)[2, 2])))
  `);
  const pupils = exam(r["school"]!, r["x"]!, r["y"]!);

  test.each(["pooled", "mundlak"] as const)("%s: variances, effects, comparative errors, unshrunken errors", (slope) => {
    const result = mixedValueAdded(pupils, { slope, scale: "marks" });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const schools = estimated(result.value);
    expect(schools).toHaveLength(65);
    const of = (key: string) => r[`${slope}.${key}`];
    expect(worst([result.value.model!.schoolVariance], of("tau2"), 0)).toBeLessThan(1e-6);
    expect(worst([result.value.model!.residualVariance], of("sigma2"), 0)).toBeLessThan(1e-7);
    expect(
      worst(
        schools.map((each) => each.shrunken),
        of("blup"),
        0.1,
      ),
    ).toBeLessThan(1e-6);
    expect(
      worst(
        schools.map((each) => each.shrunkenError),
        of("comparative"),
        0,
      ),
    ).toBeLessThan(1e-6);
    expect(
      worst(
        schools.map((each) => each.estimate),
        of("mean"),
        0.1,
      ),
    ).toBeLessThan(1e-6);
    expect(
      worst(
        schools.map((each) => each.standardError),
        of("error"),
        0,
      ),
    ).toBeLessThan(1e-6);
    const { sharedErrors } = result.value;
    const shared = (k: number) =>
      schools[0]!.loading.reduce(
        (sum, a, i) => sum + schools[k]!.loading.reduce((inner, b, j) => inner + a * b * sharedErrors[i]![j]!, 0),
        0,
      );
    const first = schools.map((each, k) => shared(k) + (k === 0 ? each.ownVariance : 0));
    expect(worst(first, of("covariance"), 1e-3)).toBeLessThan(1e-5);
  });

  test("residual means, own errors, cluster-robust slope", () => {
    const result = regressionValueAdded(pupils, { scale: "marks", errors: "own" });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const schools = estimated(result.value);
    expect(worst([result.value.line!.intercept, result.value.line!.slope], r["ols"], 0)).toBeLessThan(1e-11);
    expect(worst([result.value.slopes!.pooledError], r["cluster"], 0)).toBeLessThan(1e-11);
    expect(worst([result.value.slopes!.within, result.value.slopes!.withinError], r["within"], 0)).toBeLessThan(1e-10);
    expect(
      worst(
        schools.map((each) => each.estimate),
        r["residual"],
        0.01,
      ),
    ).toBeLessThan(1e-11);
    expect(
      worst(
        schools.filter((each) => each.pupils > 1).map((each) => Math.sqrt(each.ownVariance)),
        r["own"],
        0,
      ),
    ).toBeLessThan(1e-11);
  });
});
