import {
  absoluteFraction,
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  negateFraction,
  subtractFractions,
} from "./fraction.js";
import { parseFraction } from "./fraction-text.js";
import { type Interval, intervalFrom, pointInterval } from "./interval.js";

/** Words around a printed figure: 约 · 以上、不低于 · 以下、不超过 · 超过、余、多 · 不足、不到. 以上 and 以下 include the figure itself. */
export type FigureQualifier = "none" | "about" | "at-least" | "at-most" | "more-than" | "less-than";

/** How a figure without words around it is meant: counted exactly, or rounded to its last printed digit. */
export type FigureKind = "count" | "rounded";

/** 公布数据. A figure as a document prints it, read. */
export interface PrintedFigure {
  /** As printed, untouched. */
  readonly text: string;
  /** What the digits say: 33 % is 0.33, 1.2 万 is 12 000. */
  readonly value: Fraction;
  readonly sign: "none" | "percent" | "per-mille";
  readonly kind: FigureKind;
  readonly qualifier: FigureQualifier;
  /** Where the true value lies, as far as the text decides it; absent with 约, which decides nothing. */
  readonly interval?: Interval | undefined;
}

/** How printed figures are read. */
export interface PrintedFigureOptions {
  /**
   * Without it a plain whole number (`"40408"`) is a count and everything else (`"33 %"`, `"1.2 万"`, `"3.50"`) is rounded to its last
   * printed digit.
   */
  readonly kind?: FigureKind | undefined;
}

/** Longer texts are sentences, not figures. */
const LONGEST = 100;
const ZERO: Fraction = { numerator: 0n, denominator: 1n };

const BEFORE: Readonly<Record<Exclude<FigureQualifier, "none">, string>> = {
  about: "大约|大約|约为|約為|约|約|将近|將近|接近|近",
  "at-least": "不低于|不低於|不少于|不少於|不小于|不小於|至少|≥|>=",
  "at-most": "不高于|不高於|不多于|不多於|不大于|不大於|不超过|不超過|至多|最多|≤|<=",
  "more-than": "超过|超過|超|逾|多于|多於|大于|大於|高于|高於|>",
  "less-than": "不足|不到|未满|未滿|少于|少於|小于|小於|低于|低於|<",
};
const AFTER: Readonly<Record<Exclude<FigureQualifier, "none">, string>> = {
  about: "左右|上下",
  "at-least": "及以上|以上",
  "at-most": "及以下|以下|以内|以內",
  "more-than": "余|餘|多",
  "less-than": "不到",
};

/** Measure words after a figure: they say what is counted, and change nothing of how much. */
const COUNTERS =
  "人次|人|名|位|所|家|个|個|间|間|次|节课|節課|节|節|门|門|项|項|套|台|册|冊|本|件|份|场|場|校|班次|班|学时|學時|课时|課時|小时|小時|分钟|分鐘|天|平方米|㎡|亩|畝|元";

const PATTERN = /* @__PURE__ */ new RegExp(
  `^(${Object.values(BEFORE).join("|")})? ?` +
    "([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.(\\d+))? ?(余|餘|多)?([万萬亿億]?) ?([%‰]?)" +
    ` ?(余|餘|多)?(?:${COUNTERS})? ?(${Object.values(AFTER).join("|")})?$`,
);

/** Full-width signs, digits and spaces as plain ones; by code point, so that "²" or "½" do not turn into digits as NFKC would have it. */
function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\ufe6a/g, "%")
    .replace(/\u2212/g, "-")
    .replace(/[\t\u00a0\u2002-\u200a\u202f\u3000 ]+/g, " ")
    .trim();
}

function qualifierOf(word: string | undefined, table: Readonly<Record<Exclude<FigureQualifier, "none">, string>>): FigureQualifier {
  if (word === undefined) return "none";
  for (const [qualifier, words] of Object.entries(table)) {
    if (words.split("|").includes(word)) return qualifier as FigureQualifier;
  }
  return "none";
}

/** Half a unit of the last digit either way; a figure without a minus sign is not below zero, one with it not above. */
function roundedInterval(value: Fraction, unit: Fraction, negative: boolean): Interval {
  const half = { numerator: unit.numerator, denominator: 2n * unit.denominator };
  const size = absoluteFraction(value);
  const least = subtractFractions(size, half);
  const low = compareFractions(least, ZERO) < 0 ? ZERO : least;
  const high = addFractions(size, half);
  return negative ? intervalFrom(negateFraction(high), negateFraction(low)) : intervalFrom(low, high);
}

function intervalOf(
  value: Fraction,
  unit: Fraction,
  negative: boolean,
  kind: FigureKind,
  qualifier: FigureQualifier,
): Interval | undefined {
  switch (qualifier) {
    case "none":
      return kind === "count" ? pointInterval(value) : roundedInterval(value, unit, negative);
    case "at-least":
    case "more-than":
      return intervalFrom(value);
    case "at-most":
    case "less-than":
      return negative ? undefined : intervalFrom(ZERO, value);
    case "about":
      return undefined;
  }
}

/**
 * 公布数据的数值与区间. Reads a figure as a document prints it: full-width digits and signs, thousands set off by commas or spaces, %, ‰, 万, 亿, the
 * measure words after it (人次 所 间 次 节 元 …), and the words of `FigureQualifier` before or after it, in either script. `undefined` when the text is anything else.
 *
 * The printed digits decide the interval: 33 % stands for 32.5 % to 33.5 %, 33.9% for 33.85 % to 33.95 %. **Both ends belong to it**: 四舍五入
 * takes in the lower end, GB/T 8170 (half to even) sometimes the upper one, and a document does not say which it used; so figures are called
 * contradictory only when they are so under either. A figure without a minus sign is not below zero: 0 % is 0 to 0.5 %. With 超过 and the
 * like the figure itself stays in the interval too, without an upper bound.
 *
 * @example
 * ```ts
 * import { formatInterval, readPrintedFigure } from "school-groups/core";
 *
 * const share = readPrintedFigure("３３ ％");
 * share?.interval && formatInterval(share.interval); // => "[0.325, 0.335]"
 * readPrintedFigure("约5000人")?.qualifier; // => "about"
 * readPrintedFigure("约5000人")?.interval; // => undefined
 * readPrintedFigure("大部分"); // => undefined
 * ```
 */
export function readPrintedFigure(text: string, options: PrintedFigureOptions = {}): PrintedFigure | undefined {
  if (typeof text !== "string" || text.length > LONGEST) return undefined;
  const parts = PATTERN.exec(plainText(text));
  if (parts === null) return undefined;
  const [, before, minus = "", whole = "", decimals = "", early, scale = "", sign = "", late, after] = parts;
  const words = [qualifierOf(before, BEFORE), qualifierOf(early, AFTER), qualifierOf(late, AFTER), qualifierOf(after, AFTER)].filter(
    (word) => word !== "none",
  );
  if (words.length > 1) return undefined;
  const qualifier = words[0] ?? "none";
  const power = (scale === "" ? 0 : scale === "万" || scale === "萬" ? 4 : 8) - (sign === "%" ? 2 : sign === "‰" ? 3 : 0);
  const value = parseFraction(`${minus}${whole.replace(/[, ]/g, "")}${decimals === "" ? "" : `.${decimals}`}e${power}`);
  const unit = parseFraction(`1e${power - decimals.length}`) ?? fraction(1);
  if (value === undefined) return undefined;
  const kind = options.kind ?? (decimals === "" && scale === "" && sign === "" ? "count" : "rounded");
  return {
    text,
    value,
    sign: sign === "%" ? "percent" : sign === "‰" ? "per-mille" : "none",
    kind,
    qualifier,
    interval: intervalOf(value, unit, minus === "-", kind, qualifier),
  };
}

/**
 * The interval of a printed figure alone, as `readPrintedFigure` finds it; `undefined` when the text is no figure or, with 约, decides none.
 *
 * @example
 * ```ts
 * import { formatInterval, printedInterval } from "school-groups/core";
 *
 * const printed = ["33.9%", "40408", "1.2万", "５，０００余人"].map((text) => printedInterval(text));
 * printed.map((interval) => interval && formatInterval(interval));
 * // => ["[0.3385, 0.3395]", "[40408, 40408]", "[11500, 12500]", "[5000, ∞)"]
 * ```
 */
export function printedInterval(text: string, options: PrintedFigureOptions = {}): Interval | undefined {
  return readPrintedFigure(text, options)?.interval;
}
