import type { ExplainedValue, Term } from "../core/index.js";
import { STAGE_LABELS } from "../domain/index.js";
import type { MeasureId } from "../policy/index.js";

/** Between the words on the right of a `one-of` comparison, as the comparison reads them. */
const SEPARATOR = " | ";

/** Where the official words of tokens stand: those handed over with the fact first, as only a pack knows its own forms. */
export interface Words {
  readonly measure: MeasureId;
  readonly own?: Glossary | undefined;
}

type Glossary = Readonly<Record<string, Term>>;

const TRUTHS: Glossary = { yes: { "zh-CN": "是", en: "yes" }, no: { "zh-CN": "否", en: "no" } };

const WORDS: Partial<Readonly<Record<MeasureId, Glossary>>> = {
  stage: STAGE_LABELS,
  "counted-as": STAGE_LABELS,
  "school-type": {
    ...STAGE_LABELS,
    "nine-year": { "zh-CN": "九年一贯制", en: "nine-year school" },
    "complete-secondary": { "zh-CN": "完全中学", en: "complete secondary school" },
    "twelve-year": { "zh-CN": "十二年一贯制", en: "twelve-year school" },
    other: { "zh-CN": "其他类型", en: "another type" },
  },
  sector: { public: { "zh-CN": "公办", en: "public" }, private: { "zh-CN": "民办", en: "private" } },
  locality: {
    urban: { "zh-CN": "城区", en: "urban" },
    town: { "zh-CN": "镇区", en: "town" },
    rural: { "zh-CN": "乡村", en: "rural" },
  },
  role: { lead: { "zh-CN": "牵头校", en: "lead" }, member: { "zh-CN": "成员校", en: "member" } },
  reach: {
    "same-stage": { "zh-CN": "同学段", en: "of one stage" },
    "cross-stage": { "zh-CN": "跨学段", en: "across stages" },
  },
  "legal-form": {
    "single-legal-person": { "zh-CN": "单法人制", en: "one legal person" },
    "multiple-legal-persons": { "zh-CN": "多法人制", en: "several legal persons" },
  },
};

function wordOf(token: string, { measure, own }: Words): Term | undefined {
  return own?.[token] ?? WORDS[measure]?.[token] ?? TRUTHS[token];
}

/** Tokens as a value: the tokens themselves to compare, and the words that a reader knows them by. */
export function shownTokens(tokens: readonly string[], words: Words): ExplainedValue {
  const value = tokens.join(SEPARATOR);
  const terms = tokens.map((token) => wordOf(token, words));
  if (terms.every((term) => term === undefined)) return { kind: "text", value };
  const term = {
    "zh-CN": tokens.map((token, position) => terms[position]?.["zh-CN"] ?? token).join("、"),
    en: tokens.map((token, position) => terms[position]?.en ?? token).join(", "),
  };
  return { kind: "text", value, term };
}
