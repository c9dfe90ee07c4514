/** Who may lean on whom: a room, and the rooms it imports from. A room that is not listed may not exist. */
export const roomImports: Readonly<Record<string, readonly string[]>> = {
  core: [],
  domain: ["core"],
  statistics: ["core"],
  policy: ["core", "domain"],
  packs: [],
  schema: ["core", "domain", "policy"],
  rules: ["core", "domain", "policy"],
  validation: ["core", "domain", "policy", "schema"],
  compliance: ["core", "domain", "policy", "rules"],
  rotation: ["core", "domain", "policy", "rules"],
  balance: ["core", "domain", "policy", "rules", "statistics"],
  "value-added": ["core", "domain", "statistics"],
  evaluation: ["core", "domain", "policy", "balance", "statistics"],
  report: [
    "core",
    "domain",
    "statistics",
    "policy",
    "schema",
    "rules",
    "validation",
    "compliance",
    "rotation",
    "balance",
    "value-added",
    "evaluation",
    "messages",
  ],
  messages: [],
};

/** Rooms that take types, and nothing but types, from every other room: what they hold is data and sentences. */
export const typesFromAnywhere: readonly string[] = ["packs", "messages"];

/** index.ts re-exports the everyday API: these rooms are reached by their own entry points only. */
export const notInIndex: readonly string[] = ["statistics", "packs"];

/** A package, and where alone it may be imported: a folder (ends in a slash) or a file. */
export const packageImports: Readonly<Record<string, string>> = {
  zod: "schema/",
  "date-fns": "core/calendar-date.ts",
  "@date-fns/utc": "core/calendar-date.ts",
  "decimal.js": "core/decimal.ts",
};

/** What every engine computes to the last bit alike. */
export const allowedMath: readonly string[] = ["abs", "min", "max", "floor", "ceil", "round", "trunc", "sign", "sqrt", "imul", "fround"];

/** Globals that read the world, the clock, chance or the place, or that run text as code. */
export const forbiddenGlobals: readonly string[] = [
  "Date",
  "Intl",
  "Promise",
  "console",
  "process",
  "global",
  "globalThis",
  "window",
  "self",
  "fetch",
  "crypto",
  "performance",
  "navigator",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "requestAnimationFrame",
  "eval",
  "Function",
  "WeakRef",
  "FinalizationRegistry",
  "SharedArrayBuffer",
  "Atomics",
  "WebAssembly",
  "Buffer",
  "require",
];

/** Methods whose answer depends on the engine's tables of languages and places. */
export const forbiddenMethods = /^(localeCompare|toLocale\w*|getTimezoneOffset)$/;

/** A calendar day is computed in one file, on a UTC date. */
export const allowedGlobals: Readonly<Record<string, readonly string[]>> = {
  "core/calendar-date.ts": ["Date"],
};

export const longestFile = 320;

/** Data and sentences are as long as their source. */
export const filesOfAnyLength = /^(packs|messages)\//;

export const vagueNames = /(^|[^a-z])(utils?|helpers?|managers?|misc|stuff)([^a-z]|$)/i;

export const classes: readonly string[] = ["SchoolGroupsError"];
