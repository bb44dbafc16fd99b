import { afterAll, describe, expect, it } from '@jest/globals';
import { ReadResult, SiteUnavailableError, SourceManifest } from '../../contracts/index.ts';
import { createHandler } from '../../handlers/scrape-company.ts';
import { newSessionId } from '../../handlers/session-ids.ts';
import { newSessionRow } from '../../handlers/session-rows.ts';
import { loadJson } from '../../services/sources/manifest-store.ts';
import type { WebsiteContent } from '../../services/website/website-reader.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('step-path');
let reads = 0;
let answer: () => Promise<WebsiteContent> = async () => ({ pages: [], gaps: [], requests: {} });
const { services, logLines, close } = stepServices(folder, {
  website: {
    read: () => {
      reads += 1;
      return answer();
    },
  },
});
afterAll(close);

const SECRET_TEXT = 'We make heat pumps for old houses.';

async function newRun(): Promise<{ session_id: string; event: Record<string, unknown> }> {
  const session_id = newSessionId(new Date());
  const execution_id = `${session_id}-1`;
  const request = { company_name: 'Acme', company_url: 'https://acme.example' };
  await services.sessions.create(
    newSessionRow(services, request, {
      session_id,
      execution_id,
      owner: 'local',
      status: 'RUNNING',
      request_sha256: 'a'.repeat(64),
    }),
  );
  const event = {
    ...request,
    session_id,
    execution_id,
    also_urls: [],
    job_url: null,
    max_pages: 3,
    deadline_at: new Date(Date.now() + 60_000).toISOString(),
  };
  return { session_id, event };
}

function page(text: string): WebsiteContent {
  return {
    pages: [
      {
        url: 'https://acme.example/',
        title: 'Acme',
        page_kind: 'home',
        fetched_at: '2026-11-22T08:00:00.000Z',
        blocks: [{ kind: 'paragraph', text }],
        warnings: [],
      },
    ],
    gaps: [],
    requests: { 'acme.example': 2 },
  };
}

describe('every step', () => {
  it('hands on a pointer and counts, and keeps the text in the artifact store', async () => {
    // Prepare
    const { event } = await newRun();
    answer = async () => page(SECRET_TEXT);

    // Act
    const result = ReadResult.parse(await createHandler(services)(event));

    // Assess
    expect(result).toMatchObject({ source_count: 1, passage_count: 1, characters: SECRET_TEXT.length });
    const manifest = await loadJson(services.artifacts, result.manifest, SourceManifest);
    const [found] = manifest.sources;
    expect(found?.source).toMatchObject({ source_id: 'W1', url: 'https://acme.example/' });
    const text = new TextDecoder().decode(await services.artifacts.get(found?.source.text ?? result.manifest));
    expect(text.slice(found?.passages[0]?.start, found?.passages[0]?.end)).toBe(SECRET_TEXT);
  });

  it('returns the stored result to a repeated invocation, also of a later attempt, without doing the work again', async () => {
    // Prepare
    const { session_id, event } = await newRun();
    answer = async () => page('First.');
    const first = await createHandler(services)(event);
    answer = async () => page('Second, which must not be read.');
    const readsBefore = reads;

    // Act
    const again = await createHandler(services)(event);
    const laterAttempt = await createHandler(services)({
      ...event,
      execution_id: `${session_id}-2`,
      deadline_at: '2027-01-01T00:00:00.000Z',
    });

    // Assess
    expect(again).toEqual(first);
    expect(laterAttempt).toEqual(first);
    expect(reads).toBe(readsBefore);
    expect((await services.sessions.get(session_id))?.progress.ScrapeCompany).toMatchObject({
      status: 'succeeded',
      reused: true,
    });
  });

  it('lets two invocations at once agree on one result', async () => {
    // Prepare
    const { event } = await newRun();
    let number = 0;
    answer = async () => {
      number += 1;
      return page(`Version ${number}.`);
    };
    const handler = createHandler(services);

    // Act
    const results = await Promise.all([handler(event), handler(event), handler(event)]);

    // Assess
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  });

  it('tells on the row how far it is, how often it ran and why it failed', async () => {
    // Prepare
    const { session_id, event } = await newRun();
    answer = async () => {
      throw new SiteUnavailableError('acme.example has no address.', { remedy: 'Check the spelling.' });
    };

    // Act
    const failed = createHandler(services)(event);
    await expect(failed).rejects.toMatchObject({
      name: 'SiteUnavailableError',
      message: 'acme.example has no address.\nRemedy: Check the spelling.',
    });
    await expect(createHandler(services)(event)).rejects.toThrow(SiteUnavailableError);

    // Assess
    const progress = (await services.sessions.get(session_id))?.progress.ScrapeCompany;
    expect(progress).toMatchObject({ status: 'failed', invocations: 2, error: 'SiteUnavailableError' });
  });

  it('refuses input that does not keep to the contract and names the field', async () => {
    // Prepare
    const { event } = await newRun();

    // Act
    const refused = createHandler(services)({ ...event, max_pages: 'many' });

    // Assess
    await expect(refused).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringContaining('max_pages'),
    });
  });

  it('logs ids and counts as JSON, never the text of a page', async () => {
    // Prepare
    const { event } = await newRun();
    answer = async () => page(SECRET_TEXT);

    // Act
    await createHandler(services)(event);

    // Assess
    const entries = logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toContainEqual(
      expect.objectContaining({ message: 'step succeeded', state: 'ScrapeCompany', pages: 1 }),
    );
    expect(logLines.join('\n')).not.toContain(SECRET_TEXT);
  });
});
