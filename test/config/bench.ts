/** `npm run bench`: every test/bench/*.bench.ts in a process of its own, one after the other. Benchmarks inform; they never fail. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "test", "bench");
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const flags = process.argv.slice(2).filter((word) => word.startsWith("-"));

const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bench.ts")) : [];
for (const name of files.sort()) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  console.log(`\n# ${name.replace(/\.bench\.ts$/, "")}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", "--import", "tsx", join(folder, name), ...flags], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) console.log(`(ended with exit code ${status})`);
}
