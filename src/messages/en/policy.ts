import type { PolicyElementKind, PolicyIssueParams } from "../../policy/index.js";
import type { Sentences } from "../sentences.js";
import { counted } from "./counted.js";

const kinds: Readonly<Record<PolicyElementKind, string>> = {
  source: "source",
  parameter: "parameter",
  rule: "rule",
  framework: "framework",
  evaluation: "evaluation scheme",
  form: "group form",
  "governance-item": "governance item",
  "exchange-kind": "kind of exchange",
  statement: "statement",
};

/** What can be wrong with policy packs. */
export const policy: Sentences<PolicyIssueParams> = {
  "duplicate-pack": ({ id }) => `The pack "${id}" is loaded twice; keep one.`,
  "duplicate-policy-id": ({ id, what, first, second }) =>
    `The ${kinds[what]} id "${id}" stands both in "${first}" and in "${second}"; ids must be unique.`,
  "unknown-parameter": ({ id, by, pack }) => `"${by}" of the pack "${pack}" names the parameter "${id}", which no pack has.`,
  "unknown-source": ({ id, by, pack }) => `"${by}" of the pack "${pack}" cites the source "${id}", which no pack lists.`,
  "unknown-policy-reference": ({ id, by, pack }) => `"${by}" of the pack "${pack}" refers to "${id}", which no pack has.`,
  "setting-of-unknown-parameter": ({ id, pack }) => `The pack "${pack}" sets the parameter "${id}", which no pack has.`,
  "settings-collide": ({ id, first, second, day }) =>
    `"${first}" and "${second}" both set the parameter "${id}"${day === "" ? "" : ` from ${day} on`}; keep one.`,
  "figure-replaced": ({ id, pack, value, by, replacement }) =>
    `"${by}" sets the parameter "${id}" of "${pack}" to ${replacement} instead of ${value}; reports say that the figure was passed in.`,
  "overridden-rule-absent": ({ id, by, pack }) =>
    `The rule "${by}" of the pack "${pack}" takes the place of "${id}", whose pack is not loaded.`,
  "overrides-in-circle": ({ id, by, pack }) =>
    `The rule "${by}" of the pack "${pack}" and the rule "${id}" take each other's place; say which one holds.`,
  "override-too-narrow": ({ id, by, pack }) =>
    `The rule "${by}" of the pack "${pack}" binds less, or fewer, than "${id}" and cannot take its place; both hold.`,
  "rule-without-limit": ({ id, pack }) => `The rule "${id}" of the pack "${pack}" states no limit.`,
  "limit-of-another-unit": ({ id, by, pack, of }) =>
    of === "share"
      ? `The rule "${by}" of the pack "${pack}" judges a share; the unit of the parameter "${id}" must be a ratio.`
      : `The rule "${by}" of the pack "${pack}" judges a count; the unit of the parameter "${id}" must not be a ratio.`,
  "figure-out-of-range": ({ id, value, most }) =>
    most === ""
      ? `The value ${value} of the parameter "${id}" must not be below 0.`
      : `The value ${value} of the parameter "${id}" must lie between 0 and ${most}; write 85 % as 0.85.`,
  "word-not-listed": ({ by, pack, word, allowed }) =>
    `The rule "${by}" of the pack "${pack}" names "${word}", which is none of ${allowed.replaceAll("、", ", ")}.`,
  "measure-of-another-subject": ({ by, pack, measure, subject }) =>
    `The rule "${by}" of the pack "${pack}" asks for "${measure}" of a ${subject}, which has none, and can never be judged.`,
  "condition-unreadable": ({ by, pack, key, value }) =>
    `The value "${value}" of the condition "${key}" in the rule "${by}" of the pack "${pack}" cannot be read.`,
  "rules-contradict": ({ first, firstPack, second, secondPack }) =>
    `The rule "${first}" of "${firstPack}" and the rule "${second}" of "${secondPack}" apply together and cannot both be met; say which one holds.`,
  "rules-overlap": ({ first, firstPack, second, secondPack }) =>
    `The rule "${first}" of "${firstPack}" and the rule "${second}" of "${secondPack}" apply together and ask different things; better say which one holds.`,
  "not-plain-json": ({ pack }) => `The pack "${pack}" holds something that JSON does not carry.`,
  "values-gap": ({ id, from, until }) => `The parameter "${id}" has no value from ${from} until ${until}.`,
  "values-overlap": ({ id, from }) => `The parameter "${id}" has two values at once${from === "" ? "" : ` from ${from} on`}.`,
  "empty-range": ({ id }) => `"${id}" ends before it begins and holds on no day.`,
  "malformed-day": ({ id, day }) => `The day "${day}" of "${id}" is none; write 2023-12-31.`,
  "malformed-figure": ({ id, value }) => `The value "${value}" of the parameter "${id}" is no number.`,
  "value-without-basis": ({ id }) => `A value of the parameter "${id}" does not say where it comes from.`,
  "source-unused": ({ id }) => `The source "${id}" is listed and never cited.`,
  "pack-weights-sum": ({ id, day, sum }) => `The weights of "${id}" sum to ${sum} on ${day}, not to 1.`,
  "id-without-prefix": ({ id, prefix }) => `The id "${id}" should begin with "${prefix}".`,
  "open-list-unmarked": ({ id }) => `A list of "${id}" ends in 等 ("and others") and is not marked as open.`,
  "items-missing": ({ id, announced, listed }) => `The source announces ${counted(announced, "item")} of "${id}" and lists ${listed}.`,
};
