import type { PartialDate } from "../core/index.js";

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
