/** 读者. The bureau reads everything; a school reads its own pages, with its peers unnamed. */
export type Reader =
  | { readonly kind: "bureau" }
  /** `id` as in the district file. */
  | { readonly kind: "school"; readonly id: string };
