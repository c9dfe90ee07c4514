import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The tests of what is shipped: they read dist, so they run after the build and know no path into src. */
export default defineConfig({
  root,
  test: {
    include: ["test/package/**/*.test.ts"],
    testTimeout: 300_000,
    allowOnly: false,
    hookTimeout: 300_000,
    reporters: ["default", "json"],
    outputFile: { json: `${root}.tmp/vitest-package.json` },
  },
});
