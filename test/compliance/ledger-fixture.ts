import { createWorkLedger, type WorkLedger, type WorkRows } from "../../src/compliance/ledger/index.js";
import type { Calendar } from "../../src/core/index.js";
import type { District, Group, Task } from "../../src/domain/index.js";
import type { ResolvedPolicy } from "../../src/policy/index.js";

export const noPolicy: ResolvedPolicy = {
  packs: [],
  sources: [],
  parameters: [],
  rules: [],
  frameworks: [],
  evaluations: [],
  forms: [],
  governanceItems: [],
  exchangeKinds: [],
  statements: [],
};

/** Spring term 2024 without holidays: Monday to Friday, from Monday 26 February. */
export const term = { id: "2023-2024-2", from: "2024-02-26", until: "2024-07-06" } as const;
export const calendar: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], terms: [term], holidays: [], makeUpDays: [] };
export const period = { from: term.from, until: term.until };

export function districtOf(...groups: readonly Group[]): District {
  return { format: "school-groups.district.v1", schools: [], groups };
}

/** A lead and members, all listed. */
export function groupOf(id: string, lead: string | undefined, ...members: readonly string[]): Group {
  return {
    id,
    complete: true,
    memberships: [
      ...(lead === undefined ? [] : [{ school: lead, role: "lead" as const }]),
      ...members.map((school) => ({ school, role: "member" as const })),
    ],
  };
}

export function openLedger(district: District, tasks: readonly Task[], rows?: WorkRows, policy = noPolicy): WorkLedger {
  const made = createWorkLedger(district, { policy, period, calendar, tasks });
  if (!made.ok) throw new Error("no ledger");
  if (rows !== undefined) {
    const added = made.value.add(rows);
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
  }
  return made.value;
}
