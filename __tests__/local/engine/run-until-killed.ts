import { appendFileSync } from 'node:fs';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import { task } from './engine-fixture.ts';

/**
 * A process of its own that runs one execution: `node run-until-killed.ts FILE CALLS_FILE MODE`. Each call of a handler is noted in CALLS_FILE.
 * With MODE `hang` the second state never answers; with `recover` it takes up what is abandoned, says what, and waits for the end.
 */
const [file = '', callsFile = '', mode = ''] = process.argv.slice(2);

const executions = createLocalExecutions({
  definition: {
    StartAt: 'First',
    States: {
      First: task('First', { ResultPath: '$.first', Next: 'Second' }),
      Second: task('Second', { ResultPath: '$.second' }),
    },
  },
  handlers: {
    First: async () => {
      appendFileSync(callsFile, `First ${process.pid}\n`);
      return 'done';
    },
    Second: async () => {
      appendFileSync(callsFile, `Second ${process.pid}\n`);
      return mode === 'hang' ? new Promise(() => setInterval(() => undefined, 60_000)) : 'done';
    },
  },
  file,
});

if (mode === 'hang') {
  executions.onEvent((_, { type, state }) => {
    if (type === 'StateEntered' && state === 'Second') {
      setImmediate(() => process.stdout.write('in the second state\n'));
    }
  });
  await executions.start({ execution_id: 'one', input: { given: true } });
} else {
  const recovered = await executions.recover();
  const description = recovered.length > 0 ? await executions.waitFor('one') : null;
  process.stdout.write(JSON.stringify({ recovered, description }));
  await executions.close();
}
