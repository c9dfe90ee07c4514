import type { Block } from "./document.js";
import { flattenText } from "./flatten-text.js";

/** Characters that could start markup of CommonMark, GFM or HTML, wherever they stand. */
const MARKUP = /[\\`*_{}[\]<>#|~!&$^]/g;

/** Line starts that CommonMark reads as a list, a rule or a heading. */
const LINE_START = /^(\s*)([-+=]|\d+[.)])/;

/** Plain text as Markdown that shows exactly that text. */
export function escapeMarkdown(text: string): string {
  const flat = flattenText(text).replace(MARKUP, (character) =>
    character === "<" ? "&lt;" : character === "&" ? "&amp;" : `\\${character}`,
  );
  return flat.replace(LINE_START, (_, space: string, mark: string) =>
    mark.length === 1 ? `${space}\\${mark}` : `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
  );
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(" | ")} |`;
}

/** A fence longer than any run of backticks in the text. */
function fenceFor(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  return "`".repeat(longest + 1);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return escapeMarkdown(block.text);
    case "list":
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "table":
      return [row(block.header), `|${" --- |".repeat(block.header.length)}`, ...block.rows.map(row)].join("\n");
    case "verbatim": {
      const fence = fenceFor(block.text);
      return `${fence}text\n${block.text}\n${fence}`;
    }
  }
}

/** Blocks as Markdown, each apart by an empty line, ending in a line break. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join("\n\n")}\n`;
}
