import type { PartialDate, Term } from "../core/index.js";

/** Designations that the policies of this library's packs speak of; any other text is a designation of the caller's own. */
export type KnownDesignation =
  | "quality"
  | "weak"
  | "central"
  | "demonstration"
  | "pilot"
  | "town"
  | "rural-small"
  | "built-by-2010"
  | "migrant-majority";

/** 认定名称. The words for the designations that packs speak of. */
export const DESIGNATION_LABELS: Readonly<Record<KnownDesignation, Term>> = {
  quality: { "zh-CN": "优质学校", en: "quality school" },
  weak: { "zh-CN": "薄弱学校", en: "weak school" },
  central: { "zh-CN": "中心校", en: "central school" },
  demonstration: { "zh-CN": "示范性", en: "demonstration" },
  pilot: { "zh-CN": "试点", en: "pilot" },
  town: { "zh-CN": "城镇学校", en: "town school" },
  "rural-small": { "zh-CN": "乡村小规模学校", en: "small rural school" },
  "built-by-2010": { "zh-CN": "2010年前建成", en: "built by 2010" },
  "migrant-majority": { "zh-CN": "随迁子女过半", en: "more than half migrants' children" },
};

/** 认定. A dated label that an authority gave a school or a group: 优质校, 薄弱校, 中心校, 示范性教育集团, 试点. */
export interface Designation {
  readonly kind: KnownDesignation | (string & {});
  /** Level of the authority (国家级、省级、市级、区级). */
  readonly level?: "national" | "provincial" | "municipal" | "county" | undefined;
  readonly from?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
  /** `false` records that the authority looked and did not designate; absent means it did. */
  readonly granted?: boolean | undefined;
}
