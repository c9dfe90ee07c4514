import { type DatedValue, type DateRange, parseFraction, rangesOverlap, subtractRanges } from "../core/index.js";
import { type PolicyIssue, policyIssue } from "./issues.js";
import type { ParameterValue, PolicyParameter } from "./parameter.js";
import type { PolicyPack } from "./policy-pack.js";
import type { FromPack } from "./resolved-policy.js";

interface Setting {
  readonly pack: string;
  readonly path: readonly (string | number)[];
  readonly value: DatedValue<ParameterValue>;
}

/**
 * The parameters with the values that overlays set: on the days of a setting it takes the place of the source's figure, and the source's own
 * stays on the others. Two packs that set one parameter for one day collide.
 */
export function mergeSettings(
  packs: readonly PolicyPack[],
  parameters: readonly FromPack<PolicyParameter>[],
): { readonly parameters: readonly FromPack<PolicyParameter>[]; readonly issues: readonly PolicyIssue[] } {
  const issues: PolicyIssue[] = [];
  const known = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const settings = new Map<string, Setting[]>();
  packs.forEach((pack, packAt) => {
    pack.sets?.forEach((set, setAt) => {
      const path = [packAt, "sets", setAt];
      const parameter = known.get(set.parameter);
      if (parameter === undefined) {
        issues.push(policyIssue("setting-of-unknown-parameter", path, { id: set.parameter, pack: pack.id }, { kind: "pack", id: pack.id }));
        return;
      }
      const earlier = settings.get(set.parameter) ?? [];
      const own = set.values.map((value, valueAt): Setting => ({ pack: pack.id, path: [...path, "values", valueAt], value }));
      issues.push(...own.flatMap((setting) => settingIssues(parameter, earlier, setting)));
      settings.set(set.parameter, [...earlier, ...own]);
    });
  });
  return { parameters: parameters.map((parameter) => withSettings(parameter, settings.get(parameter.id) ?? [])), issues };
}

function settingIssues(parameter: FromPack<PolicyParameter>, earlier: readonly Setting[], setting: Setting): readonly PolicyIssue[] {
  const subject = { kind: "pack", id: setting.pack } as const;
  const collisions = earlier
    .filter((other) => rangesOverlap(other.value, setting.value))
    .map((other) => {
      const day = later(other.value.from, setting.value.from) ?? "";
      return policyIssue("settings-collide", setting.path, { id: parameter.id, first: other.pack, second: setting.pack, day }, subject);
    });
  const replaced = parameter.values
    .filter((value) => rangesOverlap(value, setting.value))
    .map((value) => {
      const params = { id: parameter.id, pack: parameter.pack, value: value.value, by: setting.pack, replacement: setting.value.value };
      return policyIssue("figure-replaced", setting.path, params, subject);
    });
  return [...collisions, ...replaced];
}

function withSettings(parameter: FromPack<PolicyParameter>, settings: readonly Setting[]): FromPack<PolicyParameter> {
  // What is no number takes nobody's place: it is reported, and the source's own figure stays.
  const set = settings.map(({ value }) => value).filter(({ value }) => parseFraction(value) !== undefined);
  if (set.length === 0) return parameter;
  const kept = parameter.values.flatMap((value) => subtractRanges([rangeOf(value)], set).map((range) => withRange(value, range)));
  return { ...parameter, values: [...kept, ...set].sort(byStart) };
}

function rangeOf({ from, until }: DatedValue<ParameterValue>): DateRange {
  return { from, until };
}

function withRange({ value, basis }: DatedValue<ParameterValue>, range: DateRange): DatedValue<ParameterValue> {
  return { ...range, value, basis };
}

function byStart(left: DateRange, right: DateRange): number {
  const [one, two] = [left.from ?? "", right.from ?? ""];
  return one < two ? -1 : one > two ? 1 : 0;
}

function later(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right ? left : right;
}
