import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiFile, apiListing } from "../config/api.js";
import { packageExports, packageTypesVersions, wantedExports, wantedTypesVersions } from "../config/entry-points.js";

test("the public API is the listing in test/api.txt (npm run api writes it anew, on purpose)", () => {
  expect(apiListing()).toBe(readFileSync(apiFile, "utf8"));
});

test("package.json exports a door for every room, pack and language (npm run api writes them anew)", () => {
  expect(Object.entries(packageExports)).toEqual(Object.entries(wantedExports()));
  expect(packageTypesVersions).toEqual(wantedTypesVersions());
});
