import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { LambdaName } from '../contracts/functions.ts';
import { routeFunctionName } from '../contracts/functions.ts';
import type { OperationId } from '../contracts/http/routes/index.ts';
import { ROUTES } from '../contracts/http/routes/index.ts';
import type { FunctionName } from '../contracts/states/state-contract.ts';
import type { Bundles } from './bundles.ts';
import { tagsWith } from './config/tags.ts';
import { makeBackend } from './constructs/backend.ts';
import { HttpApi } from './constructs/http-api.ts';
import { Monitoring } from './constructs/monitoring/monitoring.ts';
import { PipelineFunction } from './constructs/pipeline-function.ts';
import { RepairDeadLetters } from './constructs/repair-dead-letters.ts';
import { SessionIdSecret } from './constructs/session-id-secret.ts';
import { repairRuleName, SessionRepair } from './constructs/session-repair.ts';
import { StateMachine } from './constructs/state-machine.ts';
import { Storage } from './constructs/storage.ts';
import type { DeployConfig } from './deploy-config.ts';
import type { ResourceNames } from './function-environment.ts';
import { functionEnvironment } from './function-environment.ts';
import type { PipelineContext } from './pipeline-context.ts';
import { pipelineContext } from './pipeline-context.ts';
import { deadLetterStatement, functionStatements } from './policies/function-statements.ts';
import type { PolicyStatement } from './policies/policy-document.ts';

/** The functions of the state machine's states, in the order in which a run meets them. */
const STEPS = [
  'CreateSession',
  'ScrapeCompany',
  'ParseDocuments',
  'AnalyzeWithComprehend',
  'GenerateBrief',
  'UpdateSession',
] as const satisfies readonly FunctionName[];

const OPERATIONS = Object.keys(ROUTES) as readonly OperationId[];

/** The first Terraform that locks a state in S3 by itself and takes write-only arguments. */
const REQUIRED_TERRAFORM = '>= 1.11.0';

/** What the stack is made from. */
export interface InterviewPipelineProps {
  readonly config: DeployConfig;
  readonly bundles: Bundles;
}

/** The whole pipeline of one environment: storage, functions, state machine, API, monitoring. */
export class InterviewPipelineStack extends TerraformStack {
  readonly #context: PipelineContext;
  readonly #bundles: Bundles;
  readonly #storage: Storage;
  readonly #secret: SessionIdSecret;
  readonly #names: ResourceNames;
  #stateMachineArn = '';

  constructor(scope: Construct, id: string, { config, bundles }: InterviewPipelineProps) {
    super(scope, id);
    makeBackend(this, config);
    this.addOverride('terraform.required_version', REQUIRED_TERRAFORM);
    this.#makeProvider(config);
    this.#context = pipelineContext(config);
    this.#bundles = bundles;
    this.#storage = new Storage(this, 'storage', this.#context);
    this.#secret = new SessionIdSecret(this, 'session-id-secret', this.#context);
    this.#names = {
      bucket: this.#storage.bucket.bucket,
      table: this.#storage.table.name,
      sessionIdSecretParameter: this.#secret.parameter,
      stateMachineArn: () => this.#stateMachineArn,
    };
    this.#build();
  }

  #build(): void {
    const steps = this.#functions(STEPS);
    const aliasArns = Object.fromEntries(STEPS.map((name) => [name, steps[name].alias.arn])) as Record<
      FunctionName,
      string
    >;
    const { resource: machine } = new StateMachine(this, 'state-machine', this.#context, aliasArns);
    this.#stateMachineArn = machine.arn;
    const routes = this.#functions(OPERATIONS.map(routeFunctionName));
    const { api } = new HttpApi(this, 'http-api', this.#context, routes);
    const repair = this.#makeRepair(machine.arn);
    new Monitoring(this, 'monitoring', this.#context, {
      functions: { ...steps, ...routes, RepairSession: repair.function },
      deadLetterQueue: repair.deadLetterQueue,
      stateMachineArn: machine.arn,
      apiId: api.id,
    });
    this.#tell(machine.arn, api.apiEndpoint);
  }

  #functions<Name extends LambdaName>(names: readonly Name[]): Record<Name, PipelineFunction> {
    return Object.fromEntries(names.map((name) => [name, this.#function(name)])) as Record<Name, PipelineFunction>;
  }

  /** The function that hears how executions ended, and the queue of what it could not handle. */
  #makeRepair(stateMachineArn: string) {
    const { queue } = new RepairDeadLetters(this, 'lost-repairs', this.#context, repairRuleName(this.#context));
    const target = this.#function('RepairSession', [deadLetterStatement(queue.arn)]);
    new SessionRepair(this, 'session-repair', this.#context, { stateMachineArn, target, deadLetterArn: queue.arn });
    return { function: target, deadLetterQueue: queue.name };
  }

  #function(name: LambdaName, further: readonly PolicyStatement[] = []): PipelineFunction {
    const arns = {
      table: this.#storage.table.arn,
      bucket: this.#storage.bucket.arn,
      sessionIdSecret: this.#secret.arn,
    };
    return new PipelineFunction(this, name, this.#context, {
      name,
      bundle: this.#bundles[name],
      environment: functionEnvironment(name, this.#context.config, this.#names),
      statements: [...functionStatements(this.#context, name, arns), ...further],
    });
  }

  #makeProvider({ region, allowedAccountIds, tags, environment }: DeployConfig): void {
    new AwsProvider(this, 'aws', {
      region,
      allowedAccountIds: [...allowedAccountIds],
      defaultTags: [{ tags: tagsWith({ project: 'interview-pipeline', environment }, tags) }],
    });
  }

  #tell(stateMachineArn: string, apiUrl: string): void {
    const { alarms, environment } = this.#context.config;
    const outputs = {
      // Known without an account: `npm run apply` tells by it which environment a plan is of.
      environment,
      state_machine_arn: stateMachineArn,
      api_url: apiUrl,
      artifacts_bucket: this.#storage.bucket.bucket,
      sessions_table: this.#storage.table.name,
      alarms_go_to: alarms.email ?? 'WARNING: nobody. Set alarms.email, or subscribe to the topic of alarms.',
    };
    for (const [name, value] of Object.entries(outputs)) new TerraformOutput(this, name, { value, staticId: true });
  }
}
