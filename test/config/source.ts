import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The options of tsconfig.json, as the compiler reads them. */
export function compilerOptions(): ts.CompilerOptions {
  const path = join(root, "tsconfig.json");
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, path).options;
}

/** One file of src: its path below src (`core/fraction.ts`), its room (`core`; none for index.ts) and its syntax tree. */
export interface SourceFile {
  readonly path: string;
  readonly room: string | undefined;
  readonly tree: ts.SourceFile;
}

/** An import or re-export between files of src, or of a package. */
export interface Import {
  readonly from: SourceFile;
  readonly line: number;
  /** As written: `../core/index.js`, `zod`. */
  readonly specifier: string;
  /** Below src, where it is one of our files. */
  readonly target: string | undefined;
  /** Nothing of it is left in the JavaScript. */
  readonly typeOnly: boolean;
}

let program: ts.Program | undefined;

/** One program over src, shared by all who ask. */
export function sourceProgram(): ts.Program {
  const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  program ??= ts.createProgram(
    names.sort().map((name) => join(root, "src", name)),
    compilerOptions(),
  );
  return program;
}

export function sourceFiles(): readonly SourceFile[] {
  return sourceProgram()
    .getSourceFiles()
    .map((tree) => ({ tree, path: relative(join(root, "src"), tree.fileName).replaceAll("\\", "/") }))
    .filter(({ path }) => !path.startsWith("."))
    .map(({ tree, path }) => ({ tree, path, room: path.includes("/") ? path.split("/")[0] : undefined }));
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Every `import` and `export … from` of a file; `import()` in types counts as one of types only. */
export function importsOf(from: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: string, typeOnly: boolean): void => {
    found.push({ from, line: lineOf(from.tree, node), specifier, target: targetOf(from.path, specifier), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings;
      const elements = named !== undefined && ts.isNamedImports(named) ? named.elements : [];
      const allTypes = elements.length > 0 && node.importClause?.name === undefined && elements.every((each) => each.isTypeOnly);
      add(node, node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      const elements = node.exportClause !== undefined && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
      add(node, node.moduleSpecifier.text, node.isTypeOnly || (elements.length > 0 && elements.every((each) => each.isTypeOnly)));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node, node.argument.literal.text, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(from.tree);
  return found;
}

function targetOf(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const file = relative(join(root, "src"), join(root, "src", dirname(path), specifier.replace(/\.js$/, ".ts"))).replaceAll("\\", "/");
  return existsSync(join(root, "src", file)) ? file : undefined;
}
