import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiFile, apiListing } from "../config/api.js";

test("the public API is the listing in test/api.txt (npm run api writes it anew, on purpose)", () => {
  expect(apiListing()).toBe(readFileSync(apiFile, "utf8"));
});
