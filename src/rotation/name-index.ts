/** Names as numbers, in the order in which they first appear. */
export interface NameIndex {
  /** The number of a name, a new one if need be. */
  readonly of: (name: string) => number;
  readonly find: (name: string) => number | undefined;
  readonly size: () => number;
  /** All names so far; the position is the number. */
  readonly names: () => readonly string[];
}

/** An index of names, empty or with names that are all different. */
export function nameIndex(numbers: Map<string, number> = new Map()): NameIndex {
  const of = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const next = numbers.size;
    numbers.set(name, next);
    return next;
  };
  return { of, find: (name) => numbers.get(name), size: () => numbers.size, names: () => [...numbers.keys()] };
}
