/** The tree as the shape test sees it: its files, what each imports, and what each says outside comments and texts. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { root } from "./root.ts";

const ignored = new Set(["node_modules", "dist"]);

export interface Import {
  /** A path from the root for our own files, else the name of the package. */
  readonly what: string;
  readonly typesOnly: boolean;
}

/** Names in a folder, folders with a slash at the end; dot-files, empty folders and what is built or installed are not of the tree. */
export function entriesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !ignored.has(name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !name.endsWith("/") || filesOf(posix.join(folder, name)).length > 0)
    .sort();
}

/** Paths of all files under a folder. */
export function filesOf(folder: string): string[] {
  return entriesOf(folder).flatMap((name) => (name.endsWith("/") ? filesOf(posix.join(folder, name)) : [posix.join(folder, name)]));
}

export const isProgram = (path: string) => /\.tsx?$/.test(path);

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function exists(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const own = (specifier: string) => (specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier);
  visit(path, (node) => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typesOnly = ts.isImportDeclaration(node) ? bringsTypesOnly(node) : node.isTypeOnly;
      found.push({ what: own(node.moduleSpecifier.text), typesOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) found.push({ what: own(specifier.text), typesOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ what: own(node.argument.literal.text), typesOnly: true });
    }
  });
  return found;
}

function bringsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  const { isTypeOnly, name, namedBindings } = importClause;
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined;
  return isTypeOnly || (!name && named !== undefined && named.every((element) => element.isTypeOnly));
}

/** What stands before a dot, and what is called or made, by its text: `Excel.`, `sql.exec`, `fetch()`, `new Date()`. */
export function saysOf(path: string): Set<string> {
  const says = new Set<string>();
  visit(path, (node, source) => {
    if (ts.isPropertyAccessExpression(node)) {
      const owner = node.expression.getText(source).split(".").at(-1);
      says.add(`${owner}.`).add(`${owner}.${node.name.text}`).add(`.${node.name.text}`);
    } else if (ts.isQualifiedName(node)) says.add(`${node.left.getText(source)}.`);
    else if (ts.isCallExpression(node)) says.add(`${node.expression.getText(source)}()`);
    else if (ts.isNewExpression(node)) says.add(`new ${node.expression.getText(source)}(${node.arguments?.length ? "…" : ""})`);
  });
  return says;
}

const parsed = new Map<string, ts.SourceFile>();

function visit(path: string, see: (node: ts.Node, source: ts.SourceFile) => void): void {
  const source = parsed.get(path) ?? ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  parsed.set(path, source);
  const walk = (node: ts.Node): void => {
    see(node, source);
    ts.forEachChild(node, walk);
  };
  walk(source);
}
