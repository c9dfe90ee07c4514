import { balanceFacts } from "../balance/index.js";
import { type FactSource, ledgerFacts } from "../compliance/index.js";
import type { District } from "../domain/index.js";
import { type CheckRotationOptions, rotationFacts } from "../rotation/index.js";
import type { AssessOptions } from "./assess-inputs.js";
import type { ValueAddedPart } from "./assess-value-added.js";
import { dilutionFacts } from "./dilution-facts.js";

/** What rotation is checked with; `undefined` while roster, records or period are not there. */
export function rotationOptions(district: District, { policy, asOf, period, inputs }: AssessOptions): CheckRotationOptions | undefined {
  const roster = inputs?.teachers;
  if (roster === undefined || inputs?.exchanges === undefined || period === undefined) return undefined;
  return { district, policy, period, roster, asOf, settings: inputs.rotation?.settings, counted: inputs.rotation?.counted };
}

/** The facts of all inputs, asked one after the other; the app's own come last. */
export function gatherFacts(district: District, options: AssessOptions, valueAdded: ValueAddedPart | undefined): FactSource | undefined {
  const sources: FactSource[] = [];
  const rotation = rotationOptions(district, options);
  if (rotation !== undefined) sources.push(rotationFacts(options.inputs?.exchanges ?? [], rotation));
  if (options.inputs?.ledger !== undefined) sources.push(ledgerFacts(options.inputs.ledger, { asOf: options.asOf }));
  // Without any resource on file the rules of balance stay unmeasured, instead of every school lacking everything.
  if (district.schools.some(({ resources }) => resources !== undefined)) sources.push(balanceFacts(district, options));
  if (valueAdded?.change !== undefined) sources.push(dilutionFacts(valueAdded.change));
  if (options.facts !== undefined) sources.push(options.facts);
  if (sources.length === 0) return undefined;
  return (subject, ref) => {
    for (const source of sources) {
      const fact = source(subject, ref);
      if (fact !== undefined) return fact;
    }
    return undefined;
  };
}
