export type { Catalog } from "./catalog.js";
export { explain } from "./explain.js";
export { formatValue } from "./format-value.js";
export type { Sentences } from "./sentences.js";
export type { ExplanationSentences, Words } from "./words.js";
