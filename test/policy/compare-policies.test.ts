import { comparePolicies, type PolicyPack, policyTimeline, resolvePolicies } from "school-groups/policy";
import { describe, expect, test } from "vitest";
import { dated, madePack, parameter, target } from "./packs-to-change.js";

const resolve = (...packs: PolicyPack[]) => {
  const result = resolvePolicies(packs);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe("comparePolicies", () => {
  test("a policy and itself: nothing", () => {
    const changes = comparePolicies(resolve(madePack()), resolve(madePack()));
    const lists = Object.values(changes).flatMap((list: object) => Object.values(list));
    expect(lists.flat()).toEqual([]);
  });

  test("a new version: its number, the day a figure changes, the wording of a rule, a rule more and a rule less", () => {
    const before = madePack({ rules: [target("target", "share"), target("gone", "share", { due: "2022-12-31" })] });
    const after = madePack({
      version: "1.1.0",
      parameters: [parameter("share", dated("0.8", "2023-01-01", "2024-09-01"), dated("0.9", "2024-09-01"))],
      rules: [{ ...target("target", "share"), modality: "should" }, target("new", "share", { due: "2026-12-31" })],
    });
    const changes = comparePolicies(resolve(before), resolve(after));
    expect(changes.packs.changed).toEqual([{ id: "cn-990100-made", before: "1.0.0", after: "1.1.0" }]);
    expect(changes.parameters.changed).toEqual([
      {
        id: "made.share",
        pack: "cn-990100-made",
        values: [{ from: "2024-09-01", until: "2025-01-01", before: "0.8", after: "0.9" }],
        fields: [],
      },
    ]);
    expect(changes.rules.added).toEqual([{ id: "made.new", pack: "cn-990100-made" }]);
    expect(changes.rules.removed).toEqual([{ id: "made.gone", pack: "cn-990100-made" }]);
    expect(changes.rules.changed).toEqual([
      { id: "made.target", pack: "cn-990100-made", fields: [{ path: ["modality"], before: "must", after: "should" }] },
    ]);
  });

  test("a value where there was none, before all days and after the last", () => {
    const none = madePack({ parameters: [parameter("share")] });
    const some = madePack({ parameters: [parameter("share", dated("0.8"))] });
    expect(comparePolicies(resolve(none), resolve(some)).parameters.changed[0]?.values).toEqual([{ after: "0.8" }]);
    const ended = madePack({ parameters: [parameter("share", dated("0.8", undefined, "2025-01-01"))] });
    expect(comparePolicies(resolve(some), resolve(ended)).parameters.changed[0]?.values).toEqual([{ from: "2025-01-01", before: "0.8" }]);
  });

  test("a source in another force, and an overlay as a pack that was added", () => {
    const [source] = madePack().sources;
    if (source === undefined) throw new Error("no source");
    const draft = madePack({ sources: [{ ...source, force: "draft" }] });
    const changes = comparePolicies(resolve(madePack()), resolve(draft));
    expect(changes.sources.changed.map(({ fields }) => fields)).toEqual([[{ path: ["force"], before: "guidance", after: "draft" }]]);
    // The rule speaks with the force of its source.
    expect(changes.rules.changed.map(({ fields }) => fields)).toEqual([[{ path: ["force"], before: "guidance", after: "draft" }]]);
    const overlay: PolicyPack = {
      ...madePack({ sources: [], parameters: [], rules: [] }),
      id: "cn-990100-overlay",
      sets: [{ parameter: "made.share", values: [{ from: "2026-01-01", value: "0.95", basis: { kind: "caller" } }] }],
    };
    const set = comparePolicies(resolve(madePack()), resolve(madePack(), overlay));
    expect(set.packs.added.map(({ id }) => id)).toEqual(["cn-990100-overlay"]);
    expect(set.parameters.changed.map(({ values }) => values)).toEqual([[{ from: "2026-01-01", before: "0.9", after: "0.95" }]]);
  });
});

describe("policyTimeline", () => {
  test("names each day on which something begins, changes, falls due or ends", () => {
    const pack = madePack({
      parameters: [parameter("share", dated("0.8", "2023-01-01", "2025-01-01"), dated("0.9", "2025-01-01", "2026-01-01"))],
      rules: [target("target", "share", { from: "2023-01-01", due: "2024-12-31", until: "2026-01-01" })],
    });
    const own = { pack: "cn-990100-made" };
    expect(policyTimeline(resolve(pack))).toEqual([
      {
        on: "2023-01-01",
        events: [
          { kind: "source-issued", id: "made", ...own },
          { kind: "rule-begins", id: "made.target", ...own },
          { kind: "value-begins", id: "made.share", after: "0.8", ...own },
        ],
      },
      { on: "2024-12-31", events: [{ kind: "target-due", id: "made.target", ...own }] },
      { on: "2025-01-01", events: [{ kind: "value-changes", id: "made.share", before: "0.8", after: "0.9", ...own }] },
      {
        on: "2026-01-01",
        events: [
          { kind: "rule-ends", id: "made.target", ...own },
          { kind: "value-ends", id: "made.share", before: "0.9", ...own },
        ],
      },
    ]);
  });

  test("is empty where nothing is dated to the day", () => {
    const [source] = madePack().sources;
    if (source === undefined) throw new Error("no source");
    const pack = madePack({
      sources: [{ ...source, issuedOn: "2023" }],
      parameters: [parameter("share", dated("0.8"))],
      rules: [target("t", "share")],
    });
    expect(policyTimeline(resolve(pack))).toEqual([]);
  });
});
