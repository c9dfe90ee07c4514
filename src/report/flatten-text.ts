/** Control characters, line and paragraph separators and marks that turn the writing direction. */
function isDisruptive(code: number): boolean {
  return (
    code < 32 ||
    code === 127 ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** Text on one line, without characters that would break or reorder it; half of a surrogate pair is shown as a replacement character. */
export function flattenText(text: string): string {
  let flat = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isDisruptive(code)) flat += " ";
    else flat += code >= 0xd800 && code <= 0xdfff ? "\ufffd" : character;
  }
  return flat;
}
