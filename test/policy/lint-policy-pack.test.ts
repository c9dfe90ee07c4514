import { lintPolicyPack, type PolicyPack } from "school-groups/policy";
import { describe, expect, test } from "vitest";
import { dated, madePack, parameter, target, term } from "./packs-to-change.js";

const found = (pack: PolicyPack) => lintPolicyPack(pack).map(({ code, path }) => [code, path.join(".")]);
const share = (...values: Parameters<typeof parameter>[1][]) => madePack({ parameters: [parameter("share", ...values)] });

describe("a sound pack", () => {
  test("gives nothing", () => {
    expect(lintPolicyPack(madePack())).toEqual([]);
  });

  test("may hold a parameter without any value: the source gives no figure", () => {
    expect(lintPolicyPack(share())).toEqual([]);
  });
});

describe("values over time", () => {
  test("a gap of one day, and none when they touch", () => {
    expect(lintPolicyPack(share(dated("0.8", "2023-01-01", "2024-12-31"), dated("0.9", "2025-01-01")))).toEqual([
      {
        code: "values-gap",
        severity: "warning",
        path: ["parameters", 0, "values"],
        params: { id: "made.share", from: "2024-12-31", until: "2025-01-01" },
      },
    ]);
    expect(found(share(dated("0.8", "2023-01-01", "2025-01-01"), dated("0.9", "2025-01-01")))).toEqual([]);
  });

  test("an overlap of one day", () => {
    expect(found(share(dated("0.8", "2023-01-01", "2025-01-02"), dated("0.9", "2025-01-01")))).toEqual([
      ["values-overlap", "parameters.0.values.1"],
    ]);
  });

  test("a value that holds on no day", () => {
    expect(found(share(dated("0.8", "2025-01-01", "2025-01-01")))).toEqual([["empty-range", "parameters.0.values.0"]]);
  });

  test("a figure and a day that are none", () => {
    expect(found(share(dated("four fifths")))).toEqual([["malformed-figure", "parameters.0.values.0.value"]]);
    expect(found(share(dated("0.8", "2023-02-29")))).toEqual([["malformed-day", "parameters.0.values.0.from"]]);
    expect(found(madePack({ rules: [target("target", "share", { due: "end of 2024" })] }))).toEqual([["malformed-day", "rules.0.due"]]);
  });

  test("a value without a basis, as a database may hold it", () => {
    const unbased = { value: "0.8" } as unknown as ReturnType<typeof dated>;
    expect(found(share(unbased))).toEqual([["value-without-basis", "parameters.0.values.0.basis"]]);
  });
});

describe("what hangs together", () => {
  test("a rule without its parameter", () => {
    expect(found(madePack({ rules: [target("target", "lost")] }))).toEqual([["unknown-parameter", "rules.0.bounds.atLeast"]]);
  });

  test("an overlay is read together with the packs it stands on", () => {
    const overlay: PolicyPack = {
      ...madePack({ parameters: [], rules: [], sources: [] }),
      id: "cn-990100-overlay",
      sets: [{ parameter: "made.share", values: [{ value: "0.85", basis: { kind: "caller" } }] }],
    };
    expect(found(overlay)).toEqual([["setting-of-unknown-parameter", "sets.0"]]);
    expect(lintPolicyPack(overlay, { with: [madePack()] }).map(({ code }) => code)).toEqual(["figure-replaced", "figure-replaced"]);
  });

  test("a source that nothing cites; one is used when a cited one is printed in it", () => {
    const sources = [...madePack().sources, { id: "idle", title: term("idle"), force: "plan" as const }];
    expect(found(madePack({ sources }))).toEqual([["source-unused", "sources.1"]]);
    const inside = [
      { ...madePack().sources[0], id: "made", title: term("made"), force: "plan" as const, citedIn: "idle" },
      ...sources.slice(1),
    ];
    expect(found(madePack({ sources: inside }))).toEqual([]);
  });

  test("weights of an evaluation sum to 1 on every day one begins", () => {
    const evaluation = (first: string, second: string): PolicyPack =>
      madePack({
        parameters: [
          ...(madePack().parameters ?? []),
          parameter("weight-a", dated(first, "2023-01-01")),
          parameter("weight-b", dated(second, "2023-01-01", "2024-01-01"), dated("0.5", "2024-01-01")),
        ],
        evaluations: [
          {
            id: "made.evaluation",
            label: term("evaluation"),
            citations: [{ source: "made" }],
            of: "group",
            dimensions: [
              { id: "a", label: term("a"), weight: "made.weight-a" },
              { id: "b", label: term("b"), weight: "made.weight-b" },
            ],
          },
        ],
      });
    expect(lintPolicyPack(evaluation("0.6", "0.4")).map(({ params }) => params)).toEqual([
      // 0.6 + 0.5 from the day the second weight changes.
      { id: "made.evaluation", day: "2024-01-01", sum: "1.1" },
    ]);
    expect(lintPolicyPack(evaluation("0.5", "0.5"))).toEqual([]);
    expect(lintPolicyPack(evaluation("0.3", "0.7")).map(({ code }) => code)).toEqual(["pack-weights-sum"]);
  });
});

describe("names and lists", () => {
  test("an id without the pack's word", () => {
    const rules = [{ ...target("target", "share"), id: "target" }];
    expect(found(madePack({ rules }))).toEqual([["id-without-prefix", "rules.0.id"]]);
  });

  const framework = (more: object) =>
    madePack({
      frameworks: [
        {
          id: "made.framework",
          label: term("五同"),
          kind: "goals",
          citations: [{ source: "made" }],
          items: [{ id: "a", label: { "zh-CN": "文化、管理等", en: "culture, management and others" } }],
          ...more,
        },
      ],
    });

  test("an open list (等) is marked", () => {
    expect(found(framework({}))).toEqual([["open-list-unmarked", "frameworks.0"]]);
    expect(found(framework({ open: true }))).toEqual([]);
  });

  test("nine announced and one listed is a notice", () => {
    const [issue] = lintPolicyPack(framework({ open: true, announced: 9 }));
    expect(issue).toEqual({
      code: "items-missing",
      severity: "notice",
      path: ["frameworks", 0],
      params: { id: "made.framework", announced: "9", listed: "1" },
    });
  });
});

describe("plain data", () => {
  test.each([
    ["undefined", { version: undefined }],
    ["a date", { knownUntil: new Date(0) }],
    ["a special number", { version: Number.NaN }],
    ["a function", { toJSON: () => 1 }],
  ])("%s in a pack", (_, more) => {
    expect(found({ ...madePack(), ...more } as unknown as PolicyPack)).toEqual([["not-plain-json", ""]]);
  });

  test("a cycle, and a value that throws when read", () => {
    const cyclic: Record<string, unknown> = { ...madePack() };
    cyclic["self"] = cyclic;
    expect(found(cyclic as unknown as PolicyPack)).toEqual([["not-plain-json", ""]]);
    const throwing = Object.defineProperty({ ...madePack() }, "version", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(found(throwing as PolicyPack)).toEqual([["not-plain-json", ""]]);
  });
});
