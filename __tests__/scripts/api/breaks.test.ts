import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { announcesMajor, breaksOf } from '../../../scripts/api/breaks.ts';
import { surfaceOf } from '../../../scripts/api/surface.ts';

const text = readFileSync('docs/openapi.json', 'utf8');
const surface = surfaceOf(JSON.parse(text));

/** The surface after a change to the description. */
function changed(change: (description: ReturnType<typeof JSON.parse>) => void): string[] {
  const description = JSON.parse(text);
  change(description);
  return surfaceOf(description);
}

describe('a change that breaks clients', () => {
  it.each([
    ['a route that is gone', (api: ReturnType<typeof JSON.parse>) => delete api.paths['/health']],
    [
      'a field of an answer that is gone',
      (api: ReturnType<typeof JSON.parse>) => delete api.components.schemas.Run.properties.links,
    ],
    [
      'a field of an answer that may now be absent',
      (api: ReturnType<typeof JSON.parse>) => api.components.schemas.StartedRun.required.pop(),
    ],
    [
      'a field of an answer of another type',
      (api: ReturnType<typeof JSON.parse>) => (api.components.schemas.Run.properties.attempt.type = 'string'),
    ],
    [
      'a field that requests must now carry',
      (api: ReturnType<typeof JSON.parse>) => api.components.schemas.NewRun.required.push('role'),
    ],
    [
      'a field that requests may no longer carry',
      (api: ReturnType<typeof JSON.parse>) => delete api.components.schemas.NewRun.properties.audience,
    ],
    [
      'a value that requests may no longer carry',
      (api: ReturnType<typeof JSON.parse>) => api.components.schemas.NewDocument.properties.media_type.enum.pop(),
    ],
    [
      'a value that answers did not have before',
      (api: ReturnType<typeof JSON.parse>) => api.components.schemas.Run.properties.status.enum.push('PAUSED'),
    ],
    [
      'a form of the brief that is gone',
      (api: ReturnType<typeof JSON.parse>) =>
        delete api.paths['/pipeline/{executionId}/brief'].get.responses['200'].content['text/markdown'],
    ],
  ])('is %s', (_name, change) => {
    // Act
    const breaks = breaksOf(surface, changed(change));

    // Assess
    expect(breaks.length).toBeGreaterThan(0);
  });
});

describe('a change that breaks nobody', () => {
  it.each([
    ['nothing', () => undefined],
    [
      'a new field of an answer',
      (api: ReturnType<typeof JSON.parse>) => (api.components.schemas.Run.properties.color = { type: 'string' }),
    ],
    [
      'a new field that requests may carry',
      (api: ReturnType<typeof JSON.parse>) => (api.components.schemas.NewRun.properties.color = { type: 'string' }),
    ],
    [
      'a field that requests need no longer carry',
      (api: ReturnType<typeof JSON.parse>) => api.components.schemas.NewRun.required.pop(),
    ],
    [
      'a field of a request that takes one value more',
      (api: ReturnType<typeof JSON.parse>) =>
        api.components.schemas.NewDocument.properties.media_type.enum.unshift('image/webp'),
    ],
    [
      'a new route',
      (api: ReturnType<typeof JSON.parse>) =>
        (api.paths['/new'] = {
          get: { parameters: [{ name: 'id', in: 'query', required: true }], responses: { 200: {} } },
        }),
    ],
  ])('is %s', (_name, change) => {
    // Act
    const breaks = breaksOf(surface, changed(change));

    // Assess
    expect(breaks).toEqual([]);
  });
});

describe('announcesMajor', () => {
  it.each([
    ['## [Unreleased]\n\n## [1.4.0] - 2026-01-01\n', '1.4.0', false],
    ['## [2.0.0] - 2026-02-01\n\n## [1.4.0]\n', '1.4.0', true],
    ['## [1.0.0]\n', '0.1.0', true],
    ['Nothing yet.\n', '0.1.0', false],
  ])('reads it from the headings', (changelog, version, expected) => {
    // Act
    const announced = announcesMajor(changelog, version);

    // Assess
    expect(announced).toBe(expected);
  });
});
