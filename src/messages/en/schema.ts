import type { SchemaIssueParams, ValueKind } from "../../schema/index.js";
import type { Sentences } from "../sentences.js";
import { agreeing, counted } from "./counted.js";

const kinds: Readonly<Record<ValueKind, string>> = {
  missing: "nothing",
  null: "null",
  text: "text",
  number: "a number",
  "whole-number": "a whole number",
  "text-or-number": "text or a number",
  "truth-value": "true or false",
  list: "a list",
  object: "an object",
  "not-a-number": "not a number",
  infinite: "infinite",
  other: "something else",
};

/** What is wrong in the shape of an input. */
export const schema: Sentences<SchemaIssueParams> = {
  "unreadable-input": () => "Reading failed here, so this could not be taken in. Hand it over as plain data.",
  "wrong-type": ({ expected, received }) => `Expected ${kinds[expected]}, found ${kinds[received]}.`,
  "missing-field": ({ field }) => `The required field “${field}” is missing; add it.`,
  "unknown-key": ({ key, likely }) =>
    likely === undefined
      ? `“${key}” is no field of this format; remove or correct it.`
      : `“${key}” is no field of this format; probably “${likely}” is meant.`,
  "wrong-format": ({ expected, received }) => `The format should be “${expected}”, but is “${received}”.`,
  "not-one-of": ({ allowed, received }) => `“${received}” is none of the allowed values: ${allowed.join(", ")}.`,
  "blank-text": () => "The text is empty; fill it in, or leave the field out when it is unknown.",
  "malformed-text": ({ text }) =>
    `“${text}” has white space at an end, or holds control characters, a byte order mark or half a character; clean it.`,
  "text-too-long": ({ length, limit }) => `The text has ${counted(length, "character")}; at most ${limit} are read.`,
  "list-too-long": ({ length, limit }) => `The list has ${counted(length, "entry", "entries")}; at most ${limit} are read, so none was.`,
  "list-too-short": ({ length, least }) => `The list has ${counted(length, "entry", "entries")}; it needs at least ${least}.`,
  "limit-missing": () => "The rule states no limit; it needs at least one.",
  "impossible-date": ({ text, whole }) =>
    whole === true
      ? `“${text}” is no whole date. This field takes a day, written 2023-09-01; where only the month is known, ask for the day.`
      : `“${text}” is no date. Write 2023-09-01, or 2023-09, 2019 or 2019/2023-09 where no more is known.`,
  "malformed-decimal": ({ text }) => `“${text}” is no number. Write plain digits without unit, separators or percent sign.`,
  "not-finite": ({ received }) => `A finite number belongs here, this is ${kinds[received]}; leave the field out when it is unknown.`,
  "negative-count": ({ value }) => `A count cannot be negative, this is ${value}.`,
  "fractional-count": ({ value }) => `A count is a whole number, this is ${value}.`,
  "number-too-large": ({ value }) => `The number ${value} is too large; check it.`,
  "district-code-shape": ({ text }) => `“${text}” is no code of GB/T 2260: six plain digits.`,
  "school-code-shape": ({ text }) => `“${text}” is no school identification code: ten plain digits.`,
  "credit-code-shape": ({ text }) =>
    `“${text}” is no unified social credit code: eighteen plain digits and capitals, without I, O, S, V, Z (GB 32100-2015).`,
  "repeated-header": ({ header, first }) => `“${header}” repeats “${first}” and was not read; keep one of them.`,
  "owner-not-listed": ({ owner, id }) =>
    owner === "school"
      ? `The school “${id}” is not in the table of schools; add or correct it.`
      : `The group “${id}” is not in the table of groups; add or correct it.`,
  "two-owners": ({ school, group }) => `One designation names the school “${school}” and the group “${group}”; give each its own row.`,
  "rows-differ": ({ id, field }) => `The rows of the task “${id}” say different things under “${field}”; correct them.`,
  "table-not-read": ({ table }) => `The table “${table}” is none of those read here and was left out; hand it over on its own.`,
  "further-errors": ({ code, count }) =>
    `${counted(count, "more error", "more errors")} of the kind ${code} ${agreeing(count, "is", "are")} not listed one by one.`,
  "further-warnings": ({ code, count }) =>
    `${counted(count, "more warning", "more warnings")} of the kind ${code} ${agreeing(count, "is", "are")} not listed one by one.`,
  "further-notices": ({ code, count }) =>
    `${counted(count, "more notice", "more notices")} of the kind ${code} ${agreeing(count, "is", "are")} not listed one by one.`,
};
