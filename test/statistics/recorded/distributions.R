# Figures for test/statistics/distributions.test.ts: Rscript distributions.R > distributions.json
# R 4.2.2. qf is recorded from 0.025 on: below, it subtracts nearly equal numbers and keeps eight digits. Arguments are decimals with few digits, so that both sides read the same doubles up to one rounding.
f <- function(x) formatC(x, digits = 17, format = "g")
rows <- character()
put <- function(name, args, value) rows[length(rows) + 1] <<- sprintf('  ["%s", [%s], %s]', name, paste(f(args), collapse = ", "), f(value))
for (x in c(-37.5, -20, -8, -3, -1.25, -0.5, -0.015625, 0.25, 1, 2.5, 6)) { put("pnorm", x, pnorm(x)); put("dnorm", x, dnorm(x)) }
for (p in c(1e-300, 1e-100, 1e-20, 1e-8, 0.001, 0.025, 0.25, 0.40625, 0.75, 0.9375)) put("qnorm", p, qnorm(p))
for (df in c(0.5, 1, 2, 3.75, 10, 29, 250, 1e4)) for (t in c(-40, -6, -2.25, -0.5, 0.125, 1.5)) { put("pt", c(t, df), pt(t, df)); put("dt", c(t, df), dt(t, df)) }
for (k in c(0.5, 1, 2, 7, 30.5, 400)) for (r in c(0.125, 0.5, 1, 1.5, 4)) { put("pchisq", c(k * r, k), pchisq(k * r, k)); put("pchisqu", c(k * r, k), pchisq(k * r, k, lower.tail = FALSE)); put("dchisq", c(k * r, k), dchisq(k * r, k)) }
for (a in c(1, 2, 5.5, 40)) for (b in c(1, 3, 12.25, 300)) for (x in c(0.0625, 0.75, 1.5, 8)) { put("pf", c(x, a, b), pf(x, a, b)); put("pfu", c(x, a, b), pf(x, a, b, lower.tail = FALSE)); put("df", c(x, a, b), df(x, a, b)) }
for (p in c(0.0001, 0.025, 0.3125, 0.5, 0.95, 0.999)) for (k in c(1, 4, 17.5, 200)) { put("qchisq", c(p, k), qchisq(p, k)); put("qt", c(p, k), qt(p, k)); if (p >= 0.025) put("qf", c(p, k, 9), qf(p, k, 9)) }
cat("[\n", paste(rows, collapse = ",\n"), "\n]\n", sep = "")
