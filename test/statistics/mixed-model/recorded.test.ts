import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createStatistics } from "../../../src/statistics/exact/statistics.js";
import { fitMixedModel } from "../../../src/statistics/mixed-model/fit.js";

interface Figures {
  readonly criterion: number;
  readonly beta: readonly number[];
  readonly se: readonly number[];
  readonly group: number | readonly number[];
  readonly upper: number | readonly number[];
  readonly residual: number;
  readonly effect: readonly number[];
  readonly error: readonly number[];
  readonly names: readonly string[];
}

interface Recorded {
  readonly name: string;
  readonly data: Readonly<Record<"g" | "u" | "w" | "x" | "z" | "y", readonly number[]>>;
  readonly options: { readonly upper?: boolean; readonly slopes?: boolean; readonly weights?: boolean };
  readonly figures: Readonly<Record<"REML" | "ML", Figures>>;
}

const file = new URL("../recorded/mixed-models.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Recorded[] };
const relative = (x: number, reference: number, floor = 0): number => Math.abs(x - reference) / Math.max(Math.abs(reference), floor);

describe.each(cases)("lme4's recorded figures: $name", ({ data, options, figures }) => {
  const upper = options.upper === true;
  const statistics = createStatistics({
    columns: [
      { id: "x", origin: "60", step: "0.1" },
      { id: "z", step: "1" },
      { id: "y", origin: "20", step: "0.01" },
    ],
    upper,
    ...(options.weights === true ? { weightStep: "1" } : {}),
    groupProducts: options.slopes === true,
  });
  statistics.addColumns({
    group: data.g.map(String),
    ...(upper ? { upper: data.u.map(String) } : {}),
    ...(options.weights === true ? { weight: data.w } : {}),
    values: { x: data.x, z: data.z, y: data.y },
  });

  it.each(["REML", "ML"] as const)("%s", (method) => {
    const expected = figures[method];
    const result = fitMixedModel(statistics, {
      response: "y",
      fixed: ["x", "z"],
      method,
      ...(options.slopes === true ? { groupSlopes: ["x"] } : {}),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const fit = result.value;
    expect(relative(fit.criterion, expected.criterion)).toBeLessThan(1e-9);
    expect(fit.optimiser.gradientNorm).toBeLessThan(1e-8);
    fit.fixed.forEach(({ estimate, standardError }, k) => {
      expect(Math.abs(estimate - expected.beta[k]!) / standardError).toBeLessThan(1e-4);
      expect(relative(standardError, expected.se[k]!)).toBeLessThan(1e-4);
    });
    const of = (level: string): number[] => fit.variances.filter((component) => component.level === level).map(({ variance }) => variance);
    const total = fit.variances.reduce((sum, { variance }) => sum + variance, 0);
    [expected.group].flat().forEach((variance, k) => {
      expect(relative(of("group")[k]!, variance, 1e-4 * total)).toBeLessThan(1e-3);
    });
    [expected.upper].flat().forEach((variance, k) => {
      expect(relative(of("upper")[k]!, variance)).toBeLessThan(1e-3);
    });
    expect(relative(of("residual")[0]!, expected.residual)).toBeLessThan(1e-5);
    expected.names.forEach((name, k) => {
      const [effect] = fit.groups.find(({ group }) => group === name)!.effects;
      expect(Math.abs(effect!.estimate - expected.effect[k]!)).toBeLessThan(1e-3 * Math.sqrt(total));
      expect(Math.abs(effect!.conditionalError - expected.error[k]!)).toBeLessThan(1e-3 * Math.sqrt(total));
    });
  });
});
