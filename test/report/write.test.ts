import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heading, list, paragraph, table } from "../../src/report/document.js";
import { escapeMarkdown, writeMarkdown } from "../../src/report/write-markdown.js";
import { writeText } from "../../src/report/write-text.js";

describe("Markdown", () => {
  test.each([
    ["**粗体**小学", "\\*\\*粗体\\*\\*小学"],
    ["<script>alert(1)</script>", "&lt;script\\>alert(1)&lt;/script\\>"],
    ["甲|乙", "甲\\|乙"],
    ["[点我](javascript:0)", "\\[点我\\](javascript:0)"],
    ["一\n# 二", "一 \\# 二"],
    ["1. 一小", "1\\. 一小"],
    ["- 项", "\\- 项"],
    ["a\u202eb", "a b"],
    ["&lt;", "&amp;lt;"],
  ])("%j is shown as it is", (name, escaped) => {
    expect(escapeMarkdown(name)).toBe(escaped);
  });

  test("no text can open a tag, a cell or a line of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toContain("<");
        expect(escaped).not.toMatch(/[\n\r]/);
        expect(escaped.replace(/\\\\/g, "")).not.toMatch(/(^|[^\\])[|`*_[\]#]/);
      }),
    );
  });

  test("blocks stand apart by an empty line", () => {
    expect(
      writeMarkdown([
        heading(2, "学校"),
        paragraph("共2所。"),
        ...table(["名称", "角色"], [["南关小学", "牵头校"]]),
        ...list(["甲", "乙"]),
        ...list([]),
      ]),
    ).toBe("## 学校\n\n共2所。\n\n| 名称 | 角色 |\n| --- | --- |\n| 南关小学 | 牵头校 |\n\n- 甲\n- 乙\n");
  });

  test("a fence is longer than any inside", () => {
    expect(writeMarkdown([{ kind: "verbatim", text: "```" }])).toBe("````text\n```\n````\n");
  });
});

describe("text", () => {
  test("columns of Chinese and Latin text line up", () => {
    expect(
      writeText(
        table(
          ["学校", "n"],
          [
            ["南关小学", "1"],
            ["A", "2"],
          ],
        ),
      ),
    ).toBe("学校      n\n--------  -\n南关小学  1\nA         2\n");
  });

  test("headings are underlined to their width", () => {
    expect(writeText([heading(1, "报告")])).toBe("报告\n====\n");
  });
});
