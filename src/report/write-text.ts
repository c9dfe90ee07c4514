import type { Block } from "./document.js";
import { flattenText } from "./flatten-text.js";

/** Ranges of code points that a terminal shows two columns wide: CJK, kana, hangul and full-width forms. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    width += WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
  }
  return width;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(flattenText));
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ""))));
  const draw = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [first = [], ...others] = lines;
  return [draw(first), widths.map((width) => "-".repeat(width)).join("  "), ...others.map(draw)].join("\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading": {
      const text = flattenText(block.text);
      const line = block.level === 1 ? "=" : "-";
      return block.level === 3 ? text : `${text}\n${line.repeat(widthOf(text))}`;
    }
    case "paragraph":
      return flattenText(block.text);
    case "list":
      return block.items.map((item) => `- ${flattenText(item)}`).join("\n");
    case "table":
      return tableText(block.header, block.rows);
    case "verbatim":
      return block.text;
  }
}

/** Blocks as plain text for a terminal or a letter, tables in columns. */
export function writeText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join("\n\n")}\n`;
}
