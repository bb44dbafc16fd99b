import ts from 'typescript';
import type { Finding } from './source-files.ts';
import { findingAt } from './source-files.ts';

/** The files that may make SDK clients: one for what runs, one for operators' commands. Everyone else receives them, so that they can be injected in a test. */
const CLIENT_FACTORIES: readonly string[] = ['services/aws-services.ts', 'services/operator-services.ts'];

/** Client classes of AWS SDK 3: `S3Client`, `DynamoDBDocumentClient`; commands, paginators and errors are named otherwise. */
const CLIENT_CLASS = /Client$|^DynamoDBDocument$/;

/**
 * Finds imports through which a file could make an AWS SDK client itself: a client class imported as a value, or a whole
 * SDK package. `import type` is fine, an adapter needs the type of what it receives.
 */
export function sdkClientImports(source: ts.SourceFile): Finding[] {
  if (CLIENT_FACTORIES.includes(source.fileName)) return [];
  return source.statements
    .filter(ts.isImportDeclaration)
    .filter(isValueImportOfSdk)
    .flatMap(clientNodes)
    .map((node) =>
      findingAt(
        node,
        `${node.getText()}: SDK clients are made in ${CLIENT_FACTORIES.join(' and ')} alone; take the client as a parameter`,
      ),
    );
}

function isValueImportOfSdk(declaration: ts.ImportDeclaration): boolean {
  const isSdk =
    ts.isStringLiteral(declaration.moduleSpecifier) && declaration.moduleSpecifier.text.startsWith('@aws-sdk/');
  return isSdk && declaration.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
}

function clientNodes(declaration: ts.ImportDeclaration): ts.Node[] {
  const bindings = declaration.importClause?.namedBindings;
  if (bindings === undefined || ts.isNamespaceImport(bindings)) return [declaration];
  return bindings.elements.filter(
    ({ isTypeOnly, name, propertyName }) => !isTypeOnly && CLIENT_CLASS.test((propertyName ?? name).text),
  );
}
