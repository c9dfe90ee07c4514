/** A piece of a rendered report. All text is plain: the writers escape it for their medium. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "verbatim"; readonly text: string };

/** A heading. */
export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

/** A paragraph. */
export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

/** A list, or nothing where there is nothing to list. */
export function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** A table, or nothing where it has no row. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: "table", header, rows }];
}
