import type { SessionRow } from '../../contracts/index.ts';
import { ERROR_POLICIES, EXIT_CODES, isErrorName } from '../../contracts/index.ts';
import { toDollars } from '../../services/cost/dollars.ts';
import type { ExecutionDescription } from '../../services/executions/executions.ts';
import type { Output } from './output.ts';
import { writeLine } from './output.ts';

/** Says why a run gave no brief, what to do and with which command to look closer, and gives the exit code: that of the declared error behind it, else "run failed". */
export function reportFailure(
  row: SessionRow | undefined,
  execution: ExecutionDescription | undefined,
  inspect: string,
  { err }: Output,
): number {
  const failure = row?.failure;
  if (failure === undefined) {
    writeLine(err, `The run ended as ${execution?.status ?? 'unknown'}: ${execution?.cause ?? 'no reason was given'}`);
    writeLine(err, 'What to do: run it again; with --continue ID finished steps are not repeated.');
    return EXIT_CODES.run_failed;
  }
  writeLine(err, `${failure.error}: ${failure.cause}`);
  writeLine(err, `What to do: ${failure.remedy}`);
  const { estimated_cost_usd = 0 } = row?.usage ?? {};
  if (estimated_cost_usd > 0) writeLine(err, `What it has cost: about ${toDollars(estimated_cost_usd)}.`);
  writeLine(err, `More: ${inspect}`);
  const name = failure.error.split('.').at(-1) ?? '';
  return isErrorName(name) ? ERROR_POLICIES[name].exit_code : EXIT_CODES.run_failed;
}
