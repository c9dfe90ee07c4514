import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { entryPoints } from "../config/entry-points.js";
import { type Import, importsOf, lineOf, root, type SourceFile, sourceFiles, sourceProgram } from "../config/source.js";
import * as rules from "./rules.js";

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const roomOf = (path: string): string | undefined => (path.includes("/") ? path.split("/")[0] : undefined);
const say = ({ from, line, specifier }: Import): string => `src/${from.path}:${line} imports ${specifier}`;
const allowedRooms = (room: string): readonly string[] => rules.roomImports[room] ?? [];

describe("imports", () => {
  test("every room is in the table", () => {
    const unknown = files.filter(({ room }) => room !== undefined && rules.roomImports[room] === undefined);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  test("every relative import ends in .js and leads to a file of src", () => {
    const lost = imports.filter(
      ({ specifier, target }) => specifier.startsWith(".") && (target === undefined || !specifier.endsWith(".js")),
    );
    expect(lost.map(say)).toEqual([]);
  });

  test("a room imports only from the rooms of its row", () => {
    const crossing = imports.filter(({ from, target, typeOnly }) => {
      const room = target === undefined ? undefined : roomOf(target);
      if (room === undefined || from.room === undefined || room === from.room || allowedRooms(from.room).includes(room)) return false;
      return !(typeOnly && rules.typesFromAnywhere.includes(from.room));
    });
    expect(crossing.map(say)).toEqual([]);
  });

  test("nothing imports index.ts, and index.ts leaves out what has its own door", () => {
    const wrong = imports.filter(
      ({ from, target }) =>
        target === "index.ts" || (from.path === "index.ts" && target !== undefined && rules.notInIndex.includes(roomOf(target) ?? "")),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test("a package is imported only where it belongs", () => {
    const strange = imports.filter(({ from, specifier }) => {
      if (specifier.startsWith(".")) return false;
      const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
      const place = rules.packageImports[name];
      return place === undefined || !(place.endsWith("/") ? from.path.startsWith(place) : from.path === place);
    });
    expect(strange.map(say)).toEqual([]);
  });

  test("date-fns is imported by sub-path", () => {
    expect(imports.filter(({ specifier }) => specifier === "date-fns").map(say)).toEqual([]);
  });

  test("no file needs itself to be loaded", () => {
    expect(valueCycles()).toEqual([]);
  });
});

/** Files that import one another's values in a circle, each circle once. */
function valueCycles(): readonly string[] {
  const edges = new Map<string, string[]>();
  for (const { from, target, typeOnly } of imports) {
    if (target !== undefined && !typeOnly) edges.set(from.path, [...(edges.get(from.path) ?? []), target]);
  }
  const cycles = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const first = circle.indexOf([...circle].sort()[0] as string);
      cycles.add([...circle.slice(first), ...circle.slice(0, first)].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return [...cycles].sort();
}

/** Collects what `fault` says of the nodes of every file, as `src/file:line: what`. */
function faults(fault: (node: ts.Node, file: SourceFile) => string | undefined): readonly string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const words = fault(node, file);
      if (words !== undefined) found.push(`src/${file.path}:${lineOf(file.tree, node)}: ${words}`);
      ts.forEachChild(node, visit);
    };
    visit(file.tree);
    return found;
  });
}

describe("purity", () => {
  const checker = sourceProgram().getTypeChecker();

  /** An identifier that is read as a value, and that no file of ours declares. */
  const isGlobal = (node: ts.Identifier): boolean => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
    if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent)) && parent.name === node)
      return false;
    if (ts.isPartOfTypeNode(node) || ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
    const declarations = checker.getSymbolAtLocation(node)?.declarations;
    return declarations === undefined || declarations.every((each) => !each.getSourceFile().fileName.startsWith(join(root, "src")));
  };

  test("no clock, chance, place, network, console or timer", () => {
    const found = faults((node, { path }) => {
      if (!ts.isIdentifier(node) || !rules.forbiddenGlobals.includes(node.text) || !isGlobal(node)) return undefined;
      if (!rules.allowedGlobals[path]?.includes(node.text)) return node.text;
      const { parent } = node;
      const clock =
        (ts.isNewExpression(parent) && (parent.arguments?.length ?? 0) === 0) ||
        ts.isCallExpression(parent) ||
        (ts.isPropertyAccessExpression(parent) && parent.name.text === "now");
      return clock ? `the clock, by ${node.text}` : undefined;
    });
    expect(found).toEqual([]);
  });

  test("of Math only what every engine computes alike", () => {
    const found = faults((node) => {
      if (!ts.isIdentifier(node) || node.text !== "Math" || !isGlobal(node)) return undefined;
      const { parent } = node;
      if (!ts.isPropertyAccessExpression(parent)) return "Math as a value";
      return rules.allowedMath.includes(parent.name.text) ? undefined : `Math.${parent.name.text}`;
    });
    expect(found).toEqual([]);
  });

  test("powers by ** of BigInt only", () => {
    const powers = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];
    const found = faults((node) => {
      if (!ts.isBinaryExpression(node) || !powers.includes(node.operatorToken.kind)) return undefined;
      return checker.getTypeAtLocation(node.left).flags & ts.TypeFlags.BigIntLike ? undefined : node.getText();
    });
    expect(found).toEqual([]);
  });

  test("no method and no pattern that asks the engine's tables of languages", () => {
    const found = faults((node) => {
      if (ts.isPropertyAccessExpression(node) && rules.forbiddenMethods.test(node.name.text)) return node.name.text;
      const pattern = ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node);
      return pattern && /\\p\{/i.test(node.text) ? node.getText() : undefined;
    });
    expect(found).toEqual([]);
  });

  test("no import() at run time, no async function", () => {
    const found = faults((node) => {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return "import()";
      return node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node) ? "async or await" : undefined;
    });
    expect(found).toEqual([]);
  });

  test("loading a file does nothing and keeps no state", () => {
    const found = files.flatMap((file) =>
      file.tree.statements.flatMap((statement) => {
        const place = `src/${file.path}:${lineOf(file.tree, statement)}`;
        if (ts.isVariableStatement(statement)) {
          return statement.declarationList.flags & ts.NodeFlags.Const ? [] : [`${place}: a variable that can change`];
        }
        const declares =
          ts.isImportDeclaration(statement) ||
          ts.isExportDeclaration(statement) ||
          ts.isFunctionDeclaration(statement) ||
          ts.isInterfaceDeclaration(statement) ||
          ts.isTypeAliasDeclaration(statement) ||
          ts.isClassDeclaration(statement);
        return declares ? [] : [`${place}: ${statement.getText().slice(0, 40)}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test("a call at the top level is marked /* @__PURE__ */, so that bundlers can drop it", () => {
    const found = files.flatMap((file) => {
      const unmarked: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return;
        if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
          const text = file.tree.text.slice(node.getFullStart(), node.getStart());
          if (!text.includes("/* @__PURE__ */"))
            unmarked.push(`src/${file.path}:${lineOf(file.tree, node)}: ${node.getText().slice(0, 40)}`);
          return;
        }
        ts.forEachChild(node, visit);
      };
      for (const statement of file.tree.statements) if (ts.isVariableStatement(statement)) visit(statement);
      return unmarked;
    });
    expect(found).toEqual([]);
  });
});

describe("shape", () => {
  test(`no file is longer than ${rules.longestFile} lines, but packs and sentences`, () => {
    const long = files
      .map(({ path, tree }) => ({ path, lines: tree.text.trimEnd().split("\n").length }))
      .filter(({ path, lines }) => lines > rules.longestFile && !rules.filesOfAnyLength.test(path));
    expect(long.map(({ path, lines }) => `src/${path}: ${lines}`)).toEqual([]);
  });

  test("files are named in kebab-case, after what they hold", () => {
    const odd = files.filter(
      ({ path }) => !/^[a-z0-9-]+(\/(zh-CN|[a-z0-9-]+))*\.ts$/.test(path) || rules.vagueNames.test(path.replaceAll("-", "/")),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test("no default export, enum, namespace, or class but the one error", () => {
    const found = faults((node) => {
      if (ts.isExportAssignment(node)) return "default export";
      if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
        return "default export";
      if (ts.isEnumDeclaration(node)) return "enum";
      if (ts.isModuleDeclaration(node)) return "namespace";
      if (ts.isClassLike(node) && !rules.classes.includes(node.name?.text ?? "")) return `class ${node.name?.text}`;
      return undefined;
    });
    expect(found).toEqual([]);
  });

  test("exported names say what they are", () => {
    const found = exported().filter(({ name, declaration }) => {
      const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
      return rules.vagueNames.test(words) || (ts.isInterfaceDeclaration(declaration) && /^I[A-Z][a-z]/.test(name));
    });
    expect(found.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
  });

  test("a function or constant is exported for somebody: another file, a user or a test", () => {
    const used = new Set([...importedInSource(), ...publicDeclarations()]);
    const tried = importedInTests();
    const idle = exported().filter(
      ({ name, declaration }) =>
        (ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration)) && !used.has(declaration) && !tried.has(name),
    );
    expect(idle.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
  });

  test("codes of issues are in kebab-case and belong to one room each", () => {
    const owners = new Map<string, string[]>();
    const odd: string[] = [];
    for (const { name, declaration, place } of exported()) {
      if (!ts.isInterfaceDeclaration(declaration) || !name.endsWith("IssueParams")) continue;
      for (const member of declaration.members) {
        const code = member.name !== undefined && (ts.isStringLiteral(member.name) || ts.isIdentifier(member.name)) ? member.name.text : "";
        if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) odd.push(`${place}: ${member.getText().slice(0, 40)}`);
        owners.set(code, [...(owners.get(code) ?? []), place]);
      }
    }
    const shared = [...owners].filter(([, places]) => places.length > 1).map(([code, places]) => `${code}: ${places.join(", ")}`);
    expect([...odd, ...shared]).toEqual([]);
  });
});

interface Exported {
  readonly name: string;
  readonly declaration: ts.Declaration;
  readonly place: string;
  readonly documentation: string;
  readonly examples: readonly string[];
}

/** Every symbol where it is declared and exported: re-exports are not listed again. */
function exported(): readonly Exported[] {
  const checker = sourceProgram().getTypeChecker();
  return files.flatMap(({ tree, path }) => {
    const module = checker.getSymbolAtLocation(tree);
    if (module === undefined) return [];
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const declaration = symbol.declarations?.find((each) => each.getSourceFile() === tree && !ts.isExportSpecifier(each));
      if (declaration === undefined) return [];
      const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === "example");
      const internal = symbol.getJsDocTags(checker).filter(({ name }) => name === "internal");
      return [
        {
          name: symbol.name,
          declaration,
          place: `src/${path}:${lineOf(tree, declaration)}`,
          documentation: [symbol.getDocumentationComment(checker), ...internal.map(({ text }) => text)]
            .map(ts.displayPartsToString)
            .join(" "),
          examples: tags.map(({ text }) => ts.displayPartsToString(text)),
        },
      ];
    });
  });
}

/** Declarations that some file of src imports or hands on by name; of `export *` all. */
function importedInSource(): ReadonlySet<ts.Declaration> {
  const checker = sourceProgram().getTypeChecker();
  const named = (statement: ts.ImportDeclaration | ts.ExportDeclaration): readonly ts.Symbol[] => {
    const clause = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    if (clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause)))
      return clause.elements.flatMap(({ name }) => checker.getSymbolAtLocation(name) ?? []);
    const module = statement.moduleSpecifier === undefined ? undefined : checker.getSymbolAtLocation(statement.moduleSpecifier);
    return module === undefined ? [] : checker.getExportsOfModule(module);
  };
  return new Set(
    files.flatMap(({ tree }) =>
      tree.statements.flatMap((statement) =>
        (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier !== undefined
          ? named(statement).flatMap(
              (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).declarations ?? [],
            )
          : [],
      ),
    ),
  );
}

/** Names that tests, scripts and benchmarks import. */
function importedInTests(): ReadonlySet<string> {
  const folder = join(root, "test");
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const lists = texts.flatMap((text) => [...text.matchAll(/import (?:type )?\{([^}]*)\}/g)].map(([, list = ""]) => list));
  return new Set(
    lists.flatMap((list) =>
      list.split(",").map((each) =>
        each
          .trim()
          .replace(/^type /, "")
          .replace(/ as .*$/, ""),
      ),
    ),
  );
}

/** Declarations that a user can reach by some entry point. */
function publicDeclarations(): ReadonlySet<ts.Declaration> {
  const checker = sourceProgram().getTypeChecker();
  const entries = new Set(entryPoints().map(({ file }) => `${file}.ts`));
  const doors = files.filter(({ path }) => entries.has(path));
  return new Set(
    doors.flatMap(({ tree }) => {
      const module = checker.getSymbolAtLocation(tree);
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      return symbols.flatMap(
        (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).declarations ?? [],
      );
    }),
  );
}

describe("documentation", () => {
  const isFunction = (declaration: ts.Declaration): boolean =>
    ts.isFunctionDeclaration(declaration) ||
    (ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      (ts.isArrowFunction(declaration.initializer) || ts.isFunctionExpression(declaration.initializer)));

  test("every exported symbol has a doc comment", () => {
    const bare = exported().filter(({ documentation }) => documentation.trim() === "");
    expect(bare.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
  });

  test("every public function has an @example, a block of ts", () => {
    const reached = publicDeclarations();
    const bare = exported().filter(
      ({ declaration, examples }) =>
        isFunction(declaration) && reached.has(declaration) && !examples.some((text) => text.includes("```ts")),
    );
    expect(bare.map(({ place, name }) => `${place} ${name}`)).toEqual([]);
  });

  test("nothing is left to be done, and no word is silenced", () => {
    const left = files.flatMap(({ path }) => {
      const text = readFileSync(join(root, "src", path), "utf8");
      return /\b(TODO|FIXME|HACK)\b|@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(text) ? [path] : [];
    });
    expect(left).toEqual([]);
  });
});
