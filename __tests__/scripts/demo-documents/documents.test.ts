import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { demoFactSheet } from '../../../scripts/demo-documents/fact-sheet.ts';
import { demoJobDescription } from '../../../scripts/demo-documents/job-description.ts';
import { demoResume } from '../../../scripts/demo-documents/resume.ts';

describe('documents of the demonstration', () => {
  it.each([
    ['local/demo/documents/resume.pdf', demoResume],
    ['local/demo/documents/job-description.docx', demoJobDescription],
    ['local/demo/site/about/kindlewater-fact-sheet.pdf', demoFactSheet],
  ])('%s is what its script makes, byte for byte', async (file, make) => {
    // Act
    const made = Buffer.from(await make());

    // Assess
    expect(made.equals(readFileSync(file))).toBe(true);
  });
});
