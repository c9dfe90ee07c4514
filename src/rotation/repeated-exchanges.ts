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
  if (inOrder(exchanges)) return found;
  const byId = new Map<string, Exchange[]>();
  for (const position of likeAnother(exchanges)) {
    const exchange = exchanges[position] as Exchange;
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

/**
 * The positions of all records that share their id, and of a few whose ids only hash alike. One bit per hash leaves so few of them that a register
 * without repetitions, in whatever order, costs no table of its ids.
 */
function likeAnother(exchanges: readonly Exchange[]): readonly number[] {
  const size = exchanges.length;
  let words = 1;
  while (words * 2 < size) words *= 2;
  const once = new Int32Array(words);
  const twice = new Int32Array(words);
  const hashes = new Int32Array(size);
  for (let position = 0; position < size; position += 1) {
    const hash = hashOf((exchanges[position] as Exchange).id);
    const word = (hash >>> 5) & (words - 1);
    const bit = 1 << (hash & 31);
    hashes[position] = hash;
    if (((once[word] as number) & bit) === 0) once[word] = (once[word] as number) | bit;
    else twice[word] = (twice[word] as number) | bit;
  }
  const found: number[] = [];
  for (let position = 0; position < size; position += 1) {
    const hash = hashes[position] as number;
    if (((twice[(hash >>> 5) & (words - 1)] as number) & (1 << (hash & 31))) !== 0) found.push(position);
  }
  return found;
}

/** FNV-1a over the code units, its upper half stirred into the lower; whatever is no text hashes alike. */
function hashOf(id: unknown): number {
  if (typeof id !== "string") return 0;
  let hash = -2128831035;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  return hash ^ (hash >>> 15);
}

/** What a record says, whatever the order of its fields. */
function contentOf(value: object): string {
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  const parts = said.map(([key, each]) => [key, typeof each === "object" && each !== null ? contentOf(each) : each] as const);
  return JSON.stringify(parts.sort(([left], [right]) => (left < right ? -1 : 1)));
}
