import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('sources');
const SOURCES = ['main.ts', ...globSync('stacks/**/*.ts')].map((path) => readFileSync(path, 'utf8'));

test('the provider is imported resource by resource: the whole takes seconds and half a gigabyte a synthesis', () => {
  // Act
  const imported = SOURCES.flatMap((text) =>
    [...text.matchAll(/from '(@cdktf\/provider-aws[^']*)'/g)].map(([, path]) => path),
  );

  // Assess
  expect(imported.length).toBeGreaterThan(20);
  expect(imported.filter((path) => !/^@cdktf\/provider-aws\/lib\/[a-z0-9-]+\/index\.js$/.test(path ?? ''))).toEqual([]);
});

test('nothing is built while the infrastructure is put together: it starts no process and imports no bundler', () => {
  expect(SOURCES.filter((text) => /esbuild|child_process|worker_threads/.test(text))).toEqual([]);
});

test.each(['dev', 'prod'] as const)(
  '%s asks AWS nothing before it is planned: there are no data sources',
  (environment) => {
    // Act
    const stack = JSON.parse(synthesize(exampleConfig(environment), `${folder}/${environment}`).text);

    // Assess
    expect(stack).not.toHaveProperty('data');
    expect(JSON.stringify(stack)).not.toContain('data.aws_');
  },
);
