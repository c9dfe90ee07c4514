import type { Exchange } from "../domain/index.js";
import { type RotationIssue, rotationIssue } from "./issues.js";

/** A record under an id that an earlier one bears: the same row again, which is passed over, or another row, which stays a record of its own. */
export interface RepeatedExchange {
  readonly same: boolean;
  readonly issue: RotationIssue;
}

/** The records whose id stands before, by position. */
export function repeatedExchanges(exchanges: readonly Exchange[]): ReadonlyMap<number, RepeatedExchange> {
  const found = new Map<number, RepeatedExchange>();
  if (inOrder(exchanges) || new Set(exchanges.map(({ id }) => id)).size === exchanges.length) return found;
  const byId = new Map<string, Exchange[]>();
  for (const [position, exchange] of exchanges.entries()) {
    const earlier = byId.get(exchange.id);
    if (earlier === undefined) {
      byId.set(exchange.id, [exchange]);
      continue;
    }
    const text = contentOf(exchange);
    const same = earlier.some((other) => contentOf(other) === text);
    if (!same) earlier.push(exchange);
    const code = same ? "exchange-repeated" : "exchange-id-reused";
    const issue = rotationIssue(code, [position], { exchange: exchange.id }, { kind: "exchange", id: exchange.id });
    found.set(position, { same, issue });
  }
  return found;
}

/** Most registers number their records one after the other: then no id stands twice, and none has to be looked up. */
function inOrder(exchanges: readonly Exchange[]): boolean {
  let before = "";
  for (const { id } of exchanges) {
    if (typeof id !== "string" || id.length < before.length || (id.length === before.length && id <= before)) return false;
    before = id;
  }
  return true;
}

/** What a record says, whatever the order of its fields. */
function contentOf(value: object): string {
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  const parts = said.map(([key, each]) => [key, typeof each === "object" && each !== null ? contentOf(each) : each] as const);
  return JSON.stringify(parts.sort(([left], [right]) => (left < right ? -1 : 1)));
}
