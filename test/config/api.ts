/** `npm run api`: writes test/api.txt, the names that each entry point offers, and the entry points in package.json. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { entryPoints, wantedExports, wantedTypesVersions } from "./entry-points.js";
import { root, sourceFiles, sourceProgram } from "./source.js";

export const apiFile = join(root, "test", "api.txt");

/** The public API as text: an entry point, then its names in order, each with what it is. */
export function apiListing(): string {
  const checker = sourceProgram().getTypeChecker();
  const trees = new Map(sourceFiles().map(({ path, tree }) => [path, tree]));
  return entryPoints()
    .map(({ specifier, file }) => {
      const tree = trees.get(`${file}.ts`);
      const module = tree === undefined ? undefined : checker.getSymbolAtLocation(tree);
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      const lines = symbols.map((symbol) => {
        const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        return { name: symbol.name, kind: kindOf(target) };
      });
      const sorted = lines.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, kind }) => `  ${name}: ${kind}\n`);
      return `${specifier}\n${sorted.join("")}`;
    })
    .join("\n");
}

function kindOf({ flags }: ts.Symbol): string {
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Class) return "class";
  const value = flags & ts.SymbolFlags.Variable ? ["const"] : [];
  if (flags & ts.SymbolFlags.Interface) return [...value, "interface"].join(" and ");
  return [...value, ...(flags & ts.SymbolFlags.TypeAlias ? ["type"] : [])].join(" and ");
}

if (process.argv.includes("--write")) {
  const manifest = join(root, "package.json");
  const content = { ...JSON.parse(readFileSync(manifest, "utf8")), exports: wantedExports(), typesVersions: wantedTypesVersions() };
  writeFileSync(manifest, `${JSON.stringify(content, undefined, 2)}\n`);
  const text = apiListing();
  writeFileSync(apiFile, text);
  console.log(`${text.split("\n").filter((line) => line.startsWith("  ")).length} names in test/api.txt`);
}
