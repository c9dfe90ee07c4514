import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "./fact.js";

/** Hands over what is known of a measure for one subject; `undefined` when nobody measures it (the rule is then not evaluated). */
export type FactLookup = (ref: MeasureRef) => Fact | undefined;
