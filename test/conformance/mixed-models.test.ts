import { createStatistics, fitMixedModel, type MixedModelFit, type MixedModelOptions, type Statistics } from "school-groups/statistics";
import { expect, test } from "vitest";
import { generatedDesign, generatedRows, nearlyCollinearRows, statisticsOf, type Truth } from "../statistics/mixed-model/generated.js";
import { type Columns, describeWithR, type Reported, relativeError, runR } from "./run-r.js";

/** lme4 as tight as its optimisers go: the criterion is flat at its minimum, so parameters keep half the digits. */
const TIGHT = `
suppressMessages(library(lme4))
tight <- lmerControl(optimizer = "bobyqa", calc.derivs = FALSE, optCtrl = list(rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore",
  check.nobs.vs.nlev = "ignore", check.nobs.vs.nRE = "ignore", check.scaleX = "ignore")
report <- function(f) {
  put("criterion", if (isREML(f)) REMLcrit(f) else -2 * as.numeric(logLik(f)))
  put("beta", fixef(f)); put("se", sqrt(diag(as.matrix(vcov(f)))))
  v <- as.data.frame(VarCorr(f)); put("vc", v$vcov[is.na(v$var2)])
  put("aic", AIC(f)); put("bic", BIC(f))
}
`;

const SLEEP = "d <- with(sleepstudy, data.frame(g = Subject, x = Days, y = Reaction))";
const EXAM = "d <- with(mlmRev::Exam, data.frame(g = school, x = standLRT, z = as.numeric(sex == 'M'), y = normexam))";
const MATH = `d <- with(nlme::MathAchieve, data.frame(g = School, x = as.numeric(SES), z = as.numeric(Minority == 'Yes'),
  m = as.numeric(MEANSES), y = as.numeric(MathAch)))`;

/** Name, packages, R code for a data frame d with g (u), y and columns, formula, options. */
const cases: readonly (readonly [string, readonly string[], string, string, MixedModelOptions])[] = [
  ["sleepstudy, intercepts", [], SLEEP, "y ~ x + (1 | g)", { response: "y", fixed: ["x"] }],
  ["sleepstudy, slopes", [], SLEEP, "y ~ x + (x | g)", { response: "y", fixed: ["x"], groupSlopes: ["x"] }],
  ["Dyestuff", [], "d <- with(Dyestuff, data.frame(g = Batch, y = Yield))", "y ~ (1 | g)", { response: "y", fixed: [] }],
  ["Dyestuff2, singular", [], "d <- with(Dyestuff2, data.frame(g = Batch, y = Yield))", "y ~ (1 | g)", { response: "y", fixed: [] }],
  [
    "Pastes, three levels",
    [],
    "d <- with(Pastes, data.frame(g = sample, u = batch, y = strength))",
    "y ~ (1 | u) + (1 | g)",
    { response: "y", fixed: [], upper: true },
  ],
  ["Exam, intercepts", ["mlmRev"], EXAM, "y ~ x + z + (1 | g)", { response: "y", fixed: ["x", "z"] }],
  ["Exam, slopes", ["mlmRev"], EXAM, "y ~ x + z + (x | g)", { response: "y", fixed: ["x", "z"], groupSlopes: ["x"] }],
  ["MathAchieve, intercepts", ["nlme"], MATH, "y ~ x + z + m + (1 | g)", { response: "y", fixed: ["x", "z", "m"] }],
  ["MathAchieve, slopes", ["nlme"], MATH, "y ~ x + z + m + (x | g)", { response: "y", fixed: ["x", "z", "m"], groupSlopes: ["x"] }],
];

/** The data as R has them, on a grid fine enough for every printed digit. */
function collect(reported: Reported, options: MixedModelOptions): Statistics {
  const names = [...options.fixed, options.response];
  const upper = options.upper === true;
  const step = (id: string): string => (Math.max(...reported[id]!.map(Math.abs)) > 400 ? "0.000000001" : "0.0000000001");
  const statistics = createStatistics({ columns: names.map((id) => ({ id, step: step(id), width: "wide" })), upper, groupProducts: true });
  statistics.addColumns({
    group: reported["g"]!.map((code) => `${code}`),
    ...(upper ? { upper: reported["u"]!.map((code) => `${code}`) } : {}),
    values: Object.fromEntries(names.map((id) => [id, reported[id]!])),
  });
  return statistics;
}

function fitted(statistics: Statistics, options: MixedModelOptions): MixedModelFit {
  const result = fitMixedModel(statistics, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** Ours against lme4's: the criterion to 1e-9, parameters to lme4's looseness, our gradient nil. */
function compare(fit: MixedModelFit, lme4: Reported, loose: number): void {
  const reference = lme4["criterion"]![0]!;
  expect(relativeError(fit.criterion, reference, 1)).toBeLessThan(1e-9);
  expect(fit.optimiser.converged).toBe(true);
  expect(fit.optimiser.gradientNorm).toBeLessThan(1e-8);
  expect(relativeError(fit.aic, lme4["aic"]![0]!, 1)).toBeLessThan(1e-9);
  expect(relativeError(fit.bic, lme4["bic"]![0]!, 1)).toBeLessThan(1e-9);
  const total = fit.variances.reduce((sum, { variance }) => sum + variance, 0);
  fit.fixed.forEach(({ estimate, standardError }, k) => {
    expect(Math.abs(estimate - lme4["beta"]![k]!) / standardError).toBeLessThan(loose);
    expect(relativeError(standardError, lme4["se"]![k]!)).toBeLessThan(loose);
  });
  // lme4 lists levels by their number of units, so compare as sets.
  const ours = fit.variances.map(({ variance }) => variance).sort((a, b) => a - b);
  [...lme4["vc"]!]
    .sort((a, b) => a - b)
    .forEach((variance, k) => {
      expect(Math.abs(ours[k]! - variance) / Math.max(variance, 1e-6 * total)).toBeLessThan(20 * loose);
    });
}

for (const [name, packages, data, formula, options] of cases) {
  describeWithR(`lme4 on ${name}`, ["lme4", ...packages], () => {
    test.each(["REML", "ML"] as const)("%s", (method) => {
      const columns = [...options.fixed, options.response, "g", ...(options.upper === true ? ["u"] : [])];
      const lme4 = runR(`${TIGHT}\n${data}
report(lmer(${formula}, d, REML = ${method === "REML" ? "TRUE" : "FALSE"}, control = tight))
${columns.map((id) => `put("${id}", d$${id})`).join("\n")}`);
      compare(fitted(collect(lme4, options), { ...options, method }), lme4, 1e-5);
    });
  });
}

describeWithR("lme4's profiles, effects and conditional errors", ["lme4"], () => {
  test("sleepstudy, intercepts and slopes, ML", () => {
    const lme4 = runR(`${TIGHT}\n${SLEEP}
for (k in 1:2) {
  f <- lmer(if (k == 1) y ~ x + (1 | g) else y ~ x + (x | g), d, REML = FALSE, control = tight)
  p <- suppressWarnings(confint(f, parm = "theta_", oldNames = FALSE, quiet = TRUE, level = 0.95)); s <- grepl("^sd|^sigma", rownames(p))
  put(paste0("limits", k), t(p[s, ]^2)); if (k == 2) put("correlation", p[grepl("^cor", rownames(p)), ])
  r <- as.data.frame(ranef(f)); put(paste0("effect", k), r$condval); put(paste0("error", k), r$condsd)
}
# Without confint's interpolation: where the deviance itself, minimised with the correlation held, is the quantile above its minimum.
dev <- lmer(y ~ x + (x | g), d, REML = FALSE, devFunOnly = TRUE)
held <- function(r) optim(c(1, 0.3), function(q) if (any(q < 0)) 1e10 else dev(c(q[1], r * q[2], sqrt(1 - r^2) * q[2])),
  control = list(reltol = 1e-15, maxit = 5000))$value
over <- function(r) held(r) + 2 * as.numeric(logLik(f)) - qchisq(0.95, 1)
put("direct", c(uniroot(over, c(-0.9, 0), tol = 1e-9)$root, uniroot(over, c(0.2, 0.95), tol = 1e-9)$root))
put("x", d$x); put("y", d$y); put("g", d$g)`);
    const options: MixedModelOptions = { response: "y", fixed: ["x"], method: "ML", confidence: 0.95 };
    const statistics = collect(lme4, options);
    [options, { ...options, groupSlopes: ["x"] }].forEach((own, k) => {
      const fit = fitted(statistics, own);
      const limits = fit.variances.flatMap(({ low, high }) => [low!, high!]);
      lme4[`limits${k + 1}`]!.forEach((limit, i) => {
        expect(relativeError(limits[i]!, limit)).toBeLessThan(1e-4);
      });
      fit.covariances.forEach(({ low, high }) => {
        [low!, high!].forEach((limit, i) => {
          expect(Math.abs(limit - lme4["correlation"]![i]!)).toBeLessThan(2e-4);
          expect(Math.abs(limit - lme4["direct"]![i]!)).toBeLessThan(1e-7);
        });
      });
      expect(fit.covariances).toHaveLength(k);
      // lme4 lists a coefficient's effects in the order of their size where asked; here by level of the factor, sorted the same way.
      const byName = [...fit.groups].sort((a, b) => Number(a.group) - Number(b.group));
      for (let c = 0; c <= k; c++) {
        const effects = byName.map((unit) => unit.effects[c]!);
        const at = c * effects.length;
        const theirs = lme4[`effect${k + 1}`]!.slice(at, at + effects.length).sort((a, b) => a - b);
        const ours = effects.map(({ estimate }) => estimate).sort((a, b) => a - b);
        ours.forEach((estimate, j) => {
          expect(Math.abs(estimate - theirs[j]!) / effects[j]!.comparativeError).toBeLessThan(1e-4);
          expect(relativeError(effects[j]!.conditionalError, lme4[`error${k + 1}`]![at + j]!)).toBeLessThan(1e-4);
        });
      }
    });
  });

  test("Satterthwaite's degrees of freedom from numerical derivatives of the likelihood of its definition", () => {
    const lme4 = runR(`${TIGHT}\n${SLEEP}
d <- d[-c(3, 17, 18, 40:47, 99, 130:134), ]
f <- lmer(y ~ x + (1 | g), d, control = tight); put("x", d$x); put("y", d$y); put("g", d$g)
X <- getME(f, "X"); Z <- as.matrix(getME(f, "Z")); y <- d$y
parts <- function(par) {
  W <- solve(exp(par[2]) * (diag(nrow(X)) + exp(par[1]) * Z %*% t(Z))); A <- t(X) %*% W %*% X; r <- y - X %*% solve(A, t(X) %*% W %*% y)
  list(dev = as.numeric(determinant(A)$modulus - determinant(W)$modulus + t(r) %*% W %*% r), vcov = solve(A))
}
par <- c(2 * log(getME(f, "theta")), 2 * log(sigma(f)))
A <- 2 * solve(numDeriv::hessian(function(p) parts(p)$dev, par))
put("df", sapply(1:2, function(k) {
  g <- numDeriv::grad(function(p) parts(p)$vcov[k, k], par); 2 * parts(par)$vcov[k, k]^2 / sum(g * (A %*% g))
}))`);
    const options: MixedModelOptions = { response: "y", fixed: ["x"] };
    fitted(collect(lme4, options), options).fixed.forEach(({ df }, k) => {
      expect(relativeError(df, lme4["df"]![k]!)).toBeLessThan(1e-4);
    });
  });
});

const size = (random: () => number): number => 1 + Math.floor(20 * random() * random());
const nested = { uppers: 10, groupsPerUpper: 5, size, sdUpper: 1, sdGroup: 1, sdResidual: 2 };
const sparse = (random: () => number): number => Math.max(0, Math.floor(12 * random()) - 3);
const generated: readonly (Truth & { readonly name: string; readonly loose?: number })[] = [
  { name: "unbalanced with single-row groups", ...nested, seed: 21, uppers: 12 },
  { name: "empty groups", ...nested, seed: 22, size: sparse, sdGroup: 0.5, sdResidual: 1 },
  { name: "an offset of a million", ...nested, seed: 23, offset: 1e6, loose: 1e-3 },
  { name: "a variance ratio of 1e-6", ...nested, seed: 24, sdUpper: 0.001, sdGroup: 0.001, sdResidual: 1 },
  { name: "a variance ratio of 1e6", ...nested, seed: 25, sdUpper: 100, sdGroup: 100, sdResidual: 0.1, loose: 1e-3 },
  { name: "weights", ...nested, seed: 26, weighted: true },
];

function tableOf(rows: ReturnType<typeof generatedRows>): Columns {
  return {
    g: rows.map(({ group, upper }) => `${upper}/${group}`),
    u: rows.map(({ upper }) => upper ?? "none"),
    w: rows.map(({ weight }) => weight ?? 1),
    x: rows.map(({ values }) => values["x"]!),
    z: rows.map(({ values }) => values["z"]!),
    y: rows.map(({ values }) => values["y"]!),
  };
}

for (const truth of generated) {
  describeWithR(`lme4 on generated data: ${truth.name}`, ["lme4"], () => {
    const rows = generatedRows(truth);
    const statistics = statisticsOf(rows, truth.weighted === true ? { ...generatedDesign, weightStep: "1" } : generatedDesign);
    const offset = truth.offset ?? 0;

    test.each(["REML", "ML"] as const)("%s, two levels and three", (method) => {
      for (const upper of [false, true]) {
        // R's own arithmetic loses digits to an offset; it is taken away from R's copy only.
        const lme4 = runR(
          `${TIGHT}\nd <- transform(d, x = round(x - ${offset}, 3), z = round(z - ${offset}, 3), y = round(y - ${offset}, 4))
report(lmer(y ~ x + z + ${upper ? "(1 | u) + " : ""}(1 | g), d, weights = w, REML = ${method === "REML" ? "TRUE" : "FALSE"}, control = tight))`,
          { d: tableOf(rows) },
        );
        const fit = fitted(statistics, { response: "y", fixed: ["x", "z"], method, upper });
        const [constant, x, z] = fit.fixed as [
          MixedModelFit["fixed"][number],
          MixedModelFit["fixed"][number],
          MixedModelFit["fixed"][number],
        ];
        const estimate = constant.estimate + offset * (x.estimate + z.estimate) - offset;
        const fixed = offset === 0 ? fit.fixed : [{ ...constant, estimate, standardError: lme4["se"]![0]! }, x, z];
        compare({ ...fit, fixed }, lme4, truth.loose ?? 1e-5);
      }
    });
  });
}

describeWithR("lme4 on partially nested data", ["lme4"], () => {
  test("groups without an upper unit have no effect of one", () => {
    const rows = generatedRows({ ...nested, seed: 31, free: 10, sdUpper: 2 });
    const lme4 = runR(`${TIGHT}\nd$k <- as.numeric(d$u != "none")\nreport(lmer(y ~ x + z + (0 + k | u) + (1 | g), d, control = tight))`, {
      d: tableOf(rows),
    });
    compare(fitted(statisticsOf(rows), { response: "y", fixed: ["x", "z"] }), lme4, 1e-5);
  });
});

describeWithR("lme4 with slopes on two levels", ["lme4"], () => {
  test("of groups and of upper units", () => {
    const rows = generatedRows({ ...nested, seed: 32, uppers: 15, sdSlope: 0.7, sdUpper: 2 });
    const lme4 = runR(`${TIGHT}\nreport(lmer(y ~ x + z + (z | u) + (x | g), d, control = tight))`, { d: tableOf(rows) });
    const fit = fitted(statisticsOf(rows), { response: "y", fixed: ["x", "z"], groupSlopes: ["x"], upperSlopes: ["z"] });
    // lme4's search in seven parameters may stop early; ours may not be above it.
    expect(fit.criterion - lme4["criterion"]![0]!).toBeLessThan(1e-9 * fit.criterion);
    expect(relativeError(fit.criterion, lme4["criterion"]![0]!)).toBeLessThan(1e-7);
    expect(fit.optimiser.gradientNorm).toBeLessThan(1e-8 * fit.criterion);
  });
});

describeWithR("lme4 on nearly collinear columns", ["lme4"], () => {
  test("two columns that differ in the fourth digit", () => {
    // In the fifth digit lme4 is 2.6e-9 off: test/statistics/mixed-model/near-collinear.test.ts has the truth to 50 digits.
    const rows = nearlyCollinearRows(4);
    const design = { ...generatedDesign, columns: generatedDesign.columns.map((column) => ({ ...column, step: "0.00001" })) };
    const lme4 = runR(`${TIGHT}\nreport(lmer(y ~ x + z + (1 | g), d, control = tight))`, { d: tableOf(rows) });
    compare(fitted(statisticsOf(rows, design), { response: "y", fixed: ["x", "z"], upper: false }), lme4, 1e-4);
  });
});

const nlmeCases: readonly (readonly [string, readonly string[], string, string, string, MixedModelOptions])[] = [
  ["Exam, intercepts", ["mlmRev"], EXAM, "y ~ x", "~ 1 | g", { response: "y", fixed: ["x"] }],
  ["MathAchieve, intercepts", [], MATH, "y ~ x + z + m", "~ 1 | g", { response: "y", fixed: ["x", "z", "m"] }],
  ["MathAchieve, slopes", [], MATH, "y ~ x + m", "~ x | g", { response: "y", fixed: ["x", "m"], groupSlopes: ["x"] }],
];

for (const [name, packages, data, formula, random, options] of nlmeCases) {
  describeWithR(`nlme on ${name}`, ["nlme", ...packages], () => {
    test.each(["REML", "ML"] as const)("log likelihood, fixed effects and standard deviations, %s", (method) => {
      const columns = [...options.fixed, options.response, "g"];
      const nlme = runR(`suppressMessages(library(nlme))\n${data}
f <- lme(${formula}, d, ${random}, method = "${method}", control = lmeControl(tolerance = 1e-12, msTol = 1e-14, maxIter = 500, msMaxIter = 500))
put("loglik", logLik(f)); put("sd", as.numeric(VarCorr(f)[, "StdDev"])); put("beta", fixef(f)); put("se", summary(f)$tTable[, "Std.Error"])
${columns.map((id) => `put("${id}", d$${id})`).join("\n")}`);
      const fit = fitted(collect(nlme, options), { ...options, method });
      expect(relativeError(fit.logLikelihood, nlme["loglik"]![0]!)).toBeLessThan(1e-9);
      fit.variances.forEach(({ sd }, k) => {
        expect(relativeError(sd, nlme["sd"]![k]!)).toBeLessThan(1e-4);
      });
      fit.fixed.forEach(({ estimate, standardError }, k) => {
        expect(Math.abs(estimate - nlme["beta"]![k]!) / standardError).toBeLessThan(1e-4);
        // nlme's own standard errors of ML fits carry the factor √(n/(n − p)).
        const factor = method === "ML" ? Math.sqrt(fit.rows / (fit.rows - fit.fixed.length)) : 1;
        expect(relativeError(standardError * factor, nlme["se"]![k]!)).toBeLessThan(1e-4);
      });
    });
  });
}
