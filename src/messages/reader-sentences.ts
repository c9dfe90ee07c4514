/** Sentences of the pages that one school reads. */
export interface ReaderSentences {
  /** Title of one school's own pages. */
  readonly title: (params: { readonly school: string; readonly district: string }) => string;
  /** A school of the same group, without its name: A, B, …, Z, AA. */
  readonly peer: (params: { readonly letters: string }) => string;
  /** The school's own group, where its name would name another school. */
  readonly ownGroup: (params: { readonly letters: string }) => string;
  readonly otherSchool: string;
  readonly otherGroup: string;
  /** Who reads, and what is left out. */
  readonly scope: string;
  readonly ownGroups: string;
  readonly noGroup: string;
}
