import type { CalendarDate, DecimalString, ExactText, Subject } from "../core/index.js";
import type { District, Exchange } from "../domain/index.js";
import type { RotationEligibility } from "./rotation-eligibility.js";
import type { Solver } from "./solver.js";

/** 规划目标. What a plan makes better: strength sent to weaker schools, short ways, few moves, wishes fulfilled. */
export type PlanGoal = "strength" | "travel" | "moves" | "wishes";

/** Either one sum of weighted goals, or goals one after the other: the first is settled before the second is looked at. */
export type PlanObjective =
  | { readonly kind: "weighted"; readonly weights: Readonly<Partial<Record<PlanGoal, DecimalString | number>>> }
  | { readonly kind: "ordered"; readonly goals: readonly [PlanGoal, ...PlanGoal[]] };

/** 应交流人数. How many people move out of the schools of a scope: a group, a school, or the district. */
export interface PlanQuota {
  readonly subject: Subject;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** 骨干教师占比. Of those who move within a scope at least this share (from 0 to 1) are backbone teachers; who is not known to be one is none. */
export interface PlanBackbone {
  readonly subject: Subject;
  readonly atLeast: DecimalString;
}

/** 学科师资. How many teachers of a subject a school has after the moves. */
export interface PlanStaffing {
  readonly school: string;
  readonly subject: string;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** What a plan keeps to, and what it makes better. Every figure here is the caller's. */
export interface PlanRotationOptions {
  readonly district: District;
  /** Who may move: of `rotationEligibility`, on the day the plan starts. Only the `eligible` move. */
  readonly eligibility: RotationEligibility;
  /** The first day of the plan: memberships and designations hold as of it. */
  readonly on: CalendarDate;
  /** Moves stay inside a group (certain members of the day), or go anywhere in the district. Absent: inside a group. */
  readonly within?: "group" | "district" | undefined;
  /** By district, group or school; absent: none. */
  readonly quotas?: readonly PlanQuota[] | undefined;
  /** Absent: no share is asked for. */
  readonly backbone?: readonly PlanBackbone[] | undefined;
  /** Absent: no bounds but those of `staffingTolerance`. */
  readonly staffing?: readonly PlanStaffing[] | undefined;
  /** Every school keeps its number of teachers of each subject to within so many, where `staffing` does not say otherwise; absent: any number. */
  readonly staffingTolerance?: number | undefined;
  /** Most people who leave or enter a school; `school` absent: every school. All that name a school hold together; absent: no caps. */
  readonly caps?:
    | readonly { readonly school?: string | undefined; readonly out?: number | undefined; readonly in?: number | undefined }[]
    | undefined;
  /** Nobody goes to a school where he or she was, or was exchanged from or to, within so many years before the day; absent: any may return. */
  readonly noReturnYears?: number | undefined;
  /** Earlier exchanges, for `noReturnYears` alone; those that begin on the day or later bar nothing. Absent: only service bars. */
  readonly exchanges?: readonly Exchange[] | undefined;
  /** `swap`: both take each other's place (对口交流), or neither; `together`: both go to the same school (组团), or neither. */
  readonly pairs?: readonly { readonly kind: "swap" | "together"; readonly teachers: readonly [string, string] }[] | undefined;
  /** People who move in every plan; one who may not makes it infeasible. */
  readonly mustMove?: readonly string[] | undefined;
  /** People who move in no plan. */
  readonly mustStay?: readonly string[] | undefined;
  readonly objective: PlanObjective;
  /** What a teacher brings, whole numbers ≥ 0 by teacher; absent: 1 of a backbone teacher, else 0. */
  readonly strength?: Readonly<Record<string, number>> | undefined;
  /** How much a school needs it, whole numbers ≥ 0 by school; absent: 1 of a school designated `weak` on the day, else 0. */
  readonly need?: Readonly<Record<string, number>> | undefined;
  /** Minutes from school to school, either way; absent ones are 0. */
  readonly travel?: readonly { readonly from: string; readonly to: string; readonly minutes: number }[] | undefined;
  /** The caller's `await highs()`; absent: the answer is `no-solver` with the quotas. */
  readonly solver?: Solver | undefined;
  /** Relative gap at which the search may stop, e.g. `"0.0001"`; absent: 0, a proven optimum. */
  readonly gap?: DecimalString | undefined;
  /** Seconds ≥ 0 for each run of the solver (one for each ordered goal; the search for a clash takes more runs); absent: no limit. */
  readonly timeLimit?: number | undefined;
}

/** 规划条件. A condition of a plan as data: what clashes and what would be relaxed is said in these. */
export type PlanConstraint =
  | { readonly kind: "one-move"; readonly teacher: string }
  | { readonly kind: "quota-least"; readonly subject: Subject; readonly count: number }
  | { readonly kind: "quota-most"; readonly subject: Subject; readonly count: number }
  | { readonly kind: "backbone"; readonly subject: Subject; readonly share: ExactText }
  | { readonly kind: "staffing-least"; readonly school: string; readonly subject: string; readonly count: number }
  | { readonly kind: "staffing-most"; readonly school: string; readonly subject: string; readonly count: number }
  | { readonly kind: "cap-out"; readonly school: string; readonly count: number }
  | { readonly kind: "cap-in"; readonly school: string; readonly count: number }
  | { readonly kind: "pair"; readonly teachers: readonly [string, string] }
  | { readonly kind: "must-move"; readonly teacher: string };

/** Why a move is in the plan, as data. */
export type PlanReason =
  | { readonly code: "strengthens"; readonly params: { readonly strength: number; readonly need: number } }
  | { readonly code: "wished"; readonly params: { readonly rank: number } }
  | { readonly code: "travels"; readonly params: { readonly minutes: number } }
  | { readonly code: "paired"; readonly params: { readonly with: string } }
  | { readonly code: "must-move"; readonly params: object }
  | { readonly code: "fills-quota"; readonly params: object };

/** 一项交流安排. */
export interface PlannedMove {
  readonly teacher: string;
  readonly from: string;
  readonly to: string;
  readonly subject?: string | undefined;
  readonly backbone?: boolean | undefined;
  readonly reasons: readonly PlanReason[];
}

/** A quota against the people there are. */
export interface PlanQuotaState extends PlanQuota {
  /** People of the scope who may move. */
  readonly movable: number;
  /** How many too few there are, however the plan turns out. */
  readonly shortfall: number;
}

/** 交流规划. */
export type RotationPlan =
  | {
      readonly status: "planned";
      readonly moves: readonly PlannedMove[];
      /** Proven to the gap asked for; `false`: the time ran out, and a better plan may exist. */
      readonly proven: boolean;
      /**
       * The gap that was asked for, not the one that was reached: what HiGHS hands to JavaScript holds no bound of the search, so that the gap
       * reached is known in one case only. Proven with a gap of 0 it is 0: goals are whole numbers, and the plan is an optimum.
       */
      readonly gap: DecimalString;
      /** Each goal's own sum: strength × need, minutes, moves, wishes missed by so many places. */
      readonly goals: Readonly<Record<PlanGoal, number>>;
      /** The weighted sum that was made least (strength counts against it), or of ordered goals the first; exact. */
      readonly objective: ExactText;
      readonly quotas: readonly PlanQuotaState[];
      /** Schools and subjects that change or are bound, before and after. */
      readonly staffing: readonly (PlanStaffing & { readonly before: number; readonly after: number })[];
    }
  | { readonly status: "no-solver"; readonly quotas: readonly PlanQuotaState[] }
  | {
      readonly status: "infeasible";
      /** Conditions that cannot all hold; without any one of them the others can. */
      readonly clash: readonly PlanConstraint[];
      /** The fewest people by which conditions would have to give way in all. */
      readonly relaxation: readonly { readonly constraint: PlanConstraint; readonly by: number }[];
      readonly quotas: readonly PlanQuotaState[];
    }
  /** The solver stopped without a plan that holds: time, or an answer that the exact check refused. */
  | { readonly status: "stopped"; readonly reason: string; readonly quotas: readonly PlanQuotaState[] };
