/**
 * 术语. Official wording in Chinese beside a courtesy rendering in English.
 *
 * Use it wherever the library or a pack names something a reader will see; codes and ids stay plain strings.
 */
export interface Term {
  readonly "zh-CN": string;
  readonly en: string;
}
