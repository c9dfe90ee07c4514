/**
 * Whether a value equals its own JSON round trip: no `undefined`, function, date, special number, hole or cycle in it. Anything that throws
 * while it is read is not plain.
 */
export function isPlainJson(value: unknown): boolean {
  try {
    return same(value, JSON.parse(JSON.stringify(value)));
  } catch {
    return false;
  }
}

function same(one: unknown, two: unknown): boolean {
  if (typeof one !== "object" || one === null) return Object.is(one, two);
  if (typeof two !== "object" || two === null || Array.isArray(one) !== Array.isArray(two)) return false;
  if (!Array.isArray(one) && Object.getPrototypeOf(one) !== Object.prototype) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(two).length || (Array.isArray(one) && keys.length !== one.length)) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(two, key) && same((one as Readonly<Record<string, unknown>>)[key], (two as Readonly<Record<string, unknown>>)[key]),
  );
}
