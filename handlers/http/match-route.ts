import type { OperationId } from '../../contracts/index.ts';
import { ROUTES } from '../../contracts/index.ts';

/** A route that a request leads to, and what its path carries. */
export interface MatchedRoute {
  readonly operation: OperationId;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The route of a method and path, or the methods that the path knows: none when there is no such path. */
export function matchRoute(method: string, path: string): MatchedRoute | { readonly allowed: readonly string[] } {
  const ofPath = (Object.keys(ROUTES) as OperationId[]).flatMap((operation) => {
    const pathParameters = parametersOf(ROUTES[operation].path, path);
    return pathParameters === undefined ? [] : [{ operation, pathParameters }];
  });
  const matched = ofPath.find(({ operation }) => ROUTES[operation].method === method);
  return matched ?? { allowed: ofPath.map(({ operation }) => ROUTES[operation].method) };
}

/** What a path carries that keeps to a template; undefined when it does not. */
function parametersOf(template: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = value;
  }
  return parameters;
}
