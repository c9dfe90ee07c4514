import { join } from "node:path";
import ts from "typescript";
import { compilerOptions, root } from "../config/source.js";
import { SAMPLE_HERE, SAMPLE_NUMBERS, SAMPLE_WORDS, SECOND_WORDS } from "./sample-words.js";

/** The languages of a sentence, by their place in a pair of words. */
export const LOCALES = ["zh-CN", "en"] as const;
type Locale = (typeof LOCALES)[number];

/** The type of the catalog with what is needed to ask for its parts. */
export interface CatalogType {
  readonly type: ts.Type;
  readonly checker: ts.TypeChecker;
}

/** Reads the catalog's type, so that a sentence added to it has its samples without anybody writing them. */
export function readCatalogType(): CatalogType {
  const path = join(root, "src/messages/catalog.ts");
  const program = ts.createProgram([path], { ...compilerOptions(), noEmit: true });
  const source = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = source && checker.getSymbolAtLocation(source);
  const catalog = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === "Catalog");
  if (catalog === undefined) throw new Error("no type Catalog");
  return { type: checker.getDeclaredTypeOfSymbol(catalog), checker };
}

/** The type below a key, of a property or of an index signature. */
export function typeBelow({ type, checker }: CatalogType, key: string): CatalogType {
  const property = checker.getPropertyOfType(type, key);
  const below = property === undefined ? checker.getIndexTypeOfType(type, ts.IndexKind.String) : checker.getTypeOfSymbol(property);
  if (below === undefined) throw new Error(`no type below ${key}`);
  return { type: below, checker };
}

/** The type of a sentence's only parameter; `undefined` where it takes none. */
function paramsType({ type, checker }: CatalogType): ts.Type | undefined {
  const parameter = checker.getSignaturesOfType(type, ts.SignatureKind.Call)[0]?.parameters[0];
  return parameter === undefined ? undefined : checker.getTypeOfSymbol(parameter);
}

function word(name: string, { key, locale }: Choice, second = false): string {
  const pair = (second ? SECOND_WORDS[name] : undefined) ?? SAMPLE_HERE[key]?.[name] ?? SAMPLE_WORDS[name];
  return pair === undefined ? `‹${name}›` : (pair[LOCALES.indexOf(locale)] ?? "");
}

function sampleNumber(name: string, key: string): number {
  const here = SAMPLE_HERE[key]?.[name];
  return here === undefined ? (SAMPLE_NUMBERS[name] ?? 3) : Number(here[0]);
}

interface Choice {
  readonly key: string;
  readonly locale: Locale;
  readonly checker: ts.TypeChecker;
}

/** The members of a type as it is handed over: a union without `undefined`, else the type alone. */
function members(type: ts.Type): readonly ts.Type[] {
  const all = type.isUnion() ? type.types : [type];
  return all.filter(({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0);
}

function literalOf(type: ts.Type, { checker }: Choice): string | number | boolean | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  return (type.flags & ts.TypeFlags.BooleanLiteral) === 0 ? undefined : checker.typeToString(type) === "true";
}

function sampleOf(type: ts.Type, name: string, choice: Choice, second = false): unknown {
  const { checker } = choice;
  const [first] = members(type);
  if (first === undefined) return undefined;
  const literal = literalOf(first, choice);
  if (literal !== undefined) return literal;
  if ((first.flags & ts.TypeFlags.StringLike) !== 0 || first.isIntersection()) return word(name, choice, second);
  if ((first.flags & ts.TypeFlags.NumberLike) !== 0) return second ? 5 : sampleNumber(name, choice.key);
  if (checker.isTupleType(first)) {
    return checker.getTypeArguments(first as ts.TypeReference).map((each, at) => sampleOf(each, name, choice, at > 0));
  }
  if (checker.isArrayType(first)) {
    const [element] = checker.getTypeArguments(first as ts.TypeReference);
    return element === undefined ? [] : [sampleOf(element, name, choice), sampleOf(element, name, choice, true)];
  }
  if (checker.getPropertyOfType(first, "zh-CN") !== undefined) {
    return Object.fromEntries(LOCALES.map((locale) => [locale, word(name, { ...choice, locale }, second)]));
  }
  return objectOf(first, choice);
}

function objectOf(type: ts.Type, choice: Choice): Record<string, unknown> {
  return Object.fromEntries(
    choice.checker
      .getPropertiesOfType(type)
      .map((property) => [property.name, sampleOf(choice.checker.getTypeOfSymbol(property), property.name, choice)]),
  );
}

/** The parameters of a sentence as its type says, once for each way it may turn: an option absent, another word of a closed list. */
export function samplesOf(sentence: CatalogType, locale: Locale, key = ""): readonly (Readonly<Record<string, unknown>> | undefined)[] {
  const params = paramsType(sentence);
  if (params === undefined) return [undefined];
  const choice = { key, locale, checker: sentence.checker };
  return members(params).flatMap((type) => {
    const base = objectOf(type, choice);
    const turns = sentence.checker.getPropertiesOfType(type).flatMap((property) => {
      const own = sentence.checker.getTypeOfSymbol(property);
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const literals = members(own).flatMap((each) => {
        const literal = literalOf(each, choice);
        return literal === undefined || literal === base[property.name] ? [] : [{ ...base, [property.name]: literal }];
      });
      return [...literals, ...(optional ? [{ ...base, [property.name]: undefined }] : [])];
    });
    return [base, ...turns];
  });
}
