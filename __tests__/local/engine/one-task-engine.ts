import { join } from 'node:path';
import type { LocalExecutions } from '../../../local/engine/local-executions.ts';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import type { ExecutionsUnderTest } from '../../conformance/executions.ts';
import { CONFORMANCE_STATE } from '../../conformance/executions.ts';
import { namedError, task, temporaryFolder } from './engine-fixture.ts';

/** What the function of the machine is told to do. */
interface Order {
  readonly do: string;
  readonly name?: string;
  readonly message?: string;
}

/** The local engine with the machine that the conformance suite asks for, in a folder of its own. */
export interface OneTaskEngine extends ExecutionsUnderTest {
  readonly executions: LocalExecutions;
}

/** Opens the engine. */
export async function openOneTaskEngine(): Promise<OneTaskEngine> {
  const { folder, remove } = await temporaryFolder();
  const calls = new Map<string, PromiseWithResolvers<void>>();
  const callOf = (executionId: string) => {
    const call = calls.get(executionId) ?? Promise.withResolvers<void>();
    calls.set(executionId, call);
    return call;
  };
  const Parameters = { 'order.$': '$', 'execution_id.$': '$$.Execution.Name' };
  const executions = createLocalExecutions({
    definition: { StartAt: CONFORMANCE_STATE, States: { [CONFORMANCE_STATE]: task('Only', { Parameters }) } },
    handlers: {
      Only: async (event) => {
        const { order, execution_id } = event as { order: Order; execution_id: string };
        callOf(execution_id).resolve();
        if (order.do === 'throw') throw namedError(String(order.name), order.message);
        return order.do === 'hang' ? new Promise(() => undefined) : order;
      },
    },
    file: join(folder, 'executions.sqlite'),
  });
  let names = 0;
  return {
    executions,
    tells_payloads: true,
    newName: () => {
      names += 1;
      return `execution-${names}`;
    },
    settled: async (executionId) => {
      await executions.waitFor(executionId);
    },
    called: (executionId) => callOf(executionId).promise,
    close: async () => {
      await executions.close();
      await remove();
    },
  };
}
