import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { root } from "../config/source.js";

const pages = [
  ...readdirSync(root),
  ...(existsSync(join(root, "docs")) ? readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }) : []).map(
    (name) => `docs/${name}`,
  ),
]
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md") && !path.startsWith("docs/api/"));

const withoutCode = (text: string): string => text.replace(/^( *)(`{3,})[\s\S]*?^\1\2`* *$/gm, "").replace(/`[^`\n]*`/g, "");

/** The anchors of a page, made as GitHub makes them: lower case, signs dropped, spaces to hyphens, a number for repeats. */
function anchors(path: string): ReadonlySet<string> {
  const text = readFileSync(join(root, path), "utf8").replace(/^( *)(`{3,})[\s\S]*?^\1\2`* *$/gm, "");
  const seen = new Map<string, number>();
  const found = new Set([...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = ""]) => id));
  for (const [, title = ""] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    found.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return found;
}

test("every link between the pages leads to a file, and to a heading in it", () => {
  const broken = pages.flatMap((page) => {
    const links = [...withoutCode(readFileSync(join(root, page), "utf8")).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(
      ([, to = ""]) => to,
    );
    return links
      .filter((to) => !/^[a-z]+:/i.test(to))
      .flatMap((to) => {
        const [path = "", anchor] = decodeURI(to).split("#");
        const target = path === "" ? page : normalize(join(dirname(page), path)).replaceAll("\\", "/");
        if (!existsSync(join(root, target))) return [`${page}: ${to}`];
        if (anchor === undefined || !target.endsWith(".md")) return [];
        return anchors(target).has(anchor) ? [] : [`${page}: ${to} (no such heading)`];
      });
  });
  expect(broken).toEqual([]);
});
