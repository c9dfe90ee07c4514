import type { CountRange, Explanation, Missing, Subject, Term, Unit } from "../core/index.js";
import { designationOn, type Exchange } from "../domain/index.js";
import type { MeasureRef } from "../policy/index.js";
import type { Fact } from "../rules/index.js";
import { eligiblePeople, exchangedPeople, peopleTrace } from "./people-trace.js";
import { type CheckRotationOptions, type RotationState, readRotation } from "./rotation-state.js";
import type { Tally } from "./tally.js";

const LABELS = {
  "eligible-teachers": { "zh-CN": "符合交流条件教师数", en: "eligible teachers" },
  "exchanged-teachers": { "zh-CN": "交流教师数", en: "exchanged teachers" },
  "exchanged-backbone-teachers": { "zh-CN": "交流教师中骨干教师数", en: "backbone teachers among the exchanged" },
  "exchange-count": { "zh-CN": "交流人次", en: "exchanges" },
  "principal-terms": { "zh-CN": "校长在本校任职届数", en: "terms of the principal in the school" },
  reach: { "zh-CN": "同学段或跨学段", en: "reach" },
  designation: { "zh-CN": "认定", en: "designation" },
} as const satisfies Readonly<Record<string, Term>>;

/**
 * 交流轮岗的事实. What the records say of each subject, ready to be handed to rules: the measures `eligible-teachers`, `exchanged-teachers`,
 * `exchanged-backbone-teachers`, `exchange-count` and `principal-terms`.
 *
 * Use it to let `checkCompliance` judge the rules of rotation with everything else; `checkRotation` judges them alone. `undefined` for other
 * measures and for subjects that the district does not have. Throws as `checkRotation` does.
 *
 * @example
 * ```ts
 * import { resolvePolicies } from "school-groups/policy";
 * import { rotationFacts } from "school-groups/rotation";
 *
 * const policy = resolvePolicies([]);
 * if (!policy.ok) throw new Error("no packs contradict each other");
 * const district = { format: "school-groups.district.v1", schools: [{ id: "a", name: "甲" }, { id: "b", name: "乙" }], groups: [] } as const;
 * const stays = [{ id: "e1", person: "t1", from: "a", to: "b", start: "2023-09-01", end: "2024-09-01" }];
 * const roster = [{ id: "t1", school: "a" }];
 * const period = { from: "2023-09-01", until: "2024-09-01" };
 * const facts = rotationFacts(stays, { district, policy: policy.value, period, roster });
 * const fact = facts({ kind: "school", id: "a" }, { measure: "exchanged-teachers" });
 * fact?.kind === "number" && [fact.low, fact.high]; // => ["1", "1"]
 * ```
 */
export function rotationFacts(
  exchanges: readonly Exchange[],
  options: CheckRotationOptions,
): (subject: Subject, ref: MeasureRef) => Fact | undefined {
  return factsOfState(readRotation(exchanges, options));
}

/** The same of a state already read. */
export function factsOfState(state: RotationState, trace = false): (subject: Subject, ref: MeasureRef) => Fact | undefined {
  return (subject, ref) => {
    if (ref.measure === "reach" || ref.measure === "designation") return conditionFact(state, subject, ref);
    if (ref.measure === "principal-terms") return principalTerms(state, subject);
    const scope = state.scopes.find(subject);
    if (scope === undefined) return undefined;
    switch (ref.measure) {
      case "eligible-teachers": {
        const missing = [...state.eligibility.missing, ...(isOpen(state, subject) ? openGroup(subject) : [])];
        const range = state.eligibleOf(ref.where).of(scope);
        const plain = ref.where === undefined && range.high !== undefined;
        const tree = trace && plain ? peopleTrace(LABELS[ref.measure], eligiblePeople(state, subject), nameOf(state)) : undefined;
        return counted(LABELS[ref.measure], range, "people", missing.length === 0 ? unknownPeople() : missing, tree);
      }
      case "exchanged-teachers":
      case "exchanged-backbone-teachers": {
        const tally = state.tallyOf(ref, "teachers");
        const [low, high] = ref.measure === "exchanged-teachers" ? [tally.low, tally.high] : [tally.backboneLow, tally.backboneHigh];
        const range = openTop(state, { low: low[scope] ?? 0, high: high[scope] ?? 0 });
        const label = LABELS[ref.measure];
        const tree =
          trace && range.high !== undefined ? peopleTrace(label, exchangedPeople(state, tally, subject, ref), nameOf(state)) : undefined;
        return counted(label, range, "people", missingOf(state, tally, ref), tree);
      }
      case "exchange-count": {
        const tally = state.tallyOf(ref, "all");
        const range = openTop(state, { low: tally.staysLow[scope] ?? 0, high: tally.staysHigh[scope] ?? 0 });
        return counted(LABELS[ref.measure], range, "times", missingOf(state, tally, ref));
      }
      default:
        return undefined;
    }
  };
}

function nameOf({ context }: RotationState): (id: string) => string | undefined {
  const { people, teachers } = context.roster;
  return (id) => teachers[people.numbers.get(id) ?? -1]?.name;
}

function counted(label: Term, range: CountRange, unit: Unit, missing: readonly Missing[], explanation?: Explanation): Fact {
  const known = range.low === range.high;
  return {
    kind: "number",
    label,
    low: String(range.low),
    high: range.high === undefined ? undefined : String(range.high),
    unit,
    ...(known ? {} : { missing }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function isOpen(state: RotationState, { kind, id }: Subject): boolean {
  return kind === "group" && state.groupOf(id)?.complete !== true;
}

function openGroup(subject: Subject): readonly Missing[] {
  return [{ kind: "field", table: "groups", column: "complete", subject }];
}

function unknownPeople(): readonly Missing[] {
  return [{ kind: "record", table: "teachers" }];
}

function openTop(state: RotationState, range: CountRange): CountRange {
  return state.options.partial?.includes("exchanges") === true ? { low: range.low } : range;
}

/** What would make a count of exchanges certain. */
function missingOf(state: RotationState, { criterion }: Tally, ref: MeasureRef): readonly Missing[] {
  const missing: Missing[] = [];
  if (state.options.counted === undefined) missing.push({ kind: "threshold", parameter: "rotation.counted-stays" });
  for (const key of criterion.unknownKeys) missing.push({ kind: "threshold", parameter: `rotation.where.${key}` });
  if (ref.measure === "exchanged-backbone-teachers") missing.push({ kind: "field", table: "teachers", column: "backbone" });
  missing.push({ kind: "record", table: "exchanges" });
  return missing;
}

/** The conditions of rotation rules, read off the district file where the caller hands over no facts of its own. */
function conditionFact({ options, on, groupOf, schoolOf }: RotationState, subject: Subject, ref: MeasureRef): Fact | undefined {
  const own = options.facts?.(subject, ref);
  if (own !== undefined) return own;
  if (ref.measure === "reach") {
    const group = groupOf((subject.kind === "group" ? subject.id : subject.group) ?? "");
    if (group === undefined) return { kind: "none", label: LABELS.reach };
    const missing: readonly Missing[] = [{ kind: "field", table: "groups", column: "reach", subject }];
    return group.reach === undefined
      ? { kind: "tokens", label: LABELS.reach, missing }
      : { kind: "tokens", label: LABELS.reach, values: [group.reach] };
  }
  const bearer = subject.kind === "group" ? groupOf(subject.id) : schoolOf(subject.id);
  const designation = ref.of ?? "";
  const value = bearer === undefined ? "unknown" : readable(() => designationOn(bearer, designation, on));
  const missing: readonly Missing[] = [{ kind: "designation", designation, subject }];
  return { kind: "truth", label: LABELS.designation, value: value ?? "unknown", ...(value === "yes" || value === "no" ? {} : { missing }) };
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Terms of a school's principal; the most of several. Of a school without a principal on the roster nothing is known. */
function principalTerms({ context }: RotationState, subject: Subject): Fact | undefined {
  if (subject.kind !== "school") return undefined;
  const heads = context.roster.principals.get(subject.id) ?? [];
  const label = LABELS["principal-terms"];
  const stints = heads.flatMap((head) => [
    (head.service ?? []).filter((stint) => stint.school === subject.id && stint.role === "principal"),
  ]);
  const missing: readonly Missing[] = [{ kind: "field", table: "teachers", column: "service", subject }];
  const known = stints.length > 0 && stints.every((list) => list.length > 0 && list.every(({ terms }) => terms !== undefined));
  const served = stints.map((list) => list.reduce((sum, { terms }) => sum + (terms ?? 0), 0));
  const low = Math.max(0, ...served);
  return known
    ? { kind: "number", label, low: String(low), high: String(low), unit: "times" }
    : { kind: "number", label, low: String(low), unit: "times", missing };
}
