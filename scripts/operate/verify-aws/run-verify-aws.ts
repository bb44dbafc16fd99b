import { Command, InvalidArgumentError } from 'commander';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import { pipelineContext } from '../../../stacks/pipeline-context.ts';
import { address } from '../address-option.ts';
import type { Surroundings } from '../read-environment.ts';
import { readEnvironment } from '../read-environment.ts';
import { runOperation } from '../run-operation.ts';
import type { OperatorStreams } from '../terminal.ts';
import { columns, writeLine } from '../terminal.ts';
import type { AnsweredFact } from './ask.ts';
import { askAll } from './ask.ts';
import type { Verdict } from './fact.ts';
import { FACTS } from './facts.ts';

interface VerifyOptions {
  readonly env: string;
  readonly only: readonly string[];
  readonly url?: URL;
  readonly paid: boolean;
  readonly json: boolean;
}

const VERDICTS: readonly Verdict[] = ['confirmed', 'different', 'unknown'];

/** Runs `verify:aws` and gives its exit code: 0 when nothing is different, 2 for a mistake in what was given, 4 when something is, 5 without credentials. */
export function runVerifyAws(
  argv: readonly string[],
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  return runOperation(
    (done) =>
      new Command('verify:aws')
        .description(
          'Asks an account for what this project assumes of AWS. It reads, and costs nothing unless --paid is given.',
        )
        .option('--env <name>', 'the environment, as deploy/<name>.json', 'dev')
        .option('--only <id>', 'ask for this alone; may be given several times', factId, [])
        .option('--url <address>', 'where the API is, for what is asked of it', address)
        .option('--paid', 'also ask what costs something, below ten cents together', false)
        .option('--json', 'print JSON', false)
        .action(async (options: VerifyOptions) => done(await verify(options, streams, surroundings))),
    argv,
    streams,
  );
}

async function verify(
  { env, only, url, paid, json }: VerifyOptions,
  { out }: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  const config = readEnvironment(env, surroundings);
  const facts = FACTS.filter(({ id }) => only.length === 0 || only.includes(id));
  const aws = createOperatorServices({ region: config.region });
  const answered = await askAll(facts, { context: pipelineContext(config), aws, api_url: url }, paid);
  if (json) writeLine(out, JSON.stringify({ environment: env, region: config.region, facts: answered }, null, 2));
  else writeAnswers(answered, out);
  return answered.some(({ answer }) => answer.verdict === 'different') ? EXIT_CODES.run_failed : EXIT_CODES.done;
}

function writeAnswers(answered: readonly AnsweredFact[], out: OperatorStreams['out']): void {
  const heads = columns(answered.map(({ id, answer, assumed }) => [answer.verdict, id, assumed]));
  for (const [place, { answer, configured }] of answered.entries()) {
    writeLine(out, heads[place]);
    writeLine(out, `    ${answer.found}`);
    if (answer.change !== undefined) writeLine(out, `    What to do: ${answer.change} (${configured})`);
  }
  const counts = VERDICTS.map(
    (verdict) => `${answered.filter(({ answer }) => answer.verdict === verdict).length} ${verdict}`,
  );
  writeLine(out, counts.join(', '));
}

function factId(value: string, previous: readonly string[]): string[] {
  if (FACTS.some(({ id }) => id === value)) return [...previous, value];
  throw new InvalidArgumentError(`must be one of ${FACTS.map(({ id }) => id).join(', ')}.`);
}
