export * from "./exchange-kind.js";
export * from "./framework.js";
export * from "./measure.js";
export * from "./parameter.js";
export * from "./policy-pack.js";
export * from "./resolved-policy.js";
export * from "./rule.js";
