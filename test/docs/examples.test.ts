import { format, inspect, isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { type Example, examples, printsAs, typeErrors, withChecks } from "./examples.js";

const all = examples();
let errors: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(() => {
  errors = typeErrors(all);
}, 120_000);

const show = (value: unknown): string => inspect(value, { depth: 12, breakLength: 120 });

/** Runs an example and says what does not hold. */
async function run({ code, output }: Example): Promise<readonly string[]> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const modules = new Map<string, unknown>();
  for (const [, specifier = ""] of outputText.matchAll(/\brequire\("([^"]+)"\)/g)) {
    modules.set(specifier, await import(/* @vite-ignore */ specifier));
  }
  const wrong: string[] = [];
  const printed: string[] = [];
  const check = (line: number, actual: unknown, expected: unknown): void => {
    if (!isDeepStrictEqual(actual, expected)) wrong.push(`line ${line}: gives ${show(actual)}, and says ${show(expected)}`);
  };
  const AsyncFunction = (async () => {}).constructor as new (...words: string[]) => (...values: unknown[]) => Promise<void>;
  const program = new AsyncFunction("require", "exports", "__check", "console", outputText);
  await program((specifier: string) => modules.get(specifier), {}, check, { log: (...words: unknown[]) => printed.push(format(...words)) });
  if (output !== undefined && !printsAs(output, printed.join("\n"))) wrong.push(`prints:\n${printed.join("\n")}`);
  return wrong;
}

describe("doc examples", () => {
  test("are found", () => {
    expect(all.length).toBeGreaterThan(0);
  });

  test.each(all.map((example) => [example.place, example] as const))("%s", async (place, example) => {
    expect([...example.faults, ...(errors.get(place) ?? [])]).toEqual([]);
    if (!example.typeOnly) expect(await run(example)).toEqual([]);
  });
});

describe("the reading of examples", () => {
  test("a claim is tied to the statement before it, on its line or the next", () => {
    expect(withChecks("f(1); // => 2").code).toContain("__check(1, f(1), (2));");
    expect(withChecks("f(1);\n// => {\n//   a: 1,\n// }\ng();").code).toContain("__check(2, f(1), ({ a: 1, }));");
  });

  test("text after a whole literal is a remark", () => {
    expect(withChecks("f(); // => 2\n// because it is so").code).toContain("__check(1, f(), (2));");
  });

  test("a claim that hangs in the air is a fault", () => {
    expect(withChecks("const x = f(); // => 2").faults).toEqual(["line 1: `// =>` follows no expression statement"]);
    expect(withChecks("f(); // => two of them").faults).toEqual(["line 1: `// => two of them` is no expression"]);
  });

  test("output is equal but for lines of …", () => {
    expect(printsAs("a\nb", "a\nb\n")).toBe(true);
    expect(printsAs("a\n…\nd", "a\nb\nc\nd")).toBe(true);
    expect(printsAs("a\n…", "b\na")).toBe(false);
    expect(printsAs("a", "a\nb")).toBe(false);
    expect(printsAs("a.c", "abc")).toBe(false);
  });
});
