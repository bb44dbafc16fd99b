import { createHash } from 'node:crypto';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { PaidAnswers, PaidRequest } from './paid-answers.ts';

/**
 * Paid answers as artifacts of a session, `work/{session_id}/paid/{service}/{sha256 of the question}.json`: under the session and not under a step's input, so that a
 * continued run whose input differs finds them too. They go when the session is deleted.
 */
export function createPaidAnswers(artifacts: Pick<ArtifactStore, 'find' | 'putOnce'>, session_id: string): PaidAnswers {
  return {
    async find(request, schema) {
      const found = await artifacts.find(keyOf(session_id, request));
      if (found === undefined) return undefined;
      const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(found.body)));
      return parsed.success ? parsed.data : undefined;
    },
    async keep(request, answer) {
      await artifacts.putOnce(keyOf(session_id, request), JSON.stringify(answer), 'application/json');
    },
  };
}

function keyOf(session_id: string, { service, question }: PaidRequest): string {
  const sha256 = createHash('sha256').update(JSON.stringify(question)).digest('hex');
  return `work/${session_id}/paid/${service}/${sha256}.json`;
}
