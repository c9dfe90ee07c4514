import type { Explanation, Operator, Term } from "../core/index.js";

/** A node with a number. @internal */
export type Figure = Explanation & { readonly value: { readonly value: number } };

/** A word in both languages. @internal */
export const term = (zh: string, en: string): Term => ({ "zh-CN": zh, en });

/** A figure from the data or the result. @internal */
export function fact(label: Term, value: number, school?: string): Explanation {
  const node = { kind: "fact", label, value: { kind: "float", value } } as const;
  return school === undefined ? node : { ...node, subject: { kind: "school", id: school } };
}

/** A figure made of others. @internal */
export function operation(label: Term, operator: Operator, operands: readonly Explanation[], value: number): Explanation {
  return { kind: "operation", label, operator, operands, value: { kind: "float", value } };
}

/** A figure explained before, by name and value alone: what stands twice is read twice. @internal */
export function again(node: Explanation): Explanation {
  const known = node.kind === "operation" && node.label !== undefined && node.value.kind === "float";
  return known ? { kind: "fact", label: node.label, value: node.value } : node;
}
