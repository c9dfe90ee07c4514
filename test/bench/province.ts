import type { District, Group, Membership, School, Stage } from "../../src/domain/index.js";

/** Lehmer's generator (Park and Miller 1988): the same numbers in every run. */
function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const STAGES: readonly Stage[] = ["kindergarten", "primary", "junior", "senior"];
const SURNAMES = "安宝昌德恩福光和惠嘉康乐明宁平启仁顺泰文兴延义永裕远正志中卓";
const ENDINGS = ["幼儿园", "小学", "中学", "高级中学"] as const;

/** A name nobody else has, of characters as they stand in real names. */
function nameOf(index: number, stage: number): string {
  const letters: string[] = [];
  for (let rest = index, place = 0; place < 4; place += 1) {
    letters.push(SURNAMES.charAt(rest % SURNAMES.length));
    rest = Math.floor(rest / SURNAMES.length);
  }
  return `${letters.join("")}${ENDINGS[stage]}`;
}

function school(index: number, draw: (below: number) => number): School {
  const stage = draw(4);
  const pupils = 200 + draw(1800);
  const teachers = Math.floor(pupils / 15);
  return {
    id: `s${index}`,
    name: nameOf(index, stage),
    stages: [STAGES[stage] as Stage],
    sector: draw(10) === 0 ? "private" : "public",
    locality: (["urban", "town", "rural"] as const)[draw(3)],
    schoolCode: `${["11", "21", "31", "34"][stage]}61${String(index).padStart(6, "0")}`,
    opened: `${1950 + draw(60)}-09-01`,
    headcounts: [
      { on: "2023-09-01", pupils, classes: Math.ceil(pupils / 45), staff: teachers + 5, teachers, backboneTeachers: draw(teachers) },
    ],
  };
}

/** Neither the first nor the last of the six, which stand in two groups. */
const LEAD = 2;

/** Six dated memberships a group, of schools one group after the other, so that a fifth of the schools stand in two groups. */
function group(index: number, schools: number, draw: (below: number) => number): Group {
  const from = `${2015 + draw(8)}-09-01`;
  const memberships = Array.from({ length: 6 }, (_, position): Membership => {
    const lead = position === LEAD;
    const dates = { from, ...(!lead && draw(10) === 0 ? { until: "2023-07-01" } : {}) };
    return { school: `s${(index * 5 + position) % schools}`, role: lead ? "lead" : "member", ...dates };
  });
  return { id: `g${index}`, name: `第${index}教育集团`, reach: "cross-stage", announced: from, memberships };
}

/** A generated province: a fifth as many groups as schools, six memberships each (10 000 schools: 2 000 groups, 12 000 memberships). */
export function generateProvince(schools: number, seed = 20_231_212): District {
  const draw = lehmer(seed);
  return {
    format: "school-groups.district.v1",
    code: "610000",
    name: "某省（生成数据）",
    schools: Array.from({ length: schools }, (_, index) => school(index, draw)),
    groups: Array.from({ length: Math.floor(schools / 5) }, (_, index) => group(index, schools, draw)),
  };
}

/** The same with a fault in every school and every group: a count below zero, a role that is none. */
export function breakEveryRecord(district: District): unknown {
  return {
    ...district,
    schools: district.schools.map((each) => ({ ...each, headcounts: each.headcounts?.map((headcount) => ({ ...headcount, pupils: -1 })) })),
    groups: district.groups.map((each) => ({
      ...each,
      memberships: each.memberships?.map((membership, position) => (position === 0 ? { ...membership, role: "boss" } : membership)),
    })),
  };
}
