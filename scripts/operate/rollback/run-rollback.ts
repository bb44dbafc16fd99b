import { Command, Option } from 'commander';
import type { LambdaName } from '../../../contracts/functions.ts';
import { LAMBDA_NAMES } from '../../../contracts/functions.ts';
import { EXIT_CODES, PipelineError, RejectedInputError } from '../../../contracts/index.ts';
import type { AliasPosition, FunctionVersion, FunctionVersions } from '../../../services/operator/function-versions.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import { LIVE_ALIAS } from '../../../stacks/live-alias.ts';
import { arnOf, pipelineContext } from '../../../stacks/pipeline-context.ts';
import type { Surroundings } from '../read-environment.ts';
import { readEnvironment } from '../read-environment.ts';
import { runOperation } from '../run-operation.ts';
import type { OperatorStreams } from '../terminal.ts';
import { columns, writeLine } from '../terminal.ts';
import type { RollbackTarget } from './choose-version.ts';
import { chooseVersion, readTarget } from './choose-version.ts';

/** What stands on the command line. */
interface RollbackOptions {
  readonly env: string;
  readonly function?: readonly LambdaName[];
  readonly all?: boolean;
  readonly to: string;
  readonly dryRun?: boolean;
}

/** One function, where its alias is and where it goes. */
interface Move {
  readonly name: LambdaName;
  readonly arn: string;
  readonly from: AliasPosition;
  readonly to: FunctionVersion;
}

/** Runs `rollback` and gives its exit code: 0 when every alias is where it shall be, 2 for a mistake in what was given, 4 when a move failed, 5 for credentials or a permission. */
export function runRollback(
  argv: readonly string[],
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  return runOperation(
    (done) =>
      new Command('rollback')
        .description(
          `Points the alias "${LIVE_ALIAS}" of functions at an earlier version, at once and without Terraform.`,
        )
        .requiredOption('--env <name>', 'environment: deploy/<name>.json')
        .addOption(new Option('--function <name...>', 'which functions').choices([...LAMBDA_NAMES]).conflicts('all'))
        .option('--all', 'every function: a deployment as a whole')
        .requiredOption('--to <version>', 'a version number, "previous", or a time: the newest version of then')
        .option('--dry-run', 'show what would be moved')
        .action(async (options: RollbackOptions) => done(await rollBack(options, streams, surroundings))),
    argv,
    streams,
  );
}

async function rollBack(
  options: RollbackOptions,
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  const target = readTarget(options.to);
  const names = namesOf(options, target);
  const config = readEnvironment(options.env, surroundings);
  const context = pipelineContext(config);
  const { functionVersions } = createOperatorServices({ region: config.region });
  // All are looked up before the first is moved: what cannot be found stops everything.
  const moves = await Promise.all(
    names.map((name) =>
      lookUp(functionVersions, name, arnOf(context, 'lambda', `function:${context.base}-${name}`), target),
    ),
  );
  writeMoves(streams, moves);
  if (options.dryRun) return EXIT_CODES.done;
  const exitCode = await moveAll(functionVersions, moves, streams);
  if (exitCode === EXIT_CODES.done) tellTerraform(streams, options.env, config.pinnedVersions, moves);
  return exitCode;
}

/** Version numbers are counted for each function, so that one number cannot be meant for several. */
function namesOf({ function: chosen, all }: RollbackOptions, target: RollbackTarget): readonly LambdaName[] {
  const names = all ? LAMBDA_NAMES : [...new Set(chosen)];
  if (names.length === 0) {
    throw new RejectedInputError('No function was named.', { remedy: 'Give --function NAME, or --all.' });
  }
  if (names.length > 1 && target.kind === 'version') {
    throw new RejectedInputError(
      'Each function counts its versions by itself, so that one number does not fit several.',
      {
        remedy: 'Give --to previous, a time with --to, or one function.',
      },
    );
  }
  return names;
}

async function lookUp(
  versions: FunctionVersions,
  name: LambdaName,
  arn: string,
  target: RollbackTarget,
): Promise<Move> {
  const [from, published] = await Promise.all([versions.position(arn, LIVE_ALIAS), versions.list(arn)]);
  return { name, arn, from, to: chooseVersion(name, target, published, from.version) };
}

function writeMoves({ out }: OperatorStreams, moves: readonly Move[]): void {
  const rows = moves.map(({ name, from, to }) => [
    name,
    from.version,
    from.version === to.version ? 'stays' : `→ ${to.version}`,
    `published ${to.published_at}`,
  ]);
  for (const line of columns([['function', 'live', 'then', ''], ...rows])) writeLine(out, line.trimEnd());
}

/** One after the other; what was moved before a failure stays moved, and the command can be given again. */
async function moveAll(versions: FunctionVersions, moves: readonly Move[], { err }: OperatorStreams): Promise<number> {
  const wanted = moves.filter(({ from, to }) => from.version !== to.version);
  for (const [index, { name, arn, from, to }] of wanted.entries()) {
    try {
      await versions.move(arn, LIVE_ALIAS, from, to.version);
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      writeLine(err, `${name} was not moved: ${error.message}`);
      writeLine(
        err,
        `Moved before: ${
          wanted
            .slice(0, index)
            .map((each) => each.name)
            .join(', ') || 'none'
        }.`,
      );
      writeLine(err, `What to do: ${error.remedy} Then give the command again: it moves what is left.`);
      return EXIT_CODES.run_failed;
    }
  }
  return EXIT_CODES.done;
}

/** The state of Terraform still names the newer version. */
function tellTerraform(
  { out }: OperatorStreams,
  environment: string,
  pinned: Readonly<Partial<Record<LambdaName, string>>>,
  moves: readonly Move[],
): void {
  const pins = { ...pinned, ...Object.fromEntries(moves.map(({ name, to }) => [name, to.version])) };
  writeLine(out);
  writeLine(
    out,
    'The next apply moves them forward again. To keep them there until the fault is corrected, write into',
  );
  writeLine(out, `deploy/${environment}.json, and take it out again with the correction:`);
  writeLine(out, `  "pinnedVersions": ${JSON.stringify(pins)}`);
}
