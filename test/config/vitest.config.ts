import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^school-groups$/, replacement: `${root}src/index.ts` },
      { find: /^school-groups\/(packs|messages)\/(.+)$/, replacement: `${root}src/$1/$2.ts` },
      { find: /^school-groups\/(.+)$/, replacement: `${root}src/$1/index.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/conformance/**", "test/package/**", "node_modules/**"],
    isolate: false,
    testTimeout: 60_000,
    allowOnly: false,
    setupFiles: ["test/config/property-seed.ts"],
    reporters: ["default", "json"],
    outputFile: { json: `${root}.tmp/vitest-unit.json` },
  },
});
