import type { WorkPlan } from "./work-plan.js";

/**
 * A short text by which two plans are told apart: period, tasks, phases and the schools that owe them. Two hashes of 32 bits (FNV-1a and a
 * variant): a guard against mistakes, not against forgery.
 */
export function planPrint(plan: WorkPlan): string {
  let first = 0x811c9dc5;
  let second = 0x01234567;
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second + unit, 0x85ebca6b) ^ (second >>> 15);
    }
    first = Math.imul(first ^ 0xffff, 0x01000193);
    second = Math.imul(second + 0xffff, 0x85ebca6b) ^ (second >>> 15);
  };
  take(plan.period.from);
  take(plan.period.until);
  const rosters = plan.rosters.map((roster) => roster.schools.join("\n"));
  let row = 0;
  for (const task of plan.tasks) {
    take(task.id);
    for (const { phase, starts, due } of task.phases) {
      take(phase);
      take(`${starts ?? ""}/${due ?? ""}`);
      take(rosters[plan.rosterOfRow[row] ?? 0] ?? "");
      row += 1;
    }
  }
  return `${hex(first)}${hex(second)}`;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
