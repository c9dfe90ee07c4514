import type { Basis, Citation, ExplainedValue, Explanation, OperationNode } from "../core/index.js";
import type { Catalog } from "./catalog.js";
import { formatFloat, formatValue } from "./format-value.js";

/** Signs between the operands of an operator; the others are written as a name with its operands. */
const INFIX: Partial<Record<OperationNode["operator"], string>> = {
  sum: " + ",
  difference: " − ",
  product: " × ",
  quotient: " ÷ ",
  share: " ÷ ",
};

function clauseText(citation: Citation): string {
  return citation.clause === undefined ? citation.source : `${citation.source}:${citation.clause}`;
}

function basisText(basis: Basis, catalog: Catalog): string {
  const sentences = catalog.explanation;
  if (basis.kind === "caller") return sentences.callerBasis;
  if (basis.kind === "library") return sentences.libraryBasis({ why: basis.why[catalog.locale] });
  return sentences.policyBasis({ clauses: basis.citations.map(clauseText).join(catalog.words.listComma) });
}

function valueOfNode(node: Explanation): ExplainedValue {
  if (node.kind === "comparison") return { kind: "truth", value: node.holds };
  if (node.kind === "estimate") return { kind: "float", value: node.value };
  return node.value;
}

function inParentheses(text: string, catalog: Catalog): string {
  const [open, close] = catalog.words.parentheses;
  return `${open}${text}${close}`;
}

function operationLine(node: OperationNode, catalog: Catalog): string {
  const { words } = catalog;
  const value = formatValue(node.value, { catalog });
  const name = node.label?.[catalog.locale] ?? words.operator[node.operator];
  const operands = node.operands.map((operand) => formatValue(valueOfNode(operand), { catalog }));
  const sign = INFIX[node.operator];
  if (sign !== undefined && operands.length > 1) return `${name}${words.colon}${operands.join(sign)} = ${value}`;
  const list = operands.length === 0 ? "" : inParentheses(operands.join(words.listComma), catalog);
  return `${name}${node.label === undefined ? "" : `${words.colon}${words.operator[node.operator]}`}${list} = ${value}`;
}

function lineOf(node: Explanation, catalog: Catalog): string {
  const { words, explanation: sentences, locale } = catalog;
  switch (node.kind) {
    case "fact": {
      const origin = sentences.fact({ clause: node.citation === undefined ? undefined : clauseText(node.citation) });
      return `${node.label[locale]}${words.colon}${formatValue(node.value, { catalog })}${inParentheses(origin, catalog)}`;
    }
    case "parameter": {
      const basis = node.basis === undefined ? "" : inParentheses(basisText(node.basis, catalog), catalog);
      return `${node.label[locale]}${words.colon}${formatValue(node.value, { catalog })}${basis}`;
    }
    case "operation":
      return operationLine(node, catalog);
    case "rounding":
      return sentences.rounding({
        mode: words.rounding[node.mode],
        step: node.step,
        before: formatValue(valueOfNode(node.operand), { catalog }),
        after: formatValue(node.value, { catalog }),
      });
    case "comparison": {
      const text = sentences.comparison({
        left: formatValue(valueOfNode(node.left), { catalog }),
        relation: words.relation[node.relation],
        right: formatValue(valueOfNode(node.right), { catalog }),
        holds: node.holds,
      });
      return node.label === undefined ? text : `${node.label[locale]}${words.colon}${text}`;
    }
    case "estimate": {
      const standardError = node.standardError === undefined ? undefined : formatFloat(node.standardError);
      const text = sentences.estimate({ value: formatFloat(node.value), method: node.method[locale], standardError });
      return `${node.label[locale]}${words.colon}${text}`;
    }
  }
}

function childrenOf(node: Explanation): readonly Explanation[] {
  if (node.kind === "operation" || node.kind === "estimate") return node.operands;
  if (node.kind === "rounding") return [node.operand];
  return node.kind === "comparison" ? [node.left, node.right] : [];
}

/**
 * 计算过程. An explanation as indented text that a school principal can follow with pencil and paper: each line is a value, what it was made
 * from, and where its figures come from; the lines below it explain its operands.
 *
 * @example
 * ```ts
 * import { explain } from "school-groups/messages";
 * import { en } from "school-groups/messages/en";
 *
 * const staff = (label: string, value: string) =>
 *   ({ kind: "fact", label: { "zh-CN": label, en: label }, value: { kind: "exact", value } }) as const;
 * const tree = { kind: "operation", operator: "sum", operands: [staff("primary", "1402"), staff("junior", "1211")], value: { kind: "exact", value: "2613" } } as const;
 * explain(tree, { catalog: en }).split("\n")[0]; // => "sum: 1402 + 1211 = 2613"
 * ```
 */
export function explain(explanation: Explanation, options: { readonly catalog: Catalog }): string {
  const lines: string[] = [];
  const visit = (node: Explanation, depth: number): void => {
    lines.push(`${"  ".repeat(depth)}${lineOf(node, options.catalog)}`);
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(explanation, 0);
  return lines.join("\n");
}
