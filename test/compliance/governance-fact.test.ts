import { describe, expect, test } from "vitest";
import { checkCompliance, factsOf } from "../../src/compliance/index.js";
import type { GovernanceRecord, Membership } from "../../src/domain/index.js";
import { wenjiang } from "../../src/packs/cn-510115-wenjiang.js";
import { xining } from "../../src/packs/cn-630100-xining.js";
import { type MeasureRef, resolvePolicies } from "../../src/policy/index.js";
import { district, group, policyOf } from "./districts.js";

const subject = { kind: "group", id: "g" } as const;
const whole = group("g", { a: "lead", b: "member" }, { complete: true });

function asked(ref: MeasureRef, records: readonly GovernanceRecord[], on = "2023-12-31", memberships: readonly Membership[] = []) {
  const one = { ...whole, ...(memberships.length === 0 ? {} : { memberships }), governance: { records } };
  const fact = factsOf(district({ groups: [one] }), { policy: policyOf([]), on })(subject)(ref);
  if (fact?.kind !== "truth") throw new Error("a governance item is a truth");
  return fact;
}

// 西宁 X3: 理事长 (chair of the council) = the principal of the lead school.
describe("a post held by the lead's principal", () => {
  const ref = { measure: "governance-item", of: "council-chair", where: { holder: "principal-of-lead" } } as const;
  const chair = (own: Partial<GovernanceRecord>): GovernanceRecord => ({ kind: "post", item: "council-chair", ...own });
  const value = (own: Partial<GovernanceRecord>, memberships?: readonly Membership[]) =>
    asked(ref, [chair(own)], "2023-12-31", memberships).value;

  test("the principal of the lead, of a member, of a school outside; another person of the lead", () => {
    expect(value({ school: "a", principal: true })).toBe("yes");
    expect(value({ school: "b", principal: true })).toBe("no");
    expect(value({ school: "z", principal: true })).toBe("no");
    expect(value({ school: "b" })).toBe("no");
    expect(value({ school: "a", principal: false })).toBe("no");
  });

  test("a chair of whom the school or the office is not recorded is not taken for the lead's principal", () => {
    const columns = (own: Partial<GovernanceRecord>) => asked(ref, [chair(own)]).missing;
    const field = (column: string) => ({ kind: "field", table: "governance", column, subject });
    expect(value({})).toBe("unknown");
    expect(columns({})).toEqual([field("school"), field("principal")]);
    expect(value({ school: "a" })).toBe("unknown");
    expect(columns({ school: "a" })).toEqual([field("principal")]);
  });

  test("where the lead is only inferred, or none is stated, nobody is known not to be its principal", () => {
    const inferred = [
      { school: "a", role: "lead", evidence: "inferred" },
      { school: "b", role: "member" },
    ] as const;
    expect(value({ school: "a", principal: true }, inferred)).toBe("unknown");
    expect(value({ school: "b", principal: true }, inferred)).toBe("unknown");
  });

  test("a chair of another school before the present one denies nothing of today; two chairs of one day contradict each other", () => {
    const before = chair({ school: "b", principal: true, until: "2023-09-01" });
    const now = chair({ school: "a", principal: true });
    expect(asked(ref, [before, { ...now, from: "2023-09-01" }]).value).toBe("yes");
    expect(asked(ref, [chair({ school: "b", principal: true }), now]).value).toBe("unknown");
  });

  test("the pack of Xining asks so", () => {
    const policy = resolvePolicies([xining]);
    if (!policy.ok) throw new Error("the pack contradicts itself");
    const verdict = (own: Partial<GovernanceRecord>) => {
      const of = district({ code: "630100", groups: [{ ...whole, governance: { records: [chair(own)] } }] });
      const checked = checkCompliance(of, { policy: policy.value, asOf: "2020-12-31" });
      return checked.ok && checked.value.findings.find(({ rule }) => rule === "xining.council-chair")?.verdict;
    };
    expect(verdict({ school: "b" })).toBe("violated");
    expect(verdict({ school: "a" })).toBe("undetermined");
    expect(verdict({ school: "a", principal: true })).toBe("satisfied");
  });
});

// 温江 W7: a special budget every year (每年安排).
describe("something of every year", () => {
  const ref = { measure: "governance-item", of: "special-budget", where: { per: "year" } } as const;
  const value = (own: Partial<GovernanceRecord>, on = "2023-12-31") =>
    asked(ref, [{ kind: "fund", item: "special-budget", ...own }], on).value;

  test("a record without an end speaks of the year it starts in, and of no later one", () => {
    expect(value({ from: "2023-01-01" })).toBe("yes");
    expect(value({ from: "2023" })).toBe("yes");
    expect(value({ from: "2022-12-31" })).toBe("unknown");
    expect(value({ from: "2019-01-01" })).toBe("unknown");
    expect(value({ from: "2023-01-01" }, "2024-01-01")).toBe("unknown");
    expect(value({ from: "2022/2023" })).toBe("unknown");
  });

  test("a record of no year is of none; one with both ends is of all between them", () => {
    expect(value({})).toBe("unknown");
    expect(value({ until: "2024-01-01" })).toBe("unknown");
    expect(value({ from: "2019-01-01", until: "2024-01-01" })).toBe("yes");
    expect(value({ from: "2019-01-01", until: "2023-12-31" })).toBe("unknown");
  });

  test("what is missing names the year; a denial of the year stands", () => {
    const missing = asked(ref, [{ kind: "fund", item: "special-budget", from: "2019" }]).missing;
    expect(missing).toEqual([
      { kind: "record", table: "governance", of: "special-budget", subject, from: "2023-01-01", until: "2024-01-01" },
    ]);
    expect(value({ from: "2023-01-01", exists: false })).toBe("no");
  });

  test("the pack of Wenjiang asks so", () => {
    const policy = resolvePolicies([wenjiang]);
    if (!policy.ok) throw new Error("the pack contradicts itself");
    const verdict = (from: string) => {
      const governance = { records: [{ kind: "fund", item: "special-budget", from }] } as const;
      const checked = checkCompliance(district({ code: "510115", groups: [{ ...whole, governance }] }), {
        policy: policy.value,
        asOf: "2023-12-31",
      });
      return checked.ok && checked.value.findings.find(({ rule }) => rule === "wenjiang.special-budget")?.verdict;
    };
    expect(verdict("2019-01-01")).toBe("undetermined");
    expect(verdict("2023-01-01")).toBe("satisfied");
  });
});

describe("a fund and a kind", () => {
  const fund = (amount: string | number) =>
    asked({ measure: "governance-item", of: "fund" }, [{ kind: "fund", item: "fund", amount }]).value;

  test("0 yuan is no fund, less than that a slip", () => {
    expect([fund(1), fund("0.01"), fund(0), fund("0.00"), fund(-5), fund("many")]).toEqual([
      "yes",
      "yes",
      "no",
      "no",
      "unknown",
      "unknown",
    ]);
  });

  test("a record of another kind than the pack's says nothing for certain: a body is no charter (集团章程)", () => {
    const charter = (kind: GovernanceRecord["kind"]) =>
      asked({ measure: "governance-item", of: "charter" }, [{ kind, item: "charter" }]).value;
    expect([charter("document"), charter("body")]).toEqual(["yes", "unknown"]);
  });
});
