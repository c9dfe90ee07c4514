/**
 * A small program of its own that recomputes a verdict from its explanation alone. It imports nothing of the library: it knows the JSON of the
 * tree and the formulas of the operators, does the arithmetic anew, and holds every value a node claims against its own.
 */
type Json = { readonly [key: string]: unknown };
type Truth = "yes" | "no" | "unknown";
interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}
type Value =
  | { readonly is: "number"; readonly low: Exact; readonly high?: Exact | undefined }
  | { readonly is: "truth"; readonly truth: Truth }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "unknown" };

const UNKNOWN: Value = { is: "unknown" };
const ZERO: Exact = { n: 0n, d: 1n };
const ONE: Exact = { n: 1n, d: 1n };

function exact(text: string): Exact {
  const [top = "0", bottom = "1"] = text.split("/");
  const [whole = "0", decimals = ""] = top.split(".");
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) * BigInt(bottom) };
}

const order = (a: Exact, b: Exact): bigint => a.n * b.d - b.n * a.d;
const plus = (a: Exact, b: Exact): Exact => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Exact, b: Exact): Exact => ({ n: a.n * b.d, d: a.d * b.n });

function claimed(value: Json): Value {
  switch (value["kind"]) {
    case "exact":
      return { is: "number", low: exact(String(value["value"])), high: exact(String(value["value"])) };
    case "interval":
      return {
        is: "number",
        low: exact(String(value["low"])),
        high: value["high"] === undefined ? undefined : exact(String(value["high"])),
      };
    case "truth":
      return { is: "truth", truth: value["value"] as Truth };
    case "date":
    case "text":
      return { is: "text", text: String(value["value"]) };
    default:
      return UNKNOWN;
  }
}

function same(a: Value, b: Value): boolean {
  if (a.is !== b.is) return false;
  if (a.is === "number" && b.is === "number") {
    const high = a.high === undefined || b.high === undefined ? a.high === b.high : order(a.high, b.high) === 0n;
    return order(a.low, b.low) === 0n && high;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a node amounts to by its operands alone; throws where it claims something else. */
function amountOf(node: Json): Value {
  if (node["kind"] === "comparison") {
    const truth = compare(String(node["relation"]), amountOf(node["left"] as Json), amountOf(node["right"] as Json));
    if (truth !== node["holds"]) throw new Error(`comparison ${String(node["relation"])}: ${truth}, and says ${String(node["holds"])}`);
    return { is: "truth", truth };
  }
  const said = claimed(node["value"] as Json);
  if (node["kind"] !== "operation") return said;
  const own = operate(String(node["operator"]), (node["operands"] as readonly Json[]).map(amountOf));
  if (!same(own, said)) throw new Error(`${String(node["operator"])}: ${show(own)}, and says ${show(said)}`);
  return own;
}

const show = (value: Value): string => JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}` : part));

function compare(relation: string, left: Value, right: Value): Truth {
  if (relation === "one-of") return oneOf(left, right);
  if (left.is === "text" && right.is === "text")
    return relation === "at-least" ? yes(left.text >= right.text) : yes(left.text < right.text);
  if (left.is !== "number" || right.is !== "number" || right.high === undefined) return "unknown";
  const limit = right.low;
  const low = order(left.low, limit);
  const high = left.high === undefined ? 1n : order(left.high, limit);
  if (relation === "at-least") return low >= 0n ? "yes" : high < 0n ? "no" : "unknown";
  if (relation === "more-than") return low > 0n ? "yes" : high <= 0n ? "no" : "unknown";
  if (relation === "at-most") return high <= 0n ? "yes" : low > 0n ? "no" : "unknown";
  return high < 0n ? "yes" : low >= 0n ? "no" : "unknown";
}

const yes = (holds: boolean): Truth => (holds ? "yes" : "no");

function oneOf(left: Value, right: Value): Truth {
  if (right.is !== "text") return "unknown";
  const listed = right.text.split(" | ");
  if (left.is === "text") return yes(listed.includes(left.text));
  if (left.is !== "number") return "unknown";
  const { low, high } = left;
  const inside = listed.filter(
    (text) => /^\d+$/.test(text) && order(low, exact(text)) <= 0n && (high === undefined || order(exact(text), high) <= 0n),
  );
  if (inside.length === 0) return "no";
  return high !== undefined && order(low, high) === 0n ? "yes" : "unknown";
}

function operate(operator: string, operands: readonly Value[]): Value {
  const truths = operands.map((operand): Truth => (operand.is === "truth" ? operand.truth : "unknown"));
  const numbers = operands.map((operand) => (operand.is === "number" ? operand : undefined));
  const [first, second] = numbers;
  switch (operator) {
    case "all-of":
      return { is: "truth", truth: truths.includes("no") ? "no" : truths.includes("unknown") ? "unknown" : "yes" };
    case "any-of":
      return { is: "truth", truth: truths.includes("yes") ? "yes" : truths.includes("unknown") ? "unknown" : "no" };
    case "not":
      return { is: "truth", truth: truths[0] === "yes" ? "no" : truths[0] === "no" ? "yes" : "unknown" };
    case "count": {
      const sure = BigInt(truths.filter((truth) => truth === "yes").length);
      const maybe = BigInt(truths.filter((truth) => truth === "unknown").length);
      return { is: "number", low: { n: sure, d: 1n }, high: { n: sure + maybe, d: 1n } };
    }
    case "sum":
      return sum(numbers);
    case "square":
      return first === undefined ? UNKNOWN : { is: "number", low: times(first.low, first.low), high: times(first.low, first.low) };
    case "product":
      if (first === undefined || second === undefined) return UNKNOWN;
      return { is: "number", low: times(first.low, second.low), high: times(first.low, second.low) };
    case "share":
      return share(first, second);
    case "coverage":
      return coverage(first, second);
    case "verdict":
      // The word is checked by the caller; the verdict itself is read off the two operands.
      return UNKNOWN;
    default:
      throw new Error(`no formula for ${operator}`);
  }
}

type Numbers = Extract<Value, { readonly is: "number" }> | undefined;

function sum(numbers: readonly Numbers[]): Value {
  let low = ZERO;
  let high: Exact | undefined = ZERO;
  for (const number of numbers) {
    if (number === undefined) return UNKNOWN;
    low = plus(low, number.low);
    high = high === undefined || number.high === undefined ? undefined : plus(high, number.high);
  }
  return { is: "number", low, high };
}

/** Part ÷ whole: the least part of the largest whole, the greatest part of the smallest whole, never above 1. */
function share(part: Numbers, whole: Numbers): Value {
  if (part === undefined || whole === undefined || (whole.high !== undefined && whole.high.n === 0n)) return UNKNOWN;
  const low = whole.high === undefined ? ZERO : over(part.low, whole.high);
  const high = part.high === undefined || order(part.high, whole.low) >= 0n ? ONE : over(part.high, whole.low);
  return { is: "number", low, high: order(low, high) > 0n ? low : high };
}

/** Covered ÷ (covered + not covered): every doubtful one not covered, then every one covered. */
function coverage(covered: Numbers, rest: Numbers): Value {
  if (covered === undefined || rest === undefined) return UNKNOWN;
  if (covered.high?.n === 0n && rest.high?.n === 0n) return UNKNOWN;
  const low = rest.high === undefined ? ZERO : rest.high.n === 0n ? ONE : over(covered.low, plus(covered.low, rest.high));
  const high = covered.high === undefined ? ONE : covered.high.n === 0n ? ZERO : over(covered.high, plus(covered.high, rest.low));
  return { is: "number", low, high };
}

/** The verdict of a tree whose root is the operator `verdict`. */
export function recomputeVerdict(tree: unknown): "satisfied" | "violated" | "not-applicable" | "undetermined" {
  const root = tree as Json;
  if (root["operator"] !== "verdict") throw new Error("the root is no verdict");
  const [applies, kept] = (root["operands"] as readonly Json[]).map((operand) => {
    const value = amountOf(operand);
    return value.is === "truth" ? value.truth : "unknown";
  });
  if (applies === "no") return "not-applicable";
  if (applies === "unknown" || kept === "unknown") return "undetermined";
  return kept === "yes" ? "satisfied" : "violated";
}
