/** The sentences a list of required data is told with. */
export interface RequirementSentences {
  readonly title: string;
  readonly nothing: string;
  readonly table: (params: { readonly label: string; readonly of: string }) => string;
  readonly column: (params: {
    readonly label: string;
    readonly holds: string;
    readonly present?: string | undefined;
    readonly optional: boolean;
  }) => string;
  readonly present: (params: { readonly filled: number; readonly rows: number }) => string;
  readonly neededBy: (params: { readonly rules: string; readonly more: number }) => string;
  readonly settled: string;
  readonly figures: string;
  readonly figure: (params: { readonly label: string; readonly clauses: string; readonly rules: string; readonly more: number }) => string;
  readonly unclear: string;
  readonly base: (params: { readonly rule: string; readonly words: string; readonly clauses: string }) => string;
}
