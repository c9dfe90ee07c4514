/** `npm run golden`: writes the golden reports of the example districts anew. Read the difference before committing it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { GOLDEN_DISTRICTS, goldenPath, goldenText } from "../report/golden-summary.js";

for (const district of GOLDEN_DISTRICTS) {
  const path = goldenPath(district.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, goldenText(district));
}
console.log(`${GOLDEN_DISTRICTS.length} reports in test/report/golden`);
