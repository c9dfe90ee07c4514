/**
 * Whether a jurisdiction's code of GB/T 2260 (行政区划代码) takes in a district's: trailing pairs of zeros cover all below, `"000000"` the
 * whole country. A district wider than the jurisdiction is not inside it; a code that is not six digits is inside the country only.
 *
 * @example
 * ```ts
 * import { jurisdictionCovers } from "school-groups/policy";
 *
 * jurisdictionCovers("320500", "320583"); // => true
 * jurisdictionCovers("320500", "320100"); // => false
 * jurisdictionCovers("320583", "320500"); // => false
 * jurisdictionCovers("000000", "610602"); // => true
 * ```
 */
export function jurisdictionCovers(jurisdiction: string, district: string): boolean {
  const prefix = jurisdiction.replace(/(00){0,3}$/, "");
  return prefix === "" || (/^\d{6}$/.test(district) && district.startsWith(prefix));
}
