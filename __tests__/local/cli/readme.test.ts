import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { addBriefOptions } from '../../../local/cli/brief-options.ts';

describe('README', () => {
  it('names every flag of brief, and none that is not there', () => {
    // Prepare
    const readme = readFileSync('README.md', 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| `--'));

    // Act
    const told = rows.map((row) => /--[a-z-]+/.exec(row)?.[0]);
    const flags = addBriefOptions(new Command('brief')).options.map(({ long }) => long);

    // Assess
    expect(told.sort()).toEqual([...flags].sort());
  });
});
