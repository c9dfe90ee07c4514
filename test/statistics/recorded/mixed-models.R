# Writes mixed-models.json beside it: generated data with the figures of lme4 (its search drawn tight). Run: Rscript mixed-models.R
suppressMessages({ library(lme4); library(jsonlite) })
tight <- lmerControl(optimizer = "bobyqa", calc.derivs = FALSE, optCtrl = list(rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore")
generate <- function(seed, uppers, groups, sizes, sd_upper, sd_group, sd_slope, sd_residual) {
  set.seed(seed)
  g <- rep(seq_len(uppers * groups), times = sample(sizes, uppers * groups, replace = TRUE))
  u <- (g - 1) %/% groups + 1
  x <- round(rnorm(length(g), 60, 10) + rnorm(max(g), 0, 5)[g], 1)
  z <- rbinom(length(g), 1, 0.4)
  y <- 20 + (0.7 + sd_slope * rnorm(max(g))[g]) * (x - 60) + 2 * z + sd_upper * rnorm(max(u))[u] + sd_group * rnorm(max(g))[g] + sd_residual * rnorm(length(g))
  data.frame(g, u, w = sample(1:4, length(g), replace = TRUE), x, z, y = round(y, 2))
}
figures <- function(formula, d, weights = NULL) {
  d$weights <- if (is.null(weights)) 1 else weights
  lapply(c(REML = TRUE, ML = FALSE), function(reml) {
    f <- lmer(formula, d, weights = weights, REML = reml, control = tight)
    v <- as.data.frame(VarCorr(f)); r <- as.data.frame(ranef(f)); r <- r[r$grpvar == "g" & r$term == "(Intercept)", ]
    list(criterion = if (reml) REMLcrit(f) else -2 * as.numeric(logLik(f)), beta = unname(fixef(f)),
      se = unname(sqrt(diag(as.matrix(vcov(f))))), group = v$vcov[v$grp == "g" & is.na(v$var2)], upper = v$vcov[v$grp == "u" & is.na(v$var2)],
      residual = v$vcov[v$grp == "Residual"], effect = r$condval, error = r$condsd, names = as.character(r$grp))
  })
}
a <- generate(1, 8, 3, 1:14, 3, 4, 0, 8)
b <- generate(2, 10, 4, 2:8, 5, 3, 0, 6)
s <- generate(3, 6, 4, 5:15, 0, 4, 0.3, 5)
n <- generate(4, 5, 4, 2:9, 0, 0, 0, 7)
cases <- list(
  list(name = "two levels, unbalanced", data = a, options = list(), figures = figures(y ~ x + z + (1 | g), a)),
  list(name = "three levels", data = b, options = list(upper = TRUE), figures = figures(y ~ x + z + (1 | u) + (1 | g), b)),
  list(name = "random slopes", data = s, options = list(slopes = TRUE), figures = figures(y ~ x + z + (x | g), s)),
  list(name = "weights", data = a, options = list(weights = TRUE), figures = figures(y ~ x + z + (1 | g), a, a$w)),
  list(name = "next to no group variance", data = n, options = list(), figures = figures(y ~ x + z + (1 | g), n))
)
write(toJSON(list(versions = list(R = as.character(getRversion()), lme4 = as.character(packageVersion("lme4"))), cases = cases),
  dataframe = "columns", auto_unbox = TRUE, digits = NA), "mixed-models.json")
