import { type CovarianceEstimator, createRandom, leastSquares, type RegressionData } from "school-groups/statistics";
import { expect, test } from "vitest";
import { describeWithR, relativeError, runR } from "./run-r.js";

/** Pupils in clusters of unequal size, with a dummy, heteroskedastic rows and an offset. */
function generated(seed: number, options: { readonly clusters: number; readonly offset: number; readonly slope: number }): RegressionData {
  const random = createRandom(seed);
  const rows = Array.from({ length: options.clusters }, (_, g) => ({ g, size: 1 + random.integer(12), effect: random.normal() }));
  const cells = rows.flatMap(({ g, size, effect }) =>
    Array.from({ length: size }, () => {
      const x = random.normal() + effect / 2;
      const z = random.uniform() < 0.4 ? 1 : 0;
      const y = options.offset + options.slope * x + 0.3 * z + effect + random.normal() * (1 + Math.abs(x));
      return { g: `c${g}`, x: options.offset + x, z, y, w: 0.5 + random.uniform() };
    }),
  );
  return {
    response: cells.map((cell) => cell.y),
    columns: [
      { name: "x", values: cells.map((cell) => cell.x) },
      { name: "z", values: cells.map((cell) => cell.z) },
    ],
    weights: cells.map((cell) => cell.w),
    clusters: cells.map((cell) => cell.g),
  };
}

const cases = [
  { name: "plain", seed: 11, clusters: 30, offset: 0, slope: 2 },
  { name: "few clusters", seed: 12, clusters: 5, offset: 0, slope: -1 },
  { name: "offset of a million", seed: 13, clusters: 40, offset: 1e6, slope: 1 },
];

function fit(data: RegressionData, errors: CovarianceEstimator, weighted: boolean) {
  const result = leastSquares(weighted ? data : { ...data, weights: undefined }, { errors });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/**
 * What R is given: x and y without their offset, an exact subtraction. The sandwich packages multiply uncentred cross-products and keep
 * only four digits of an offset of a million; slopes and their errors do not depend on it.
 */
function table(data: RegressionData, offset: number) {
  const shift = (values: ArrayLike<number> = []): number[] => Array.from(values, (value) => value - offset);
  return {
    y: shift(data.response),
    x: shift(data.columns[0]?.values),
    z: data.columns[1]?.values ?? [],
    w: data.weights ?? [],
    g: data.clusters ?? [],
  };
}

describeWithR("least squares against lm, sandwich and clubSandwich", ["sandwich", "clubSandwich"], () => {
  test.each(cases)("$name: coefficients, classical, HC1, HC3", ({ seed, ...options }) => {
    const data = generated(seed, options);
    const r = runR(
      `x0 <- d$x[1]
       for (w in c(FALSE, TRUE)) {
         m <- if (w) lm(y ~ x + z, d, weights = w0) else lm(y ~ x + z, d)
         k <- if (w) "w" else "u"
         put(paste0(k, ".b"), coef(m)); put(paste0(k, ".classical"), sqrt(diag(vcov(m))))
         put(paste0(k, ".HC1"), sqrt(diag(sandwich::vcovHC(m, "HC1")))); put(paste0(k, ".HC3"), sqrt(diag(sandwich::vcovHC(m, "HC3"))))
         put(paste0(k, ".r2"), summary(m)$r.squared); put(paste0(k, ".sigma"), summary(m)$sigma)
         put(paste0(k, ".p"), summary(m)$coefficients[, 4])
       }`.replace("w0", "d$w"),
      { d: table(data, options.offset) },
    );
    const bound = 1e-9;
    for (const [key, weighted] of [["u", false] as const, ["w", true] as const]) {
      for (const errors of ["classical", "HC1", "HC3"] as const) {
        const own = fit(data, errors, weighted);
        for (const [j, c] of own.coefficients.entries()) {
          if (j === 0 && options.offset > 0) continue;
          expect(relativeError(c.estimate, r[`${key}.b`]?.[j] ?? Number.NaN)).toBeLessThan(bound);
          expect(relativeError(c.standardError ?? 0, r[`${key}.${errors}`]?.[j] ?? Number.NaN)).toBeLessThan(bound);
          if (errors === "classical") expect(relativeError(c.pValue ?? 0, r[`${key}.p`]?.[j] ?? Number.NaN)).toBeLessThan(100 * bound);
        }
        expect(relativeError(own.rSquared ?? 0, r[`${key}.r2`]?.[0] ?? Number.NaN)).toBeLessThan(bound);
        expect(relativeError(own.residualSd ?? 0, r[`${key}.sigma`]?.[0] ?? Number.NaN)).toBeLessThan(bound);
      }
    }
  });

  test.each(cases)("$name: CR0, CR1, CR2 with Satterthwaite's degrees of freedom", ({ seed, ...options }) => {
    const data = generated(seed, options);
    // CR2 of weighted rows is that of the whitened model; lm gets it as √w y on √w X
    const r = runR(
      `m <- lm(y ~ x + z, d)
       s <- sqrt(d$w); d$one <- s; d$sx <- s * d$x; d$sz <- s * d$z; d$sy <- s * d$y
       v <- lm(sy ~ 0 + one + sx + sz, d)
       library(clubSandwich)
       for (k in c("CR0", "CR1", "CR2")) {
         put(paste0("u.", k), sqrt(diag(vcovCR(m, cluster = d$g, type = k))))
         put(paste0("w.", k), sqrt(diag(vcovCR(v, cluster = d$g, type = k))))
       }
       put("u.df", coef_test(m, vcov = "CR2", cluster = d$g, test = "Satterthwaite")$df_Satt)
       put("w.df", coef_test(v, vcov = "CR2", cluster = d$g, test = "Satterthwaite")$df_Satt)`,
      { d: table(data, options.offset) },
    );
    const bound = 1e-9;
    for (const [key, weighted] of [["u", false] as const, ["w", true] as const]) {
      for (const errors of ["CR0", "CR1", "CR2"] as const) {
        const own = fit(data, errors, weighted);
        for (const [j, c] of own.coefficients.entries()) {
          if (j === 0 && options.offset > 0) continue;
          expect(relativeError(c.standardError ?? 0, r[`${key}.${errors}`]?.[j] ?? Number.NaN)).toBeLessThan(bound);
          if (errors === "CR2") expect(relativeError(c.df ?? 0, r[`${key}.df`]?.[j] ?? Number.NaN)).toBeLessThan(bound);
        }
      }
    }
  });
});
