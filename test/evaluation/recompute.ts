/**
 * A reader with pencil and paper: recomputes an explanation from the facts and figures at its leaves alone, by the formulas of
 * docs/guide/explanations. Imports nothing of the library, so that it shares no mistake with it.
 */
import { Decimal } from "decimal.js";

type Q = readonly [bigint, bigint];
interface Value {
  readonly kind: string;
  readonly value?: unknown;
}
interface Node {
  readonly kind: string;
  readonly label?: { readonly "zh-CN": string; readonly en: string } | undefined;
  readonly value?: Value | number | undefined;
  readonly operator?: string;
  readonly operands?: readonly Node[];
  readonly operand?: Node;
  readonly mode?: string;
  readonly step?: string;
  readonly relation?: string;
  readonly left?: Node;
  readonly right?: Node;
  readonly holds?: string;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
}
function q(n: bigint, d = 1n): Q {
  const g = divisor(n, d) * (d < 0n ? -1n : 1n);
  return [n / g, d / g];
}
export function read(text: string): Q {
  const [n = "", d] = text.split("/");
  if (d !== undefined) return q(BigInt(n), BigInt(d));
  const [whole = "", decimals = ""] = n.split(".");
  return q(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
const add = (a: Q, b: Q): Q => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const minus = (a: Q): Q => [-a[0], a[1]];
const times = (a: Q, b: Q): Q => q(a[0] * b[0], a[1] * b[1]);
const over = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0]);
const less = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1];
const same = (a: Q, b: Q): boolean => a[0] === b[0] && a[1] === b[1];
const total = (all: readonly Q[]): Q => all.reduce(add, q(0n));

function round(value: Q, step: Q, mode: string): Q {
  const [n, d] = over(value, step);
  const floor = n >= 0n || n % d === 0n ? n / d : n / d - 1n;
  const twice = 2n * (n - floor * d);
  const up = twice > d || (twice === d && (mode === "half-even" ? floor % 2n !== 0n : n >= 0n));
  if (mode !== "half-even" && mode !== "half-away-from-zero") throw new Error(`mode ${mode}`);
  return times(q(up ? floor + 1n : floor), step);
}

const pairs = (all: readonly Q[]): readonly (readonly [Q, Q])[] =>
  all.flatMap((value, index) => (index % 2 === 0 ? [[value, all[index + 1] ?? q(0n)] as const] : []));

const Long = Decimal.clone({ precision: 90 });
const long = ([n, d]: Q) => new Long(n.toString()).div(d.toString());
const short = (value: Decimal): Q => read(value.toDecimalPlaces(60).toFixed());

function operate(node: Node): Q {
  const operands = node.operands ?? [];
  if (node.operator === "select") return select(node, operands);
  if (node.operator === "count") return q(BigInt(operands.length));
  const all = operands.map(recompute);
  const [a = q(0n), b = q(0n), c = q(0n)] = all;
  switch (node.operator) {
    case "sum":
      return total(all);
    case "difference":
      return add(a, minus(b));
    case "product":
      return all.reduce(times, q(1n));
    case "quotient":
    case "share":
      return over(a, b);
    case "mean":
      return over(total(all), q(BigInt(all.length)));
    case "weighted-mean":
      return over(total(pairs(all).map(([value, weight]) => times(value, weight))), total(pairs(all).map(([, weight]) => weight)));
    case "harmonic-mean": {
      const weighed = pairs(all).filter(([, weight]) => weight[0] !== 0n);
      if (weighed.some(([value]) => value[0] === 0n)) return q(0n);
      return over(total(weighed.map(([, weight]) => weight)), total(weighed.map(([value, weight]) => over(weight, value))));
    }
    case "geometric-mean": {
      const weighed = pairs(all).filter(([, weight]) => weight[0] !== 0n);
      if (weighed.some(([value]) => value[0] === 0n)) return q(0n);
      const weight = long(total(weighed.map(([, one]) => one)));
      return short(weighed.reduce((product, [value, one]) => product.times(long(value).pow(long(one).div(weight))), new Long(1)));
    }
    case "square":
      return times(a, a);
    case "square-root":
      return short(long(a).sqrt());
    case "absolute":
      return a[0] < 0n ? minus(a) : a;
    case "minimum":
      return all.reduce((found, one) => (less(one, found) ? one : found), a);
    case "maximum":
      return all.reduce((found, one) => (less(found, one) ? one : found), a);
    case "clamp":
      return less(a, b) ? b : less(c, a) ? c : a;
    case "interpolate":
      return over(add(a, minus(b)), add(c, minus(b)));
    default:
      throw new Error(`operator ${node.operator}`);
  }
}

/** The operand that the label names; where comparisons stand among the operands, the first that holds must lead to just that one. */
function select(node: Node, operands: readonly Node[]): Q {
  const chosen = operands.find(({ label }) => label !== undefined && label.en === node.label?.en);
  if (chosen === undefined) throw new Error("nothing is named");
  const holding = operands.findIndex((operand) => operand.kind === "comparison" && compare(operand));
  if (operands.some(({ kind }) => kind === "comparison")) {
    const led = holding < 0 ? operands.at(-1) : operands[holding + 1];
    if (led?.label?.en !== chosen.label?.en) throw new Error("the comparisons lead elsewhere");
  }
  const named = operands.find((operand) => operand.kind === "fact" && stated(operand)?.kind === "text");
  if (named !== undefined && stated(named)?.value !== chosen.label?.["zh-CN"]) throw new Error("the category is another");
  return recompute(chosen);
}

function compare(node: Node): boolean {
  if (node.left === undefined || node.right === undefined) throw new Error("a comparison without sides");
  const [left, right] = [recompute(node.left), recompute(node.right)];
  const relations: Readonly<Record<string, boolean>> = {
    "at-least": !less(left, right),
    "at-most": !less(right, left),
    "more-than": less(right, left),
    "less-than": less(left, right),
  };
  const holds = relations[node.relation ?? ""];
  if (holds !== (node.holds === "yes")) throw new Error("a comparison does not hold as it says");
  return holds;
}

const stated = ({ value }: Node): Value | undefined => (typeof value === "number" ? undefined : value);

/** The value of a node from its leaves; throws where a node on the way says something else. */
export function recompute(node: Node): Q {
  if (node.kind === "fact" || node.kind === "parameter") {
    const figure = stated(node);
    if (figure?.kind !== "exact") throw new Error(`no number: ${node.label?.en}`);
    return read(String(figure.value));
  }
  const value =
    node.kind === "rounding" && node.operand !== undefined
      ? round(recompute(node.operand), read(node.step ?? "1"), node.mode ?? "")
      : operate(node);
  const said = stated(node);
  if (said?.kind === "exact" && !same(read(String(said.value)), value))
    throw new Error(`${node.operator ?? node.kind} "${node.label?.en ?? ""}": ${said.value} is not ${value[0]}/${value[1]}`);
  return value;
}

/** The grade at the root, by its English name: every bound and every veto on the way is held against the score anew. */
export function recomputedGrade(node: Node): string {
  const name = node.label?.en ?? "";
  if (node.kind === "parameter") return name;
  const [first, ...others] = node.operands ?? [];
  if (node.operator !== "select" || first === undefined) throw new Error("no choice of a grade");
  if (stated(first)?.kind === "term") return gradeLeft(recomputedGrade(first), others, name);
  const score = recompute(first);
  for (const [index, operand] of others.entries()) {
    if (operand.kind !== "comparison" || operand.left === undefined) continue;
    if (!same(recompute(operand.left), score)) throw new Error("another score is graded");
    if (compare(operand)) return agreed(others[index + 1]?.label?.en, name);
  }
  return agreed(others.at(-1)?.label?.en, name);
}

/** What one veto leaves of a grade: nothing changes where nobody knows whether it happened. */
function gradeLeft(grade: string, [veto, ...others]: readonly Node[], name: string): string {
  if (veto === undefined || stated(veto)?.kind === "unknown") return agreed(grade, name);
  if (!less(q(0n), recompute(veto))) throw new Error("a veto that did not happen");
  const [compared, limit] = others;
  if (compared === undefined) throw new Error("no limit");
  return agreed(compare(compared) ? limit?.label?.en : grade, name);
}

function agreed(found: string | undefined, said: string): string {
  if (found !== said) throw new Error(`"${found}" is not "${said}"`);
  return said;
}

/** The value at the root as text: numerator/denominator in lowest terms. */
export function recomputed(node: Node): string {
  const [n, d] = recompute(node);
  return `${n}/${d}`;
}
/** Text in the same form. */
export function reduced(text: string): string {
  const [n, d] = read(text);
  return `${n}/${d}`;
}
