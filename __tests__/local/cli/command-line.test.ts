import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { commandLine, dataDirWords } from '../../../local/cli/command-line.ts';

describe('commandLine', () => {
  it('names the command as it is called in a clone', () => {
    // Act, Assess
    expect(commandLine('inspect', 'k-1')).toBe('npm run inspect -- k-1');
  });

  it('adds the folder of the runs only when it is not the usual one', () => {
    // Act, Assess
    expect(commandLine('inspect', 'k-1', ...dataDirWords(undefined))).toBe('npm run inspect -- k-1');
    expect(commandLine('inspect', 'k-1', ...dataDirWords('./runs'))).toBe('npm run inspect -- k-1 --data-dir ./runs');
  });

  it('quotes words so that a shell gives them back as they are', () => {
    // Prepare
    const words = ['Müller & Söhne', 'a "b" $HOME `id` \\', "it's", '*'];

    // Act
    const line = commandLine('brief', ...words).replace('npm run brief --', 'printf "%s\\n"');

    // Assess
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' }).trimEnd().split('\n')).toEqual(words);
  });
});
