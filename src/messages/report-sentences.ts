import type { PartFailure } from "../report/index.js";
import type { ValueAddedCategory, ValueAddedMethod, ValueAddedScale } from "../value-added/index.js";

/** Headings and sentences of a rendered report. */
export interface ReportSentences {
  /** The heading of the whole report. */
  readonly title: (params: { readonly name: string }) => string;
  /** A numbered heading; parts number from 1, nineteen at most. */
  readonly section: (params: { readonly number: number; readonly title: string }) => string;
  readonly unnamed: string;
  readonly basis: string;
  /** The day all is told as of. */
  readonly asOf: (params: { readonly asOf: string }) => string;
  /** The seed of made-up data. */
  readonly seed: (params: { readonly seed: number }) => string;
  /** A pack whose texts were last looked at before the day of the report. */
  readonly uncheckedSince: (params: { readonly pack: string; readonly knownUntil: string }) => string;
  /** The version of the library. */
  readonly madeBy: (params: { readonly version: string }) => string;
  /** Before what the library decided where neither a document nor the caller did. */
  readonly defaults: string;
  readonly sourceHeader: readonly [string, string, string];
  /** How large the district is, and whether its list is complete. */
  readonly size: (params: {
    readonly schools: number;
    readonly groups: number;
    readonly memberships: number;
    readonly complete: boolean;
  }) => string;
  /** In the place of the size, where the file has errors. */
  readonly unusable: string;
  readonly validation: string;
  /** How many issues of each severity. */
  readonly counts: (params: { readonly errors: number; readonly warnings: number; readonly notices: number }) => string;
  /** A count, or the least and greatest it can be. */
  readonly counted: (params: { readonly low: number; readonly high?: number | undefined }) => string;
  /** Where in the data an issue lies. */
  readonly place: (params: { readonly path: string }) => string;
  readonly groups: string;
  readonly groupHeader: readonly [string, string, string];
  readonly reconciliation: string;
  readonly coverage: string;
  /** Coverage counted from the memberships handed in. */
  readonly listed: (params: { readonly covered: string; readonly whole: string; readonly share: string }) => string;
  /** Coverage from published totals, which may count another base. */
  readonly published: (params: {
    readonly covered: number;
    readonly whole: number;
    readonly on?: string | undefined;
    readonly share: string;
    readonly sameBase: boolean;
  }) => string;
  /** How many have to be covered to reach the limit. */
  readonly needed: (params: {
    readonly needed: number;
    readonly whole: number;
    readonly limit: string;
    readonly reached: string;
  }) => string;
  /** A target whose day has not come. */
  readonly notDue: (params: { readonly due: string }) => string;
  /** The base of a share that its source leaves open. */
  readonly unclear: (params: { readonly words: string }) => string;
  readonly compliance: string;
  /** The overall verdict, with the numbers of findings behind it. */
  readonly overall: (params: {
    readonly verdict: string;
    readonly satisfied: number;
    readonly violated: number;
    readonly undetermined: number;
    readonly notApplicable: number;
  }) => string;
  /** The findings that do not count towards it. */
  readonly beside: (params: {
    readonly satisfied: number;
    readonly violated: number;
    readonly undetermined: number;
    readonly notApplicable: number;
  }) => string;
  readonly frameworks: string;
  readonly notMeasured: string;
  /** Findings counted and not listed. */
  readonly unlisted: (params: { readonly count: number }) => string;
  readonly matrixHeader: string;
  /** The heading of a group under a framework. */
  readonly matrixTitle: (params: { readonly framework: string; readonly group: string }) => string;
  readonly rotation: string;
  /** The period a rotation is counted over. */
  readonly rotationPeriod: (params: { readonly from: string; readonly until: string }) => string;
  readonly rotationHeader: readonly [string, string, string, string, string];
  /** Exchanges that do not count, and that may. */
  readonly notCounted: (params: { readonly count: number; readonly possible: number }) => string;
  readonly valueAdded: string;
  /** What the figures are, and how far they carry; ratios are printed text. No `intraclass`: the method has no such share. */
  readonly valueAddedNote: (params: {
    readonly method: string;
    /** One of `scale`. */
    readonly scale: string;
    readonly pupils: number;
    readonly intraclass?: string | undefined;
    readonly correlation: string;
    readonly confidence: string;
  }) => string;
  readonly scale: Readonly<Record<ValueAddedScale, string>>;
  /** Warning: estimates go with intake so strongly that the method itself may be the reason; `favours` says which schools. */
  readonly intakeWarning: (params: {
    readonly correlation: string;
    readonly favours: "weak" | "strong";
    readonly schools: number;
    /** The default that it is compared with, in absolute value. */
    readonly limit: string;
  }) => string;
  readonly valueAddedHeader: readonly [string, string, string, string, string, string];
  readonly category: Readonly<Record<ValueAddedCategory, string>>;
  /** Of a school below the minimum cohort. */
  readonly suppressed: (params: { readonly minimum: number }) => string;
  /** How many pairs of schools differ by more than chance. */
  readonly pairs: (params: { readonly different: number; readonly tested: number }) => string;
  /** Column heads of the methods side by side, and the line of their correlations with intake. */
  readonly method: Readonly<Record<ValueAddedMethod, string>>;
  readonly methodsNote: string;
  readonly intakeCorrelation: string;
  /** Who sat the exit examination, and between which means the school would have come out had all sat. */
  readonly testedNote: string;
  readonly testedHeader: readonly [string, string, string, string];
  /** 位次增值: where schools stood, by pupils' places and by mean marks; who the places are among. */
  readonly placesNote: (params: { readonly entrance: string; readonly exit: string }) => string;
  readonly placesHeader: readonly [string, string, string, string, string];
  /** 分段期望: the table anyone can apply, and the figures with a floor. */
  readonly bandsNote: (params: { readonly sd: string }) => string;
  readonly bandsHeader: readonly [string, string, string, string];
  readonly adjustedNote: string;
  readonly adjustedHeader: readonly [string, string, string, string];
  /** 一分三率: entrance → exit, school by school. */
  readonly ratesNote: string;
  readonly ratesMean: string;
  readonly ratesScore: string;
  readonly ratesIndex: string;
  readonly groupEffectHeader: readonly [string, string, string];
  /** What the table of changes between two cohorts says, and its column heads. */
  readonly groupChangeNote: (params: { readonly earlier: string; readonly later: string }) => string;
  readonly groupChangeHeader: readonly [string, string, string, string, string, string];
  readonly evaluation: string;
  readonly evaluationHeader: readonly [string, string, string, string, string];
  readonly dimensionScores: string;
  /** Some names of a longer list, and how many there are in all. */
  readonly missingOfMany: (params: { readonly names: string; readonly count: number }) => string;
  readonly groupScores: string;
  readonly groupScoreHeader: readonly [string, string, string, string];
  readonly noScore: string;
  readonly ruleHeader: readonly [string, string, string, string];
  readonly notEvaluated: string;
  /** Rules that do not apply, as a number. */
  readonly notApplied: (params: { readonly count: number }) => string;
  readonly nothing: string;
  /** A part without its data, and what it needs. */
  readonly noInput: (params: { readonly needs: string }) => string;
  /** A part that does not apply, why, and by which clauses. */
  readonly notApplicable: (params: { readonly because: string; readonly clauses: string }) => string;
  readonly failure: Readonly<Record<PartFailure, string>>;
}
