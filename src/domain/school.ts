import type { PartialDate } from "../core/index.js";
import type { Designation } from "./designation.js";
import type { Headcount } from "./headcount.js";
import type { ResourceTotal } from "./resource.js";
import type { Stage } from "./stage.js";

/** 校区. A site of a school; campuses of one school are not two schools, and a move between them is no exchange. */
export interface Campus {
  readonly id: string;
  readonly name?: string | undefined;
  readonly locality?: Locality | undefined;
}

/** 城乡属性. Where a school lies: 城区, 镇区, 乡村. */
export type Locality = "urban" | "town" | "rural";

/** 办学性质. Public (公办) or private (民办). */
export type Sector = "public" | "private";

/** 学校. Only `id` and `name` are required; whatever is absent is unknown, and nothing is ever derived from the name or the code. */
export interface School {
  readonly id: string;
  readonly name: string;
  /** Other names, short forms and Traditional spellings under which the same school is known. */
  readonly aliases?: readonly string[] | undefined;
  readonly stages?: readonly Stage[] | undefined;
  readonly sector?: Sector | undefined;
  /** 教学点: a teaching point, not a school of its own. */
  readonly teachingPoint?: boolean | undefined;
  readonly locality?: Locality | undefined;
  /** 主管层级: who administers the school. */
  readonly administeredBy?: "ministry" | "province" | "city" | "county" | "township" | undefined;
  /** The school lies outside the district (a member of a group all the same). */
  readonly outside?: boolean | undefined;
  /** The entry stands for several institutions whose number the source does not give. */
  readonly collective?: boolean | undefined;
  readonly designations?: readonly Designation[] | undefined;
  readonly campuses?: readonly Campus[] | undefined;
  /** 学校（机构）标识码, ten digits. */
  readonly schoolCode?: string | undefined;
  /** 统一社会信用代码, GB 32100-2015. */
  readonly creditCode?: string | undefined;
  /** 独立法人: the school is a legal person of its own. */
  readonly legalPerson?: boolean | undefined;
  readonly opened?: PartialDate | undefined;
  readonly closed?: PartialDate | undefined;
  readonly headcounts?: readonly Headcount[] | undefined;
  readonly resources?: readonly ResourceTotal[] | undefined;
}
