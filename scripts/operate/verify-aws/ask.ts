import { PermissionDeniedError, PipelineError } from '../../../contracts/index.ts';
import { isRefusal } from '../../../services/operator/ask-aws.ts';
import type { Answer, Fact, FactContext } from './fact.ts';
import { unknown } from './fact.ts';

/** A fact with its answer. */
export interface AnsweredFact extends Omit<Fact, 'check'> {
  readonly answer: Answer;
}

/** Asks the account for facts, side by side; what costs something only when that is wanted. Throws `PermissionDeniedError` when there are no credentials. */
export async function askAll(
  facts: readonly Fact[],
  context: FactContext,
  paid: boolean,
): Promise<readonly AnsweredFact[]> {
  await context.aws.account.identity();
  return Promise.all(
    facts.map(async ({ check, ...fact }) => ({
      ...fact,
      answer: await answerOf({ ...fact, ...(check && { check }) }, context, paid),
    })),
  );
}

async function answerOf({ check, costs, shown_by }: Fact, context: FactContext, paid: boolean): Promise<Answer> {
  if (check === undefined) return unknown('no call can tell', `Look it up: ${shown_by}.`);
  if (costs !== undefined && !paid) return unknown(`not asked: it costs ${costs}`, 'Ask with --paid.');
  try {
    return await check(context);
  } catch (error) {
    if (isRefusal(error) || (error instanceof PipelineError && !(error instanceof PermissionDeniedError)))
      return unknown(error.message, error.remedy);
    throw error;
  }
}
