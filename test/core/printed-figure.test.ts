import fc from "fast-check";
import {
  exact,
  type FigureQualifier,
  formatInterval,
  formatPercent,
  fraction,
  intersectIntervals,
  intervalContains,
  pointInterval,
  printedInterval,
  quotientOfIntervals,
  readPrintedFigure,
  sumIntervals,
  toExactText,
  toNumber,
} from "school-groups/core";
import { describe, expect, test } from "vitest";

const interval = (text: string, kind?: "count" | "rounded") => {
  const read = printedInterval(text, { kind });
  return read && formatInterval(read);
};

describe("the digits decide", () => {
  test.each([
    ["33 %", "[0.325, 0.335]"],
    ["33.9 %", "[0.3385, 0.3395]"],
    ["33.90%", "[0.33895, 0.33905]"],
    ["27.7％", "[0.2765, 0.2775]"],
    ["３３．９　％", "[0.3385, 0.3395]"],
    ["0 %", "[0, 0.005]"],
    ["100%", "[0.995, 1.005]"],
    ["-0.3%", "[-0.0035, -0.0025]"],
    ["−0.3%", "[-0.0035, -0.0025]"],
    ["-0%", "[-0.005, 0]"],
    ["5‰", "[0.0045, 0.0055]"],
    ["1.2万", "[11500, 12500]"],
    ["1.20萬人", "[11950, 12050]"],
    ["3 亿", "[250000000, 350000000]"],
    ["3.50", "[3.495, 3.505]"],
    ["40408", "[40408, 40408]"],
    ["40,408", "[40408, 40408]"],
    ["４０，４０８人", "[40408, 40408]"],
    ["40 408", "[40408, 40408]"],
    ["40\u202f408 名", "[40408, 40408]"],
    ["0", "[0, 0]"],
  ])("%s stands for %s", (text, expected) => {
    expect(interval(text)).toBe(expected);
  });

  test("the caller says how a figure is meant", () => {
    expect(interval("40408", "rounded")).toBe("[40407.5, 40408.5]");
    expect(interval("33 %", "count")).toBe("[0.33, 0.33]");
    expect(interval("1.2万", "count")).toBe("[12000, 12000]");
  });
});

// 西宁 X4, X5, X7 print 近4000人次, 超过1200次, 650余节, 82间; others 60万元, 10余万元.
describe("measure words say what is counted, not how much", () => {
  test.each([
    ["82间", "[82, 82]"],
    ["超过1200次", "[1200, ∞)"],
    ["650余节", "[650, ∞)"],
    ["60万元", "[595000, 605000]"],
    ["10余万元", "[100000, ∞)"],
    ["4.5平方米", "[4.45, 4.55]"],
    ["4000多人次", "[4000, ∞)"],
  ])("%s stands for %s", (text, expected) => {
    expect(interval(text)).toBe(expected);
  });

  test("近4000人次 is about 4000; two words or two measure words are no figure", () => {
    expect(readPrintedFigure("近4000人次")?.qualifier).toBe("about");
    expect(["10余万余元", "82间所", "间", "近七成"].map((text) => readPrintedFigure(text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("words around the figure", () => {
  test.each<[string, FigureQualifier, string | undefined]>([
    ["约5000人", "about", undefined],
    ["約 5000", "about", undefined],
    ["5000人左右", "about", undefined],
    ["近5000人", "about", undefined],
    ["≥20%", "at-least", "[0.2, ∞)"],
    ["20%以上", "at-least", "[0.2, ∞)"],
    ["不低于20%", "at-least", "[0.2, ∞)"],
    ["超过33.9%", "more-than", "[0.339, ∞)"],
    ["5000余人", "more-than", "[5000, ∞)"],
    ["5000多人", "more-than", "[5000, ∞)"],
    ["不超过15%", "at-most", "[0, 0.15]"],
    ["3000人以下", "at-most", "[0, 3000]"],
    ["不足3000人", "less-than", "[0, 3000]"],
    ["40408", "none", "[40408, 40408]"],
  ])("%s", (text, qualifier, expected) => {
    expect(readPrintedFigure(text)?.qualifier).toBe(qualifier);
    expect(interval(text)).toBe(expected);
  });

  test("value, sign and text are kept", () => {
    const read = readPrintedFigure("约３３．５％");
    expect(read?.text).toBe("约３３．５％");
    expect(read && toExactText(read.value)).toBe("0.335");
    expect(read?.sign).toBe("percent");
    expect(readPrintedFigure("5‰")?.sign).toBe("per-mille");
    expect(readPrintedFigure("5")?.sign).toBe("none");
    expect(readPrintedFigure("5")?.kind).toBe("count");
    expect(readPrintedFigure("5.0")?.kind).toBe("rounded");
  });
});

describe("what is no figure", () => {
  test.each([
    "",
    " ",
    "大部分",
    "33 percent",
    "30-40%",
    "4,04",
    "1,0000",
    "4 0408",
    "33%%",
    "3.",
    ".5",
    "1e5",
    "½",
    "3²",
    "约5000以上",
    "NaN",
    "三成",
    "%",
    "1.2.3",
    "9".repeat(101),
    "9".repeat(2_000_000),
    "\ud800",
  ])("%.10s", (text) => {
    expect(readPrintedFigure(text)).toBeUndefined();
    expect(printedInterval(text)).toBeUndefined();
  });

  test("nor is anything but text", () => {
    for (const value of [undefined, null, 33, {}, []]) expect(readPrintedFigure(value as unknown as string)).toBeUndefined();
  });
});

describe("rounding and reading belong together", () => {
  test("a share printed in either usual rounding is read as an interval that holds it", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), fc.nat(3), fc.boolean(), (part, whole, places, even) => {
        const share = fraction(part, whole);
        const printed = formatPercent(share, { places, mode: even ? "half-even" : "half-away-from-zero" });
        const read = printedInterval(printed);
        expect(read && intervalContains(read, share)).toBe(true);
      }),
    );
  });
});

describe("Baota's published figures (../shared/sources/baota.md, C2), by hand", () => {
  const total = (pupils: string, share: string) => {
    const [part, ratio] = [printedInterval(pupils), printedInterval(share)];
    const whole = part && ratio && quotientOfIntervals(part, ratio);
    if (whole?.high === undefined) throw new Error("no interval");
    return whole;
  };

  test("the totals that the shares imply", () => {
    // 25516 / 0.335 = 76167.16…, 25516 / 0.325 = 78510.76…; 40408 / 0.3395 = 119022.0…, 40408 / 0.3385 = 119373.7…
    const primary = total("25516", "33 %");
    expect([primary.low, primary.high ?? exact(0)].map((end) => Math.round(toNumber(end)))).toEqual([76167, 78511]);
    const all = total("40408", "33.9 %");
    expect([all.low, all.high ?? exact(0)].map((end) => Math.round(toNumber(end)))).toEqual([119022, 119374]);
  });

  test("they contradict the stages together, over the intervals too", () => {
    const stages = sumIntervals([total("25516", "33 %"), total("10616", "27.7 %"), total("3407", "14.9 %")]);
    expect(intersectIntervals(stages, total("40408", "33.9 %"))).toBeUndefined();
  });

  test("pupils of the stages are 869 short, staff add up", () => {
    const counts = (texts: readonly string[]) => sumIntervals(texts.map((text) => printedInterval(text) ?? pointInterval(exact(0))));
    expect(formatInterval(counts(["25516", "10616", "3407"]))).toBe("[39539, 39539]");
    expect(formatInterval(counts(["1402", "1211", "340"]))).toBe("[2953, 2953]");
  });
});
