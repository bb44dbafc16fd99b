import ts from 'typescript';
import type { Finding } from './source-files.ts';
import { findingAt } from './source-files.ts';

/**
 * Finds the exported functions, classes, interfaces, types and values of a file that no documentation comment explains.
 * Names that are declared twice, such as a schema and the type inferred from it or the overloads of a function, need one
 * comment together.
 */
export function missingDocstrings(source: ts.SourceFile): Finding[] {
  const declarations = source.statements.filter(isExported).flatMap(namedDeclarations);
  const documented = new Set(declarations.filter(({ node }) => hasDocstring(node)).map(({ name }) => name));
  const missing = new Map(
    declarations.filter(({ name }) => !documented.has(name)).map(({ name, node }) => [name, node]),
  );
  return [...missing].map(([name, node]) => findingAt(node, `${name} has no docstring`));
}

interface NamedDeclaration {
  readonly name: string;
  readonly node: ts.Node;
}

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namedDeclarations(statement: ts.Statement): NamedDeclaration[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((node) => ({ name: node.name.getText(), node }));
  }
  const name = isNamed(statement) ? statement.name?.text : undefined;
  return [{ name: name ?? 'default', node: statement }];
}

function isNamed(node: ts.Node): node is ts.DeclarationStatement & { readonly name?: ts.Identifier } {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

/** Says whether the comment has words of its own; tags alone, such as `@internal`, explain nothing. */
function hasDocstring(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some((part) => ts.isJSDoc(part) && textOf(part).trim() !== '');
}

function textOf(comment: ts.JSDoc): string {
  return ts.getTextOfJSDocComment(comment.comment) ?? '';
}
