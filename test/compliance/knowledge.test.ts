import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCompliance, explainFinding } from "../../src/compliance/index.js";
import type { District, Group, School } from "../../src/domain/index.js";
import { policyOf, rule } from "./districts.js";
import { recomputeVerdict } from "./recompute.js";

const ofSchools = { appliesTo: { subject: "school" } } as const;
const ofDistrict = { appliesTo: { subject: "district" } } as const;
const policy = policyOf(
  [
    rule("charter", { kind: "presence", what: { measure: "governance-item", of: "charter" } }),
    rule("no-council", { kind: "presence", what: { measure: "governance-item", of: "council" }, modality: "must-not" }),
    rule("reach", { kind: "structure", feature: { measure: "reach" }, oneOf: ["same-stage"] }),
    rule("one-lead", { kind: "structure", feature: { measure: "group-leads" }, oneOf: ["1"] }),
    rule("schools", { kind: "count", count: { measure: "group-schools" }, bounds: { atLeast: "two", atMost: "three" } }),
    rule("stages", { kind: "structure", feature: { measure: "stage" }, oneOf: ["primary", "junior"] }),
    rule("pupils", {
      kind: "count",
      count: { measure: "group-pupils" },
      bounds: { lessThan: "thousand" },
      appliesTo: { subject: "group", where: [{ fact: { measure: "reach" }, oneOf: ["same-stage"] }] },
    }),
    rule("members", {
      kind: "share",
      part: { measure: "group-members" },
      whole: { measure: "group-schools" },
      bounds: { atLeast: "most" },
    }),
    rule("some", {
      kind: "at-least-of",
      atLeast: "two",
      restAtLeast: "half",
      items: [
        { id: "a", label: { "zh-CN": "甲", en: "a" }, value: { measure: "group-schools" }, threshold: "three" },
        { id: "b", label: { "zh-CN": "乙", en: "b" }, value: { measure: "group-pupils" }, threshold: "hundred" },
        { id: "c", label: { "zh-CN": "丙", en: "c" }, value: { measure: "group-members" }, threshold: "two" },
      ],
    }),
    rule("own", { kind: "presence", what: { measure: "legal-person" }, appliesTo: { subject: "member" } }),
    rule("squared", { kind: "range", value: { measure: "school-pupils" }, bounds: { atMost: "eight" }, squared: true, ...ofSchools }),
    rule("class", {
      kind: "count",
      count: { measure: "class-size", stage: "primary" },
      bounds: { atMost: "class" },
      appliesTo: {
        subject: "school",
        where: [
          {
            anyOf: [
              { fact: { measure: "stage" }, oneOf: ["primary"] },
              { fact: { measure: "school-type" }, oneOf: ["nine-year"] },
            ],
          },
        ],
      },
    }),
    rule("groups", { kind: "count", count: { measure: "groups" }, bounds: { moreThan: "two" }, ...ofDistrict }),
    rule("covered", {
      kind: "coverage",
      population: { stages: ["primary", "junior"], sector: "public" },
      covered: { by: "membership" },
      bounds: { atLeast: "half" },
      ...ofDistrict,
    }),
    rule("quality", {
      kind: "coverage",
      population: {},
      covered: { by: "designation", designation: "quality" },
      bounds: { atMost: "half" },
      ...ofDistrict,
    }),
  ],
  { two: "2", three: "3", thousand: "1000", hundred: "100", half: "0.5", most: "0.9", eight: "8", class: "45" },
);
const options = { policy, asOf: "2023-06-30" };

/** A district of which everything is known. */
const knownSchool = fc.record({
  stages: fc.constantFrom(["primary"] as const, ["junior"] as const, ["primary", "junior"] as const, ["senior"] as const),
  sector: fc.constantFrom("public" as const, "private" as const),
  legalPerson: fc.boolean(),
  quality: fc.boolean(),
  opened: fc.constantFrom("2023-03-01", "2023-06-30", "2023-07-01"),
  classes: fc.integer({ min: 1, max: 4 }),
  spare: fc.integer({ min: 0, max: 20 }),
  largest: fc.integer({ min: 40, max: 50 }),
});

const knownGroup = fc.record({
  members: fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 4 }),
  lead: fc.boolean(),
  from: fc.constantFrom("2023-03-01", "2023-06-30", "2023-07-01"),
  reach: fc.constantFrom("same-stage" as const, "cross-stage" as const),
  charter: fc.boolean(),
  council: fc.boolean(),
  announced: fc.constantFrom("2023-01-01", "2023-06-30", "2023-07-01"),
});

interface Known {
  readonly schools: readonly (typeof knownSchool extends fc.Arbitrary<infer One> ? One : never)[];
  readonly groups: readonly (typeof knownGroup extends fc.Arbitrary<infer One> ? One : never)[];
}

const known: fc.Arbitrary<Known> = fc.record({
  schools: fc.array(knownSchool, { minLength: 1, maxLength: 5 }),
  groups: fc.array(knownGroup, { maxLength: 3 }),
});

/** What of a district is forgotten: bit by bit, a school or group at a time. */
type Mask = readonly number[];
const mask: fc.Arbitrary<Mask> = fc.array(fc.nat({ max: 255 }), { minLength: 9, maxLength: 9 });
const has = (forgotten: Mask, at: number, bit: number): boolean => (((forgotten[at] ?? 0) >> bit) & 1) === 1;

function schoolOf(known: Known["schools"][number], at: number, forgotten: Mask): School {
  const gone = (bit: number) => has(forgotten, at, bit);
  // The largest class and, in the other classes, at least one pupil each.
  const pupils = known.largest + (known.classes - 1) + Math.min(known.spare, (known.classes - 1) * (known.largest - 1));
  const headcount = {
    on: "2023-05-01",
    ...(gone(0) ? {} : { pupils }),
    ...(gone(1) ? {} : { classes: known.classes }),
    ...(gone(2) ? {} : { largestClass: known.largest }),
  };
  const headcounts = known.stages.length === 1 ? [headcount] : [headcount, { ...headcount, stage: "primary" as const }];
  return {
    id: `s${at}`,
    name: `学校${at}`,
    opened: gone(3) ? "2023" : known.opened,
    ...(gone(4) ? {} : { stages: known.stages }),
    ...(gone(5) ? {} : { sector: known.sector }),
    ...(gone(6) ? {} : { legalPerson: known.legalPerson }),
    ...(gone(7) ? {} : { designations: [{ kind: "quality", granted: known.quality }] }),
    headcounts,
  };
}

function groupOf(known: Known["groups"][number], at: number, forgotten: Mask): Group {
  const gone = (bit: number) => has(forgotten, 5 + at, bit);
  const memberships = known.members.map((school, position) => ({
    school: `s${school}`,
    role: known.lead && position === 0 ? ("lead" as const) : ("member" as const),
    from: gone(0) ? "2023" : known.from,
    ...(gone(1) ? { evidence: "inferred" as const } : {}),
  }));
  const record = (item: string, kind: "document" | "body", there: boolean) => (there ? [{ item, kind }] : []);
  const records = [...record("charter", "document", known.charter), ...record("council", "body", known.council)];
  return {
    id: `g${at}`,
    announced: gone(2) ? "2023" : known.announced,
    ...(gone(3) ? {} : { reach: known.reach }),
    ...(gone(4)
      ? {}
      : { governance: { records: gone(5) ? [] : records, ...(gone(5) ? {} : { complete: ["document", "body"] as const }) } }),
    ...(gone(6) ? {} : { complete: true }),
    // A membership is forgotten only together with the claim that the list is whole.
    memberships: gone(6) && gone(7) ? memberships.slice(0, -1) : memberships,
  };
}

function districtOf({ schools, groups }: Known, forgotten: Mask): District {
  const open = has(forgotten, 8, 0);
  const all = schools.map((one, at) => schoolOf(one, at, forgotten));
  return {
    format: "school-groups.district.v1",
    code: "610602",
    schools: open && has(forgotten, 8, 1) ? all.slice(0, -1) : all,
    groups: groups.map((one, at) => groupOf(one, at, forgotten)),
    ...(open ? {} : { complete: true }),
  };
}

function findings(district: District) {
  const checked = checkCompliance(district, options);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.value.findings;
}

const keyOf = ({ rule: id, subject }: ReturnType<typeof findings>[number]): string =>
  `${id} ${subject.kind} ${subject.id} ${subject.group ?? ""}`;

function explainedVerdict(district: District, { rule: id, subject }: ReturnType<typeof findings>[number]) {
  try {
    return explainFinding(district, options, { rule: id, subject }).finding.verdict;
  } catch {
    // Learnt not to be there at all.
    return undefined;
  }
}

describe("knowledge", () => {
  test("learning never unsettles a verdict, and forgetting never settles one", () => {
    let settled = 0;
    let opened = 0;
    fc.assert(
      fc.property(known, mask, mask, (all, first, second) => {
        const less = first.map((bits, at) => bits | (second[at] ?? 0));
        const better = new Map(findings(districtOf(all, first)).map((finding) => [keyOf(finding), finding.verdict]));
        for (const finding of findings(districtOf(all, less))) {
          // Whom a rule turns out to leave out is counted and not listed: asked for, it has its verdict.
          const learnt = better.get(keyOf(finding)) ?? explainedVerdict(districtOf(all, first), finding);
          if (learnt === undefined) continue;
          if (finding.verdict === "undetermined") {
            opened += learnt === "undetermined" ? 0 : 1;
            continue;
          }
          settled += 1;
          expect([keyOf(finding), learnt]).toEqual([keyOf(finding), finding.verdict]);
        }
      }),
      { numRuns: 400, seed: 20231231 },
    );
    // The property means something only where verdicts are settled, and where forgetting opens some.
    expect(settled).toBeGreaterThan(500);
    expect(opened).toBeGreaterThan(500);
  });

  test("of a district of which everything is known, nothing is undetermined", () => {
    const nothing: Mask = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    fc.assert(
      fc.property(known, (all) => {
        const listed = {
          ...all,
          groups: all.groups.map((one) => ({ ...one, members: one.members.filter((at) => at < all.schools.length) })),
        };
        expect(
          findings(districtOf(listed, nothing)).filter(({ verdict, rule: id }) => verdict === "undetermined" && id !== "class"),
        ).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test("undetermined always says what is missing, and nothing else does", () => {
    fc.assert(
      fc.property(known, mask, (all, forgotten) => {
        for (const { verdict, missing } of findings(districtOf(all, forgotten)))
          expect(missing.length > 0).toBe(verdict === "undetermined");
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  test("the order of the input changes nothing but order", () => {
    fc.assert(
      fc.property(known, mask, (all, forgotten) => {
        const district = districtOf(all, forgotten);
        const turned: District = {
          ...district,
          schools: [...district.schools].reverse(),
          groups: [...district.groups].reverse().map((group) => ({ ...group, memberships: [...(group.memberships ?? [])].reverse() })),
        };
        const plain = (list: ReturnType<typeof findings>) =>
          new Map(
            list.map((finding) => [keyOf(finding), { ...finding, missing: finding.missing.map((one) => JSON.stringify(one)).sort() }]),
          );
        expect(plain(findings(turned))).toEqual(plain(findings(district)));
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});

describe("explanations", () => {
  test("a program of its own recomputes every verdict from its explanation alone", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(known, mask, (all, forgotten) => {
        const district = districtOf(all, forgotten);
        for (const finding of findings(district)) {
          const { explanation } = explainFinding(district, options, { rule: finding.rule, subject: finding.subject });
          seen.add(`${finding.kind} ${finding.verdict}`);
          expect([keyOf(finding), recomputeVerdict(JSON.parse(JSON.stringify(explanation)))]).toEqual([keyOf(finding), finding.verdict]);
        }
      }),
      { numRuns: 150, seed: 17 },
    );
    for (const kind of ["presence", "structure", "count", "share", "at-least-of", "range", "coverage"]) {
      for (const verdict of ["satisfied", "violated", "undetermined"]) expect(seen).toContain(`${kind} ${verdict}`);
    }
  });

  test("the program notices a tree that was tampered with", () => {
    const district = districtOf({ schools: [], groups: [] }, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const { explanation } = explainFinding(district, options, { rule: "groups", subject: { kind: "district", id: "610602" } });
    expect(recomputeVerdict(explanation)).toBe("violated");
    expect(() => recomputeVerdict(JSON.parse(JSON.stringify(explanation).replace('"holds":"no"', '"holds":"yes"')))).toThrow();
  });
});
