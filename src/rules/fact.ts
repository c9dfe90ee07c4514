import type { ExactText, Explanation, Missing, Term, Truth, Unit } from "../core/index.js";

/**
 * A fact handed over to a rule: what is known of one measure for one subject. Numbers are intervals `[low, high]` of exact text (equal when
 * known); an absent `high` is unbounded. `missing` says what would narrow it.
 */
export type Fact =
  | {
      readonly kind: "truth";
      readonly label: Term;
      readonly value: Truth;
      readonly missing?: readonly Missing[] | undefined;
      readonly explanation?: Explanation | undefined;
    }
  | {
      readonly kind: "number";
      readonly label: Term;
      readonly low: ExactText;
      readonly high?: ExactText | undefined;
      readonly unit: Unit;
      /** The date of a published count that stands for one of the day judged: it is printed with what is concluded from it. */
      readonly publishedFor?: string | undefined;
      readonly missing?: readonly Missing[] | undefined;
      readonly explanation?: Explanation | undefined;
    }
  /** One or several words out of a closed list (`"same-stage"`; the stages of a school). Absent values are unknown. */
  | {
      readonly kind: "tokens";
      readonly label: Term;
      readonly values?: readonly string[] | undefined;
      /** Beside the values given others may hold too. */
      readonly open?: boolean | undefined;
      /** Values that nobody knows: where they are not among those a rule names, they may be another word for one of them. */
      readonly strange?: readonly string[] | undefined;
      /** Official words of values that only a pack knows (办学模式), by value. */
      readonly words?: Readonly<Record<string, Term>> | undefined;
      readonly missing?: readonly Missing[] | undefined;
    }
  /** The measure has no meaning for this subject. */
  | { readonly kind: "none"; readonly label: Term };
