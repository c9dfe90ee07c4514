import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Citation } from "school-groups/core";
import type { PolicyPack } from "school-groups/policy";
import { describe, expect, test } from "vitest";
import { allPacks } from "./all-packs.js";
import listing from "./clauses.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));
const documents = fileURLToPath(new URL("../../../shared/sources", import.meta.url));

/** Which packs speak for the clauses of a document: N1 of the national rules also stands in the packs of other places. */
const packsOf: Readonly<Record<string, readonly string[]>> = {
  baota: ["cn-610602-baota"],
  wenjiang: ["cn-510115-wenjiang"],
  xining: ["cn-630100-xining"],
  suzhou: ["cn-320500-suzhou"],
  zengdu: ["cn-421303-zengdu"],
  cn: ["cn", "cn-310000-shanghai", "cn-110000-beijing", "cn-340000-anhui", "cn-340100-hefei", "cn-440000-guangdong"],
};

interface Cited {
  readonly id: string;
  readonly citations: readonly Citation[];
}

/** Every element of a pack that has an id, with its citations, read off the plain data without the library. */
function cited(pack: PolicyPack): readonly Cited[] {
  const values = (pack.parameters ?? []).map((parameter) => ({
    id: parameter.id,
    citations: [
      ...(parameter.citations ?? []),
      ...parameter.values.flatMap(({ basis }) => (basis.kind === "policy" ? basis.citations : [])),
    ],
  }));
  const lists = [pack.rules, pack.frameworks, pack.evaluations, pack.forms, pack.governanceItems, pack.exchangeKinds, pack.statements];
  return [...values, ...lists.flatMap((list) => (list ?? []).map(({ id, citations }) => ({ id, citations: citations ?? [] })))];
}

const clauseOf = (id: string): readonly [document: string, clause: string] => {
  const [document = "", rest = ""] = id.split(":");
  return [document, rest.split("/")[0] ?? ""];
};

const elements = (document: string): readonly Cited[] =>
  allPacks.filter(({ id }) => packsOf[document]?.includes(id)).flatMap((pack) => cited(pack));

describe("every clause stands in a pack", () => {
  test("no statement of a clause that no pack cites", () => {
    const lost = listing.clauses.flatMap(({ id, what, in: wanted }) => {
      const [document, clause] = clauseOf(id);
      const citing = elements(document).filter(({ citations }) => citations.some((citation) => citation.clause === clause));
      const absent = wanted.filter((element) => !citing.some((other) => other.id === element));
      return absent.length > 0 || wanted.length === 0 ? [`${id} (${what}): ${absent.join(", ")}`] : [];
    });
    expect(lost).toEqual([]);
  });

  test("no element of a pack without a statement of a clause behind it", () => {
    const behind = new Set(listing.clauses.flatMap(({ id, in: wanted }) => wanted.map((element) => `${clauseOf(id)[0]}:${element}`)));
    const invented = Object.keys(packsOf).flatMap((document) =>
      elements(document)
        .filter(({ citations }) => citations.some(({ clause }) => clause !== undefined))
        .map(({ id }) => `${document}:${id}`)
        .filter((id) => !behind.has(id)),
    );
    expect(invented).toEqual([]);
  });

  test("the ids of the statements are unique and count up within their clause", () => {
    const ids = listing.clauses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const positions = ids.map((id) => Number(id.split("/")[1]));
    positions.forEach((position, at) => {
      const again = at > 0 && clauseOf(ids[at - 1] ?? "")[1] === clauseOf(ids[at] ?? "")[1];
      expect([ids[at], position]).toEqual([ids[at], again ? (positions[at - 1] ?? 0) + 1 : 1]);
    });
  });
});

describe.skipIf(!existsSync(documents))("held against the documents beside the project", () => {
  // A suite that is skipped is read all the same.
  const there = existsSync(documents) ? Object.keys(packsOf) : [];
  const sections = there.flatMap((document) => {
    const text = readFileSync(`${documents}/${document === "cn" ? "national" : document}.md`, "utf8");
    return text
      .split("\n## ")
      .slice(1)
      .map((section) => ({ document, clause: /[(;] ?([CWXSZN]\d)\)/.exec(section.split("\n")[0] ?? "")?.[1] ?? "?", section }))
      .concat();
  });

  test("the clauses are those of the documents' headings", () => {
    const found = [...new Set(sections.map(({ document, clause }) => `${document}:${clause}`))];
    const listed = [...new Set(listing.clauses.map(({ id }) => clauseOf(id).join(":")))];
    expect(listed.sort()).toEqual([...new Set(found)].sort());
  });

  test.each(sections.map(({ document, clause, section }) => [`${document}:${clause}`, section] as const))(
    "%s: every Chinese term and every figure is in its packs",
    (id, section) => {
      const [document, clause] = clauseOf(id);
      const own = allPacks.filter((pack) => packsOf[document]?.includes(pack.id) || (clause === "N1" && pack.id === "cn-320500-suzhou"));
      const text = JSON.stringify(own);
      const files = listing.elsewhere.filter((entry) => entry.clause === id).map(({ where }) => `${root}${where}`);
      const names = files.map((file) => readFileSync(file, "utf8")).join("");
      const derived = listing.derived.filter((entry) => entry.clause === id).flatMap(({ figures }) => figures);
      const terms = section.match(/[\u4e00-\u9fff]{2,}/gu) ?? [];
      expect(terms.filter((term) => !text.includes(term) && !names.includes(term))).toEqual([]);
      const figures = section.match(/(?<![\w.])\d+(?:[ ,]\d{3})*(?:\.\d+)?/gu) ?? [];
      const plain = figures.map((figure) => figure.replace(/[ ,]/g, "").trim());
      expect(plain.filter((figure) => !text.includes(figure) && !derived.includes(figure) && !names.includes(figure))).toEqual([]);
    },
  );
});
