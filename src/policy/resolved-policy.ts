import type { CalendarDate, Force, Source, Term } from "../core/index.js";
import type { ExchangeKind } from "./exchange-kind.js";
import type { EvaluationScheme, Framework, GovernanceItem, GroupForm, Statement } from "./framework.js";
import type { PolicyParameter } from "./parameter.js";
import type { Jurisdiction } from "./policy-pack.js";
import type { Rule } from "./rule.js";

/** Which pack, in which version, with which jurisdiction. */
export interface PackStamp {
  readonly id: string;
  readonly version: string;
  readonly label: Term;
  readonly jurisdiction: Jurisdiction;
  /** The day up to which the pack's texts are known to be in force; absent: the pack does not say. */
  readonly knownUntil?: CalendarDate | undefined;
}

/** An element of a pack together with the pack it came from. */
export type FromPack<Element> = Element & { readonly pack: string };

/**
 * Several packs as one: what `resolvePolicies` returns. Plain data; nothing in it depends on a day. Order is the order of the packs given and,
 * within a pack, of its own lists. Settings of overlays are already merged into the parameters.
 */
export interface ResolvedPolicy {
  readonly packs: readonly PackStamp[];
  readonly sources: readonly FromPack<Source>[];
  readonly parameters: readonly FromPack<PolicyParameter>[];
  /** Each with the force of the source it cites first. */
  readonly rules: readonly (FromPack<Rule> & { readonly force: Force })[];
  readonly frameworks: readonly FromPack<Framework>[];
  readonly evaluations: readonly FromPack<EvaluationScheme>[];
  readonly forms: readonly FromPack<GroupForm>[];
  readonly governanceItems: readonly FromPack<GovernanceItem>[];
  readonly exchangeKinds: readonly FromPack<ExchangeKind>[];
  readonly statements: readonly FromPack<Statement>[];
}

/** A rule of a resolved policy. */
export type ResolvedRule = ResolvedPolicy["rules"][number];
