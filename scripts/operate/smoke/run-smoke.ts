import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Source } from '../../../contracts/index.ts';
import { ConfigurationError, EXIT_CODES } from '../../../contracts/index.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import { artifactsBucketName, pipelineContext } from '../../../stacks/pipeline-context.ts';
import type { Surroundings } from '../read-environment.ts';
import { readEnvironment } from '../read-environment.ts';
import { runOperation } from '../run-operation.ts';
import type { OperatorStreams } from '../terminal.ts';
import { writeLine } from '../terminal.ts';
import { createApiClient } from './api-client.ts';
import { signIn, TOKEN_VARIABLE } from './authorize.ts';
import type { SmokeDocument } from './given-documents.ts';
import { readSmokeDocument } from './given-documents.ts';
import { isOnThisMachine, loopbackHosts } from './loopback-hosts.ts';
import type { SmokeOptions } from './options.ts';
import { addSmokeOptions, DEFAULT_RESUME } from './options.ts';
import { asJson, progressLine, writeRun, writeStep } from './report.ts';
import type { SmokeResult } from './smoke-run.ts';
import { smoke } from './smoke-run.ts';
import { sourceTexts } from './source-texts.ts';

/** Region of signatures for a server on this machine, which takes any. */
const LOOPBACK_REGION = 'eu-west-1';

/** Runs `smoke` and gives its exit code: 0 when all is well, 2 for a mistake in what was given, 4 when something is wrong, 5 for credentials or a permission. */
export function runSmoke(
  argv: readonly string[],
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  return runOperation(
    (done) =>
      addSmokeOptions(
        new Command('smoke').description(
          'Makes a whole run against an API and looks at everything that comes back, every quote included.',
        ),
      ).action(async (options: SmokeOptions) => done(await runAgainst(options, streams, surroundings))),
    argv,
    streams,
  );
}

async function runAgainst(
  options: SmokeOptions,
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  const config = configOf(options, surroundings);
  const aws = createOperatorServices({ region: config?.region ?? LOOPBACK_REGION });
  const token = surroundings.variables[TOKEN_VARIABLE];
  const sign_in = signIn({ authorizer: config?.authorizer.type, token, aws });
  const documents = await documentsOf(options, surroundings);
  const { url, company, site, role, maxPages, timeout, keep, json, texts } = options;
  const result = await smoke({
    api: createApiClient(url, sign_in.authorize),
    sign_in,
    body: { company_name: company, company_url: site, max_pages: maxPages, ...(role === undefined ? {} : { role }) },
    documents,
    texts: (sources: readonly Source[]) =>
      sourceTexts(sources, {
        how: texts,
        bucket: bucketOf(options, config),
        aws,
        documents,
        allow_hosts: [...options.allowHost, ...loopbackHosts(url, sources)],
      }),
    run_seconds: timeout,
    keep,
    onStep: (step) => json || writeStep(step, streams),
    onChange: (run) => writeLine(streams.err, progressLine(run)),
  });
  const exit_code = exitCodeOf(result);
  if (json) writeLine(streams.out, JSON.stringify({ api: url.href, exit_code, ...asJson(result) }, null, 2));
  else writeRun(result, streams);
  return exit_code;
}

/** Throws `ConfigurationError` when it is unknown how callers sign in. */
function configOf({ env, url }: SmokeOptions, surroundings: Surroundings): DeployConfig | undefined {
  if (env !== undefined) return readEnvironment(env, surroundings);
  if (isOnThisMachine(url)) return undefined;
  throw new ConfigurationError(`It is not known how to sign in at ${url.host}.`, {
    remedy: 'Name the environment with --env: its configuration says how callers sign in.',
  });
}

async function documentsOf(
  { resume, job }: SmokeOptions,
  { root, variables }: Surroundings,
): Promise<readonly SmokeDocument[]> {
  // npm moves to the root of the checkout and says where the caller was.
  const path = (given: string): string =>
    given === DEFAULT_RESUME ? join(root, given) : resolve(variables.INIT_CWD ?? process.cwd(), given);
  return Promise.all([
    ...(resume === false ? [] : [readSmokeDocument(path(resume), 'resume')]),
    ...(job === undefined ? [] : [readSmokeDocument(path(job), 'job_description')]),
  ]);
}

function bucketOf({ bucket, url }: SmokeOptions, config: DeployConfig | undefined): string | undefined {
  if (bucket !== undefined || config === undefined) return bucket;
  return isOnThisMachine(url) ? undefined : artifactsBucketName(pipelineContext(config));
}

function exitCodeOf({ steps }: SmokeResult): number {
  const failures = steps.filter(({ status }) => status === 'failed');
  if (failures.some(({ permission }) => permission)) return EXIT_CODES.permission;
  return failures.length > 0 ? EXIT_CODES.run_failed : EXIT_CODES.done;
}
