import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { chosenParts } from '../../../local/cli/part-options.ts';
import { serveComprehend } from '../../support/aws-protocol/comprehend/comprehend-server.ts';
import { localApi, runsFolder, runWhen } from '../../support/local-api.ts';
import { runCommand } from '../../support/run-command.ts';

const environment = { ...process.env };
const folder = await runsFolder();
const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  process.env = { ...environment };
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

/** A region in the environment, and nothing from the files of whoever runs the tests. */
async function comprehend(credentials: Readonly<Record<string, string>>): Promise<void> {
  const server = await serveComprehend({ known_company: 'Kindlewater' });
  closing.push(server);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_COMPREHEND: server.endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...credentials,
  });
}

describe('a server with parts in AWS', () => {
  it('lets every run use the part that it was started with', async () => {
    // Prepare
    await comprehend({ AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'an example, valid nowhere' });
    const parts = await chosenParts({ writer: 'local', analyzer: 'comprehend', ocr: 'off', browser: false });
    const local = await localApi({ scenario: 'ok', parts });

    // Act
    const body = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 2 };
    const { data } = await local.api.POST('/pipeline', { body });
    const executionId = data?.execution_id ?? '';
    await runWhen(local, executionId);
    const brief = await local.api.GET('/pipeline/{executionId}/brief', { params: { path: { executionId } } });

    // Assess
    expect(brief.data).toMatchObject({ made_by: { analyzer: 'comprehend', writer: 'local' } });
  });

  it('does not begin to serve without credentials for them', async () => {
    // Prepare
    await comprehend({});

    // Act
    const { exitCode, out, err } = await runCommand([
      'serve',
      '--port',
      '0',
      '--data-dir',
      folder,
      '--analyzer',
      'comprehend',
    ]);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.permission);
    expect(err).toMatch(/PermissionDeniedError/);
    expect(out).not.toMatch(/answers at/);
  });
});
