import { describe, it } from "vitest";
import { neverGivesNonNumbers } from "../statistics/mixed-model/never-gives-non-numbers.js";

describe("fits of a thousand tiny tables", () => {
  it("never give a number that is none", () => neverGivesNonNumbers(1000));
});
