/** Names as numbers, in the order in which they first appear. */
export interface NameIndex {
  readonly numbers: Map<string, number>;
}

/** An index without names. */
export function nameIndex(): NameIndex {
  return { numbers: new Map() };
}

/** The number of a name, a new one if need be. A function of the index and no closure of it: what is compiled once serves every index. */
export function numberOfName({ numbers }: NameIndex, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const next = numbers.size;
  numbers.set(name, next);
  return next;
}

/** All names so far; the position is the number. */
export function namesOf({ numbers }: NameIndex): readonly string[] {
  return [...numbers.keys()];
}
