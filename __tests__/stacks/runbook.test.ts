import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('runbook');

test('every alarm points to a heading of the runbook, and every heading to an alarm', () => {
  // Prepare
  const page = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));

  // Act
  const alarms = resourcesOf(synthesize(exampleConfig('dev'), folder), 'aws_cloudwatch_metric_alarm');
  const named = new Set(
    alarms.map(({ alarm_description }) => /docs\/runbook\.md#(\S+)\. /.exec(String(alarm_description))?.[1]),
  );

  // Assess
  expect([...named].sort()).toEqual(headings.sort());
});
