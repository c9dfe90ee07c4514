import type { AssessOptions, EvaluationInput } from "./assess-inputs.js";
import type { ChangeCause } from "./compare-steps.js";

/** What one report was made from. */
export interface Assessment {
  /** The district file as handed to `assessDistrict`. */
  readonly input: unknown;
  readonly options: AssessOptions;
}

/** The fields of a group that say who belongs to it and when it exists; its forms, designations and governance are data. */
const MEMBERSHIP_FIELDS = ["memberships", "complete", "announced", "inaugurated", "dissolved"] as const;

interface ListedFile {
  readonly schools: readonly object[];
  readonly groups: readonly object[];
}

function isListed(input: unknown): input is ListedFile {
  if (typeof input !== "object" || input === null || !("schools" in input) || !("groups" in input)) return false;
  const objects = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === "object" && one !== null);
  return objects(input.schools) && objects(input.groups);
}

function idOf(one: object): unknown {
  return "id" in one ? one.id : undefined;
}

function fieldOf(one: object, name: string): unknown {
  return (one as Readonly<Record<string, unknown>>)[name];
}

/** The old file with the new groups' members; a school that only the new file has comes along, since its membership needs it. */
function withMemberships(old: ListedFile, fresh: ListedFile): ListedFile {
  const known = new Map(old.groups.map((group) => [idOf(group), group]));
  const groups = fresh.groups.map((group) => {
    const before = known.get(idOf(group));
    if (before === undefined) return group;
    const kept = Object.entries(before).filter(([name]) => !MEMBERSHIP_FIELDS.some((field) => field === name));
    const taken = MEMBERSHIP_FIELDS.flatMap((name) => (fieldOf(group, name) === undefined ? [] : [[name, fieldOf(group, name)] as const]));
    return Object.fromEntries([...kept, ...taken]);
  });
  const listed = new Set(old.schools.map(idOf));
  const members = new Set(
    fresh.groups.flatMap((group) => {
      const list = fieldOf(group, "memberships");
      return Array.isArray(list)
        ? list.map((one: unknown) => (typeof one === "object" && one !== null ? fieldOf(one, "school") : undefined))
        : [];
    }),
  );
  const added = fresh.schools.filter((school) => !listed.has(idOf(school)) && members.has(idOf(school)));
  return { ...old, schools: [...old.schools, ...added], groups };
}

/** Changes an evaluation only where both assessments have one; else it comes with the data. */
function withEvaluation(
  options: AssessOptions,
  after: AssessOptions,
  change: (before: EvaluationInput, after: EvaluationInput) => EvaluationInput,
): AssessOptions {
  const [old, fresh] = [options.inputs?.evaluation, after.inputs?.evaluation];
  if (old === undefined || fresh === undefined) return options;
  return { ...options, inputs: { ...options.inputs, evaluation: change(old, fresh) } };
}

function sameText(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

/** Whatever a broken file holds, taking it apart does not throw. */
function filesJoined(old: unknown, fresh: unknown): unknown {
  try {
    if (!isListed(old) || !isListed(fresh)) return undefined;
    const joined = withMemberships(old, fresh);
    return sameText(joined.groups, old.groups) ? old : joined;
  } catch {
    return undefined;
  }
}

/**
 * The assessment with one kind of thing taken from another: the same object when it does not differ, `undefined` when the files are too
 * broken to be taken apart.
 */
export function replaced(before: Assessment, after: Assessment, cause: Exclude<ChangeCause, "library">): Assessment | undefined {
  const { input, options } = before;
  const fresh = after.options;
  switch (cause) {
    case "day": {
      const dated = withEvaluation(options, fresh, (old, { period }) => ({ ...old, period }));
      const same = options.asOf === fresh.asOf && sameText(options.period, fresh.period) && dated === options;
      return same ? before : { input, options: { ...dated, asOf: fresh.asOf, period: fresh.period } };
    }
    case "policy": {
      const scored = withEvaluation(options, fresh, (old, { system, bundle }) => ({
        ...old,
        system,
        bundle: old.bundle === undefined || bundle === undefined ? old.bundle : { ...old.bundle, scheme: bundle.scheme },
      }));
      const inputs = { ...scored.inputs, rotation: fresh.inputs?.rotation };
      return { input, options: { ...scored, policy: fresh.policy, inputs } };
    }
    case "membership": {
      const joined = filesJoined(input, after.input);
      if (joined === undefined) return undefined;
      const bundled = withEvaluation(options, fresh, (old, { bundle }) => ({
        ...old,
        bundle: old.bundle === undefined || bundle === undefined ? old.bundle : { ...old.bundle, groups: bundle.groups },
      }));
      return joined === input && bundled === options ? before : { input: joined, options: bundled };
    }
    case "data":
      return after;
  }
}
