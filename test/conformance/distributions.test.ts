import {
  chiSquaredDensity,
  chiSquaredQuantile,
  chiSquaredTails,
  createRandom,
  fDensity,
  fQuantile,
  fTails,
  logGamma,
  normalQuantile,
  normalTails,
  studentDensity,
  studentQuantile,
  studentTails,
} from "school-groups/statistics";
import { expect, test } from "vitest";
import { describeWithR, relativeError, runR } from "./run-r.js";

const random = createRandom(2024);
const COUNT = 300;
const column = (f: () => number): number[] => Array.from({ length: COUNT }, f);
/** Between 10^low and 10^high. */
const spread = (low: number, high: number): number =>
  Number(`1e${Math.floor(low + (high - low) * random.uniform())}`) * (1 + 9 * random.uniform());

const d = {
  x: column(() => 8 * random.normal()),
  p: column(() => random.uniform()),
  q: column(() => spread(-12, -1)),
  a: column(() => spread(-1, 2)),
  b: column(() => spread(-1, 2)),
  v: column(() => spread(-2, 1)),
};

/** R's own errors: pt, pf and pchisq up to 1e-13, quantiles up to 1e-11, lgamma absolute near its zeros. */
describeWithR("distributions against R", [], () => {
  const r = (): ReturnType<typeof runR> =>
    runR(
      `put("pnorm", pnorm(d$x)); put("qnorm", qnorm(d$q)); put("lgamma", lgamma(d$a))
       put("pt", pt(-abs(d$x), d$a)); put("dt", dt(d$x, d$a)); put("qt", qt(d$q, d$a))
       put("pf", pf(d$v, d$a, d$b)); put("pfu", pf(d$v, d$a, d$b, lower.tail = FALSE)); put("df", df(d$v, d$a, d$b)); q <- qf(d$p, d$a, d$b)
       # R's search for qf goes astray for small degrees of freedom: its answer counts where its own pf takes it back
       put("qf", ifelse(abs(pf(q, d$a, d$b) / d$p - 1) < 1e-11, q, 0))
       put("pchisq", pchisq(d$v * d$a, d$a)); put("pchisqu", pchisq(d$v * d$a, d$a, lower.tail = FALSE))
       put("dchisq", dchisq(d$v * d$a, d$a)); put("qchisq", qchisq(d$p, d$a))`,
      { d },
    );
  const own: Readonly<Record<string, readonly [number, (i: number) => number]>> = {
    pnorm: [1e-13, (i) => normalTails(d.x[i] ?? 0).lower],
    qnorm: [1e-14, (i) => normalQuantile(d.q[i] ?? 0)],
    lgamma: [1e-13, (i) => logGamma(d.a[i] ?? 0)],
    pt: [1e-12, (i) => studentTails(-Math.abs(d.x[i] ?? 0), d.a[i] ?? 0).lower],
    dt: [1e-12, (i) => studentDensity(d.x[i] ?? 0, d.a[i] ?? 0)],
    qt: [1e-9, (i) => studentQuantile(d.q[i] ?? 0, d.a[i] ?? 0)],
    pf: [1e-12, (i) => fTails(d.v[i] ?? 0, d.a[i] ?? 0, d.b[i] ?? 0).lower],
    pfu: [1e-12, (i) => fTails(d.v[i] ?? 0, d.a[i] ?? 0, d.b[i] ?? 0).upper],
    df: [1e-12, (i) => fDensity(d.v[i] ?? 0, d.a[i] ?? 0, d.b[i] ?? 0)],
    qf: [1e-9, (i) => fQuantile(d.p[i] ?? 0, d.a[i] ?? 0, d.b[i] ?? 0)],
    pchisq: [1e-12, (i) => chiSquaredTails((d.v[i] ?? 0) * (d.a[i] ?? 0), d.a[i] ?? 0).lower],
    pchisqu: [1e-12, (i) => chiSquaredTails((d.v[i] ?? 0) * (d.a[i] ?? 0), d.a[i] ?? 0).upper],
    dchisq: [1e-12, (i) => chiSquaredDensity((d.v[i] ?? 0) * (d.a[i] ?? 0), d.a[i] ?? 0)],
    qchisq: [1e-9, (i) => chiSquaredQuantile(d.p[i] ?? 0, d.a[i] ?? 0)],
  };
  test("at 300 random places each", () => {
    const reported = r();
    const worst = Object.entries(own).map(([name, [bound, f]]) => {
      const values = reported[name] ?? [];
      expect(values).toHaveLength(COUNT);
      const errors = values.map((value, i) => (Math.abs(value) < 1e-290 ? 0 : relativeError(f(i), value, name === "lgamma" ? 1 : 0)));
      return { name, bound, error: Math.max(...errors) };
    });
    console.log(worst.map(({ name, error }) => `${name} ${error.toExponential(1)}`).join("  "));
    for (const { name, bound, error } of worst) expect({ name, within: error < bound }).toEqual({ name, within: true });
  });
});
