import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./source.js";

/** One door of the package: what a user writes after the name, and the file in dist without its ending. */
export interface EntryPoint {
  /** `.`, `./core`, `./packs/cn`, … */
  readonly path: string;
  /** `index`, `core/index`, `packs/cn`, … */
  readonly file: string;
  /** What stands in an import: `school-groups`, `school-groups/core`, … */
  readonly specifier: string;
}

interface Conditions {
  readonly import: { readonly types: string; readonly default: string };
  readonly require: { readonly types: string; readonly default: string };
}

const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Conditions>>;
};

export const packageName = name;
export const packageExports = exports;

/** Every code entry point, with `./packs/*` written out from src. */
export function entryPoints(): readonly EntryPoint[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === "string") return [];
    const file = target.import.default.replace("./dist/esm/", "").replace(/\.js$/, "");
    const entry = (star: string): EntryPoint => ({
      path: path.replace("*", star),
      file: file.replace("*", star),
      specifier: path.replace(/^\./, name).replace("*", star),
    });
    if (!path.includes("*")) return [entry("")];
    const folder = join(root, "src", file.replace("/*", ""));
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((each) => each.endsWith(".ts") && each !== "index.ts")
      .sort()
      .map((each) => entry(each.replace(/\.ts$/, "")));
  });
}

/** The entry points whose source is there: a room that nobody has built yet has a door in package.json and nothing behind it. */
export function builtEntryPoints(): readonly EntryPoint[] {
  return entryPoints().filter(({ file }) => existsSync(join(root, "src", `${file}.ts`)));
}
