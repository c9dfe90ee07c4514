import highs from "highs";
import type { District, Teacher } from "../../src/domain/index.js";
import { planRotation, rotationEligibility, type Solver } from "../../src/rotation/index.js";

/** 3 000 teachers, 40 schools in 9 groups, 12 subjects: the whole call, the solver's share of it, and the rest (building and checking). */
const SCHOOLS = 40;
let state = 7;
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * below);
};
const schools = Array.from({ length: SCHOOLS }, (_, index) => ({ id: `s${index}`, name: `${index}` }));
const groups = Array.from({ length: 8 }, (_, group) => ({
  id: `g${group}`,
  memberships: schools
    .filter((_, index) => index % 8 === group)
    .map(({ id }, place) => ({ school: id, role: place === 0 ? ("lead" as const) : ("member" as const) })),
}));
const district: District = { format: "school-groups.district.v1", schools, groups };
const roster = Array.from({ length: 3000 }, (_, index): Teacher => {
  const school = `s${random(SCHOOLS)}`;
  return { id: `t${index}`, school, subject: `k${random(12)}`, backbone: random(10) < 3, service: [{ school, from: "2010-09-01" }] };
});
const judged = rotationEligibility(roster, { policy: { packs: [], parameters: [] }, on: "2025-09-01", settings: { minimumYears: 6 } });
if (!judged.ok) throw new Error("unreadable");
const loaded = await (highs as unknown as typeof highs.default)();
let solving = 0;
let variables = 0;
const solver: Solver = {
  solve: (model, options) => {
    variables = (model.match(/^x\d+$/gm) ?? []).length;
    const start = performance.now();
    const answer = loaded.solve(model, options);
    solving += performance.now() - start;
    return answer;
  },
};
const strength = Object.fromEntries(roster.map(({ id }) => [id, random(5)]));
const need = Object.fromEntries(schools.map(({ id }) => [id, random(10)]));
const travel = schools.flatMap(({ id: from }) => schools.map(({ id: to }) => ({ from, to, minutes: 5 + random(40) })));
const start = performance.now();
const plan = planRotation(roster, {
  district,
  eligibility: judged.value,
  on: "2025-09-01",
  quotas: groups.map(({ id }) => ({ subject: { kind: "group", id } as const, atLeast: 75, atMost: 90 })),
  backbone: groups.map(({ id }) => ({ subject: { kind: "group", id } as const, atLeast: "0.2" })),
  caps: [{ out: 25, in: 25 }],
  staffingTolerance: 1,
  strength,
  need,
  travel,
  objective: { kind: "weighted", weights: { strength: 3, travel: 1 } },
  gap: "0.0001",
  solver,
});
const whole = performance.now() - start;
if (!plan.ok) throw new Error("failed");
const { status } = plan.value;
const moves = plan.value.status === "planned" ? plan.value.moves.length : 0;
const proven = plan.value.status === "planned" && plan.value.proven;
console.log(
  `${roster.length} teachers, ${SCHOOLS} schools, 12 subjects: ${variables} binary variables; ${status}, proven to the gap of 0.01 %: ${proven}; ${moves} moves`,
);
const rest = whole - solving;
console.log(
  `whole ${whole.toFixed(0)} ms, solver ${solving.toFixed(0)} ms, building and checking ${rest.toFixed(0)} ms (× ${(rest / solving).toFixed(3)} of the solver)`,
);
