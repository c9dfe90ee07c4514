/**
 * Prints the bytes that must be the same in every runtime and every time zone: the report on the district of the examples, its
 * renderings in both languages, and the explanation of its first finding. It reads dist, so that it tries what is shipped.
 */
import { readFileSync } from "node:fs";

const room = (path) => import(new URL(`../../dist/esm/${path}.js`, import.meta.url).href);
const { assessDistrict, renderMarkdown, renderText, resolvePolicies } = await room("index");
const { cn } = await room("packs/cn");
const { baota } = await room("packs/cn-610602-baota");
const { zhCN } = await room("messages/zh-CN");
const { en } = await room("messages/en");

const text = readFileSync(new URL("../../examples/districts/cn-610602-baota.json", import.meta.url), "utf8");
const policy = resolvePolicies([cn, baota]);
if (!policy.ok) throw new Error("the packs contradict each other");
const report = assessDistrict(JSON.parse(text), { policy: policy.value, asOf: "2023-12-31" });

const pages = [zhCN, en].flatMap((catalog) => [renderText(report, { catalog }), renderMarkdown(report, { catalog })]);
console.log([JSON.stringify(report, undefined, 1), ...pages].join("\n"));
