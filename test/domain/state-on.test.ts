import { describe, expect, it } from "vitest";
import { designationOn, formsOn, headcountsOf, headcountTelling, teachesStage } from "../../src/domain/index.js";

describe("designationOn", () => {
  const school = {
    designations: [
      { kind: "quality", level: "municipal", from: "2021-01-01", until: "2024-01-01" },
      { kind: "weak", granted: false, from: "2022" },
      { kind: "pilot" },
      { kind: "pilot", granted: false },
    ],
  } as const;

  it("holds from its first day to the day before its last", () => {
    const days = ["2020-12-31", "2021-01-01", "2023-12-31", "2024-01-01"];
    expect(days.map((day) => designationOn(school, "quality", day))).toEqual(["no", "yes", "yes", "no"]);
  });

  it("is unknown without a record, at another level, and before a refusal", () => {
    expect(designationOn(school, "central", "2023-01-01")).toBe("unknown");
    expect(designationOn(school, "quality", "2023-01-01", "national")).toBe("unknown");
    expect(designationOn(school, "weak", "2021-12-31")).toBe("unknown");
    expect(designationOn(school, "weak", "2022-06-01")).toBe("unknown");
  });

  it("is no once refused, and unknown when records contradict each other", () => {
    expect(designationOn(school, "weak", "2022-12-31")).toBe("no");
    expect(designationOn(school, "pilot", "2022-12-31")).toBe("unknown");
  });
});

describe("headcountTelling", () => {
  const school = {
    headcounts: [
      { on: "2023-09-01", pupils: 950 },
      { on: "2022-09-01", pupils: 900 },
      { on: "2022-09-01", stage: "primary", pupils: 600 },
      { on: "2023-09-01", pupils: 951 },
      { on: "2023-10-01", teachers: 70 },
    ],
    stages: ["primary", "junior"],
  } as const;
  const pupilsOn = (day: string, stage?: "primary" | "junior") => headcountTelling(school, day, stage, ({ pupils }) => pupils)?.pupils;

  it("takes the latest on or before the day, whatever the order in the file, and the last of one day", () => {
    expect(pupilsOn("2022-08-31")).toBeUndefined();
    expect(pupilsOn("2022-09-01")).toBe(900);
    expect(pupilsOn("2023-08-31")).toBe(900);
    expect(pupilsOn("2023-09-01")).toBe(951);
    expect(pupilsOn("2023-12-31", "primary")).toBe(600);
    expect(pupilsOn("2023-12-31", "junior")).toBeUndefined();
  });

  it("passes over a newer headcount that does not tell the figure", () => {
    expect(pupilsOn("2023-12-31")).toBe(951);
    expect(headcountTelling(school, "2023-12-31", undefined, ({ teachers }) => teachers)?.on).toBe("2023-10-01");
  });
});

describe("headcountsOf and headcountTelling", () => {
  const staged = { on: "2022-09-01", stage: "primary", pupils: 900 } as const;
  const whole = { on: "2023-09-01", pupils: 950 };
  const classes = { on: "2023-10-01", classes: 20 };
  const unread = { on: "2023-02-30", pupils: 1 };
  const headcounts = [staged, whole, classes, unread];
  const one = { headcounts, stages: ["primary"] } as const;
  const two = { headcounts, stages: ["primary", "junior"] } as const;

  it("take no row from after the day or of no day", () => {
    const days = ["2022-08-31", "2022-09-01", "2023-08-31", "2023-09-01", "2023-10-01"];
    expect(days.map((day) => headcountsOf(one, day, "primary").length)).toEqual([0, 1, 1, 2, 3]);
    const pupils = days.map((day) => headcountTelling(one, day, "primary", (row) => row.pupils)?.pupils);
    // The row of October tells no pupils.
    expect(pupils).toEqual([undefined, 900, 900, 950, 950]);
    expect(headcountTelling(one, "2022-09-01", "primary", (row) => row.classes)).toBeUndefined();
  });

  it("of a school of two stages an undivided row speaks to the whole only", () => {
    expect(headcountsOf(two, "2023-12-31", "primary")).toEqual([staged]);
    expect(headcountsOf(two, "2023-12-31", undefined)).toEqual([whole, classes]);
    expect(headcountsOf(two, "2023-12-31", "junior")).toEqual([]);
    expect(headcountsOf(one, "2023-12-31", undefined)).toEqual([staged, whole, classes]);
  });
});

describe("formsOn and teachesStage", () => {
  it("tell certain forms from possible ones", () => {
    const group = {
      id: "g",
      forms: [
        { form: "loose", until: "2022" },
        { form: "close", from: "2022" },
      ],
    };
    expect(formsOn(group, "2021-12-31")).toEqual({ certain: ["loose"], possible: [] });
    expect(formsOn(group, "2022-06-01")).toEqual({ certain: [], possible: ["loose", "close"] });
    expect(formsOn(group, "2022-12-31")).toEqual({ certain: ["close"], possible: [] });
  });

  it("never concludes stages from a name", () => {
    expect(teachesStage({ id: "a", name: "河庄坪中心小学" }, "primary")).toBe("unknown");
    expect(teachesStage({ id: "a", name: "甲", stages: ["junior"] }, "primary")).toBe("no");
  });
});
