import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { LambdaName } from '../contracts/functions.ts';
import { routeFunctionName } from '../contracts/functions.ts';
import type { OperationId } from '../contracts/http/routes/index.ts';
import { ROUTES } from '../contracts/http/routes/index.ts';
import type { FunctionName } from '../contracts/states/state-contract.ts';
import type { Bundles } from './bundles.ts';
import { makeBackend } from './constructs/backend.ts';
import { HttpApi } from './constructs/http-api.ts';
import { Monitoring } from './constructs/monitoring/monitoring.ts';
import { PipelineFunction } from './constructs/pipeline-function.ts';
import { SessionIdSecret } from './constructs/session-id-secret.ts';
import { SessionRepair } from './constructs/session-repair.ts';
import { StateMachine } from './constructs/state-machine.ts';
import { Storage } from './constructs/storage.ts';
import type { DeployConfig } from './deploy-config.ts';
import type { ResourceNames } from './function-environment.ts';
import { functionEnvironment } from './function-environment.ts';
import type { PipelineContext } from './pipeline-context.ts';
import { pipelineContext } from './pipeline-context.ts';
import { functionStatements } from './policies/function-statements.ts';

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
  readonly #names: ResourceNames;
  #stateMachineArn = '';

  constructor(scope: Construct, id: string, { config, bundles }: InterviewPipelineProps) {
    super(scope, id);
    makeBackend(this, config);
    this.#makeProvider(config);
    this.#context = pipelineContext(config);
    this.#bundles = bundles;
    this.#storage = new Storage(this, 'storage', this.#context);
    this.#names = {
      bucket: this.#storage.bucket.bucket,
      table: this.#storage.table.name,
      sessionIdSecret: new SessionIdSecret(this, 'session-id-secret').value,
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
    const repair = this.#function('RepairSession');
    const { api } = new HttpApi(this, 'http-api', this.#context, routes);
    new SessionRepair(this, 'session-repair', this.#context, machine.arn, repair);
    new Monitoring(this, 'monitoring', this.#context, {
      functions: { ...steps, ...routes, RepairSession: repair },
      stateMachineArn: machine.arn,
      apiId: api.id,
    });
    this.#tell(machine.arn, api.apiEndpoint);
  }

  #functions<Name extends LambdaName>(names: readonly Name[]): Record<Name, PipelineFunction> {
    return Object.fromEntries(names.map((name) => [name, this.#function(name)])) as Record<Name, PipelineFunction>;
  }

  #function(name: LambdaName): PipelineFunction {
    const { table, bucket } = this.#storage;
    return new PipelineFunction(this, name, this.#context, {
      name,
      bundle: this.#bundles[name],
      environment: functionEnvironment(name, this.#context.config, this.#names),
      statements: functionStatements(this.#context, name, { table: table.arn, bucket: bucket.arn }),
    });
  }

  #makeProvider({ region, allowedAccountIds, tags, environment }: DeployConfig): void {
    new AwsProvider(this, 'aws', {
      region,
      allowedAccountIds: [...allowedAccountIds],
      defaultTags: [{ tags: { project: 'interview-pipeline', environment, ...tags } }],
    });
  }

  #tell(stateMachineArn: string, apiUrl: string): void {
    const { email } = this.#context.config.alarms;
    const outputs = {
      state_machine_arn: stateMachineArn,
      api_url: apiUrl,
      artifacts_bucket: this.#storage.bucket.bucket,
      sessions_table: this.#storage.table.name,
      alarms_go_to: email ?? 'WARNING: nobody. Set alarms.email, or subscribe to the topic of alarms.',
    };
    for (const [name, value] of Object.entries(outputs)) new TerraformOutput(this, name, { value, staticId: true });
  }
}
