# Figures for test/statistics/least-squares.test.ts: Rscript least-squares.R > least-squares.json
# R 4.2.2, sandwich, clubSandwich. The data are whole numbers divided by 8, so that both sides read the same doubles.
suppressMessages(library(clubSandwich))
f <- function(x) paste0("[", paste(formatC(as.numeric(x), digits = 17, format = "g", width = 1), collapse = ", "), "]")
rows <- character()
put <- function(name, x) rows[length(rows) + 1] <<- sprintf('  "%s": %s', name, f(x))
set.seed(20240912)
g <- rep(1:9, times = c(3, 7, 1, 5, 9, 4, 6, 2, 8)); n <- length(g)
x <- round(8 * (rnorm(n) + rnorm(9)[g])) / 8; z <- rbinom(n, 1, 0.4); w <- 0.25 + sample(1:8, n, TRUE) / 8
y <- round(8 * (1 + 2 * x - z + rnorm(9)[g] + rnorm(n) * (1 + abs(x)))) / 8
put("g", g); put("x", x); put("z", z); put("w", w); put("y", y)
d <- data.frame(g, x, z, w, y)
for (k in c("plain", "weighted")) {
  m <- if (k == "plain") lm(y ~ x + z, d) else lm(y ~ x + z, d, weights = w)
  s <- summary(m); ci <- confint(m)
  put(paste0(k, ".estimate"), coef(m)); put(paste0(k, ".classical"), sqrt(diag(vcov(m)))); put(paste0(k, ".p"), s$coefficients[, 4])
  put(paste0(k, ".lower"), ci[, 1]); put(paste0(k, ".upper"), ci[, 2]); put(paste0(k, ".fit"), c(s$r.squared, s$sigma, deviance(m)))
  put(paste0(k, ".HC1"), sqrt(diag(sandwich::vcovHC(m, "HC1")))); put(paste0(k, ".HC3"), sqrt(diag(sandwich::vcovHC(m, "HC3"))))
}
m <- lm(y ~ x + z, d)
for (type in c("CR0", "CR1", "CR2")) put(paste0("plain.", type), sqrt(diag(vcovCR(m, cluster = g, type = type))))
t2 <- coef_test(m, vcov = "CR2", cluster = g, test = "Satterthwaite"); put("plain.CR2.df", t2$df_Satt); put("plain.CR2.p", t2$p_Satt)
cat("{\n", paste(rows, collapse = ",\n"), "\n}\n", sep = "")
