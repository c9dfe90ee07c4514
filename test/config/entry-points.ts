/**
 * The doors of the package: index.ts, one per room, per pack and per language. package.json spells them out; `npm run api` writes
 * them there, and a test holds them against src.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { roomImports } from "../architecture/rules.js";
import { root } from "./source.js";

/** One door of the package: what a user writes, and the file in src and dist without its ending. */
export interface EntryPoint {
  /** What stands in an import: `school-groups`, `school-groups/core`, … */
  readonly specifier: string;
  /** `index`, `core/index`, `packs/cn`, … */
  readonly file: string;
}

interface Target {
  readonly types: string;
  readonly default: string;
}

export type PackageExports = Readonly<Record<string, string | { readonly import: Target; readonly require: Target }>>;

export type TypesVersions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const { name, exports, typesVersions } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly name: string;
  readonly exports: PackageExports;
  readonly typesVersions: TypesVersions;
};

export const packageName = name;

/** What package.json says. */
export const packageExports = exports;
export const packageTypesVersions = typesVersions;

const inSrc = (path: string): boolean => existsSync(join(root, "src", path));
const rooms = Object.keys(roomImports).filter((room) => inSrc(`${room}/index.ts`));
const languages = filesOf("messages").filter((each) => /^[a-z]{2}(-[A-Z]{2})?$/.test(each));

function filesOf(room: string): readonly string[] {
  if (!inSrc(room)) return [];
  const names = readdirSync(join(root, "src", room)).filter((each) => each.endsWith(".ts") && each !== "index.ts");
  return names.map((each) => each.replace(/\.ts$/, "")).sort();
}

/** What package.json has to say: types first, for each way of loading. */
export function wantedExports(): PackageExports {
  const target = (format: string, file: string): Target => ({
    types: `./dist/${format}/${file}.d.ts`,
    default: `./dist/${format}/${file}.js`,
  });
  const both = (file: string) => ({ import: target("esm", file), require: target("cjs", file) });
  return {
    ".": both("index"),
    ...Object.fromEntries(rooms.map((room) => [`./${room}`, both(`${room}/index`)])),
    ...(inSrc("packs") ? { "./packs/*": both("packs/*") } : {}),
    ...Object.fromEntries(languages.map((language) => [`./messages/${language}`, both(`messages/${language}`)])),
    ...(inSrc("schema") ? { "./json-schema/*": "./dist/json-schema/*" } : {}),
    "./package.json": "./package.json",
  };
}

/** The same doors for TypeScript's older resolution (`node10`), which knows no exports: it is the default where `module` is `commonjs`. */
export function wantedTypesVersions(): TypesVersions {
  const doors = Object.entries(wantedExports()).flatMap(([door, target]) =>
    door === "." || typeof target === "string" ? [] : [[door.slice(2), [target.require.types]] as const],
  );
  return { "*": Object.fromEntries(doors) };
}

/** Every entry point with code behind it, `./packs/*` written out. */
export function entryPoints(): readonly EntryPoint[] {
  const entry = (path: string, file: string): EntryPoint => ({ specifier: `${name}${path}`, file });
  return [
    entry("", "index"),
    ...rooms.map((room) => entry(`/${room}`, `${room}/index`)),
    ...filesOf("packs").map((pack) => entry(`/packs/${pack}`, `packs/${pack}`)),
    ...languages.map((language) => entry(`/messages/${language}`, `messages/${language}`)),
  ];
}
