import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packPage, pagesFolder } from "../scripts/pack-pages.js";
import { allPacks } from "./all-packs.js";

describe("docs/packs", () => {
  test("holds a page for each pack and no other", () => {
    expect(readdirSync(pagesFolder).sort()).toEqual(allPacks.map(({ id }) => `${id}.md`).sort());
  });

  test.each(allPacks.map((pack) => [pack.id, pack] as const))("%s is current (npm run docs:packs writes it anew)", (id, pack) => {
    const file = `${pagesFolder}/${id}.md`;
    expect(existsSync(file) && readFileSync(file, "utf8")).toBe(packPage(pack));
  });

  test("a page names what the source leaves without a figure, and every clause", () => {
    const baota = allPacks.find(({ id }) => id === "cn-610602-baota");
    if (baota === undefined) throw new Error("no pack");
    const page = packPage(baota);
    expect(page).toContain("## 原文未给出数字的事项");
    expect(page).toContain("- 同步允许滞后天数 (`baota.synchrony.tolerance-after`)");
    for (const clause of ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"]) expect(page).toContain(`- \`baota:${clause}\`\n`);
  });
});
