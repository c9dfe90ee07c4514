import { describe, expect, it } from "vitest";
import { dayScale } from "../../src/compliance/ledger/day-scale.js";
import { createWorkLedger, measureSynchrony, type SynchronyOptions, type WorkLedger } from "../../src/compliance/ledger/index.js";
import { dayNumber } from "../../src/core/index.js";
import type { Task, WorkRecord } from "../../src/domain/index.js";
import { calendar, districtOf, groupOf, noPolicy, openLedger, period } from "./ledger-fixture.js";

// Friday 8 March 2024 is the due day throughout; the term starts on Monday 26 February.
const due = "2024-03-08";
const one = districtOf(groupOf("g", "lead", "a", "b"));
const task: Task = { id: "t", group: "g", phases: [{ phase: "arrange", due }] };

function record(school: string, on: WorkRecord["on"], more: Partial<WorkRecord> = {}): WorkRecord {
  return { task: "t", phase: "arrange", school, on, ...more };
}

function phaseOf(ledger: WorkLedger, options: SynchronyOptions) {
  const phase = measureSynchrony(ledger, options).groups[0]?.phases[0];
  if (phase === undefined) throw new Error("no phase");
  return phase;
}

/** The status of every school, told from counts of ledgers with one school each. */
function statusOf(records: readonly WorkRecord[], options: Partial<SynchronyOptions> = {}, of: Task = task): string {
  const ledger = openLedger(districtOf(groupOf("g", undefined, "a")), [of], { records });
  const { cells } = phaseOf(ledger, { asOf: "2024-03-31", ...options });
  return Object.entries(cells)
    .filter(([, count]) => count > 0)
    .map(([status]) => status)
    .join();
}

describe("status of a cell", () => {
  it("is not due the day before the due day, whatever is recorded", () => {
    expect(statusOf([], { asOf: "2024-03-07" })).toBe("not-due");
    expect(statusOf([record("a", "2024-03-05")], { asOf: "2024-03-07" })).toBe("not-due");
  });

  it("is pending on the due day and while the tolerance lasts, then unknown", () => {
    expect(statusOf([], { asOf: due })).toBe("pending");
    expect(statusOf([], { asOf: "2024-03-09" })).toBe("unknown");
    expect(statusOf([], { asOf: "2024-03-10", tolerance: { before: 0, after: 2 } })).toBe("pending");
    expect(statusOf([], { asOf: "2024-03-11", tolerance: { before: 0, after: 2 } })).toBe("unknown");
  });

  it("is in step, early or late by the tolerance on either side", () => {
    const tolerance = { before: 1, after: 2 };
    expect(statusOf([record("a", "2024-03-06")], { tolerance })).toBe("early");
    expect(statusOf([record("a", "2024-03-07")], { tolerance })).toBe("in-step");
    expect(statusOf([record("a", "2024-03-10")], { tolerance })).toBe("in-step");
    expect(statusOf([record("a", "2024-03-11")], { tolerance })).toBe("late");
  });

  it("counts working days where asked: the Monday after a Friday is one day late", () => {
    const tolerance = { before: 0, after: 1 };
    expect(statusOf([record("a", "2024-03-11")], { tolerance })).toBe("late");
    expect(statusOf([record("a", "2024-03-11")], { tolerance, count: "working" })).toBe("in-step");
    expect(statusOf([record("a", "2024-03-12")], { tolerance, count: "working" })).toBe("late");
    expect(statusOf([record("a", "2024-03-07")], { tolerance, count: "working" })).toBe("early");
  });

  it("counts working days forwards from an earlier day as well", () => {
    const days = dayScale("working", calendar);
    const between = (due: string, day: string) => days(dayNumber(due), dayNumber(day));
    // Asked first about Friday 1 March, then about the Friday a week later: Monday 4th to Friday 8th are 5.
    expect(between("2024-03-01", "2024-03-01")).toBe(0);
    expect(between("2024-03-01", "2024-03-08")).toBe(5);
    // From Friday 8th: Saturday and Sunday count nothing, Monday 11th is 1, Thursday 14th is 4; and back again.
    expect(["2024-03-09", "2024-03-10", "2024-03-11", "2024-03-14"].map((day) => between("2024-03-08", day))).toEqual([0, 0, 1, 4]);
    expect(between("2024-03-14", "2024-03-08")).toBe(-4);
  });

  it("takes a record of later than the day of asking for none", () => {
    expect(statusOf([record("a", "2024-03-12")], { asOf: "2024-03-11" })).toBe("unknown");
    expect(statusOf([record("a", "2024-03-12")], { asOf: "2024-03-12" })).toBe("late");
  });

  it("is exempt with a reason, in one phase or all", () => {
    expect(statusOf([record("a", due)], {}, { ...task, exempt: [{ school: "a", reason: "flood" }] })).toBe("exempt");
    expect(statusOf([record("a", due)], {}, { ...task, exempt: [{ school: "a", reason: "flood", phase: "arrange" }] })).toBe("exempt");
    expect(statusOf([record("a", due)], {}, { ...task, exempt: [{ school: "a", reason: "flood", phase: "apply" }] })).toBe("in-step");
  });
});

describe("partial dates and spans", () => {
  it("judges a month only where all of its days agree", () => {
    expect(statusOf([record("a", "2024-03")])).toBe("unknown");
    expect(statusOf([record("a", "2024-02")])).toBe("early");
    expect(statusOf([record("a", "2024-04")], { asOf: "2024-06-30" })).toBe("late");
    // 1 to 31 March around the 8th: 7 days before, 23 after
    expect(statusOf([record("a", "2024-03")], { tolerance: { before: 7, after: 23 } })).toBe("in-step");
    expect(statusOf([record("a", "2024-03")], { tolerance: { before: 7, after: 22 } })).toBe("unknown");
  });

  it("lets a day prevail over a month, in either order", () => {
    expect(statusOf([record("a", "2024-03"), record("a", due)])).toBe("in-step");
    expect(statusOf([record("a", due), record("a", "2024-03")])).toBe("in-step");
  });

  it("wants both ends of a phase that lasts within tolerance", () => {
    const lasting: Task = { ...task, phases: [{ phase: "arrange", starts: "2024-03-04", due }] };
    const of = (from: string, until: string, after = 0) =>
      statusOf([record("a", { from, until })], { tolerance: { before: 0, after } }, lasting);
    expect(of("2024-03-04", "2024-03-09")).toBe("in-step"); // 4 to 8 March, both included
    expect(of("2024-03-03", "2024-03-09")).toBe("early");
    expect(of("2024-03-05", "2024-03-09")).toBe("late");
    expect(of("2024-03-05", "2024-03-09", 1)).toBe("in-step");
    expect(of("2024-03-04", "2024-03-10")).toBe("late");
    expect(of("2024-03-04", "2024-03-08")).toBe("early");
    expect(statusOf([record("a", due)], {}, lasting)).toBe("late"); // begun on the last day
  });

  it("leaves a span that has not ended on the day of asking open while its time lasts", () => {
    const lasting: Task = { ...task, phases: [{ phase: "arrange", starts: "2024-03-04", due }] };
    const begun = [record("a", { from: "2024-03-04", until: "2024-03-12" })];
    expect(statusOf(begun, { asOf: "2024-03-08" }, lasting)).toBe("pending");
    expect(statusOf(begun, { asOf: "2024-03-09" }, lasting)).toBe("late");
  });
});

describe("registers", () => {
  it("makes 'no record' missing once the days of the tolerance are declared complete by then", () => {
    const ledger = openLedger(one, [task], {
      records: [record("lead", due)],
      registers: [
        { school: "a", from: "2024-03-07", until: "2024-03-10", declaredOn: "2024-03-20" },
        { school: "b", from: "2024-03-09", until: "2024-04-01" },
      ],
    });
    const options = { asOf: "2024-03-31", tolerance: { before: 1, after: 1 } };
    expect(phaseOf(ledger, options).cells).toMatchObject({ "in-step": 1, missing: 1, unknown: 1 });
    // one day more of tolerance is not covered any longer
    expect(phaseOf(ledger, { ...options, tolerance: { before: 1, after: 2 } }).cells).toMatchObject({ missing: 0, unknown: 2 });
    // not yet declared
    expect(phaseOf(ledger, { ...options, asOf: "2024-03-19" }).cells).toMatchObject({ missing: 0, unknown: 2 });
  });

  it("gives an interval: unknown counts at the high end only", () => {
    const ledger = openLedger(one, [task], {
      records: [record("lead", due)],
      registers: [{ school: "a", from: "2024-03-01", until: "2024-04-01" }],
    });
    // of 3 due: 1 in step, 1 missing, 1 unknown
    expect(phaseOf(ledger, { asOf: "2024-03-31" }).share).toEqual({
      part: { low: 1, high: 2 },
      whole: { low: 3, high: 3 },
      low: "1/3",
      high: "2/3",
      printed: "fraction",
    });
  });
});

describe("records", () => {
  it("count once when repeated", () => {
    const ledger = openLedger(one, [task]);
    const added = ledger.add([record("a", due), record("a", due)]);
    expect(added.ok && added.value).toMatchObject({ taken: 2, repeated: 1, contradicting: 0 });
    expect(added.issues.map(({ code }) => code)).toEqual(["work-record-repeated"]);
    expect(ledger.tally()).toMatchObject({ filled: 1, taken: 2, contradicting: 0 });
  });

  it("that contradict count with the earliest day, and are marked", () => {
    const ledger = openLedger(one, [task]);
    const added = ledger.add([record("a", "2024-03-12"), record("a", due)]);
    expect(added.issues).toMatchObject([{ code: "work-record-contradicts", path: ["records", 1], params: { school: "a", earliest: due } }]);
    expect(phaseOf(ledger, { asOf: "2024-03-31" })).toMatchObject({ contradicting: 1, cells: { "in-step": 1, late: 0 } });
  });

  it("of strangers, unknown tasks and phases, before the task and of another century are set aside", () => {
    const ledger = openLedger(one, [{ ...task, announced: "2024-03-01" }]);
    const added = ledger.add([
      record("stranger", due),
      { ...record("a", due), task: "other" },
      { ...record("a", due), phase: "apply" },
      record("a", "2024-02-29"),
      record("a", "1924-03-08"),
      record("b", "2024-03-01"),
    ]);
    expect(added.issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ["work-record-not-due", 0],
      ["work-record-task-unknown", 1],
      ["work-record-phase-unknown", 2],
      ["work-record-before-task", 3],
      ["work-record-day-implausible", 4],
    ]);
    expect(ledger.tally()).toMatchObject({ filled: 1, taken: 1 });
    expect(ledger.tally().setAside["work-record-before-task"]).toBe(1);
  });

  it("reported before they were done count and are named", () => {
    const ledger = openLedger(one, [task]);
    const added = ledger.add([record("a", due, { reportedOn: "2024-03-07" })]);
    expect(added.issues.map(({ code }) => code)).toEqual(["work-record-reported-early"]);
    expect(ledger.tally().filled).toBe(1);
  });

  it("of the wrong shape fail the whole addition and change nothing", () => {
    const ledger = openLedger(one, [task]);
    const before = JSON.stringify(ledger);
    const wrong = [record("b", "2024-02-30"), { ...record("b", due), attestedBy: "mayor" }, null, { task: "t" }] as unknown[];
    for (const row of wrong) {
      const added = ledger.add([record("a", due), row as WorkRecord]);
      expect(added.ok).toBe(false);
      expect(added.issues[0]).toMatchObject({ code: "ledger-row-malformed", path: ["records", 1] });
    }
    const mixed = ledger.add({ records: [record("a", due)], registers: [{ school: "a", from: "2024-03-01", until: "soon" }] });
    expect(mixed.ok).toBe(false);
    expect(JSON.stringify(ledger)).toBe(before);
  });
});

describe("who owes a phase", () => {
  it("are the members on its due day: joining and leaving in mid-term", () => {
    const group = {
      id: "g",
      complete: true,
      memberships: [
        { school: "stays", role: "member" },
        { school: "leaves", role: "member", until: "2024-04-01" },
        { school: "joins", role: "member", from: "2024-04-01" },
      ],
    } as const;
    const phases = [
      { phase: "arrange", due: "2024-03-29" },
      { phase: "apply", due: "2024-04-01" },
    ];
    const ledger = openLedger(districtOf(group), [{ id: "t", group: "g", phases }]);
    const added = ledger.add([
      { task: "t", phase: "arrange", school: "leaves", on: "2024-03-29" },
      { task: "t", phase: "arrange", school: "joins", on: "2024-03-29" },
      { task: "t", phase: "apply", school: "leaves", on: "2024-04-01" },
      { task: "t", phase: "apply", school: "joins", on: "2024-04-01" },
    ]);
    expect(added.issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ["work-record-not-due", 1],
      ["work-record-not-due", 2],
    ]);
    const shares = measureSynchrony(ledger, { asOf: "2024-05-01" }).groups[0]?.phases.map(({ share }) => share?.part);
    expect(shares).toEqual([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
    ]);
  });

  it("may be a school whose membership is known in part: the share holds for both readings", () => {
    const group = {
      id: "g",
      complete: true,
      memberships: [
        { school: "a", role: "member" },
        { school: "b", role: "member", from: "2024" },
      ],
    } as const;
    const ledger = openLedger(districtOf(group), [task], { records: [record("a", due), record("b", "2024-03-20")] });
    // b late: 1 of 2 if it belongs to the group by then, 1 of 1 if not
    expect(phaseOf(ledger, { asOf: "2024-03-31" })).toMatchObject({
      cells: { "in-step": 1 },
      possible: { late: 1 },
      share: { low: "0.5", high: "1" },
    });
  });

  it("are those the task lists; a listed stranger is named and owes nothing", () => {
    const made = createWorkLedger(one, { policy: noPolicy, period, calendar, tasks: [{ ...task, schools: ["a", "x"] }] });
    expect(made.issues).toMatchObject([{ code: "task-school-not-member", params: { school: "x" } }]);
    expect(made.ok && made.value.tally().cells).toBe(1);
  });

  it("is each group of a school in two groups for its own tasks", () => {
    const district = districtOf(groupOf("g", "lead", "a"), groupOf("h", "a", "c"));
    const ledger = openLedger(district, [task, { ...task, id: "u", group: "h" }], {
      records: [record("a", due), { ...record("a", "2024-03-20"), task: "u" }],
    });
    const measured = measureSynchrony(ledger, { asOf: "2024-03-31" }).groups;
    expect(measured.map(({ group, phases }) => [group, phases[0]?.cells["in-step"], phases[0]?.cells.late])).toEqual([
      ["g", 1, 0],
      ["h", 0, 1],
    ]);
  });

  it("stays open where the group's list of members is not whole, unless the task lists its schools", () => {
    const group = { ...groupOf("g", "lead", "a"), complete: undefined };
    const records = [record("a", due), record("lead", due)];
    const open = phaseOf(openLedger(districtOf(group), [task], { records }), { asOf: "2024-03-31" });
    expect(open.share).toMatchObject({ low: "0", high: "1", whole: { low: 2 } });
    const listed = phaseOf(openLedger(districtOf(group), [{ ...task, schools: ["a", "lead"] }], { records }), { asOf: "2024-03-31" });
    expect(listed.share).toMatchObject({ low: "1", high: "1" });
  });
});

describe("a phase without due day", () => {
  const open: Task = { id: "t", group: "g", phases: [{ phase: "arrange" }] };

  it("is measured from the lead's day, and the lead is no cell", () => {
    const ledger = openLedger(one, [open], {
      records: [record("lead", "2024-03-13"), record("a", "2024-03-14"), record("b", "2024-03-12")],
    });
    const at = (before: number, after: number) => phaseOf(ledger, { asOf: "2024-03-31", tolerance: { before, after } }).cells;
    expect(at(0, 0)).toMatchObject({ early: 1, late: 1, "in-step": 0 });
    expect(at(1, 1)).toMatchObject({ early: 0, late: 0, "in-step": 2 });
  });

  it("is measured from the very day on which the lead does it", () => {
    const ledger = openLedger(one, [open], { records: [record("lead", "2024-03-13"), record("a", "2024-03-13")] });
    expect(phaseOf(ledger, { asOf: "2024-03-12" })).toMatchObject({ withoutReference: 1 });
    const day = phaseOf(ledger, { asOf: "2024-03-13" });
    expect(day.withoutReference).toBe(0);
    expect(day.cells).toMatchObject({ "in-step": 1, pending: 1 });
  });

  it("has nothing to be in step with before the lead has done it", () => {
    const ledger = openLedger(one, [open], { records: [record("a", "2024-03-14"), record("lead", "2024-03-13")] });
    expect(phaseOf(ledger, { asOf: "2024-03-12" })).toMatchObject({ withoutReference: 1 });
    expect(phaseOf(ledger, { asOf: "2024-03-12" }).share).toBeUndefined();
    expect(phaseOf(ledger, { asOf: "2024-03-14" }).share).toMatchObject({ low: "0", high: "0.5" });
  });

  it("takes the members of the lead's day", () => {
    const group = {
      id: "g",
      complete: true,
      memberships: [
        { school: "lead", role: "lead" },
        { school: "a", role: "member", until: "2024-03-13" },
        { school: "b", role: "member", from: "2024-03-13" },
      ],
    } as const;
    const ledger = openLedger(districtOf(group), [open], { records: [record("lead", "2024-03-13")] });
    expect(phaseOf(ledger, { asOf: "2024-03-31" }).cells.unknown).toBe(1);
  });

  it("is named when the group has no lead", () => {
    const made = createWorkLedger(districtOf(groupOf("g", undefined, "a")), { policy: noPolicy, period, calendar, tasks: [open] });
    expect(made.issues.map(({ code }) => code)).toEqual(["task-phase-without-reference"]);
  });
});

describe("tasks", () => {
  it("that cannot be used are left out, each with its issue", () => {
    const made = createWorkLedger(one, {
      policy: noPolicy,
      period,
      calendar,
      tasks: [
        task,
        task,
        { ...task, id: "u", group: "nowhere" },
        { id: "v", group: "g" } as unknown as Task,
        {
          id: "w",
          group: "g",
          phases: [
            { phase: "arrange", due: "2024-02-30" },
            { phase: "implement", starts: "2024-03-09", due },
            { phase: "assess", due: "2024-07-06" },
            { phase: "compare", due: "2024-07-05" },
            { phase: "compare", due: "2024-07-05" },
          ],
        },
      ],
    });
    expect(made.issues.map(({ code, path }) => [code, ...path.slice(1)])).toEqual([
      ["task-repeated", 1],
      ["task-group-unknown", 2],
      ["task-malformed", 3],
      ["task-day-invalid", 4, "phases", 0],
      ["task-day-invalid", 4, "phases", 1],
      ["task-phase-outside-period", 4, "phases", 2],
      ["task-phase-repeated", 4, "phases", 4],
    ]);
    expect(made.ok && made.value.tally().cells).toBe(6); // t: 3, w: 3 for its one sound phase
  });

  it("are fully in step when every phase of every school is", () => {
    const phases = [
      { phase: "arrange", due },
      { phase: "apply", due: "2024-03-15" },
    ];
    const tasks: readonly Task[] = ["good", "bad", "open", "later"].map((id) => ({
      id,
      group: "g",
      phases: id === "later" ? [...phases, { phase: "assess", due: "2024-06-28" }] : phases,
    }));
    const records = tasks.flatMap(({ id }) =>
      ["lead", "a", "b"].flatMap((school) => [
        { task: id, phase: "arrange", school, on: due },
        ...(id === "open" && school === "b" ? [] : [{ task: id, phase: "apply", school, on: id === "bad" ? "2024-03-16" : "2024-03-15" }]),
      ]),
    );
    const [group] = measureSynchrony(openLedger(one, tasks, { records }), { asOf: "2024-03-31" }).groups;
    expect(group?.tasks).toEqual({ met: 1, open: 1, unmet: 1 });
    expect(group?.fullyInStep).toMatchObject({ low: "1/3", high: "2/3" });
  });
});
