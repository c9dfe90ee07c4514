import { expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { District, Group, PublishedFigure, School } from "../../src/domain/index.js";
import type { districtSchema, groupSchema, publishedFigureSchema, schoolSchema } from "../../src/schema/index.js";

/** Zod's outputs are mutable, ours are not: only that is levelled. */
type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]: Frozen<Value[Key]> };

it("the output of each schema is its interface", () => {
  expectTypeOf<Frozen<z.output<typeof schoolSchema>>>().toEqualTypeOf<Frozen<School>>();
  expectTypeOf<Frozen<z.output<typeof groupSchema>>>().toEqualTypeOf<Frozen<Group>>();
  expectTypeOf<Frozen<z.output<typeof publishedFigureSchema>>>().toEqualTypeOf<Frozen<PublishedFigure>>();
  expectTypeOf<Frozen<z.output<typeof districtSchema>>>().toEqualTypeOf<Frozen<District>>();
});
