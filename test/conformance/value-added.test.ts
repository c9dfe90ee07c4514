import { groupLevel, mixedValueAdded, readPupils, regressionValueAdded } from "school-groups/value-added";
import { expect, test } from "vitest";
import { createRandom } from "../../src/statistics/index.js";
import { answer, estimated, pupilsOf } from "../value-added/made.js";
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

describeWithR("a random level of groups against lme4", ["lme4"], () => {
  /** Schools of uneven size in groups of uneven number; a fifth of the schools stand in no group. */
  const made = (seed: number, groups: number) => {
    const random = createRandom(seed);
    const schools: { readonly group: number; readonly effect: number; readonly size: number }[] = [];
    for (let g = 0; g < groups; g += 1) {
      const shift = 4 * random.normal();
      for (let j = 1 + random.integer(4); j >= 0; j -= 1)
        schools.push({ group: g, effect: shift + 3 * random.normal(), size: 3 + random.integer(20) });
    }
    for (let j = 0; j < groups; j += 1) schools.push({ group: -1, effect: 3 * random.normal(), size: 3 + random.integer(20) });
    const rows = schools.flatMap(({ group, effect, size }, school) =>
      Array.from({ length: size }, () => {
        const prior = Math.round(60 + 10 * random.normal());
        return { school, group, prior, outcome: Math.round(2 * (20 + 0.6 * prior + effect + 8 * random.normal())) / 2 };
      }),
    );
    return { schools, rows };
  };

  test.each([
    [1, 12],
    [2, 25],
    [3, 35],
  ])("seed %i, %i groups: variances, predictions and comparative errors", (seed, groups) => {
    const { schools, rows } = made(seed, groups);
    const column = (key: "school" | "group" | "prior" | "outcome") => rows.map((row) => row[key]);
    const r = runR(
      `
      suppressMessages(library(lme4))
      tight <- lmerControl(optimizer = "nloptwrap", optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14), calc.derivs = FALSE, check.conv.singular = "ignore")
      d$s <- factor(d$school); d$h <- factor(d$group); d$i <- as.numeric(d$group >= 0)
      m <- lmer(outcome ~ prior + (0 + i | h) + (1 | s), d, control = tight)
      v <- as.data.frame(VarCorr(m)); s2 <- sigma(m)^2; ts <- v$vcov[v$grp == "s"]; th <- v$vcov[v$grp == "h"]
      put("variances", c(ts, th, s2))
      H <- d$i * model.matrix(~ h - 1, d); H <- H[, colSums(H) > 0]; S <- model.matrix(~ s - 1, d); X <- cbind(1, d$prior)
      W <- solve(s2 * diag(nrow(d)) + ts * tcrossprod(S) + th * tcrossprod(H)); C <- solve(t(X) %*% W %*% X)
      P <- W - W %*% X %*% C %*% t(X) %*% W
      put("lme4", ranef(m)$h[rownames(ranef(m)$h) != "-1", 1])
      put("error", sqrt(diag(th * diag(ncol(H)) - th^2 * t(H) %*% P %*% H)))
    `,
      { d: { school: column("school"), group: column("group"), prior: column("prior"), outcome: column("outcome") } },
    );
    const name = (letter: string, place: number) => `${letter}${String(place).padStart(3, "0")}`;
    const exam = { minimum: -200, maximum: 300, step: "0.5" };
    const design = { cohort: "made", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam }, minimumCohort: 2 };
    const marks = rows.map(({ school, prior, outcome }) => [name("s", school), prior, outcome] as const);
    const members = schools.flatMap(({ group }, k) => (group < 0 ? [] : [{ school: name("s", k), group: name("g", group) }]));
    const level = answer(groupLevel(pupilsOf(marks, design), { schools: members }));
    if (!level.identified) throw new Error(level.reason);
    const found = level.groups.flatMap((each) => (each.status === "estimated" ? [each] : []));
    expect(worst([level.schoolVariance, level.groupVariance, level.residualVariance], r["variances"], 1)).toBeLessThan(1e-4);
    expect(
      worst(
        found.map(({ shrunken }) => shrunken),
        r["lme4"],
        1,
      ),
    ).toBeLessThan(1e-4);
    expect(
      worst(
        found.map(({ shrunkenError }) => shrunkenError),
        r["error"],
        0,
      ),
    ).toBeLessThan(1e-4);
  });
});
