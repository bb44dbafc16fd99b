import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from '../../../contracts/index.ts';
import type { ApiClient } from './api-client.ts';
import { LISTING_PAUSE_MS, MAX_LISTINGS } from './limits.ts';

/**
 * Deletes a run and sees that it is listed no more. The list is read from an index that follows the table within a second or so, so it is looked at a few times.
 *
 * @throws ConfigurationError when the run stays in the list, and what {@link ApiClient.send} throws
 */
export async function forgetRun(api: ApiClient, execution_id: string): Promise<void> {
  await api.send({ method: 'DELETE', path: `/pipeline/${execution_id}` });
  for (let looks = 1; ; looks += 1) {
    const { text } = await api.send({ method: 'GET', path: '/pipeline' });
    if (!text.includes(execution_id)) return;
    if (looks === MAX_LISTINGS) throw new ConfigurationError(`${execution_id} was deleted and is still listed.`);
    await sleep(LISTING_PAUSE_MS);
  }
}
