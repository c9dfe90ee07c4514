import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorkLedger, measureSynchrony, readWorkLedger, type WorkLedger, type WorkRows } from "../../src/compliance/ledger/index.js";
import { addDays, compareFractions, exact } from "../../src/core/index.js";
import type { RegisterDeclaration, Task, WorkRecord } from "../../src/domain/index.js";
import { calendar, districtOf, groupOf, noPolicy, openLedger, period } from "./ledger-fixture.js";

const asOf = "2024-05-31";
const district = districtOf(groupOf("g", "lead", "a", "b", "c"), {
  ...groupOf("h", "b", "d"),
  memberships: [
    { school: "b", role: "lead" },
    { school: "d", role: "member", from: "2024-04-01" },
    { school: "e", role: "member", from: "2024" },
  ],
});
const tasks: readonly Task[] = ["g", "h"].flatMap((group) => [
  {
    id: `${group}1`,
    group,
    announced: "2024-03-01",
    phases: [
      { phase: "arrange", due: "2024-03-08" },
      { phase: "implement", starts: "2024-03-11", due: "2024-04-12" },
    ],
  },
  { id: `${group}2`, group, phases: [{ phase: "arrange", due: "2024-06-07" }, { phase: "apply" }] },
]);

const day = fc.integer({ min: 0, max: 90 }).map((days) => addDays("2024-02-26", days));
const on = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom("2024-03", "2024-04", "2024-03/2024-04") },
  { weight: 2, arbitrary: fc.tuple(day, fc.integer({ min: 1, max: 40 })).map(([from, days]) => ({ from, until: addDays(from, days) })) },
);
const record: fc.Arbitrary<WorkRecord> = fc.record({
  task: fc.constantFrom("g1", "g2", "h1", "h2", "other"),
  phase: fc.constantFrom("arrange", "implement", "apply"),
  school: fc.constantFrom("lead", "a", "b", "c", "d", "e"),
  on,
  attestedBy: fc.constantFrom("self" as const, "lead" as const, "bureau" as const, undefined),
});
const register: fc.Arbitrary<RegisterDeclaration> = fc
  .tuple(fc.constantFrom("lead", "a", "b", "c", "d", "e"), day, fc.integer({ min: 1, max: 60 }))
  .map(([school, from, days]) => ({ school, from, until: addDays(from, days) }));
const rows = fc.record({ records: fc.array(record, { maxLength: 30 }), registers: fc.array(register, { maxLength: 5 }) });
const tolerance = fc.record({ before: fc.nat(6), after: fc.nat(6) });
const count = fc.constantFrom("calendar" as const, "working" as const);

function open(...parts: readonly WorkRows[]): WorkLedger {
  const ledger = openLedger(district, tasks);
  for (const part of parts) expect(ledger.add(part).ok).toBe(true);
  return ledger;
}

const bytes = (ledger: WorkLedger): string => JSON.stringify(ledger);

/** Both ends of every share, by group and phase. */
function shares(
  ledger: WorkLedger,
  options: { readonly tolerance: { readonly before: number; readonly after: number }; readonly count: "calendar" | "working" },
) {
  return new Map(
    measureSynchrony(ledger, { asOf, ...options }).groups.flatMap(({ group, phases, fullyInStep }) => [
      ...phases.map(({ phase, share }) => [`${group} ${phase}`, share] as const),
      [`${group} tasks`, fullyInStep] as const,
    ]),
  );
}

describe("properties", () => {
  it("the order of rows, how they are split and how the parts are merged change no byte", () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 0, max: 30 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        ({ records, registers }, cut, swap, keys) => {
          const whole = open({ records, registers });
          const shuffled = records.map((one) => [keys.next().value, one] as const).sort(([a], [b]) => a - b);
          const mixed = shuffled.map(([, one]) => one);
          const parts = [open({ records: mixed.slice(0, cut) }, { registers }), open({ records: mixed.slice(cut) })];
          const [first, second] = swap ? parts.reverse() : parts;
          if (first === undefined || second === undefined) throw new Error("two parts");
          expect(first.merge(second).ok).toBe(true);
          expect(bytes(first)).toBe(bytes(whole));
        },
      ),
    );
  });

  it("what is stored comes back the same", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const text = bytes(open(given));
        const again = readWorkLedger(JSON.parse(text), district, { policy: noPolicy, period, calendar, tasks });
        expect(again.ok && bytes(again.value)).toBe(text);
      }),
    );
  });

  it("a further record in step never lowers a share", () => {
    const due = { g1: { arrange: "2024-03-08" }, h1: { arrange: "2024-03-08" } } as const;
    fc.assert(
      fc.property(
        rows,
        tolerance,
        count,
        fc.constantFrom("g1" as const, "h1" as const),
        fc.constantFrom("lead", "a", "b", "e"),
        (given, allowed, how, task, school) => {
          const ledger = open(given);
          const before = shares(ledger, { tolerance: allowed, count: how });
          ledger.add([{ task, phase: "arrange", school, on: due[task].arrange }]);
          expectNoLower(before, shares(ledger, { tolerance: allowed, count: how }));
        },
      ),
    );
  });

  it("declaring a register complete never widens an interval", () => {
    fc.assert(
      fc.property(rows, register, tolerance, count, (given, declared, allowed, how) => {
        const ledger = open(given);
        const before = shares(ledger, { tolerance: allowed, count: how });
        ledger.add({ registers: [declared] });
        for (const [key, share] of shares(ledger, { tolerance: allowed, count: how })) {
          const earlier = before.get(key);
          if (share === undefined && earlier === undefined) continue;
          if (share === undefined || earlier === undefined) throw new Error("a share came or went");
          expect(compareFractions(exactOf(share.low), exactOf(earlier.low))).toBeGreaterThanOrEqual(0);
          expect(compareFractions(exactOf(share.high), exactOf(earlier.high))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("a wider tolerance never lowers synchrony, at either end", () => {
    fc.assert(
      fc.property(rows, tolerance, tolerance, count, (given, allowed, more, how) => {
        const ledger = open(given);
        const wider = { before: allowed.before + more.before, after: allowed.after + more.after };
        expectNoLower(shares(ledger, { tolerance: allowed, count: how }), shares(ledger, { tolerance: wider, count: how }));
      }),
    );
  });

  it("a merge of other tasks, and stored data that does not fit, change nothing", () => {
    const ledger = open({ records: [{ task: "g1", phase: "arrange", school: "a", on: "2024-03-08" }] });
    const before = bytes(ledger);
    expect(ledger.merge(openLedger(district, tasks.slice(1))).issues).toMatchObject([{ code: "ledgers-differ" }]);
    expect(bytes(ledger)).toBe(before);
    const options = { policy: noPolicy, period, calendar, tasks };
    const stored = JSON.parse(before);
    const broken = [
      null,
      {},
      { ...stored, plan: "x" },
      { ...stored, filled: [1] },
      { ...stored, filled: [10_000, 5] },
      { ...stored, filled: [1, -1] },
      { ...stored, uses: [{}] },
      { ...stored, taken: -1 },
    ];
    for (const data of broken) expect(readWorkLedger(data, district, options).issues).toMatchObject([{ code: "ledger-unreadable" }]);
    expect(createWorkLedger(district, options).ok).toBe(true);
  });
});

type Shares = ReturnType<typeof shares>;

function exactOf(text: string) {
  const [numerator, denominator] = text.split("/");
  return denominator === undefined ? exact(text) : { numerator: BigInt(numerator ?? "0"), denominator: BigInt(denominator) };
}

function expectNoLower(before: Shares, after: Shares): void {
  for (const [key, earlier] of before) {
    const share = after.get(key);
    if (earlier === undefined) continue;
    if (share === undefined) throw new Error(`${key} has gone`);
    for (const end of ["low", "high"] as const)
      expect(compareFractions(exactOf(share[end]), exactOf(earlier[end]))).toBeGreaterThanOrEqual(0);
  }
}
