import { addMonths, allOf, containsDay, DEFAULTS, isCalendarDate, type Missing, parsePartialDate, type Truth } from "../core/index.js";
import type { Exchange, RetirementClass, School, StaffRole, Teacher } from "../domain/index.js";
import {
  type ConditionFigure,
  monthsOf,
  type RotationConditionOptions,
  type RotationConditions,
  rotationConditions,
} from "./conditions.js";
import type { EligibilityReason } from "./issues.js";
import { inSchools, type SchoolNaming, schoolNaming } from "./listed-schools.js";
import { firstBirthBeyond, retirementSchedule } from "./retirement.js";
import { latestStart, serviceReaches } from "./service-in-school.js";

/** What is known of one person. Every reason stands in the list, not only the first; `missing` says what leaves the rest open. */
export interface TeacherEligibility {
  readonly teacher: string;
  readonly school: string;
  /** `postponed`: meets the conditions, and does not move now (暂缓). */
  readonly status: "eligible" | "postponed" | "excluded" | "unknown";
  /** Whether the person is one of the eligible *teachers* that shares are counted over; leaders never are. */
  readonly counts: Truth;
  readonly leader: boolean;
  readonly reasons: readonly EligibilityReason[];
  readonly missing: readonly Missing[];
}

/** Which conditions, and what was moved before. */
export interface RotationEligibilityOptions extends RotationConditionOptions {
  /** Earlier exchanges, for "moved in the last N years"; absent: nobody knows. */
  readonly exchanges?: readonly Exchange[] | undefined;
  /**
   * The district's schools: an id of a campus, on the roster, in service or in a record, then means its school, so that neither a move between two
   * campuses nor service at both is one of two schools. Absent: every id is taken as a school's.
   */
  readonly schools?: readonly Pick<School, "id" | "campuses">[] | undefined;
}

/** One answer of a condition: whether it is met, the reason if not, what is missing if unknown. */
interface Answer {
  readonly met: Truth;
  readonly reason?: EligibilityReason | undefined;
  readonly missing?: readonly Missing[] | undefined;
}

const MET: Answer = { met: "yes" };
const NOTHING: readonly never[] = [];
const CLASSES: readonly RetirementClass[] = ["men", "women-55", "women-50"];

/**
 * Reads the conditions once for a whole roster.
 * @internal
 */
export function personJudge(options: RotationEligibilityOptions) {
  const conditions = rotationConditions(options);
  const { on } = options;
  const open = new Map<string, Missing>();
  const teacherRoles = conditions.teacherRoles ?? DEFAULTS.rotationTeacherRoles.value.split(" ");
  const needed = figured(conditions.minimumYears, (figure) => {
    const months = monthsOf(figure);
    return { months, latest: latestStart(on, months), on };
  });
  const births = birthLimits(options, conditions);
  const naming = schoolNaming(options.schools ?? NOTHING);
  const recent = recentlyMoved(options, conditions, naming);

  const unset = (figure: ConditionFigure): Answer => {
    if (figure.kind !== "unset") return MET;
    const missing: Missing = { kind: "threshold", parameter: figure.parameter, citations: figure.citations };
    open.set(figure.parameter, missing);
    return { met: "unknown", missing: [missing] };
  };
  const service = (teacher: Teacher): Answer => {
    const figure = conditions.minimumYears;
    if (figure.kind !== "figure" || needed === undefined) return unset(figure);
    const { reached, open: lacking } = serviceReaches(teacher, needed, conditions);
    if (reached === "yes") return MET;
    if (reached === "no") return { met: "no", reason: { code: "service-too-short", params: { years: figure.value } } };
    return { met: "unknown", missing: lacking.map((what) => serviceMissing(what, teacher, open)) };
  };
  const terms = (teacher: Teacher): Answer => {
    const figure = conditions.principalTerms;
    if (figure.kind !== "figure") return unset(figure);
    const served = termsServed(teacher);
    if (served === undefined) return { met: "unknown", missing: [field("service", teacher)] };
    return served >= Number(figure.value) ? MET : { met: "no", reason: { code: "terms-not-completed", params: { terms: figure.value } } };
  };
  const retirement = (teacher: Teacher): Answer => {
    const figure = conditions.yearsToRetirement;
    if (figure.kind !== "figure" || births === undefined) return unset(figure);
    const far = births.beyond(teacher);
    if (far === "yes") return MET;
    if (far === "no") return { met: "no", reason: { code: "near-retirement", params: { years: figure.value } } };
    return { met: "unknown", missing: births.missing(teacher) };
  };
  const moved = (teacher: Teacher): Answer => {
    const figure = conditions.recentYears;
    if (figure.kind !== "figure") return unset(figure);
    if (recent === undefined) {
      const missing: Missing = { kind: "register", table: "exchanges" };
      open.set("register/exchanges", missing);
      return { met: "unknown", missing: [missing] };
    }
    return recent.has(teacher.id) ? { met: "no", reason: { code: "moved-recently", params: { years: figure.value } } } : MET;
  };
  const establishment = (teacher: Teacher): Answer => {
    if (conditions.establishmentOnly !== true || teacher.establishment === true) return MET;
    if (teacher.establishment === undefined) return { met: "unknown", missing: [field("establishment", teacher)] };
    return { met: "no", reason: { code: "not-on-establishment", params: {} } };
  };

  const of = (recorded: Teacher): TeacherEligibility => {
    const teacher = inSchools(recorded, naming);
    const role: StaffRole = teacher.role ?? DEFAULTS.rotationUnstatedRole.value;
    const leader = !teacherRoles.includes(role);
    const answers = [role === "principal" ? terms(teacher) : service(teacher), retirement(teacher), moved(teacher), establishment(teacher)];
    const stated = (teacher.reasons ?? NOTHING).filter((reason) => containsDay(reason, on));
    const excluded = stated.some(({ effect }) => effect === "excluded");
    const postponed = stated.some(({ effect }) => effect === "postponed");
    const met = excluded ? "no" : allOf(answers.map((answer) => answer.met));
    const status = met === "no" ? "excluded" : met === "unknown" ? "unknown" : postponed ? "postponed" : "eligible";
    const staying: Truth = !postponed || conditions.postponed === "counted" ? "yes" : conditions.postponed === undefined ? "unknown" : "no";
    const counts = leader ? "no" : allOf([met, staying]);
    const reasons: EligibilityReason[] = answers.flatMap(({ reason }) => reason ?? []);
    for (const { reason, effect } of stated) reasons.push({ code: "recorded-reason", params: { reason, effect } });
    if (leader) reasons.push({ code: "counted-as-leader", params: { role } });
    const missing = met === "unknown" ? answers.flatMap((answer) => answer.missing ?? []) : [];
    if (counts === "unknown" && staying === "unknown") {
      const reading: Missing = { kind: "threshold", parameter: "rotation.postponed" };
      open.set("rotation.postponed", reading);
      missing.push(reading);
    }
    return { teacher: teacher.id, school: teacher.school, status, counts, leader, reasons, missing };
  };
  return { conditions, of, openFigures: (): readonly Missing[] => [...open.values()] };
}

function figured<Value>(
  figure: ConditionFigure,
  read: (figure: Extract<ConditionFigure, { readonly kind: "figure" }>) => Value,
): Value | undefined {
  return figure.kind === "figure" ? read(figure) : undefined;
}

function field(column: string, teacher: Pick<Teacher, "id">): Missing {
  return { kind: "field", table: "teachers", column, subject: { kind: "teacher", id: teacher.id } };
}

function serviceMissing(what: "service" | "interruptions" | "uncounted", teacher: Teacher, open: Map<string, Missing>): Missing {
  if (what === "service") return field("service", teacher);
  const parameter = what === "interruptions" ? "rotation.interruptions" : "rotation.uncounted-leave";
  const missing: Missing = { kind: "threshold", parameter };
  open.set(parameter, missing);
  return missing;
}

/** Terms in the present school as principal; `undefined` when one stint there does not state them. */
function termsServed(teacher: Teacher): number | undefined {
  let served = 0;
  let found = false;
  for (const stint of teacher.service ?? []) {
    if (stint.school !== teacher.school || stint.role !== "principal") continue;
    if (stint.terms === undefined) return undefined;
    served += stint.terms;
    found = true;
  }
  return found ? served : undefined;
}

/** Whether more than the years of the condition lie between the day and retirement. */
function birthLimits(options: RotationEligibilityOptions, conditions: RotationConditions) {
  const figure = conditions.yearsToRetirement;
  if (figure.kind !== "figure") return undefined;
  const { on, policy } = options;
  const months = monthsOf(figure);
  const limit = addMonths(on, months, "clamp");
  const firsts = new Map<string, string>();
  for (const retirementClass of CLASSES) {
    const schedule = retirementSchedule(policy, retirementClass, on);
    if (schedule !== undefined) firsts.set(retirementClass, firstBirthBeyond(schedule, on, months));
  }
  const beyond = ({ retiresOn, born, retirementClass }: Teacher): Truth => {
    const own = retiresOn === undefined ? undefined : parsePartialDate(retiresOn);
    if (own !== undefined) return own.earliest > limit ? "yes" : own.latest > limit ? "unknown" : "no";
    const span = born === undefined ? undefined : parsePartialDate(born);
    const first = retirementClass === undefined ? undefined : firsts.get(retirementClass);
    if (span === undefined || first === undefined) return "unknown";
    return span.earliest >= first ? "yes" : span.latest >= first ? "unknown" : "no";
  };
  const missing = (teacher: Teacher): readonly Missing[] => {
    const { born, retirementClass } = teacher;
    if (retirementClass !== undefined && !firsts.has(retirementClass)) {
      return [{ kind: "threshold", parameter: `cn.retirement.${retirementClass}.age-before` }];
    }
    const lacking = [...(born?.length === 10 ? [] : ["born"]), ...(retirementClass === undefined ? ["retirement-class"] : [])];
    return lacking.map((column) => field(column, teacher));
  };
  return { beyond, missing };
}

/** Who was away at another school on a day within the years before `on`; `undefined` without records of exchange. */
function recentlyMoved(
  { exchanges, on }: RotationEligibilityOptions,
  conditions: RotationConditions,
  naming: SchoolNaming = (id) => id,
): ReadonlySet<string> | undefined {
  const figure = conditions.recentYears;
  if (figure.kind !== "figure" || exchanges === undefined) return undefined;
  const since = addMonths(on, -monthsOf(figure), "clamp");
  const moved = exchanges.filter(
    ({ from, to, start, end }) => naming(from) !== naming(to) && isCalendarDate(start) && start < on && (end === undefined || end > since),
  );
  return new Set(moved.map(({ person }) => person));
}
