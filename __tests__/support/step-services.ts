import { join } from 'node:path';
import { LIST_PRICES } from '../../contracts/index.ts';
import { createFileArtifactStore } from '../../services/artifacts/file-artifact-store.ts';
import { createSqliteBudgetStore } from '../../services/budget/sqlite-budget-store.ts';
import { createStepLogger } from '../../services/powertools-step-logger.ts';
import type { StepServices } from '../../services/services.ts';
import { createSqliteSessionStore } from '../../services/sessions/sqlite-session-store.ts';

/** Services on real local stores, and what was logged; parts that a test does not give refuse to be called. */
export interface StepServicesUnderTest {
  readonly services: StepServices;
  readonly logLines: string[];
  close(): void;
}

function refused(name: string): () => never {
  return () => {
    throw new Error(`${name} was called by a test that does not expect it.`);
  };
}

/** Makes services in a folder, with the parts that the test gives. */
export function stepServices(folder: string, parts: Partial<StepServices> = {}): StepServicesUnderTest {
  // One clock for all: rows of a day that a test names would have expired for a store that goes by today's.
  const { clock = { now: () => new Date() } } = parts;
  const sessions = createSqliteSessionStore({ file: join(folder, 'sessions.sqlite'), clock });
  const budget = createSqliteBudgetStore({ file: join(folder, 'sessions.sqlite') });
  const logLines: string[] = [];
  const services: StepServices = {
    sessions,
    budget,
    artifacts: createFileArtifactStore({ folder: join(folder, 'artifacts') }),
    website: { read: refused('website') },
    documents: { read: refused('documents') },
    analyzer: { name: 'none', analyze: refused('analyzer') },
    writer: { name: 'none', write: refused('writer') },
    clock,
    logger: createStepLogger((line) => logLines.push(line)),
    settings: {
      delivery_wait_seconds: 0,
      session_id_secret: async () => 'a secret for tests only',
      made_by: { analyzer: 'local', writer: 'local', ocr: 'off' },
      prices: { ...LIST_PRICES, transition_usd: 0 },
      limits: {},
    },
    ...parts,
  };
  const close = (): void => {
    sessions.close();
    budget.close();
  };
  return { services, logLines, close };
}
