import { readFileSync } from "node:fs";
import { VERSION } from "school-groups";
import { expect, test } from "vitest";

test("the version printed in reports is the package's", () => {
  expect(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version).toBe(VERSION);
});
