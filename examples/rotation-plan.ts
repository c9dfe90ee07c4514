/**
 * Plans next year's rotation inside Wenjiang's real groups. THE TEACHERS ARE MADE UP (seeded). Wenjiang's document gives no figure, so the 10 % and the
 * 20 % below are this example's own, not the district's.
 *
 * Run: npm run build && npx tsx --tsconfig test/config/tsconfig.demo.json examples/rotation-plan.ts
 */
import highs from "highs";
import { ceilingOfShare, exact } from "school-groups/core";
import { zhCN } from "school-groups/messages/zh-CN";
import { cn } from "school-groups/packs/cn";
import { resolvePolicies } from "school-groups/policy";
import { planRotation, rotationEligibility } from "school-groups/rotation";
import { madeUpTeachers, SEED, wenjiang } from "./rotation-roster.js";

// The types of highs speak of its CommonJS file; the module's default is the loader itself.
const solver = await (highs as unknown as typeof highs.default)();

const on = "2025-09-01";
const district = wenjiang();
const roster = madeUpTeachers(district, 40);
const resolved = resolvePolicies([cn]);
if (!resolved.ok) throw new Error("the packs contradict each other");
const settings = { minimumYears: 6, yearsToRetirement: 5 };
const judged = rotationEligibility(roster, { policy: resolved.value, on, code: district.code, settings });
if (!judged.ok) throw new Error("the roster cannot be read");
const eligibility = judged.value;
console.log(`示例数据：教师均为虚构（种子${SEED}）；学校与集团取自温江区公布的材料。比例为示例自设，非温江区规定。`);
console.log(`在册${eligibility.teachers.length}人，符合交流条件${eligibility.eligible.low}人。\n`);

for (const group of district.groups) {
  const schools = new Set((group.memberships ?? []).map(({ school }) => school));
  const eligible = eligibility.schools.reduce((sum, each) => sum + (schools.has(each.school) ? each.eligible.low : 0), 0);
  const subject = { kind: "group", id: group.id } as const;
  const required = ceilingOfShare(exact("0.1"), eligible);
  const answer = planRotation(roster, {
    district: { ...district, groups: [group] },
    eligibility,
    on,
    quotas: [{ subject, atLeast: required, atMost: required }],
    backbone: [{ subject, atLeast: "0.2" }],
    staffingTolerance: 1,
    need: Object.fromEntries((group.memberships ?? []).map(({ school, role }) => [school, role === "member" ? 1 : 0])),
    objective: { kind: "ordered", goals: ["strength", "moves"] },
    solver,
  });
  if (!answer.ok) continue;
  const plan = answer.value;
  console.log(
    `${group.name ?? group.id}：符合条件${eligible}人，应交流${required}人，缺口${plan.status === "planned" ? 0 : (plan.quotas[0]?.shortfall ?? 0)}人`,
  );
  if (plan.status === "planned") {
    for (const { teacher, to, subject: taught, backbone, reasons } of plan.moves.slice(0, 3)) {
      const [reason] = reasons;
      const why = reason === undefined ? "" : zhCN.rotation.planReasons[reason.code](reason.params as never);
      console.log(`  ${teacher} → ${to}（${taught ?? ""}${backbone === true ? "，骨干教师" : ""}）：${why}`);
    }
    if (plan.moves.length > 3) console.log(`  另有${plan.moves.length - 3}人`);
  } else if (plan.status === "infeasible") {
    for (const each of plan.clash) console.log(`  条件冲突：${zhCN.rotation.planConstraints[each.kind](each as never)}`);
  } else console.log(`  ${plan.status}`);
}
