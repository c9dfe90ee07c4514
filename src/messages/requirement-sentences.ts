/** The sentences a list of required data is told with. */
export interface RequirementSentences {
  readonly title: string;
  readonly nothing: string;
  /** A table that is needed, and what one row of it stands for. */
  readonly table: (params: { readonly label: string; readonly of: string }) => string;
  /** A column that is needed, and what it holds. */
  readonly column: (params: {
    readonly label: string;
    readonly holds: string;
    readonly present?: string | undefined;
    readonly optional: boolean;
  }) => string;
  /** How many rows have the column filled. */
  readonly present: (params: { readonly filled: number; readonly rows: number }) => string;
  /** The rules a column is needed by, and how many more there are. */
  readonly neededBy: (params: { readonly rules: string; readonly more: number }) => string;
  readonly settled: string;
  readonly figures: string;
  /** A figure that a source leaves open and somebody has to set. */
  readonly figure: (params: { readonly label: string; readonly clauses: string; readonly rules: string; readonly more: number }) => string;
  readonly unclear: string;
  /** A base of calculation that a source leaves open. */
  readonly base: (params: { readonly rule: string; readonly words: string; readonly clauses: string }) => string;
}
