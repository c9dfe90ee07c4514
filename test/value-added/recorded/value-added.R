# Figures for test/value-added/recorded.test.ts: Rscript value-added.R > value-added.json
# R 4.2.2, lme4 1.1.31, sandwich. A made-up cohort: 42 schools of 5 to 24 pupils, 34 of them in 14 groups; marks in halves of 0 to 100.
suppressMessages({ library(lme4); library(sandwich) })
f <- function(x) paste0("[", paste(formatC(as.numeric(x), digits = 17, format = "g", width = 1), collapse = ", "), "]")
rows <- character()
put <- function(name, x) rows[length(rows) + 1] <<- sprintf('  "%s": %s', name, f(x))
tight <- lmerControl(optimizer = "nloptwrap", optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14), calc.derivs = FALSE)

set.seed(20241208)
upper <- c(rep(1:14, times = rep(c(2, 3), times = c(8, 6))), rep(0, 8)); schools <- length(upper)
g <- rep(seq_len(schools), times = sample(5:24, schools, replace = TRUE)); n <- length(g); u <- upper[g]
halves <- function(x) pmin(100, pmax(0, round(2 * x) / 2))
x <- halves(60 + 6 * rnorm(schools)[g] + 10 * rnorm(n))
grouped <- as.numeric(u > 0)
y <- halves(18 + 0.7 * x + 3 * rnorm(14)[pmax(u, 1)] * grouped + 3 * rnorm(schools)[g] + 7 * rnorm(n))
put("school", g); put("group", upper); put("prior", x); put("outcome", y)
s <- factor(g); size <- as.numeric(table(s)); M <- t(model.matrix(~ s - 1)) / size

# Gains: population z of the area; a school's mean and error from a cell-means model, spread pooled or of its own.
z <- function(v) (v - mean(v)) / sqrt(mean((v - mean(v))^2))
gain <- z(y) - z(x); m <- summary(lm(gain ~ s - 1))$coefficients
put("gain.mean", m[, 1]); put("gain.error", m[, 2]); put("gain.own", tapply(gain, s, sd) / sqrt(size))

# Bands with given edges: expected are the band's means; the error is the population sd of differences by the root of pupils.
edges <- c(0, 50, 55, 60, 65, 70, 80); band <- findInterval(x, edges); expected <- as.numeric(tapply(y, band, mean))
put("band.from", edges); put("band.expected", expected)
d <- y - expected[band]; put("band.mean", tapply(d, s, mean)); put("band.error", sqrt(mean((d - mean(d))^2) / size))

# Residuals of the line through all, their errors, and the line's error robust against schools as clusters.
o <- lm(y ~ x); e <- residuals(o); put("line", coef(o)); put("cluster", sqrt(vcovCL(o, s, type = "HC0", cadjust = TRUE)[2, 2]))
put("residual.mean", tapply(e, s, mean)); put("residual.own", tapply(e, s, sd) / sqrt(size))
w <- lm(y ~ x + s); put("within", c(coef(w)[["x"]], sqrt(vcov(w)["x", "x"])))
put("between", coef(lm(tapply(y, s, mean) ~ tapply(x, s, mean), weights = size))[2])

# Effects of schools (and groups): lme4's variances; predictions and errors by matrices of the whole, held against lme4's own.
mixed <- function(key, X, fit, Zs) {
  v <- as.data.frame(VarCorr(fit)); s2 <- sigma(fit)^2
  t2 <- sapply(names(Zs), function(k) v$vcov[v$grp == k])
  put(paste0(key, ".variances"), c(t2, s2)); b <- fixef(fit); put(paste0(key, ".fixed"), b)
  V <- s2 * diag(n); for (k in names(Zs)) V <- V + t2[[k]] * tcrossprod(Zs[[k]])
  W <- solve(V); C <- solve(t(X) %*% W %*% X); P <- W - W %*% X %*% C %*% t(X) %*% W
  for (k in names(Zs)) {
    Z <- Zs[[k]]; Z <- Z[, colSums(Z) > 0]; r <- ranef(fit)[[k]]
    blup <- as.numeric(t2[[k]] * t(Z) %*% W %*% (y - X %*% b))
    stopifnot(max(abs(blup - r[rownames(r) != "0", 1])) < 1e-6)
    put(paste0(key, ".", k, ".shrunken"), blup)
    put(paste0(key, ".", k, ".comparative"), sqrt(diag(t2[[k]] * diag(ncol(Z)) - t2[[k]]^2 * t(Z) %*% P %*% Z)))
  }
  # Residual mean less effect, as a linear map of effects and residuals.
  if (length(Zs) == 1) {
    L <- M - (M %*% X) %*% (C %*% t(X) %*% W); Z <- Zs[[1]]
    E <- t2[[1]] * tcrossprod(L %*% Z - diag(schools)) + s2 * tcrossprod(L)
    put(paste0(key, ".mean"), M %*% (y - X %*% b)); put(paste0(key, ".error"), sqrt(diag(E))); put(paste0(key, ".covariance"), E[1, ])
  }
}
Z <- model.matrix(~ s - 1); a <- as.numeric(ave(x, s)); h <- factor(u)
mixed("pooled", cbind(1, x), lmer(y ~ x + (1 | s), control = tight), list(s = Z))
mixed("mundlak", cbind(1, x, a), lmer(y ~ x + a + (1 | s), control = tight), list(s = Z))
# Schools in no group have no effect of a group: partially nested.
mixed("levels", cbind(1, x), lmer(y ~ x + (0 + grouped | h) + (1 | s), control = tight), list(s = Z, h = grouped * model.matrix(~ h - 1)))
cat("{\n", paste(rows, collapse = ",\n"), "\n}\n", sep = "")
