import type { UseCounts } from '../../contracts/index.ts';
import { NO_USE } from '../../contracts/index.ts';
import type { SpendMeter } from './spend-meter.ts';
import { wasRefused } from './was-refused.ts';

/** A call that costs something, and what it costs. */
export interface PaidCall<Answer> {
  readonly at_most: UseCounts;
  readonly model?: string;
  readonly send: () => Promise<Answer>;
  /** What the answer says it used; the upper bound when there is no telling. */
  readonly used?: (answer: Answer) => UseCounts;
}

/**
 * Books a call, makes it, and counts what it used in the place of its upper bound; one that the service refused counts nothing, one without an answer its upper bound. Throws as
 * {@link SpendMeter.book} and the call do.
 */
export async function bookCall<Answer>(meter: SpendMeter, call: PaidCall<Answer>): Promise<Answer> {
  const booking = await meter.book(call.at_most, call.model);
  try {
    const answer = await call.send();
    if (call.used !== undefined) booking.settle(call.used(answer));
    return answer;
  } catch (error) {
    if (wasRefused(error)) booking.settle(NO_USE);
    throw error;
  }
}
