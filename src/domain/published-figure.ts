import type { Citation, PartialDate } from "../core/index.js";
import type { Sector } from "./school.js";
import type { Stage } from "./stage.js";

/**
 * 公布数据. A figure as a document prints it, never corrected.
 *
 * `measure`, `population` and `breakdown` say what it counts; figures that agree in them are compared: parts with their total, a share with
 * its count, a count with what the district file itself holds.
 */
export interface PublishedFigure {
  readonly id: string;
  /** What is counted: `"pupils"`, `"staff"`, `"groups"`, `"schools"`, or the caller's own word. */
  readonly measure: string;
  readonly as: "count" | "share";
  /** Who is counted, e.g. `"in-groups"`; figures of different populations cannot be checked against each other. */
  readonly population?: string | undefined;
  /** Which schools a count of schools is over, where the document says so: a coverage target of the same schools may then use it. */
  readonly schools?: { readonly stages?: readonly Stage[] | undefined; readonly sector?: Sector | undefined } | undefined;
  /** Of a share: the population it is a share of, e.g. `"district"`. */
  readonly base?: string | undefined;
  /** The part of a total this figure is: `{ by: "stage", value: "primary" }`. Parts by one key make up the whole. */
  readonly breakdown?: { readonly by: string; readonly value: string } | undefined;
  /** The text as printed, `"33 %"`: its digits decide the interval. */
  readonly value: string;
  /** The id of another figure that the document presents as the same number. */
  readonly equals?: string | undefined;
  readonly on?: PartialDate | undefined;
  readonly citation?: Citation | undefined;
}
