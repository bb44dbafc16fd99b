/** Whether this runs from a clone, where `npm run` starts the commands; in the installed package the sources are JavaScript. */
const IN_CLONE = import.meta.filename.endsWith('.ts');

/** The command that a person types for one of ours, its arguments quoted for a shell where they need it: `npm run inspect -- ID`. */
export function commandLine(command: 'brief' | 'demo' | 'inspect' | 'serve', ...words: readonly string[]): string {
  const script = command === 'serve' ? ['start'] : ['run', command];
  const start = IN_CLONE ? ['npm', ...script, '--'] : ['npx', 'interview-brief', command];
  return [...start, ...words.map(quoted)].join(' ');
}

/** The arguments that lead back to runs that are kept elsewhere than in the user's data folder. */
export function dataDirWords(dataDir: string | undefined): readonly string[] {
  return dataDir === undefined ? [] : ['--data-dir', dataDir];
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`;
}
