import { describe, expect, test } from "vitest";
import { madeUpSeniorCohort } from "../../examples/made-up/senior-cohort.js";
import type { District } from "../../src/domain/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { cn } from "../../src/packs/cn.js";
import { resolvePolicies, valueOn } from "../../src/policy/index.js";
import { assessDistrict, type DistrictReport, renderText } from "../../src/report/index.js";
import {
  attainmentBands,
  gainScores,
  groupValueAdded,
  meanAndRates,
  mixedValueAdded,
  type PupilMethod,
  rankChange,
  rateCutsGrades1To6,
  rateIndexGrades7To8,
  readPupils,
  regressionValueAdded,
} from "../../src/value-added/index.js";

const policy = resolvePolicies([]);
if (!policy.ok) throw new Error("no pack, no contradiction");
const resolved = policy.value;
const national = resolvePolicies([cn]);
const figureOf = (id: string) => (national.ok ? valueOn(national.value, id, "2024-07-01") : undefined);
const { design, years, pupils: rows, roll, groups } = madeUpSeniorCohort(7);
const ids = [...new Set(roll.map(({ school }) => school))];
const district: District = {
  format: "school-groups.district.v1",
  name: "虚构区",
  schools: ids.map((id) => ({ id, name: id, stages: ["senior"] })),
  groups,
};

function reportBy(method: PupilMethod | undefined): DistrictReport {
  const inputs = { pupils: { rows, design, stage: "senior" as const, years, roll, method } };
  return assessDistrict(district, { policy: resolved, asOf: "2024-07-01", inputs });
}

function partOf(report: DistrictReport) {
  if (report.valueAdded.status !== "done") throw new Error(JSON.stringify(report.valueAdded));
  return report.valueAdded.value;
}

const read = readPupils(rows, design, { roll });
if (!read.ok) throw new Error("the cohort is sound");
const pupils = read.value;
const rates = { rates: rateCutsGrades1To6(figureOf) };
const bands = { bands: 10, floorSds: 2, scale: "marks" } as const;

/** Each method's own answer, asked without a report. */
const METHODS = [
  ["gain-scores", { kind: "gain-scores" }, gainScores(pupils)],
  ["rank-change", { kind: "rank-change", unit: "places" }, rankChange(pupils, { unit: "places" })],
  ["attainment-bands", { kind: "attainment-bands", ...bands }, attainmentBands(pupils, bands)],
  ["regression", { kind: "regression", slope: "within" }, regressionValueAdded(pupils, { slope: "within" })],
  ["mixed-model", { kind: "mixed-model", slope: "mundlak" }, mixedValueAdded(pupils, { slope: "mundlak" })],
] as const satisfies readonly (readonly [string, PupilMethod, unknown])[];

describe.each(METHODS)("a report by %s", (name, method, alone) => {
  const report = reportBy(method);
  const part = partOf(report);

  test("rests on that method's own answer, groups included", () => {
    if (!alone.ok) throw new Error(JSON.stringify(alone.issues));
    expect(part.schools).toEqual(alone.value);
    const contrasts = groupValueAdded(alone.value, { memberships: groups, years });
    expect(part.groups).toEqual(contrasts.ok && contrasts.value);
  });

  test("other methods stand beside it only in its own scale", () => {
    const others = ["gain-scores", "regression", "mixed-model"].filter((one) => one !== name);
    expect(part.beside.map((one) => one.method)).toEqual(part.schools.scale === "z" ? others : []);
  });

  test.each([
    ["zh-CN", zhCN],
    ["en", en],
  ] as const)("names method and scale to bureau and school (%s)", (_, catalog) => {
    for (const text of [renderText(report, { catalog }), renderText(report, { catalog, reader: { kind: "school", id: ids[0]! } })]) {
      expect(text).toContain(catalog.report.method[name]);
      expect(text).toContain(catalog.report.scale[part.schools.scale]);
    }
  });
});

describe("what a method adds", () => {
  const bureau = (method: PupilMethod, catalog = zhCN) => renderText(reportBy(method), { catalog });
  const school = (method: PupilMethod, id = ids[0]!) => renderText(reportBy(method), { catalog: zhCN, reader: { kind: "school", id } });

  test("places of every school for the bureau, of the own school alone for a school", () => {
    const [, method] = METHODS[1];
    const { schools } = partOf(reportBy(method));
    const places = "places" in schools ? schools.places : [];
    expect(places).toHaveLength(7);
    for (const { entrance } of places) expect(bureau(method)).toContain(entrance.toFixed(3));
    const [own, ...others] = places.filter(({ school: id }) => id === ids[0]).concat(places.filter(({ school: id }) => id !== ids[0]));
    expect(school(method)).toContain(own!.entrance.toFixed(3));
    for (const { entrance } of others) expect(school(method)).not.toContain(entrance.toFixed(3));
    expect(bureau(method, en)).toContain(en.report.placesHeader[1]);
  });

  test("the table of bands, and figures with a floor beside those without", () => {
    const [, method] = METHODS[2];
    const { schools } = partOf(reportBy(method));
    const table = "bands" in schools ? schools.bands : [];
    expect(table).toHaveLength(10);
    for (const { expected } of table) expect(bureau(method)).toContain(expected.toFixed(3));
    expect(bureau(method)).toContain(zhCN.report.adjustedNote);
    expect(school(method)).toContain(table[0]!.expected.toFixed(3));
  });

  test("mean and rates, ordered by the score rate or by the rate asked for", () => {
    const alone = meanAndRates(pupils, rates);
    if (!alone.ok) throw new Error("sound");
    const by = (measure: string) => alone.value.changes.find((change) => change.measure === measure)?.result;
    expect(partOf(reportBy({ kind: "rate-change", ...rates })).schools).toEqual(by("score-rate"));
    const pass = reportBy({ kind: "rate-change", ...rates, measure: "pass" });
    expect(partOf(pass).schools).toEqual(by("pass"));
    expect(partOf(pass).rates).toEqual(alone.value);
    const text = renderText(pass, { catalog: zhCN });
    expect(text).toContain("及格率");
    const first = alone.value.schools[0];
    const count = first?.status === "shown" ? first.exit.rates[0]!.count / first.pupils : Number.NaN;
    expect(text).toContain(`→ ${count.toFixed(3)}`);
  });

  test("an index set against the highest school is not on a school's page: it would tell that school's rate", () => {
    const own = [...rateCutsGrades1To6(figureOf), { id: "good", cut: "0.75", side: "at-least", better: "higher" } as const];
    const method = { kind: "rate-change", rates: own, index: rateIndexGrades7To8(figureOf) } as const;
    expect(bureau(method)).toContain(zhCN.report.ratesIndex);
    expect(school(method)).toContain(zhCN.report.ratesScore);
    expect(school(method)).not.toContain(zhCN.report.ratesIndex);
  });

  test("a method that fails is not replaced by another", () => {
    // No exit mark lies below the table's first band, but entrance marks do.
    const report = reportBy({ kind: "attainment-bands", bands: [{ from: 600, expected: 600 }] });
    expect(report.valueAdded).toMatchObject({ status: "failed", failure: "input-unusable" });
    expect(report.valueAdded.status === "failed" && report.valueAdded.issues.some(({ code }) => code === "band-table-gap")).toBe(true);
  });

  test("a measure that is none of the rates is the programmer's error, and stays in its part", () => {
    const report = reportBy({ kind: "rate-change", ...rates, measure: "none" });
    expect(report.valueAdded).toMatchObject({ status: "failed", failure: "internal-error" });
  });
});

describe("value-added that goes with intake", () => {
  /** Six schools whose pupils all gain what `tilt` says per school: the higher the intake, the higher the exit, or the lower. */
  function tilted(tilt: number): DistrictReport {
    const marks = { minimum: 0, maximum: 100, step: "1" };
    const own = [0, 1, 2, 3, 4, 5].flatMap((j) =>
      Array.from({ length: 20 }, (_, k) => ({
        id: `${j}-${k}`,
        school: `s${j}`,
        prior: 20 + 4 * j + k,
        outcome: 40 + (1 + tilt) * 4 * j + k + (k % 3),
      })),
    );
    const schools = [0, 1, 2, 3, 4, 5].map((j) => ({ id: `s${j}`, name: `S${j}`, stages: ["senior" as const] }));
    return assessDistrict(
      { format: "school-groups.district.v1", schools, groups: [] },
      {
        policy: resolved,
        asOf: "2024-07-01",
        inputs: {
          pupils: {
            rows: own,
            design: { cohort: "2024", entrance: { id: "in", ...marks }, exit: { id: "out", ...marks } },
            stage: "senior",
            years,
            method: { kind: "gain-scores", scale: "z" },
          },
        },
      },
    );
  }

  test.each([
    [0.5, "strong", "偏向入口成绩较高的学校", "schools of strong intake"],
    [-0.5, "weak", "偏向入口成绩较低的学校", "schools of weak intake"],
  ])("tilt %d: a warning names whom the method may favour (%s)", (tilt, _, zh, english) => {
    const report = tilted(tilt);
    const r = partOf(report).schools.correlationWithIntake ?? Number.NaN;
    expect(Math.abs(r)).toBeGreaterThan(0.9);
    for (const reader of [{ kind: "bureau" }, { kind: "school", id: "s0" }] as const) {
      expect(renderText(report, { catalog: zhCN, reader })).toContain(zh);
      expect(renderText(report, { catalog: en, reader })).toContain(english);
    }
  });

  test("the correlation is printed, and below 0.3 nothing is warned of", () => {
    for (const method of METHODS.map(([, each]) => each)) {
      const report = reportBy(method);
      const r = partOf(report).schools.correlationWithIntake ?? Number.NaN;
      const text = renderText(report, { catalog: zhCN });
      expect(text).toContain(`与入口成绩的相关系数为${r.toFixed(3)}`);
      expect(text.includes("原因可能在方法本身")).toBe(Math.abs(r) >= 0.3);
    }
  });
});
