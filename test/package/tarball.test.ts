import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryPoints, packageExports, packageName } from "../config/entry-points.js";
import { root } from "../config/source.js";

const require = createRequire(import.meta.url);
const entries = entryPoints();
const user = mkdtempSync(join(tmpdir(), "packed-"));
const installed = join(user, "node_modules", packageName);
let packed: readonly string[] = [];

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });

const node = (cwd: string, ...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

beforeAll(() => {
  const [answer] = JSON.parse(npm(root, "pack", "--ignore-scripts", "--json", "--pack-destination", user)) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  packed = answer.files.map(({ path }) => path);
  const { version } = JSON.parse(readFileSync(require.resolve("zod/package.json"), "utf8")) as { version: string };
  writeFileSync(join(user, "package.json"), '{ "name": "user", "private": true }\n');
  npm(user, "install", "--prefer-offline", "--no-audit", "--no-fund", `./${answer.filename}`, `zod@${version}`);
});

afterAll(() => {
  rmSync(user, { recursive: true, force: true });
});

describe("what is in the tarball", () => {
  test("the built library, its schemas, the guides and the papers, nothing else", () => {
    const strange = packed.filter(
      (path) =>
        !/^dist\/(esm|cjs)\/.+\.(js|d\.ts)$/.test(path) &&
        !/^dist\/json-schema\/[\w.-]+\.json$/.test(path) &&
        !/^docs\/(guide|packs)\/[\w.-]+\.md$|^docs\/[\w.-]+\.md$/.test(path) &&
        !["dist/cjs/package.json", "package.json", "README.md", "LICENSE", "CHANGELOG.md"].includes(path),
    );
    expect(strange).toEqual([]);
  });

  test("every page that the README leads to", () => {
    const readme = readFileSync(join(installed, "README.md"), "utf8");
    const pages = [...readme.matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, path]) => path ?? "");
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((path) => !packed.includes(path))).toEqual([]);
  });

  test("every source file in both module systems, with declarations", () => {
    const missing = filesUnder(join(root, "src")).flatMap((name) => {
      const base = name.replace(/\.ts$/, "");
      return ["esm", "cjs"]
        .flatMap((format) => [`dist/${format}/${base}.js`, `dist/${format}/${base}.d.ts`])
        .filter((path) => !packed.includes(path));
    });
    expect(missing).toEqual([]);
  });

  test("the declarations of rooms other than schema name no dependency", () => {
    const named = filesUnder(join(installed, "dist"))
      .filter((path) => path.endsWith(".d.ts") && !/^(esm|cjs)\/schema\//.test(path))
      .filter((path) =>
        /(from|import\()\s*"(zod|date-fns|@date-fns|decimal\.js)/.test(readFileSync(join(installed, "dist", path), "utf8")),
      );
    expect(named).toEqual([]);
  });

  test("doc comments reach the editor, and none is left in the code", () => {
    const text = readFileSync(join(installed, "dist/esm/core/result.d.ts"), "utf8");
    expect(text).toContain("The answer of a function that judges data");
    expect(readFileSync(join(installed, "dist/esm/core/result.js"), "utf8")).not.toContain("The answer of a function");
  });
});

describe("the installed package", () => {
  const list = JSON.stringify(entries.map(({ specifier }) => specifier));

  test("every entry point is found by import and by require, with the same names", () => {
    const print = (load: string): string => `
      const out = {};
      for (const each of ${list}) out[each] = Object.keys(${load}).filter((key) => key !== "default" && key !== "module.exports" && key !== "__esModule").sort();
      console.log(JSON.stringify(out));`;
    const esm = JSON.parse(node(user, "--input-type=module", "-e", print("await import(each)"))) as Record<string, string[]>;
    const cjs = JSON.parse(node(user, "--input-type=commonjs", "-e", print("require(each)"))) as Record<string, string[]>;
    expect(Object.keys(esm)).toEqual(entries.map(({ specifier }) => specifier));
    expect(cjs).toEqual(esm);
    expect(esm[packageName]).toContain("VERSION");
  });

  test("every file that package.json exports is there", () => {
    const targets = Object.values(packageExports).flatMap((target) =>
      typeof target === "string" ? [target] : [target.import, target.require].flatMap((each) => [each.types, each.default]),
    );
    const isThere = (file: string): boolean => {
      if (!file.includes("*")) return existsSync(join(installed, file));
      const [folder = "", ending = ""] = file.split("*");
      return existsSync(join(installed, folder)) && readdirSync(join(installed, folder)).some((each) => each.endsWith(ending));
    };
    expect(targets.length).toBeGreaterThan(4);
    expect(targets.filter((file) => !isThere(file))).toEqual([]);
  });

  test.runIf("./json-schema/*" in packageExports)("JSON Schemas are read by path", () => {
    const names = readdirSync(join(installed, "dist/json-schema"));
    for (const name of names) {
      const text = node(user, "--input-type=commonjs", "-e", `console.log(JSON.stringify(require("${packageName}/json-schema/${name}")))`);
      expect(JSON.parse(text)).toHaveProperty("$schema");
    }
  });

  test.each([
    ["NodeNext, as ESM", "t.mts", "nodenext", "nodenext"],
    ["NodeNext, as CommonJS", "t.cts", "nodenext", "nodenext"],
    ["a bundler", "t.ts", "esnext", "bundler"],
    ["the older resolution of CommonJS", "t.ts", "commonjs", "node10"],
  ])("TypeScript finds the types under %s", (_, file, module, moduleResolution) => {
    const folder = join(user, moduleResolution, file.replace(".", "-"));
    mkdirSync(folder, { recursive: true });
    const lines = entries.map(({ specifier }, index) => `import * as m${index} from "${specifier}";`);
    const uses = entries.map((_, index) => `m${index}`).join(", ");
    writeFileSync(
      join(folder, file),
      `${lines.join("\n")}\nimport { VERSION } from "${packageName}";\nexport const v: string = VERSION;\nexport const all = [${uses}];\n`,
    );
    const options = {
      module,
      moduleResolution,
      target: "es2022",
      lib: ["ES2022", "DOM"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
      ...(moduleResolution === "node10" ? { ignoreDeprecations: "6.0" } : {}),
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: [file] }));
    expect(attempt(() => node(folder, join(require.resolve("typescript/package.json"), "../bin/tsc"), "-p", "."))).toBe("");
  });
});

function attempt(call: () => string): string {
  try {
    return call();
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return stdout + stderr;
  }
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) =>
      join(each.parentPath, each.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}
