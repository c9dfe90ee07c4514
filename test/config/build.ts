/**
 * `npm run build`: tsup writes one file per source file, once as ESM and once as CommonJS; tsc writes the declarations, which
 * serve both; the schemas of the room `schema` are printed as JSON Schema.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const dist = join(root, "dist");

const run = (script: string, ...args: string[]): void => {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" });
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.\w+$/.test(name));

/** Strict validators refuse a format that JSON Schema does not define; ours have their pattern beside them. */
const standardFormats: readonly string[] = ["date", "date-time", "time", "email", "uri", "uuid", "regex"];

rmSync(dist, { recursive: true, force: true });
run(join(require.resolve("tsup/package.json"), "../dist/cli-default.js"));
run(join(require.resolve("typescript/package.json"), "../bin/tsc"), "-p", "test/config/tsconfig.build.json", "--outDir", "dist/esm");
for (const name of filesUnder(join(dist, "esm"))) {
  if (name.endsWith(".d.ts")) cpSync(join(dist, "esm", name), join(dist, "cjs", name));
}
writeFileSync(join(dist, "cjs", "package.json"), '{ "type": "commonjs", "sideEffects": false }\n');
await writeJsonSchemas();
checkJavaScript();
console.log(`built ${filesUnder(dist).length} files`);

/** One file per schema that the room `schema` exports: `districtSchema` becomes `json-schema/district.json`. */
async function writeJsonSchemas(): Promise<void> {
  const door = join(dist, "esm", "schema", "index.js");
  if (!existsSync(door)) return;
  const exported = Object.entries((await import(pathToFileURL(door).href)) as Record<string, unknown>);
  const schemas = exported.filter((each): each is [string, z.ZodType] => each[0].endsWith("Schema") && each[1] instanceof z.ZodType);
  mkdirSync(join(dist, "json-schema"), { recursive: true });
  for (const [name, schema] of schemas) {
    const file = name.replace(/Schema$/, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const content = z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: "any",
      override: ({ jsonSchema }) => {
        if (!standardFormats.includes(jsonSchema.format ?? "date")) delete jsonSchema.format;
      },
    });
    writeFileSync(join(dist, "json-schema", `${file}.json`), `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

/** What bundlers and readers rely on, and what no compiler setting promises. */
function checkJavaScript(): void {
  const faults: string[] = [];
  const pure = (text: string): number => text.split("/* @__PURE__ */").length - 1;
  for (const name of filesUnder(join(root, "src"))) {
    const source = readFileSync(join(root, "src", name), "utf8");
    for (const format of ["esm", "cjs"]) {
      const path = join(dist, format, name.replace(/\.ts$/, ".js"));
      const text = readFileSync(path, "utf8");
      if (/^\s*\/\*\*/m.test(text)) faults.push(`${path}: a doc comment is left in the code`);
      if (text.includes("sourceMappingURL")) faults.push(`${path}: names a source map`);
      if (pure(text) < pure(source)) faults.push(`${path}: a /* @__PURE__ */ of the source is gone`);
    }
  }
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    process.exit(1);
  }
}
