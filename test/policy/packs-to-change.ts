import type { PolicyPack, PolicyParameter, Rule } from "school-groups/policy";

/** A term that says the same in both languages, for packs that cases make up. */
export const term = (text: string) => ({ "zh-CN": text, en: text });

/** A figure out of the made-up pack's own source, in force on `[from, until)`. */
export const dated = (value: string, from?: string, until?: string) => ({
  ...(from && { from }),
  ...(until && { until }),
  value,
  basis: { kind: "policy" as const, citations: [{ source: "made", clause: "M1" }] as const },
});

export const parameter = (id: string, ...values: PolicyParameter["values"]): PolicyParameter => ({
  id: `made.${id}`,
  label: term(id),
  unit: "ratio",
  values,
  citations: [{ source: "made", clause: "M1" }],
});

export const target = (id: string, bound: string, more: Partial<Pick<Rule, "from" | "until" | "due" | "modality">> = {}): Rule => ({
  id: `made.${id}`,
  kind: "coverage",
  label: term(id),
  topic: "coverage",
  citations: [{ source: "made", clause: "M1" }],
  modality: "must",
  appliesTo: { subject: "district" },
  population: { stages: ["primary"] },
  covered: { by: "membership" },
  bounds: { atLeast: `made.${bound}` },
  ...more,
});

/** A sound pack of a city that does not exist. */
export function madePack(more: Partial<PolicyPack> = {}): PolicyPack {
  return {
    format: "school-groups.policy-pack.v1",
    id: "cn-990100-made",
    version: "1.0.0",
    label: term("made"),
    jurisdiction: { code: "990100", label: term("made") },
    sources: [{ id: "made", title: term("made"), force: "guidance", issuedOn: "2023-01-01" }],
    parameters: [parameter("share", dated("0.8", "2023-01-01", "2025-01-01"), dated("0.9", "2025-01-01"))],
    rules: [target("target", "share", { from: "2023-01-01", due: "2024-12-31" })],
    ...more,
  };
}
