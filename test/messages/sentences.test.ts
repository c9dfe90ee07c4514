import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { en } from "../../src/messages/en.js";
import { zhCN } from "../../src/messages/zh-CN.js";
import { allSentences, sentencesPage, sentencesText } from "../scripts/sentences.js";

const sections = allSentences();
const told = [...sections].flatMap(([section, list]) =>
  list.flatMap(({ key, turns: [chinese, english] }) => [
    ...chinese.map((text) => ({ place: `${section}.${key}`, language: "zh-CN", text })),
    ...english.map((text) => ({ place: `${section}.${key}`, language: "en", text })),
  ]),
);

/** The sentences that a pattern finds, for a readable failure. */
function found(language: string, pattern: RegExp): readonly string[] {
  return told.filter((one) => one.language === language && pattern.test(one.text)).map(({ place, text }) => `${place}: ${text}`);
}

describe("docs/sentences.md", () => {
  test("is current (npm run docs:sentences writes it anew)", () => {
    expect(readFileSync(sentencesPage, "utf8")).toBe(sentencesText(sections));
  });

  test("has a row for every issue", () => {
    const keys = sections.get("issues")?.map(({ key }) => key);
    expect(keys).toEqual(Object.keys(zhCN.issues));
    expect([...(keys ?? [])].sort()).toEqual(Object.keys(en.issues).sort());
  });
});

describe("every sentence", () => {
  test("has no hole where a value belongs", () => {
    for (const language of ["zh-CN", "en"]) expect(found(language, /undefined|\[object|NaN|‹|“”|""/)).toEqual([]);
  });

  test("Chinese: no 您, no 你, no half-width punctuation beside a Chinese character", () => {
    expect(found("zh-CN", /[您你]/)).toEqual([]);
    expect(found("zh-CN", /[\u4e00-\u9fff][,;:?!()]|[,;:?!(][\u4e00-\u9fff]/)).toEqual([]);
  });

  test("Chinese: no full stop doubled, no quotation left open", () => {
    expect(found("zh-CN", /[。；，][。；，]/)).toEqual([]);
    const open = told.filter(({ language, text }) => language === "zh-CN" && text.split("“").length !== text.split("”").length);
    expect(open.map(({ place }) => place)).toEqual([]);
  });

  test("English: no Chinese character but in what users wrote", () => {
    // 等 ends a Chinese list that is open; the sentence speaks of the character itself.
    expect(found("en", /[\u4e00-\u9fff，。；：]/).filter((text) => !text.startsWith("issues.open-list-unmarked"))).toEqual([]);
  });
});
