/**
 * `npm run size`: bundles each entry point with all it needs, minified, and holds its gzipped size and its contents against
 * test/package/sizes.json. After a change on purpose, `npm run size -- --write` sets the ceilings 5 % above what is reached.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type EntryPoint, entryPoints } from "./entry-points.js";
import { root } from "./source.js";

interface Ceiling {
  /** Gzipped KiB that the entry point may reach. */
  readonly ceiling: number;
  /** Packages that may not be in the bundle. */
  readonly without: readonly string[];
}

interface Size {
  readonly entry: EntryPoint;
  readonly minified: number;
  readonly gzipped: number;
  readonly packages: readonly string[];
  readonly faults: readonly string[];
}

const table = join(root, "test", "package", "sizes.json");
const ceilings: Readonly<Record<string, Ceiling>> = existsSync(table) ? JSON.parse(readFileSync(table, "utf8")) : {};
const kib = (bytes: number): number => Math.ceil((bytes / 1024) * 10) / 10;

/** What a new entry point may not hold, until its row in the table says otherwise. */
function withoutAtFirst({ file }: EntryPoint): readonly string[] {
  const room = file.split("/")[0] ?? "";
  if (["packs", "messages", "statistics"].includes(room)) return ["@date-fns/utc", "date-fns", "decimal.js", "highs", "zod"];
  if (["domain", "policy", "rules", "schema"].includes(room)) return ["decimal.js", "highs", ...(room === "schema" ? [] : ["zod"])];
  return ["index", "validation", "report"].includes(room) ? ["highs"] : ["highs", "zod"];
}

async function measure(entry: EntryPoint): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from "./dist/esm/${entry.file}.js";`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const [output] = outputFiles;
  const text = output?.contents ?? new Uint8Array();
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/")));
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  const gzipped = gzipSync(text, { level: 9 }).length;
  const limit = ceilings[entry.specifier];
  const faults = [
    ...(limit === undefined ? ["no ceiling in test/package/sizes.json"] : []),
    ...(limit !== undefined && kib(gzipped) > limit.ceiling ? [`above its ceiling of ${limit.ceiling} KiB`] : []),
    ...(limit?.without ?? []).filter((name) => packages.has(name)).map((name) => `holds ${name}`),
    ...(inputs.some((path) => /node_modules\/date-fns\/index\./.test(path)) ? ["holds the barrel of date-fns"] : []),
  ];
  return { entry, minified: text.length, gzipped, packages: [...packages].sort(), faults };
}

const sizes: Size[] = [];
for (const entry of entryPoints()) sizes.push(await measure(entry));

if (process.argv.includes("--write")) {
  const written = sizes.map(({ entry, gzipped }) => {
    const { without = withoutAtFirst(entry) } = ceilings[entry.specifier] ?? {};
    return [entry.specifier, { ceiling: kib(gzipped * 1.05), without }] as const;
  });
  const lines = written.map(([name, limit]) => `  ${JSON.stringify(name)}: ${JSON.stringify(limit)}`);
  writeFileSync(table, `{\n${lines.join(",\n")}\n}\n`);
}

const widest = Math.max(...sizes.map(({ entry }) => entry.specifier.length));
console.log(`${"entry point".padEnd(widest)}  minified   gzipped   ceiling  with`);
for (const { entry, minified, gzipped, packages, faults } of sizes) {
  const numbers = [minified, gzipped].map((bytes) => `${kib(bytes).toFixed(1)} KiB`.padStart(10));
  const ceiling = (ceilings[entry.specifier]?.ceiling.toFixed(1) ?? "–").padStart(8);
  const words = [packages.join(", "), ...faults.map((fault) => `✗ ${fault}`)].filter((word) => word !== "");
  console.log(`${entry.specifier.padEnd(widest)} ${numbers.join(" ")} ${ceiling}  ${words.join("; ")}`);
}
const failed = sizes.filter(({ faults }) => faults.length > 0).length;
mkdirSync(join(root, ".tmp"), { recursive: true });
writeFileSync(join(root, ".tmp", "sizes.json"), JSON.stringify({ passed: sizes.length - failed, failed }));
console.log(`${sizes.length - failed} entry points within their limits, ${failed} not`);
if (failed > 0 && !process.argv.includes("--write")) process.exitCode = 1;
