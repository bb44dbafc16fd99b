import type { PolicyStatement } from '../../stacks/policies/policy-document.ts';
import { policyDocument } from '../../stacks/policies/policy-document.ts';

/** Characters of a managed policy that IAM takes, white space not counted. */
export const MAX_POLICY_CHARACTERS = 6_144;

/**
 * Puts statements, in their order, into as few policies as IAM's limit allows; each is a document of its own.
 *
 * @throws Error when one statement alone is above the limit
 */
export function splitPolicy(statements: readonly PolicyStatement[], limit = MAX_POLICY_CHARACTERS): string[] {
  const policies: PolicyStatement[][] = [];
  for (const statement of statements) {
    const last = policies.at(-1);
    if (last !== undefined && policyDocument([...last, statement]).length <= limit) last.push(statement);
    else policies.push([statement]);
  }
  const documents = policies.map(policyDocument);
  const tooLong = documents.find((document) => document.length > limit);
  if (tooLong !== undefined) throw new Error(`A statement alone is longer than ${limit} characters: ${tooLong}`);
  return documents;
}
