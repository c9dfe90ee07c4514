/** 2023-09-01, 2023/9/1, 2023.9.1, 2023年9月1日, and months and years alike; midnight behind a day is dropped. Other text comes back as it is. */
export function dateText(text: string): string {
  const plain = text.normalize("NFKC").replace(/[ T]0?0:00(:00(\.0+)?)?Z?$/, "");
  const found = /^(\d{4})(?:年|(?:[-/.]|年)(\d{1,2})(?:月|(?:[-/.]|月)(\d{1,2})日?)?)?$/.exec(plain);
  if (found === null) return plain;
  const [, year, month, day] = found;
  return [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined).join("-");
}
