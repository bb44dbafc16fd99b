import { describe, expect, it } from '@jest/globals';
import type { Brief } from '../../../../contracts/index.ts';
import { dataFolder } from '../../../../local/services/data-folder.ts';
import { createFileArtifactStore } from '../../../../services/artifacts/file-artifact-store.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import { startS3Server } from '../../../support/s3/s3-server.ts';
import {
  alteringBrief,
  executionId,
  firstCitation,
  folder,
  listing,
  local,
  smokeThrough,
} from './smoke-on-ended-run.ts';
import { closing } from './smoke-on-loopback.ts';

describe('a brief that is not true to its sources', () => {
  it.each<[string, (brief: Brief) => void, RegExp]>([
    [
      'a quote with one word changed',
      (brief) => {
        const citation = firstCitation(brief);
        citation.quote = citation.quote.replace(/[a-z](?=[a-z]*[.,]?$)/, (letter) => (letter === 'x' ? 'y' : 'x'));
      },
      /1 do not stand where they should[\s\S]*quotes ".*" from [DW]\d+, but the text says/,
    ],
    [
      'a quote of another place',
      (brief) => {
        const citation = firstCitation(brief);
        citation.start += 1;
        citation.end += 1;
      },
      /1 do not stand where they should/,
    ],
    [
      'a quote that is longer than its place',
      (brief) => {
        firstCitation(brief).quote += '!';
      },
      /it has \d+ characters, its place \d+/,
    ],
    [
      'a quote of a source that there is not',
      (brief) => {
        firstCitation(brief).source_id = 'W99';
      },
      /the brief has no source W99/,
    ],
    [
      'a quote changed in a source that reads otherwise now',
      (brief) => {
        const citation = firstCitation(brief);
        citation.quote = citation.quote.replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x'));
        for (const source of brief.sources) source.sha256 = '0'.repeat(64);
      },
      /1 do not stand where they should[\s\S]*it does not stand in the source as it is now/,
    ],
    [
      'no quote at all',
      (brief) => {
        brief.sections = [];
      },
      /of 0 quotes/,
    ],
  ])('%s ends with 4 and keeps the run', async (_what, change, message) => {
    // Act
    const { exitCode, failed, steps } = await smokeThrough(alteringBrief(change), []);

    // Assess
    expect(exitCode).toBe(4);
    expect(failed?.step).toBe('quotes');
    expect(failed?.message).toMatch(message);
    expect(steps).not.toContain('delete');
    expect(await listing()).toContain(executionId);
  });

  it('a page that has changed since is no fault while its quotes still stand', async () => {
    // Act
    const { exitCode, message } = await smokeThrough(
      alteringBrief((brief) => {
        for (const source of brief.sources) source.sha256 = '0'.repeat(64);
      }),
    );

    // Assess
    expect(exitCode).toBe(0);
    expect(message).toMatch(/0 stand to the letter.*, \d+ in a source that reads a little otherwise now/);
  });
});

describe('texts in the bucket of artifacts', () => {
  it('are held against their hashes, and quotes against them; what the bucket does not give is read again', async () => {
    // Prepare
    const bucket = await startS3Server();
    closing.push(
      bucket.close,
      replaceAwsVariables({ ...MADE_UP_CREDENTIALS, AWS_ENDPOINT_URL_S3: bucket.settings.endpoint }),
    );
    const artifacts = createFileArtifactStore({ folder: dataFolder(folder).artifacts });
    const { data } = await local.api.GET('/pipeline/{executionId}/brief', { params: { path: { executionId } } });
    const { sources } = data as Brief;
    const stored = new Map<string, string>();
    for (const { text } of sources) stored.set(text.key, Buffer.from(await artifacts.get(text)).toString('utf8'));
    bucket.intercept(({ key }) => (stored.has(key) ? { status: 200, body: stored.get(key) ?? '' } : undefined));
    const look = (...more: readonly string[]) =>
      smokeThrough(() => undefined, ['--bucket', bucket.bucket, '--keep', ...more]);

    // Act
    const whole = await look('--texts', 'stored');
    for (const [key, text] of stored) stored.set(key, `${text} and a word more`);
    const tampered = await look('--texts', 'stored');
    stored.clear();
    const gone = await look('--texts', 'stored');
    const readInstead = await look();

    // Assess
    expect([whole, tampered, gone, readInstead].map(({ exitCode }) => exitCode)).toEqual([0, 4, 4, 0]);
    expect(whole.message).toContain(`${sources.length} texts from the bucket of artifacts`);
    expect(tampered.message).toContain('the stored text is not the one that the brief names (SHA-256)');
    expect(gone.message).toContain('could not be checked');
    expect(readInstead.message).toContain(`0 texts from the bucket of artifacts, ${sources.length} read again`);
  });
});
