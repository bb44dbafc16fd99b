import type { Executions } from '../../services/executions/executions.ts';
import type { LocalExecutionDescription } from './execution-record.ts';
import { ExecutionStore } from './execution-store.ts';

/** The executions in a file, to look at. */
export interface ExecutionLog extends Pick<Executions, 'history'> {
  describe(executionId: string): Promise<LocalExecutionDescription | undefined>;
  close(): void;
}

/**
 * Opens the file of a local engine for reading, while another process may run it.
 *
 * @throws ConfigurationError when it is absent or cannot be used
 */
export function openExecutionLog({ file }: { readonly file: string }): ExecutionLog {
  const store = new ExecutionStore(file, true);
  return {
    describe: async (executionId) => store.find(executionId)?.description,
    history: async (executionId) => store.events(executionId),
    close: () => store.close(),
  };
}
