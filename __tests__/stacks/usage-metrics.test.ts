import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand } from '../support/run-command.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('usage');

test('what the metrics of usage look for in the logs is what the functions log', async () => {
  // Prepare
  const filters = resourcesOf(
    synthesize(exampleConfig('dev'), join(folder, 'stack')),
    'aws_cloudwatch_log_metric_filter',
  );
  const fields = filters.map(({ pattern }) => /\$\.(\w+) = \*/.exec(String(pattern))?.[1]);

  // Act: the demonstration runs the handlers that are deployed.
  const { exitCode } = await runCommand(['demo', '--out', join(folder, 'out')]);

  // Assess
  const lines = readFileSync(join(folder, 'out', 'demo-run', 'log.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const succeeded = lines
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ message }) => message === 'step succeeded');
  expect(exitCode).toBe(0);
  expect(fields).toHaveLength(3);
  for (const { pattern } of filters) expect(String(pattern)).toMatch(/"step succeeded" \|\| .*"step failed"/);
  for (const field of fields) {
    expect(succeeded.filter((line) => line.reused === false && typeof line[field ?? ''] === 'number')).toHaveLength(1);
  }
});
