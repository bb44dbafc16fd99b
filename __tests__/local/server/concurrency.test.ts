import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { IDLE_CONNECTION_MS } from '../../../local/server/limits.ts';
import { localApi } from '../../support/local-api.ts';

const RUNS = 20;
const POLLERS = 200;
const POLL_MS = 100;

const { api, server } = await localApi({ scenario: 'ok' });
const bare = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS }, (_request, response) => response.end('{}'));
bare.listen(0, '127.0.0.1');
await once(bare, 'listening');
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
afterAll(() => {
  bare.close();
});

interface Polled {
  readonly status: string;
  readonly odd: readonly number[];
  readonly times: readonly number[];
}

/** Asks for a run until it has ended, with the tag of the last answer, and once a round at the bare server. */
async function poll(executionId: string, bareTimes: number[]): Promise<Polled> {
  const [odd, times]: [number[], number[]] = [[], []];
  let [status, etag] = ['QUEUED', ''];
  while (status === 'QUEUED' || status === 'RUNNING') {
    const begun = performance.now();
    const response = await fetch(`${server.url}/pipeline/${executionId}`, { headers: { 'if-none-match': etag } });
    const body = await response.text();
    times.push(performance.now() - begun);
    if (response.status === 200) status = (JSON.parse(body) as { status: string }).status;
    else if (response.status !== 304) odd.push(response.status);
    etag = response.headers.get('etag') ?? '';
    const bareBegun = performance.now();
    await (await fetch(bareUrl)).text();
    bareTimes.push(performance.now() - bareBegun);
    await delay(POLL_MS);
  }
  return { status, odd, times };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

it('loses none of twenty runs beside two hundred pollers, and answers every one of them', async () => {
  // Prepare
  const bareTimes: number[] = [];
  const body = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 1 };

  // Act
  const started = await Promise.all(Array.from({ length: RUNS }, () => api.POST('/pipeline', { body })));
  const ids = started.map(({ data }) => data?.execution_id ?? '');
  const polled = await Promise.all(
    Array.from({ length: POLLERS }, (_, index) => poll(ids[index % RUNS] ?? '', bareTimes)),
  );
  const listed = await api.GET('/pipeline', { params: { query: { limit: 100 } } });

  // Assess
  expect(started.map(({ response }) => response.status)).toEqual(Array.from({ length: RUNS }, () => 202));
  expect(polled.flatMap(({ odd }) => odd)).toEqual([]);
  expect(new Set(polled.map(({ status }) => status))).toEqual(new Set(['SUCCEEDED']));
  expect(new Set(listed.data?.runs.map(({ execution_id }) => execution_id))).toEqual(new Set(ids));
  const times = polled.flatMap((one) => one.times);
  process.stdout.write(
    `${times.length} polls beside ${RUNS} runs: median ${median(times).toFixed(0)} ms, a bare server beside them ${median(bareTimes).toFixed(0)} ms\n`,
  );
});
