import { describe, expect, test } from '@jest/globals';
import { pageOf } from '../../../conformance/source-of.ts';
import { BROKEN, DENIED, THROTTLED } from '../../../support/aws-protocol/mishap.ts';
import { comprehendOnLoopback } from './comprehend-on-loopback.ts';

const REQUEST = {
  company_name: 'Acme',
  sources: [pageOf('W1', ['Acme builds heat pumps for cold houses, and its customers like how quiet they are.'])],
};

describe('createComprehendAnalyzer when the service fails', () => {
  test('lives with a throttle, a fault and a slow answer', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback();
    loopback.server.mishap('BatchDetectEntities', THROTTLED);
    loopback.server.mishap('BatchDetectSentiment', BROKEN);
    loopback.server.mishap('BatchDetectKeyPhrases', { kind: 'delay', milliseconds: 50 });
    // Act
    const { gaps, sources } = await loopback.analyzer.analyze(REQUEST);
    // Assess
    expect(gaps).toEqual([]);
    expect(sources[0]?.sentiment).toBeDefined();
  });

  test.each([
    ['throttles again and again', THROTTLED],
    ['throttles in other words', { ...THROTTLED, type: 'TooManyRequestsException', status: 429 }],
    ['is broken', BROKEN],
    ['does not answer', { kind: 'hang' }],
    ['closes the connection in the middle', { kind: 'cut_connection' }],
    ['answers with half of a JSON text', { kind: 'truncate' }],
  ] as const)('asks to try again later when it %s', async (_, mishap) => {
    // Prepare
    await using loopback = await comprehendOnLoopback(
      {},
      mishap.kind === 'hang' ? { timeouts: { call_ms: 3_000 } } : {},
    );
    loopback.server.mishap('BatchDetectEntities', mishap, mishap, mishap);
    // Act
    const analyzing = loopback.analyzer.analyze(REQUEST);
    // Assess
    await expect(analyzing).rejects.toMatchObject({
      name: 'TransientUpstreamError',
      message: expect.stringContaining('comprehend:BatchDetectEntities'),
    });
  });

  test('names the action that is not allowed', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback();
    loopback.server.mishap('BatchDetectKeyPhrases', DENIED);
    // Act
    const analyzing = loopback.analyzer.analyze(REQUEST);
    // Assess
    await expect(analyzing).rejects.toMatchObject({
      name: 'PermissionDeniedError',
      message: expect.stringContaining('comprehend:BatchDetectKeyPhrases'),
    });
  });

  test('sends and pays nothing more once the analysis cannot come to an end', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback({ languageOf: () => 'en' });
    const pages = Array.from({ length: 100 }, (_, page) => pageOf(`W${page + 1}`, [`${page} ${'word '.repeat(900)}`]));
    loopback.server.mishap('BatchDetectEntities', DENIED);
    // Act
    const analyzing = loopback.analyzer.analyze({ company_name: 'Acme', sources: pages });
    // Assess: 4 requests tell the languages, 12 would tell the rest.
    await expect(analyzing).rejects.toMatchObject({ name: 'PermissionDeniedError' });
    expect(loopback.server.requests.length).toBeLessThan(4 + 12);
  });

  test('ends with the reason of an abort while it waits', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback();
    loopback.server.mishap('BatchDetectEntities', { kind: 'hang' });
    const abort = new AbortController();
    const reason = new Error('the time is up');
    // Act
    const analyzing = loopback.analyzer.analyze({ ...REQUEST, signal: abort.signal });
    setTimeout(() => abort.abort(reason), 50);
    // Assess
    await expect(analyzing).rejects.toBe(reason);
  });
});
