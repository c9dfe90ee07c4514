/** A number with its noun: "1 group", "0 groups", "2 groups". `many`, where it is not the noun with an s. */
export function counted(count: number | string, one: string, many: string = `${one}s`): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}

/** A word by a number: `isOne` for 1, else `many`. */
export function agreeing(count: number | string, isOne: string, many: string): string {
  return String(count) === "1" ? isOne : many;
}
