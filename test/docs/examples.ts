import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { compilerOptions, root } from "../config/source.js";

/**
 * Examples are programs. Every block ```ts of a doc comment in src, of the README and of docs/ is type-checked and run:
 *
 * - `expression; // => literal` holds the value against the literal, by deep equality. A literal that is too long for the line goes
 *   on in the comment lines below it.
 * - A block that calls `console.log` is followed by a block ```text (or ```markdown) with what it prints. A line `…` there stands
 *   for any lines.
 * - A block that shows neither fails: it would prove nothing. A block marked ```ts type-only is type-checked and not run.
 */
export interface Example {
  /** `src/core/result.ts:9`: the line of the block's first line of code. */
  readonly place: string;
  readonly code: string;
  readonly typeOnly: boolean;
  /** The block of output that follows, in Markdown files. */
  readonly output: string | undefined;
  /** What is wrong with the block before it is run. */
  readonly faults: readonly string[];
}

interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const outputLanguages = ["text", "markdown", "md"];
const unchecked = ["typescript", "tsx", "mts", "cts", "js", "javascript", "mjs", "cjs"];

export function examples(): readonly Example[] {
  const sources = below("src", ".ts").flatMap((path) =>
    docComments(readFileSync(join(root, path), "utf8")).flatMap(({ text, line }) => examplesOf(path, fences(text, line), false)),
  );
  const pages = [...below(".", ".md", false), ...below("docs", ".md")].filter((path) => !path.startsWith("docs/api/"));
  return [...sources, ...pages.flatMap((path) => examplesOf(path, fences(readFileSync(join(root, path), "utf8"), 1), true))];
}

function below(folder: string, ending: string, recursive = true): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive, encoding: "utf8" })
    .map((name) => (folder === "." ? name : `${folder}/${name.replaceAll("\\", "/")}`))
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** The doc comments of a source file without their stars, each with the line it begins in. */
function docComments(source: string): readonly { readonly text: string; readonly line: number }[] {
  return [...source.matchAll(/^[ \t]*\/\*\*([\s\S]*?)\*\//gm)].map((match) => ({
    text: (match[1] ?? "").replace(/^[ \t]*\* ?/gm, ""),
    line: source.slice(0, match.index).split("\n").length,
  }));
}

function fences(text: string, firstLine: number): readonly Fence[] {
  const found: Fence[] = [];
  let open: { readonly mark: string; readonly indent: string; readonly language: string; readonly line: number } | undefined;
  let body: string[] = [];
  for (const [index, each] of text.split("\n").entries()) {
    const fence = /^(\s*)(`{3,})\s*(.*)$/.exec(each);
    if (open === undefined) {
      if (fence === null) continue;
      open = { indent: fence[1] ?? "", mark: fence[2] ?? "", language: (fence[3] ?? "").trim(), line: firstLine + index + 1 };
      body = [];
    } else if (fence !== null && fence[3] === "" && (fence[2] ?? "").length >= open.mark.length) {
      found.push({ language: open.language, text: body.join("\n"), line: open.line });
      open = undefined;
    } else {
      body.push(each.startsWith(open.indent) ? each.slice(open.indent.length) : each.trimStart());
    }
  }
  return found;
}

function examplesOf(path: string, blocks: readonly Fence[], page: boolean): readonly Example[] {
  return blocks.flatMap((block, index): readonly Example[] => {
    const place = `${path}:${block.line}`;
    const [language = "", ...marks] = block.language.split(/\s+/);
    if (unchecked.includes(language)) {
      return [{ place, code: "", typeOnly: true, output: undefined, faults: [`a block of ${language} is not checked: write ts`] }];
    }
    if (language !== "ts") return [];
    const next = blocks[index + 1];
    const prints = /\bconsole\.log\(/.test(block.text);
    const output = page && prints && next !== undefined && outputLanguages.includes(next.language) ? next.text : undefined;
    const typeOnly = marks.includes("type-only");
    const { code, faults, checks } = withChecks(block.text);
    const empty = !typeOnly && checks === 0 && output === undefined;
    const mute = prints && output === undefined && !typeOnly;
    return [
      {
        place,
        code,
        typeOnly,
        output,
        faults: [
          ...faults,
          ...(empty ? ["shows no result: neither `// =>` nor a block of output"] : []),
          ...(mute && !empty ? ["calls console.log, and no block of output follows"] : []),
          ...marks.filter((mark) => mark !== "type-only").map((mark) => `unknown mark: ${mark}`),
        ],
      },
    ];
  });
}

/** Puts `__check(line, expression, literal)` in the place of `expression; // => literal`, and moves no line. */
export function withChecks(text: string): { readonly code: string; readonly faults: readonly string[]; readonly checks: number } {
  const tree = ts.createSourceFile("example.ts", text, ts.ScriptTarget.ES2022, true);
  const claims = [...text.matchAll(/\/\/ =>(.*)((?:\n[ \t]*\/\/(?! =>).*)*)/g)];
  const edits: { readonly at: number; readonly insert: string }[] = [];
  const faults: string[] = [];
  const statements: ts.ExpressionStatement[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) statements.push(node);
    ts.forEachChild(node, collect);
  };
  collect(tree);
  for (const claim of claims) {
    const line = text.slice(0, claim.index).split("\n").length;
    const statement = statements.find((each) => each.end <= claim.index && text.slice(each.end, claim.index).trim() === "");
    const literal = literalOf(claim[1] ?? "", claim[2] ?? "");
    if (statement === undefined) faults.push(`line ${line}: \`// =>\` follows no expression statement`);
    else if (literal === undefined) faults.push(`line ${line}: \`// =>${claim[1]}\` is no expression`);
    else {
      edits.push({ at: statement.getStart(tree), insert: `__check(${line}, ` });
      edits.push({ at: statement.expression.end, insert: `, (${literal}))` });
    }
  }
  const code = [...edits].sort((a, b) => b.at - a.at).reduce((done, { at, insert }) => done.slice(0, at) + insert + done.slice(at), text);
  return { code: `${code}\nexport {};\n`, faults, checks: edits.length / 2 };
}

/** The shortest run of comment lines that is an expression. */
function literalOf(first: string, rest: string): string | undefined {
  const lines = [first, ...rest.split("\n").slice(1)].map((line) => line.replace(/^\s*\/\//, "").trim());
  for (let count = 1; count <= lines.length; count++) {
    const text = lines.slice(0, count).join(" ");
    const { diagnostics } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
    if (text !== "" && diagnostics?.length === 0) return text;
  }
  return undefined;
}

/** What the compiler says of each example, by its place; one program over all. */
export function typeErrors(all: readonly Example[]): ReadonlyMap<string, readonly string[]> {
  const name = (index: number): string => join(root, "test", "docs", `example-${index}.ts`);
  const globals = join(root, "test", "docs", "example-globals.d.ts");
  const texts = new Map(all.map(({ code }, index) => [name(index), code]));
  texts.set(globals, "declare function __check(line: number, actual: unknown, expected: unknown): void;\n");
  const options: ts.CompilerOptions = { ...compilerOptions(), noEmit: true };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists.call(host, path);
  host.readFile = (path) => texts.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, version, ...more) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile.call(host, path, version, ...more) : ts.createSourceFile(path, text, version, true);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    all.map(({ place }, index) => {
      const file = program.getSourceFile(name(index));
      const found = file === undefined ? [] : [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [
        place,
        found.map(({ messageText, start }) => {
          const line = start === undefined || file === undefined ? "?" : file.getLineAndCharacterOfPosition(start).line + 1;
          return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
        }),
      ];
    }),
  );
}

/** Text to hold against the output: equal, but for lines `…`, which stand for any number of lines. */
export function printsAs(expected: string, actual: string): boolean {
  const lines = (text: string): string[] =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.trimEnd());
  const literal = (line: string): string => line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = lines(expected).map((line) => (line.trim() === "…" ? "(?:.*\\n)*?" : `${literal(line)}\\n`));
  return new RegExp(`^${pattern.join("")}$`).test(`${lines(actual).join("\n")}\n`);
}
