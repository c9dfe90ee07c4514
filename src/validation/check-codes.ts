/** The 31 symbols of GB 32100-2015, in the order of their values. */
const SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Types of 学校（机构）标识码 (national N7). */
const SCHOOL_TYPES = /* @__PURE__ */ new Set("11 21 22 31 32 33 34 35 36 37 41 42 51 91 92 93".split(" "));
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)$/;

/**
 * 统一社会信用代码校验位. The check character that the first seventeen ask for: 31 − (Σ value × 3^(i−1) mod 31), where 31 is written `0`
 * (GB 32100-2015; national N7). `undefined` when the text has not at least seventeen of the 31 symbols.
 *
 * @example
 * ```ts
 * import { creditCodeCheck } from "school-groups/validation";
 *
 * creditCodeCheck("91110000101623741"); // => "K"
 * creditCodeCheck("12110108400000002"); // => "0"
 * ```
 */
export function creditCodeCheck(code: string): string | undefined {
  if (code.length < 17) return undefined;
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < 17; index += 1) {
    const value = SYMBOLS.indexOf(code.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return SYMBOLS.charAt((31 - (sum % 31)) % 31);
}

/**
 * 组织机构代码校验位. The check character that eight characters of an organisation code ask for: 11 − (Σ value × weight mod 11), where 10 is
 * written `X` and 11 is `0` (GB 11714; national N7). `undefined` when the text has not at least eight of 0-9 and A-Z.
 *
 * @example
 * ```ts
 * import { organisationCodeCheck } from "school-groups/validation";
 *
 * organisationCodeCheck("10162374"); // => "1"
 * organisationCodeCheck("69769418"); // => "7"
 * ```
 */
export function organisationCodeCheck(code: string): string | undefined {
  if (code.length < 8) return undefined;
  let sum = 0;
  for (const [index, weight] of ORGANISATION_WEIGHTS.entries()) {
    const value = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(code.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** Whether the first two digits of a school code are a type of school or institution. */
export function isSchoolType(digits: string): boolean {
  return SCHOOL_TYPES.has(digits);
}

/** Whether two digits are those of a province in GB/T 2260. */
export function isProvince(digits: string): boolean {
  return PROVINCES.test(digits);
}
