/** What a value in the `where` of a measure must be for its evaluator to read it. */
type Reads = (value: string | number | boolean) => boolean;

const NUMBER: Reads = (value) =>
  typeof value === "number" ? value >= 0 && Number.isFinite(value) : typeof value === "string" && /^\d+(\.\d+)?$/.test(value);
const TRUTH: Reads = (value) => typeof value === "boolean";
const oneOf =
  (...words: readonly string[]): Reads =>
  (value) =>
    words.includes(String(value));

/** 限定条件. The keys of `where` whose values come from a closed list or must be numbers; the values of other keys are the caller's words. */
const VALUES: Readonly<Record<string, Reads>> = {
  "minimum-months": NUMBER,
  "minimum-weeks": NUMBER,
  "minimum-days": NUMBER,
  "minimum-days-per-week": NUMBER,
  "pupils-below": (value) => typeof value === "number" && NUMBER(value),
  load: /* @__PURE__ */ oneOf("full-time", "any"),
  purpose: /* @__PURE__ */ oneOf("lead", "teach", "learn", "visit", "mentor", "any"),
  role: /* @__PURE__ */ oneOf("teacher", "principal", "vice-principal", "party-secretary", "middle-manager"),
  relation: /* @__PURE__ */ oneOf("moved", "kept"),
  direction: /* @__PURE__ */ oneOf("lead-to-member", "member-to-lead", "between-members"),
  "to-locality": /* @__PURE__ */ oneOf("urban", "town", "rural"),
  backbone: TRUTH,
  "graduating-grade": TRUTH,
  graduating: TRUTH,
};

/**
 * Whether the value of a condition can be read; one that cannot must never be passed over, or the condition would be lost.
 *
 * @internal
 */
export function isReadableCondition(key: string, value: string | number | boolean): boolean {
  return !Object.hasOwn(VALUES, key) || VALUES[key]?.(value) === true;
}
