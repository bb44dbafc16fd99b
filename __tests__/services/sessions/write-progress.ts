import { TASK_STATES } from '../../../contracts/index.ts';
import { createSqliteSessionStore } from '../../../services/sessions/sqlite-session-store.ts';

/** A process of its own that writes the progress of every other Task state many times: `node write-progress.ts FILE SESSION_ID PARITY ROUNDS`. */
const [file = '', sessionId = '', parity = '0', rounds = '1'] = process.argv.slice(2);
const store = createSqliteSessionStore({ file });
const states = TASK_STATES.filter((_, index) => index % 2 === Number(parity));
for (let round = 1; round <= Number(rounds); round += 1) {
  for (const state of states) {
    await store.putProgress(sessionId, state, {
      status: 'running',
      started_at: '2026-11-22T10:00:00.000Z',
      invocations: round,
      reused: false,
      counts: {},
    });
  }
}
store.close();
