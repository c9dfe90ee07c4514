import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { include: _, exclude: __, outputFile: ___, ...test } = base.test ?? {};

/** The comparison with R, live: only where R and its packages are installed. */
export default defineConfig(
  mergeConfig(
    { ...base, test },
    {
      test: {
        include: ["test/conformance/**/*.test.ts"],
        testTimeout: 600_000,
        outputFile: { json: `${root}.tmp/vitest-conformance.json` },
      },
    },
  ),
);
