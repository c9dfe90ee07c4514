import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as balance from "school-groups/balance";
import * as compliance from "school-groups/compliance";
import { columnOf } from "school-groups/domain";
import type { Scoring } from "school-groups/evaluation";
import { suzhouTemplate } from "school-groups/packs/cn-320500-suzhou-template";
import { zengduTemplate } from "school-groups/packs/cn-421303-zengdu-template";
import { baotaTemplate } from "school-groups/packs/cn-610602-baota-template";
import { xiningTemplate } from "school-groups/packs/cn-630100-xining-template";
import { columnsOfMeasure, type MeasureId, type PackTemplate, type ProposedScoring, type TemplateLeaf } from "school-groups/policy";
import * as rotation from "school-groups/rotation";
import { describe, expect, expectTypeOf, test } from "vitest";
import { allPacks } from "./all-packs.js";

const templates: readonly PackTemplate[] = [suzhouTemplate, zengduTemplate, baotaTemplate, xiningTemplate];
const rooms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { balance, compliance, rotation };
const leavesOf = ({ tables }: PackTemplate) =>
  tables.flatMap(({ dimension, leaves }) => leaves.map((leaf) => ({ at: `${dimension}/${leaf.id}`, leaf })));
const packOf = ({ pack }: PackTemplate) => {
  const found = allPacks.find(({ id }) => id === pack);
  if (found === undefined) throw new Error(`no pack ${pack}`);
  return found;
};

/** What no rule allows to be paid for, whatever else a measure may serve. */
const FORBIDDEN: readonly MeasureId[] = [
  "score-based-evaluation",
  "school-value-added",
  "group-value-added",
  "lead-dilution",
  "gap-change",
];

function pays({ measure, needs, label }: TemplateLeaf): boolean {
  const words = /成绩|升学|及格|分数|中考|高考|命题|score|exam|exit|pass rate|paper/u;
  if (words.test(label["zh-CN"]) && !label["zh-CN"].includes("评价得分")) return true;
  if (needs.some(({ table }) => table === "pupils")) return true;
  if (measure.kind === "function") return false;
  return FORBIDDEN.includes(measure.measure.measure) || (measure.measure.of ?? "").startsWith("monitoring");
}

describe("the templates beside the packs", () => {
  test("are those of the folder, one for each of the four districts that name dimensions", () => {
    const folder = fileURLToPath(new URL("../../src/packs", import.meta.url));
    const files = readdirSync(folder).filter((name) => name.endsWith("-template.ts"));
    expect(files.map((name) => name.replace(/\.ts$/, "")).sort()).toEqual(templates.map(({ id }) => id).sort());
    // Wenjiang names one thing to be assessed and no dimensions.
    const naming = allPacks.filter(({ evaluations }) => evaluations?.some(({ dimensions }) => dimensions.length > 1)).map(({ id }) => id);
    expect(templates.map(({ pack }) => pack)).toEqual(naming);
  });

  describe.each(templates.map((template) => [template.id, template] as const))("%s", (_, template) => {
    test("equals its own JSON round trip, rests on the library alone and has no weight", () => {
      expect(JSON.parse(JSON.stringify(template))).toStrictEqual(template);
      expect(template.basis.kind).toBe("library");
      expect(JSON.stringify(template)).not.toMatch(/"(weight|citations)"/);
    });

    test("has one to four leaves for every dimension of the pack's schemes, in their order and words", () => {
      const wanted = (packOf(template).evaluations ?? []).flatMap(({ id, dimensions }) =>
        dimensions.map((dimension) => [id, dimension.id, dimension.label["zh-CN"]]),
      );
      expect(template.tables.map(({ scheme, dimension, label }) => [scheme, dimension, label["zh-CN"]])).toEqual(wanted);
      for (const { leaves } of template.tables) {
        expect([1, 2, 3, 4]).toContain(leaves.length);
        expect(new Set(leaves.map(({ id }) => id)).size).toBe(leaves.length);
      }
    });

    test("every measure exists: known to rules, or a function of its room", () => {
      const missing = leavesOf(template).filter(({ leaf: { measure } }) =>
        measure.kind === "function"
          ? typeof rooms[measure.room]?.[measure.name] !== "function"
          : !Array.isArray(columnsOfMeasure(measure.measure)),
      );
      expect(missing).toEqual([]);
    });

    test("every column exists, and is one its measure is read from", () => {
      const unknown = leavesOf(template).flatMap(({ at, leaf }) =>
        leaf.needs.filter(({ table, column }) => columnOf(table, column) === undefined).map((need) => [at, need]),
      );
      expect(unknown).toEqual([]);
      const stray = leavesOf(template).flatMap(({ at, leaf: { measure, needs } }) => {
        if (measure.kind === "function" || measure.measure.measure === "caller") return [];
        const read = columnsOfMeasure(measure.measure).map(({ table, column }) => `${table}.${column}`);
        return needs
          .map(({ table, column }) => `${table}.${column}`)
          .filter((need) => !read.includes(need))
          .map((need) => [at, need]);
      });
      expect(stray).toEqual([]);
    });

    test("governance items and kinds of exchange are those the pack names", () => {
      const pack = packOf(template);
      const named = [...(pack.governanceItems ?? []), ...(pack.exchangeKinds ?? [])].map(({ id }) => id);
      const used = leavesOf(template).flatMap(({ leaf: { measure } }) =>
        measure.kind === "measure" && ["governance-item", "exchange-count"].includes(measure.measure.measure) ? [measure.measure.of] : [],
      );
      expect(used.filter((id) => id === undefined || !named.includes(id))).toEqual([]);
    });

    test("no leaf pays for test scores, exit rates or common papers", () => {
      expect(leavesOf(template).filter(({ leaf }) => pays(leaf))).toEqual([]);
    });

    test("what is scored has a unit that can be scored, and words have no scoring", () => {
      for (const { leaf } of leavesOf(template)) expect([leaf.id, leaf.scoring === undefined]).toEqual([leaf.id, leaf.unit === "grade"]);
    });
  });

  test("the guard against paying for scores is no empty one", () => {
    const [leaf] = suzhouTemplate.tables[0]?.leaves ?? [];
    if (leaf === undefined) throw new Error("no leaf");
    expect(pays({ ...leaf, label: { "zh-CN": "中考及格率", en: "pass rate" } })).toBe(true);
    expect(pays({ ...leaf, measure: { kind: "measure", measure: { measure: "school-value-added" } } })).toBe(true);
    expect(pays({ ...leaf, measure: { kind: "measure", measure: { measure: "uniformity", of: "monitoring-paper" } } })).toBe(true);
    expect(pays({ ...leaf, needs: [{ table: "pupils", column: "outcome" }] })).toBe(true);
  });

  test("a proposed scoring is a scoring of the evaluation room as it stands", () => {
    expectTypeOf<ProposedScoring>().toExtend<Scoring>();
  });
});

describe("evidence for 八统一", () => {
  const framework = allPacks.flatMap(({ frameworks }) => frameworks ?? []).find(({ id }) => id === "baota.eight-unifications");

  test("each of the eight has its checklist, in the order and words of the source", () => {
    expect(baotaTemplate.checklists?.map(({ framework: of, item, label }) => [of, item, label["zh-CN"]])).toEqual(
      framework?.items.map(({ id, label }) => ["baota.eight-unifications", id, label["zh-CN"]]),
    );
    expect(baotaTemplate.checklists).toHaveLength(8);
  });

  test("each says what to look at, what shows it and where it is entered", () => {
    for (const { checks } of baotaTemplate.checklists ?? []) {
      for (const { look, evidence, records } of checks) {
        for (const { "zh-CN": chinese, en } of [look, evidence]) {
          expect(chinese).toMatch(/^[\u4e00-\u9fff][\u4e00-\u9fff、，（）《》]{2,}[\u4e00-\u9fff）》]$/);
          expect(en).toMatch(/^\S+ \S+/);
          expect(en).not.toMatch(/[\u3000-\u9fff]/);
        }
        expect(look["zh-CN"]).not.toBe(evidence["zh-CN"]);
        expect(records.filter(({ table, column }) => columnOf(table, column) === undefined)).toEqual([]);
      }
    }
  });
});
