import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine/index.js';
import { Construct } from 'constructs';
import { STATE_MACHINE_PERMISSIONS } from '../../contracts/permissions.ts';
import type { FunctionName } from '../../contracts/states/state-contract.ts';
import { renderStateMachine, stateMachineTemplate } from '../../statemachine/render.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';
import type { PolicyStatement } from '../policies/policy-document.ts';
import { policyDocument, trustPolicy } from '../policies/policy-document.ts';
import { makeRole } from './role.ts';

/** The state machine with its role and its log. */
export class StateMachine extends Construct {
  readonly resource: SfnStateMachine;

  /** @param aliasArns the alias of every function that serves it */
  constructor(
    scope: Construct,
    id: string,
    context: PipelineContext,
    aliasArns: Readonly<Record<FunctionName, string>>,
  ) {
    super(scope, id);
    const { base, stateMachineName, config } = context;
    // The prefix keeps the delivery out of the account's resource policies, of which there can be ten.
    const log = new CloudwatchLogGroup(this, 'log', {
      name: `/aws/vendedlogs/states/${base}`,
      retentionInDays: config.retention.logDays,
    });
    const role = makeRole(this, context, { name: `${base}-states`, trust: ownStateMachineOnly(context) });
    const policy = new IamRolePolicy(this, 'policy', {
      name: 'state-machine',
      role: role.id,
      policy: policyDocument(statements(aliasArns)),
    });
    this.resource = new SfnStateMachine(this, 'machine', {
      name: stateMachineName,
      type: 'STANDARD',
      roleArn: role.arn,
      definition: renderStateMachine(stateMachineTemplate(), aliasArns),
      loggingConfiguration: { level: 'ERROR', includeExecutionData: false, logDestination: `${log.arn}:*` },
      tracingConfiguration: { enabled: true },
      dependsOn: [policy],
    });
  }
}

function statements(aliasArns: Readonly<Record<FunctionName, string>>): PolicyStatement[] {
  return [
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: Object.values(aliasArns) },
    ...STATE_MACHINE_PERMISSIONS.map(
      ({ actions }): PolicyStatement => ({ Effect: 'Allow', Action: actions, Resource: '*' }),
    ),
  ];
}

function ownStateMachineOnly(context: PipelineContext): string {
  return trustPolicy('states.amazonaws.com', {
    StringEquals: { 'aws:SourceAccount': context.config.accountId },
    ArnEquals: { 'aws:SourceArn': arnOf(context, 'states', `stateMachine:${context.stateMachineName}`) },
  });
}
