import type { ExplanationSentences, Words } from "./words.js";

/** Every sentence the library can say in one language. The caller passes it in; nothing is global. */
export interface Catalog {
  readonly locale: "zh-CN" | "en";
  readonly words: Words;
  readonly explanation: ExplanationSentences;
}
