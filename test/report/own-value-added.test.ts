import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { District, Group, Pupil } from "../../src/domain/index.js";
import type { IndicatorSystem } from "../../src/evaluation/index.js";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { resolvePolicies } from "../../src/policy/index.js";
import {
  assessDistrict,
  type DistrictReport,
  ownValueAdded,
  renderMarkdown,
  renderText,
  type ValueAddedPart,
} from "../../src/report/index.js";
import { createRandom } from "../../src/statistics/index.js";

const policy = resolvePolicies([]);
if (!policy.ok) throw new Error("no pack, no contradiction");

const NAMES = ["青松", "白杨", "红梅", "翠竹", "金桂", "银杏", "紫藤"];
const id = (k: number) => `zz${k}qq`;
const exam = { minimum: 0, maximum: 750, step: "1" };
const years = { from: "2021-09-01", until: "2024-07-01" };

function groupOf(name: number, lead: number, ...members: readonly number[]): Group {
  const memberships = [{ school: id(lead), role: "lead" as const }, ...members.map((k) => ({ school: id(k), role: "member" as const }))];
  return { id: `vv${name}kk`, name: `第${"一二三四"[name]}教育集团`, memberships };
}

interface World {
  readonly sizes: readonly number[];
  readonly groups: readonly Group[];
  readonly seed?: number;
}

const system: IndicatorSystem = {
  format: "school-groups.indicator-system.v1",
  id: "own",
  label: { "zh-CN": "测评", en: "test" },
  items: [
    { id: "all", kind: "composite", label: { "zh-CN": "总分", en: "total" }, mean: "arithmetic" },
    {
      id: "added",
      parent: "all",
      kind: "leaf",
      label: { "zh-CN": "增值", en: "added" },
      weight: { value: 1, basis: { kind: "caller" } },
      unit: "z",
      direction: "higher-is-better",
      source: { kind: "value-added", stage: "senior" },
      // The score is the estimate itself, in thousandths: whoever reads a peer's score reads its estimate.
      scoring: { kind: "linear", from: -2, to: 2, low: -2, high: 2, beyond: "clamp" },
      missing: { treatment: "refuse" },
    },
  ],
  rounding: { mode: "half-away-from-zero", places: 3 },
};

function reportOf({ sizes, groups, seed = 5 }: World): DistrictReport {
  const random = createRandom(seed);
  const rows: Pupil[] = sizes.flatMap((size, j) =>
    Array.from({ length: size }, (_, k) => {
      const prior = Math.round(400 + 10 * j + 60 * random.normal());
      return { id: `p${j}-${k}`, school: id(j), prior, outcome: Math.round(prior + 12 * ((j * 5) % 7) + 30 * random.normal()) };
    }),
  );
  const schools = sizes.map((_, k) => ({ id: id(k), name: `${NAMES[k]}中学`, aliases: [`${NAMES[k]}旧称`], stages: ["senior"] as const }));
  const district = { format: "school-groups.district.v1", name: "某区", schools, groups, complete: true } as const satisfies District;
  const design = { cohort: "2024", entrance: { id: "in", ...exam }, exit: { id: "out", ...exam } };
  return assessDistrict(district, {
    policy: policy.ok ? policy.value : never(),
    asOf: "2024-12-31",
    inputs: {
      pupils: { rows, design, stage: "senior", years },
      evaluation: {
        system,
        observations: [],
        period: "2024",
        subjects: [...schools.map((each) => each.id), ...groups.map((each) => each.id)],
      },
    },
  });
}

function never(): never {
  throw new Error("not reached");
}

function partOf(report: DistrictReport): ValueAddedPart {
  if (report.valueAdded.status !== "done") throw new Error(report.valueAdded.status);
  return report.valueAdded.value;
}

function shownTo(world: World, reader: number) {
  const own = ownValueAdded(partOf(reportOf(world)), { school: id(reader) });
  if (own.status !== "shown") throw new Error(own.status);
  return own.groups.map(({ gap, effect, deviation }) =>
    [gap, effect, deviation].map((each) => ("reason" in each ? each.reason : each.status)),
  );
}

const five = [30, 40, 50, 60, 35];

describe("which group figures a school may read", () => {
  test("a group of two: the own estimate less the gap is the other's, so that neither gap nor effect is told", () => {
    const world = { sizes: five, groups: [groupOf(0, 0, 1)] };
    for (const reader of [0, 1]) expect(shownTo(world, reader)).toEqual([["group-too-small", "group-too-small", "group-too-small"]]);
  });

  test("a group of three of which one is below the minimum cohort is a group of two", () => {
    const world = { sizes: [30, 40, 3, 60, 35], groups: [groupOf(0, 0, 1, 2)] };
    expect(shownTo(world, 0)).toEqual([["group-too-small", "group-too-small", "group-too-small"]]);
  });

  test("the lead of three reads the gap to both members together, and the effect, which says the same", () => {
    expect(shownTo({ sizes: five, groups: [groupOf(0, 0, 1, 2)] }, 0)).toEqual([["shown", "shown", "shown"]]);
  });

  test("a member reads the gap; effect + members' weight × gap would be the lead's own estimate", () => {
    const world = { sizes: five, groups: [groupOf(0, 0, 1, 2)] };
    for (const reader of [1, 2]) expect(shownTo(world, reader)).toEqual([["shown", "peer-derivable", "peer-derivable"]]);
    const { schools, groups } = partOf(reportOf(world));
    const [group] = groups?.groups ?? [];
    const lead = schools.schools.find(({ school }) => school === id(0));
    // 30 + 40 + 50 pupils, of which 90 are the members'
    const solved = (group?.effect.estimate ?? 0) + (90 / 120) * (group?.gap?.estimate ?? 0);
    expect(solved).toBeCloseTo(lead?.status === "estimated" ? lead.estimate : Number.NaN, 10);
  });

  test("an area of three, all in one group: the area's mean of 0 is a second equation for a member, and the gap is not told", () => {
    const world = { sizes: [30, 40, 50], groups: [groupOf(0, 0, 1, 2)] };
    expect(shownTo(world, 0)).toEqual([["shown", "shown", "shown"]]);
    // The effect of all schools weighted by pupils is that mean, and tells nothing.
    expect(shownTo(world, 1)).toEqual([["peer-derivable", "shown", "shown"]]);
  });

  test("a school in two groups: what the first tells counts when the second is asked", () => {
    // Both gaps are of the reader (2), 0 and 1 alone: two equations for two schools.
    const world = { sizes: five, groups: [groupOf(0, 0, 1, 2), groupOf(1, 1, 0, 2)] };
    expect(shownTo(world, 2)).toEqual([
      ["shown", "peer-derivable", "peer-derivable"],
      ["peer-derivable", "peer-derivable", "peer-derivable"],
    ]);
  });

  test("an area with two published schools: not even the own estimate, as residuals sum to nothing", () => {
    const part = partOf(reportOf({ sizes: [30, 40, 5], groups: [] }));
    expect(ownValueAdded(part, { school: id(0) })).toEqual({ status: "area-too-small", published: 2 });
    expect(ownValueAdded(part, { school: id(2) })).toMatchObject({ status: "suppressed", minimumCohort: 10 });
    expect(ownValueAdded(part, { school: "elsewhere" })).toEqual({ status: "not-compared" });
  });

  test("figures of the area from five published schools on", () => {
    const shown = (count: number) => ownValueAdded(partOf(reportOf({ sizes: five.slice(0, count), groups: [] })), { school: id(0) });
    expect([4, 5].map((count) => shown(count))).toMatchObject([{ areaFigures: false }, { areaFigures: true }]);
  });

  test("whatever the groups: every other estimate can still be another one without any figure on the page moving", () => {
    const group = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }));
    const sizes = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(sizes, fc.array(group, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 6 }), (chosen, drawn, reader) => {
        const groups = drawn.map(([lead, members], k) => groupOf(k, lead, ...members.filter((each) => each !== lead)));
        const part = partOf(reportOf({ sizes: chosen, groups }));
        const own = ownValueAdded(part, { school: id(reader) });
        if (own.status !== "shown") throw new Error(own.status);
        const rows = [
          chosen,
          ...own.groups.flatMap(({ group: name, gap, effect }) => rowsOf(name, { groups, sizes: chosen, gap, effect })),
        ];
        const known = rows.map((row) => row.map((weight, k) => (k === reader ? 0 : weight)));
        for (let peer = 0; peer < 7; peer += 1) if (peer !== reader) expect(freedomOf(peer, known)).toBeGreaterThan(1e-6);
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});

/** The weights of seven schools in what is told of a group, by hand from its pupils. */
function rowsOf(
  name: string,
  {
    groups,
    sizes,
    gap,
    effect,
  }: Pick<World, "groups" | "sizes"> & { readonly gap: { status: string }; readonly effect: { status: string } },
): readonly (readonly number[])[] {
  const memberships = groups.find((each) => each.id === name)?.memberships ?? [];
  const mean = (role?: string) => {
    const inside = sizes.map((size, k) =>
      memberships.some((each) => each.school === id(k) && (role ?? each.role) === each.role) ? size : 0,
    );
    const total = inside.reduce((sum, size) => sum + size, 0);
    return inside.map((size) => size / total);
  };
  const [lead, members] = [mean("lead"), mean("member")];
  return [
    ...(gap.status === "shown" ? [lead.map((weight, k) => weight - members[k]!)] : []),
    ...(effect.status === "shown" ? [mean()] : []),
  ];
}

/** How far a school's estimate can move while all rows stay: the length of its axis outside the rows. */
function freedomOf(peer: number, rows: readonly (readonly number[])[]): number {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  const basis: number[][] = [];
  const outside = (vector: readonly number[]) =>
    [...basis, ...basis].reduce<number[]>((rest, unit) => rest.map((value, k) => value - dot(rest, unit) * unit[k]!), [...vector]);
  for (const row of rows) {
    const scale = Math.sqrt(dot(row, row)) || 1;
    const rest = outside(row.map((value) => value / scale));
    const size = Math.sqrt(dot(rest, rest));
    if (size > 1e-9) basis.push(rest.map((value) => value / size));
  }
  const left = outside(Array.from({ length: 7 }, (_, k) => (k === peer ? 1 : 0)));
  return dot(left, left);
}

describe("everything on a school's page", () => {
  const sizes = [31, 42, 53, 64, 35, 46, 4];
  const groups = [groupOf(0, 0, 1), groupOf(1, 2, 3, 4), groupOf(2, 5, 4, 6)];
  const reports = [5, 6, 7, 8].map((seed) => reportOf({ sizes, groups, seed }));
  const report = reports[0]!;
  const numbers = (text: string) => new Set(text.match(/\d+\.\d+/g) ?? []);
  const shown = (value: number) => Math.abs(value).toFixed(3);
  const FIGURES = ["estimate", "standardError", "low", "high", "shrunken", "shrunkenError", "actual", "expected", "intake"] as const;

  /** Every figure of every school that stands on a text, by school, method and name of the figure. */
  function found(text: string, of: DistrictReport): ReadonlySet<string> {
    const all = numbers(text);
    const { schools, beside } = partOf(of);
    const figures = [schools, ...beside].flatMap((result) =>
      result.schools.flatMap((each) =>
        each.status === "estimated"
          ? FIGURES.filter((figure) => all.has(shown(each[figure]))).map((figure) => `${each.school} ${result.method} ${figure}`)
          : [],
      ),
    );
    return new Set(figures);
  }

  test("the sample is whole: scores are there, one school is suppressed, the bureau reads every estimate by every method", () => {
    expect(report.evaluation.status).toBe("done");
    const { schools, beside } = partOf(report);
    expect(schools.schools.map(({ status }) => status)).toEqual([...new Array(6).fill("estimated"), "suppressed"]);
    const read = found(renderText(report, { catalog: zhCN }), report);
    for (const { method } of [schools, ...beside])
      for (const k of [0, 1, 2, 3, 4, 5]) expect(read).toContain(`${id(k)} ${method} estimate`);
  });

  // A thousandth may stand on a page by chance; in four cohorts out of four it does not.
  test.each([0, 1, 2, 3, 4, 5, 6])("school %i: no peer's id, name, alias, nor any figure of a peer by any method", (reader) => {
    for (const catalog of [zhCN, en]) {
      const options = { catalog, reader: { kind: "school", id: id(reader) } } as const;
      const texts = reports.map((each) => `${renderText(each, options)}\n${renderMarkdown(each, options)}`);
      for (const text of texts)
        for (const peer of sizes.keys()) if (peer !== reader) for (const word of [id(peer), NAMES[peer]!]) expect(text).not.toContain(word);
      const [first, ...others] = texts.map((text, k) => found(text, reports[k]!));
      const always = [...first!].filter((figure) => others.every((each) => each.has(figure)));
      expect(always.filter((figure) => !figure.startsWith(id(reader)))).toEqual([]);
      if (reader !== 6) expect(always).toContain(`${id(reader)} mixed-model estimate`);
    }
  });

  test("says that something is withheld, and why", () => {
    const text = (reader: number, catalog = zhCN) => renderText(report, { catalog, reader: { kind: "school", id: id(reader) } });
    expect(text(0)).toContain("集团内公布结果的学校不足三所");
    expect(text(3)).toContain("可推算集团内另一所学校");
    expect(text(3, en)).toContain("withheld");
    expect(text(2)).not.toContain("不予显示的数值");
    expect(text(2)).toContain(zhCN.reader.ownScoresOnly);
    const two = reportOf({ sizes: [30, 40], groups: [groupOf(0, 0, 1)] });
    expect(renderText(two, { catalog: zhCN, reader: { kind: "school", id: id(0) } })).toContain(zhCN.reader.areaTooSmall);
  });
});
