import type { CalendarDate } from "./calendar-date.js";
import type { Citation } from "./source.js";
import type { Subject } from "./subject.js";

/**
 * What would settle an undetermined verdict: typed, so that an app can ask for exactly that.
 *
 * `table` and `column` are the ids of `domain/columns.ts`, whose labels are the Chinese spreadsheet headers.
 */
export type Missing =
  | { readonly kind: "threshold"; readonly parameter: string; readonly citations?: readonly Citation[] | undefined }
  /** What the source leaves open of a rule's part or whole: nobody but its author can say. */
  | { readonly kind: "base"; readonly rule: string; readonly citations?: readonly Citation[] | undefined }
  | { readonly kind: "field"; readonly table: string; readonly column: string; readonly subject?: Subject | undefined }
  | {
      readonly kind: "record";
      readonly table: string;
      /** What the record is of: the id of a governance item, a task, a reference. */
      readonly of?: string | undefined;
      readonly subject?: Subject | undefined;
      readonly from?: CalendarDate | undefined;
      readonly until?: CalendarDate | undefined;
    }
  | { readonly kind: "register"; readonly table: string; readonly subject?: Subject | undefined }
  | { readonly kind: "designation"; readonly designation: string; readonly subject?: Subject | undefined }
  | { readonly kind: "weight"; readonly indicator: string }
  | { readonly kind: "observation"; readonly indicator: string; readonly subject?: Subject | undefined }
  | { readonly kind: "baseline"; readonly indicator: string; readonly subject?: Subject | undefined };
