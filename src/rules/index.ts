export * from "./fact.js";
export * from "./finding.js";
