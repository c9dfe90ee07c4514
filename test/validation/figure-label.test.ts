import { describe, expect, test } from "vitest";
import { figureLabel } from "../../src/validation/figure-label.js";

describe("what a published figure is called in an explanation", () => {
  test("its measure, its part and its id", () => {
    const figure = {
      id: "pupils-primary",
      measure: "pupils",
      as: "count",
      value: "25516",
      breakdown: { by: "stage", value: "primary" },
    } as const;
    expect(figureLabel(figure)).toEqual({
      "zh-CN": "公布的学生数（小学）“pupils-primary”",
      en: "published pupils (primary) “pupils-primary”",
    });
  });

  test("a share says so; a word of the caller's own stays", () => {
    expect(figureLabel({ id: "s", measure: "食堂", as: "share", value: "33 %" })).toEqual({
      "zh-CN": "公布的食堂占比“s”",
      en: "published share of 食堂 “s”",
    });
    expect(figureLabel({ id: "s", measure: "constructor", as: "count", value: "3" }).en).toBe("published constructor “s”");
  });
});
