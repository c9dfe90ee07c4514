import { CORE_ISSUE_SEVERITY, type CoreIssueParams } from "school-groups/core";
import { describe, expect, it } from "vitest";
import { core as en } from "../../src/messages/en/core.js";
import { core as zhCN } from "../../src/messages/zh-CN/core.js";

const samples: CoreIssueParams = {
  "calendar-day-invalid": { text: "2023-02-29" },
  "calendar-range-empty": { from: "2023-09-02", until: "2023-09-01" },
  "calendar-weekday-invalid": { text: "8" },
  "calendar-weekdays-missing": {},
  "calendar-start-invalid": { text: "02-29" },
  "calendar-school-year-invalid": { text: "2023-2025" },
  "calendar-term-outside-school-year": { id: "秋季", schoolYear: "2022-2023" },
  "calendar-term-id-repeated": { id: "秋季" },
  "calendar-terms-overlap": { first: "秋季", second: "春季", from: "2024-01-19", until: "2024-01-20" },
  "calendar-holidays-overlap": { from: "2023-10-01", until: "2023-10-07" },
  "calendar-make-up-not-rest-day": { day: "2023-10-09" },
  "calendar-make-up-in-holiday": { day: "2023-10-06" },
  "calendar-make-up-repeated": { day: "2023-10-07" },
};

describe("what is said of a calendar", () => {
  it.each(Object.keys(CORE_ISSUE_SEVERITY) as (keyof CoreIssueParams)[])("%s names all its particulars in both languages", (code) => {
    const say = (sentences: typeof en) => (sentences[code] as (params: object) => string)(samples[code]);
    for (const sentence of [say(zhCN), say(en)]) {
      for (const value of Object.values(samples[code])) expect(sentence).toContain(value);
    }
    expect(say(zhCN)).toMatch(/。$/);
    expect(say(zhCN)).not.toMatch(/[,;:?!()]|您/);
    expect(say(en)).toMatch(/^[A-Z“].*\.$/);
  });
});
