import { describe, expect, it } from '@jest/globals';
import { packagedSource } from '../../../scripts/package/packaged-source.ts';

describe('packagedSource', () => {
  it.each([
    ["import { a } from './a.ts';", "import { a } from './a.js';"],
    ["export * from '../b/c.ts';", "export * from '../b/c.js';"],
    ["await import('./lazy.ts')", "await import('./lazy.js')"],
    ["new URL('./child.ts', import.meta.url)", "new URL('./child.js', import.meta.url)"],
    ['import { z } from "zod";', 'import { z } from "zod";'],
    [
      "new URL('./interview_pipeline.asl.json', import.meta.url)",
      "new URL('./interview_pipeline.asl.json', import.meta.url)",
    ],
  ])('turns %s into %s', (source, packaged) => {
    expect(packagedSource(source)).toBe(packaged);
  });

  it('blanks types out and keeps every line and column', () => {
    expect(packagedSource('const a: number = 1;\nthrow b;')).toBe('const a         = 1;\nthrow b;');
  });
});
