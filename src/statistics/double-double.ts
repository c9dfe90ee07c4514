/**
 * A number as the unevaluated sum of two doubles, `hi + lo` with |lo| ≤ half a unit in the last place of `hi`: about 32 decimal digits.
 *
 * Special functions, polynomial powers and residuals are carried in it, so that their results are right to the last bit or two
 * of a double. Only + − × ÷ and sqrt are used. Sources: Dekker (1971); Knuth, TAOCP vol. 2, 4.2.2; Hida, Li & Bailey (2001).
 */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

const SPLITTER = 134217729; // 2^27 + 1

/** Zero. @internal */
export const ddZero: DoubleDouble = { hi: 0, lo: 0 };
/** One. @internal */
export const ddOne: DoubleDouble = { hi: 1, lo: 0 };

/** A double-double from its two parts, or from one double. @internal */
export function dd(hi: number, lo = 0): DoubleDouble {
  return { hi, lo };
}

/** The exact sum of two doubles (Knuth's TwoSum). @internal */
export function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const c = hi - a;
  return { hi, lo: a - (hi - c) + (b - c) };
}

/** The exact sum when |a| ≥ |b| (Dekker's FastTwoSum). @internal */
export function fastTwoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** The exact product of two doubles (Veltkamp's split, no fused multiply-add); |a|, |b| below 2^996. @internal */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return { hi, lo: al * bl - (hi - ah * bh - al * bh - ah * bl) };
}

/** a + b. @internal */
export function ddAdd(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = twoSum(a.hi, b.hi);
  const t = twoSum(a.lo, b.lo);
  const u = fastTwoSum(s.hi, s.lo + t.hi);
  return fastTwoSum(u.hi, u.lo + t.lo);
}

/** a + b for a double b. @internal */
export function ddAddNumber(a: DoubleDouble, b: number): DoubleDouble {
  const s = twoSum(a.hi, b);
  return fastTwoSum(s.hi, s.lo + a.lo);
}

/** −a. @internal */
export function ddNegate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

/** a − b. @internal */
export function ddSubtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return ddAdd(a, ddNegate(b));
}

/** a × b. @internal */
export function ddMultiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const p = twoProduct(a.hi, b.hi);
  return fastTwoSum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** a × b for a double b. @internal */
export function ddMultiplyNumber(a: DoubleDouble, b: number): DoubleDouble {
  const p = twoProduct(a.hi, b);
  return fastTwoSum(p.hi, p.lo + a.lo * b);
}

/** a ÷ b: one quotient and its correction, about 30 digits. @internal */
export function ddDivide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const q1 = a.hi / b.hi;
  if (q1 === 0 || q1 - q1 !== 0) return dd(q1);
  const rest = ddSubtract(a, ddMultiplyNumber(b, q1));
  return fastTwoSum(q1, (rest.hi + rest.lo) / b.hi);
}

/** a ÷ b for a double b. @internal */
export function ddDivideNumber(a: DoubleDouble, b: number): DoubleDouble {
  return ddDivide(a, dd(b));
}

/** The quotient of two doubles to 32 digits. @internal */
export function ddQuotient(a: number, b: number): DoubleDouble {
  return ddDivide(dd(a), dd(b));
}

/** √a; 0 for a ≤ 0. @internal */
export function ddSquareRoot(a: DoubleDouble): DoubleDouble {
  if (a.hi <= 0) return ddZero;
  const x = Math.sqrt(a.hi);
  const rest = ddSubtract(a, twoProduct(x, x));
  return fastTwoSum(x, rest.hi / (2 * x));
}
