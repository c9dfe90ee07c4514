/**
 * Prints the bytes that must be the same in every runtime and every time zone: the report on the district of the examples, its
 * renderings in both languages, and exact statistics, a mixed model and distributions to their last bit. It reads dist, so that it tries what is shipped.
 */
import { readFileSync } from "node:fs";

const room = (path) => import(new URL(`../../dist/esm/${path}.js`, import.meta.url).href);
const { assessDistrict, renderMarkdown, renderText, resolvePolicies } = await room("index");
const { cn } = await room("packs/cn");
const { chiSquaredTails, createStatistics, fitMixedModel, fTails, gamma, normalQuantile, studentQuantile } = await room("statistics/index");
const { baota } = await room("packs/cn-610602-baota");
const { zhCN } = await room("messages/zh-CN");
const { en } = await room("messages/en");

const text = readFileSync(new URL("../../examples/districts/cn-610602-baota.json", import.meta.url), "utf8");
const policy = resolvePolicies([cn, baota]);
if (!policy.ok) throw new Error("the packs contradict each other");
const report = assessDistrict(JSON.parse(text), { policy: policy.value, asOf: "2023-12-31" });

const pages = [zhCN, en].flatMap((catalog) => [renderText(report, { catalog }), renderMarkdown(report, { catalog })]);

const statistics = createStatistics({ columns: [{ id: "before", step: "0.5" }, { id: "after", step: "0.5" }] });
for (let row = 0; row < 200; row += 1) {
  const before = 40 + ((row * 37) % 101) / 2;
  const after = before + (row % 8) + ((row * row * 13) % 23) / 2;
  statistics.add({ group: `g${row % 8}`, values: { before, after } });
}
const fit = fitMixedModel(statistics, { response: "after", fixed: ["before"], confidence: 0.95 });
const places = [0.001, 0.1, 0.3, 0.5, 0.8, 0.999];
const tails = places.map((p) => [normalQuantile(p), studentQuantile(p, 7), gamma(p), chiSquaredTails(p, 3), fTails(p, 3, 11)]);
const numbers = JSON.stringify([statistics, fit, tails], undefined, 1);
console.log([JSON.stringify(report, undefined, 1), ...pages, numbers].join("\n"));
