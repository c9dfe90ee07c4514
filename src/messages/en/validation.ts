import type { ValidationIssueParams } from "../../validation/index.js";
import type { Sentences } from "../sentences.js";
import { agreeing, counted } from "./counted.js";

const someOf = (count: number, names: readonly string[]): string => `${names.join(", ")}${names.length < count ? " and others" : ""}`;

/** What is wrong in the sense of a district file. */
export const validation: Sentences<ValidationIssueParams> = {
  "duplicate-id": ({ id, first }) => `The id “${id}” stands twice: record ${first} has it already. Choose another.`,
  "similar-ids": ({ id, other }) => `The ids “${id}” and “${other}” differ by case or width only; probably they are one.`,
  "unknown-school": ({ school, likely }) =>
    likely === undefined
      ? `No school has the id “${school}”. Add the school or correct the id.`
      : `“${school}” is the name of a school, not its id, which is “${likely}”.`,
  "shared-name": ({ name, other }) => `The school with the id “${other}” is called “${name}” too. If they are one school, merge them.`,
  "joined-names": ({ name, first, second }) =>
    `“${name}” looks like “${first}” and “${second}” run together, the separator lost; compare the original.`,
  "end-before-start": ({ from, until }) => `The end (${until}) is not later than the start (${from}); correct them.`,
  "inaugurated-before-announced": ({ announced, inaugurated }) =>
    `The inauguration (${inaugurated}) is earlier than the forming (${announced}); check both.`,
  "group-without-members": ({ group, asOf }) =>
    `No member of “${group}” is recorded as of ${asOf}. Add members, or the day on which the group was dissolved.`,
  "group-without-lead": ({ group, asOf }) => `No lead school of “${group}” is recorded as of ${asOf}. If it has none, all is well.`,
  "two-leads": ({ group, leads, from }) =>
    `“${group}” has two lead schools at once${from === undefined ? "" : ` from ${from}`}: ${leads.join(", ")}. Check roles and dates.`,
  "leads-inferred": ({ count, groups }) =>
    `The lead schools of ${counted(count, "group")} are inferred, not stated by the source: ${someOf(count, groups)}. Have them confirmed.`,
  "lead-is-member-elsewhere": ({ school, leads, memberOf }) => `“${school}” leads “${leads}” and is a member of “${memberOf}”.`,
  "overlapping-memberships": ({ school, group }) => `Memberships of “${school}” in “${group}” overlap; merge them or correct the dates.`,
  "membership-outside-group": ({ school, group, life, membership }) =>
    `The membership of “${school}” in “${group}” (${membership}) reaches outside the life of the group (${life}); check the dates.`,
  "membership-outside-school": ({ school, group, life, membership }) =>
    `The membership of “${school}” in “${group}” (${membership}) reaches outside the life of the school (${life}); check the dates.`,
  "membership-of-closed-school": ({ school, group, closed }) =>
    `“${school}” closed on ${closed}, but its membership in “${group}” has no end; add it.`,
  "stage-mismatch": ({ school, group, stage, stages }) =>
    `“${group}” is a same-stage group (${stage.en}), but its member “${school}” teaches ${stages.length === 0 ? "no stage by the file" : stages.map((each) => each.en).join(", ")}.`,
  "no-common-stage": ({ group }) => `“${group}” is a same-stage group, but its members have no stage in common.`,
  "stages-not-stated": ({ count, groups }) =>
    `The stages of some members of ${counted(count, "group")} are not stated, so whether all of one group are of one stage cannot be checked: ${someOf(count, groups)}. Nothing is concluded from names; add the stages.`,
  "missing-headcounts": ({ schools, of, asOf }) =>
    `${schools} of ${counted(of, "school")} ${agreeing(schools, "has", "have")} no headcount as of ${asOf}; what depends on sizes and shares stays open.`,
  "repeated-headcount": ({ school, on }) => `“${school}” has two headcounts of ${on} for one stage; the later one is used. Remove one.`,
  "largest-class-above-pupils": ({ school, on, largest, pupils }) =>
    `“${school}” on ${on}: the largest class (${largest}) has more pupils than there are (${pupils}); correct one of them. Until then no verdict is given that depends on which is right.`,
  "largest-class-below-mean": ({ school, on, pupils, classes, largest }) =>
    `“${school}” on ${on}: with ${pupils} pupils in ${classes} classes the largest cannot have only ${largest}; correct one of them. Until then no verdict is given that depends on which is right.`,
  "stages-against-total": ({ school, on, sum, total }) =>
    `“${school}” on ${on}: the stages have ${sum} pupils together, the school ${total}; correct one of them. Until then no verdict is given that depends on which is right.`,
  "repeated-resource": ({ school, on, resource, first, second }) =>
    `“${school}” on ${on}: ${resource.en} recorded as ${first} and as ${second}; nobody can tell which is right, so neither is used. Delete the wrong one.`,
  "headcount-of-other-stage": ({ school, on, stage, stages }) =>
    stages.length === 0
      ? `“${school}” has a headcount of ${on} for ${stage.en}, but the stage is not among its stages; check both.`
      : `“${school}” has a headcount of ${on} for ${stage.en}, but teaches ${stages.map((each) => each.en).join(", ")}; check both.`,
  "staff-fewer-than-teachers": ({ school, on, staff, teachers }) =>
    `“${school}” has fewer staff (${staff}) than teachers (${teachers}) on ${on}; correct them.`,
  "teachers-fewer-than-backbone": ({ school, on, teachers, backbone }) =>
    `“${school}” has fewer teachers (${teachers}) than backbone teachers (${backbone}) on ${on}; correct them.`,
  "school-code-type": ({ code, type }) => `The type “${type}” in the school code “${code}” does not exist; correct it.`,
  "school-code-province": ({ code, province }) => `The province “${province}” in the school code “${code}” does not exist; correct it.`,
  "credit-code-check": ({ code, stated, computed }) =>
    `The check character of the credit code “${code}” should be “${computed}”, but is “${stated}”; compare the certificate.`,
  "organisation-code-check": ({ code, stated, computed }) =>
    `The organisation code inside the credit code “${code}” should end in “${computed}”, but ends in “${stated}”; compare the certificate.`,
  "shared-code": ({ code, other }) => `The code “${code}” is that of “${other}” already; codes are never used twice.`,
  "unknown-form": ({ form, known }) =>
    known.length === 0
      ? `No policy in use names the group form “${form}”.`
      : `No policy in use names the group form “${form}”; they name ${known.map((each) => each.en).join(", ")}.`,
  "unknown-governance-item": ({ item, known }) =>
    `No policy in use names the governance item “${item}”, so no rule looks at it; correct it if it is misspelt. They name ${known.map((each) => each.en).join(", ")}.`,
  "governance-kind": ({ item, kind, expected }) =>
    `The governance item “${item.en}” is a ${expected.en} and recorded as a ${kind.en}, so it settles nothing; correct it.`,
  "contradicting-records": ({ of, from }) =>
    `“${of.en}” is recorded${from === undefined ? "" : ` from ${from} on`} as there and as not there; check which is right and delete the other.`,
  "district-code-missing": () => "The district has no code, so it is open which policies hold; add it.",
  "packs-elsewhere": ({ code, packs }) => `These policies do not hold for the code “${code}”: ${packs.map((pack) => pack.en).join(", ")}.`,
  "no-pack-holds": ({ code }) => `None of the chosen policies holds for the code “${code}”; check the code or choose others.`,
  "unknown-figure": ({ figure }) => `There is no published figure “${figure}”; correct the id.`,
  "share-without-sign": ({ value }) =>
    `The published share “${value}” is above 1 and has no percent sign; whether it means percent is open, so it is not checked. Write the sign if it is printed.`,
  "unreadable-figure": ({ value }) => `The published figure “${value}” cannot be read as a number, so it cannot be checked.`,
};
