import type { Citation, PartialDate } from "../core/index.js";
import type { Designation } from "./designation.js";
import type { Governance } from "./governance.js";
import type { Stage } from "./stage.js";

/** 集团内角色. `lead` is 牵头校, 总校, 龙头校, 核心校; `member` is 成员校. */
export type Role = "lead" | "member";

/** 成员关系. A school's part in a group on the days `[from, until)`. */
export interface Membership {
  readonly school: string;
  readonly role: Role;
  /** Whether the source says so or it was inferred (from a group's name, from the order of printing). Absent: stated. */
  readonly evidence?: "stated" | "inferred" | undefined;
  readonly from?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
}

/** 办学模式. A group's form from a day on: the id of a form the pack names (松散型, 一体多区型 …). */
export interface DatedForm {
  readonly form: string;
  readonly from?: PartialDate | undefined;
  readonly until?: PartialDate | undefined;
}

/** 教育集团 (also 教联体, 教育联盟). A lead school and its members; a group may have no lead, and a school may belong to several. */
export interface Group {
  readonly id: string;
  readonly name?: string | undefined;
  /** The stage under which the source counts the group; says nothing of its members' stages. */
  readonly countedAs?: Stage | undefined;
  /** 同学段 or 跨学段. */
  readonly reach?: "same-stage" | "cross-stage" | undefined;
  readonly forms?: readonly DatedForm[] | undefined;
  /** 单法人制 or 多法人制. */
  readonly legalForm?: "single-legal-person" | "multiple-legal-persons" | undefined;
  readonly designations?: readonly Designation[] | undefined;
  /** 组建: the day from which the source speaks of the group as formed or announced. Absent: it exists as far back as the file speaks. */
  readonly announced?: PartialDate | undefined;
  /** 挂牌: later than the forming, often by months. */
  readonly inaugurated?: PartialDate | undefined;
  /** The first day on which the group is no more. */
  readonly dissolved?: PartialDate | undefined;
  readonly memberships?: readonly Membership[] | undefined;
  /** The list of memberships is whole; absent, it is a lower bound. */
  readonly complete?: boolean | undefined;
  readonly governance?: Governance | undefined;
  readonly citation?: Citation | undefined;
}
