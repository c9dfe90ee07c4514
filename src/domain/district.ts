import type { Group } from "./group.js";
import type { PublishedFigure } from "./published-figure.js";
import type { School } from "./school.js";

/** The stored format of a district file. */
export const DISTRICT_FORMAT = "school-groups.district.v1";

/** 区域 (区县、市). Its schools and groups; lists are partial unless `complete`. */
export interface District {
  readonly format: typeof DISTRICT_FORMAT;
  /** 行政区划代码, GB/T 2260, six digits; decides which packs hold. */
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly schools: readonly School[];
  readonly groups: readonly Group[];
  readonly published?: readonly PublishedFigure[] | undefined;
  /** The lists of schools and of groups are whole; absent, counts over them are lower bounds. */
  readonly complete?: boolean | undefined;
}
