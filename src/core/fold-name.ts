/** White space of every width, joiners without width, and the dots that stand between the parts of a name (·•・‧･∙⋅⸱). */
const LEFT_OUT = /[\t\n\v\f\r \u0085\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff·•・‧･∙⋅⸱]/gu;

/** How a caller widens the folding of names. */
export interface FoldNameOptions {
  /** Applied last, for example Traditional to Simplified script by a table of the app's. Must not depend on anything but its argument. */
  readonly fold?: ((name: string) => string) | undefined;
}

/**
 * A name in the form in which two spellings of it are the same: full and half width (NFKC), without white space and interpuncts. Use it as a
 * key for matching; never print it. Case, script and abbreviations stay: aliases of a school or a `fold` of the caller's settle those.
 *
 * @example
 * ```ts
 * import { foldName } from "school-groups/core";
 *
 * foldName("宝塔区 第４小学（东校区）"); // => "宝塔区第4小学(东校区)"
 * foldName("延安·新区", { fold: (name) => name.replace("新区", "新城") }); // => "延安新城"
 * ```
 */
export function foldName(name: string, { fold }: FoldNameOptions = {}): string {
  // Again at the end: what stood on both sides of a space may now compose.
  const folded = name.normalize("NFKC").replace(LEFT_OUT, "").normalize("NFKC");
  return fold === undefined ? folded : fold(folded);
}
