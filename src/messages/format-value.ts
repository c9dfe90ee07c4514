import type { ExactText, ExplainedValue, Unit } from "../core/index.js";
import type { Catalog } from "./catalog.js";

/** Decimal places shown of a quotient without finite decimal text; the exact fraction stands beside it. */
const PLACES = 4n;

/** A fraction longer than this nobody reads: its decimal stands alone, with more places; the exact one is in the data. */
const READABLE = 40;
const LONG_PLACES = 10n;

/** Half away from zero, of n / d with d > 0. */
function roundedQuotient(n: bigint, d: bigint): bigint {
  const twice = 2n * (n < 0n ? -n : n) + d;
  const quotient = twice / (2n * d);
  return n < 0n ? -quotient : quotient;
}

function shiftTwoPlaces(decimal: string): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", part = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const digits = part.padEnd(2, "0");
  const left = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const right = digits.slice(2).replace(/0+$/, "");
  return `${negative ? "-" : ""}${left}${right === "" ? "" : `.${right}`}`;
}

function quotientText(numerator: bigint, denominator: bigint, places: bigint): string {
  const scaled = roundedQuotient(numerator * 10n ** places, denominator);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(Number(places) + 1, "0");
  const decimal = `${digits.slice(0, -Number(places))}.${digits.slice(-Number(places))}`.replace(/\.?0+$/, "");
  return `${scaled < 0n ? "-" : ""}${decimal}`;
}

/**
 * An exact number in words of the catalog: a ratio as percent, a quotient without finite decimal text with its decimal beside it (of a
 * very long one the decimal alone).
 */
function formatExact(text: ExactText, unit: Unit | undefined, catalog: Catalog): string {
  const percent = unit === "ratio";
  const suffix = percent ? "%" : unit === undefined ? "" : catalog.words.unit[unit];
  const slash = text.indexOf("/");
  if (slash < 0) return `${percent ? shiftTwoPlaces(text) : text}${suffix}`;
  const numerator = BigInt(text.slice(0, slash));
  const denominator = BigInt(text.slice(slash + 1));
  const long = text.length > READABLE;
  const decimal = quotientText(percent ? numerator * 100n : numerator, denominator, long ? LONG_PLACES : PLACES);
  if (long) return catalog.explanation.nearly({ decimal: `${decimal}${suffix}` });
  return catalog.explanation.about({ exact: text, decimal: `${decimal}${suffix}` });
}

/** A float as a reader wants it: at most six significant digits. */
export function formatFloat(value: number): string {
  if (Number.isInteger(value) && value > -1e15 && value < 1e15) return String(value);
  return String(Number(value.toPrecision(6)));
}

/**
 * A value of an explanation or finding as text.
 *
 * @example
 * ```ts
 * import { formatValue } from "school-groups/messages";
 * import { zhCN } from "school-groups/messages/zh-CN";
 *
 * formatValue({ kind: "exact", value: "0.339", unit: "ratio" }, { catalog: zhCN }); // => "33.9%"
 * formatValue({ kind: "exact", value: "2/3", unit: "ratio" }, { catalog: zhCN }); // => "2/3（约66.6667%）"
 * formatValue({ kind: "interval", low: "7", high: "9", unit: "people" }, { catalog: zhCN }); // => "7人至9人"
 * ```
 */
export function formatValue(value: ExplainedValue, options: { readonly catalog: Catalog }): string {
  const { catalog } = options;
  switch (value.kind) {
    case "exact":
      return formatExact(value.value, value.unit, catalog);
    case "interval": {
      const high = value.high === undefined ? undefined : formatExact(value.high, value.unit, catalog);
      return catalog.explanation.interval({ low: formatExact(value.low, value.unit, catalog), high });
    }
    case "float":
      return `${formatFloat(value.value)}${value.unit === undefined ? "" : catalog.words.unit[value.unit]}`;
    case "date":
      return value.value;
    case "text":
      return value.term?.[catalog.locale] ?? value.value;
    case "term":
      return value.value[catalog.locale];
    case "truth":
      return catalog.words.truth[value.value];
    case "unknown":
      return catalog.words.unknown;
  }
}
