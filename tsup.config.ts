import { defineConfig } from "tsup";

/** One output file per source file, once for each module system; the declarations come from tsc (see test/config/build.ts). */
export default defineConfig(
  (["esm", "cjs"] as const).map((format) => ({
    entry: ["src/**/*.ts"],
    outDir: `dist/${format}`,
    format,
    bundle: false,
    target: "es2022",
    platform: "neutral",
    sourcemap: false,
    dts: false,
    silent: true,
    outExtension: () => ({ js: ".js" }),
  })),
);
