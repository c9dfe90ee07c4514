import * as z from "zod";
import { DEFAULTS, isCalendarDate, isDecimalString, isPartialDate, parseFraction } from "../core/index.js";

/**
 * Titles of the JSON Schemas, official Chinese terms first. A registry of our own: zod's global one would change when this file is loaded.
 */
export const titles = /* @__PURE__ */ z.registry<{
  readonly title: string;
  readonly description?: string | undefined;
  /** Told to validators of other languages; the reader checks it itself. */
  readonly minProperties?: number | undefined;
}>();

/**
 * Gives a schema its title in the JSON Schemas, and hands it back.
 *
 * @internal
 */
export function titled<Schema extends z.ZodType>(title: string, schema: Schema): Schema {
  titles.add(schema, { title });
  return schema;
}

/**
 * One line: no control characters, no marks of byte order, no broken surrogates, no white space at its ends (U+3000 is the full-width space).
 */
const LINE =
  /^[\u0021-\u007e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\u{10ffff}](?:[\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\u{10ffff}]*[\u0021-\u007e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\u{10ffff}])?$/u;

/** Several lines, the same otherwise; may be empty. */
const PARAGRAPH = /^[\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\u{10ffff}]*$/u;

/** GB 32100-2015: 31 symbols; positions 3 to 8 are a code of GB/T 2260. Its two check characters are validation's matter. */
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** An id: one line of at most `DEFAULTS.maxIdLength` characters. `__proto__` is an id like others, since nothing is looked up by objects. */
export function idText() {
  return z.stringFormat("text", LINE).max(DEFAULTS.maxIdLength.value);
}

/** A name or remark on one line. */
export function lineText() {
  return z.stringFormat("text", LINE).max(DEFAULTS.maxTextLength.value);
}

/** A remark of any number of lines; may be empty. */
function paragraphText() {
  return z.stringFormat("text", PARAGRAPH).max(DEFAULTS.maxTextLength.value);
}

/** A text of a known list or of the caller's own: typed as such, one line to the reader. */
export function openWord<Word extends string>() {
  return lineText() as unknown as z.ZodType<Word | (string & {})>;
}

/** 日期: a day. */
export function dayText() {
  return z.stringFormat("date", isCalendarDate);
}

/** 日期（可不完整）: a day, month, year or span of them. */
export function partialDateText() {
  return z.stringFormat("partial-date", isPartialDate);
}

/** An exact number: decimal text or a finite number. */
export function decimalValue() {
  return z.union([z.stringFormat("decimal", isDecimalString), z.number()]);
}

/** A figure of a policy: decimal text or a quotient such as 1/3, without a percent sign. */
export function figureText() {
  return z.stringFormat("decimal", (text) => parseFraction(text) !== undefined);
}

/** Decimal text of a number below 0, whatever its exponent. */
const BELOW_ZERO = /^-[0.]*[1-9]/;

/** What there can be none of but never less than none: a total, money. */
export function amountValue() {
  return z.union([z.stringFormat("amount", (text) => isDecimalString(text) && !BELOW_ZERO.test(text)), z.number().min(0)]);
}

/** People, schools, rooms: a whole number from 0. */
export function count() {
  return z.int().min(0);
}

/** 行政区划代码, GB/T 2260: six digits. */
export function districtCode() {
  return z.stringFormat("district-code", /^[0-9]{6}$/);
}

/** 学校（机构）标识码: ten digits. */
export function schoolCode() {
  return z.stringFormat("school-code", /^[0-9]{10}$/);
}

/** 统一社会信用代码: eighteen characters. */
export function creditCode() {
  return z.stringFormat("credit-code", CREDIT_CODE);
}

/** A list of at most `DEFAULTS.maxArrayLength` elements. */
export function list<Element extends z.ZodType>(element: Element) {
  return z.array(element).max(DEFAULTS.maxArrayLength.value);
}

/** A list of at least one element. */
export function filledList<Element extends z.ZodType>(element: Element) {
  const filled = z.array(element).min(1).max(DEFAULTS.maxArrayLength.value);
  return filled as unknown as z.ZodType<[z.output<Element>, ...z.output<Element>[]]>;
}

/** 术语: official Chinese and courtesy English. */
export function term() {
  return z.strictObject({ "zh-CN": titled("中文", paragraphText()), en: titled("英文", paragraphText()) });
}

/** 出处: source and clause. */
export function citation() {
  return z.strictObject({ source: titled("来源", idText()), clause: titled("条款", lineText().optional()) });
}
