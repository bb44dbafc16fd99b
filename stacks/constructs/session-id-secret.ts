import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter/index.js';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';

/** Number of the secret: raising it makes another one; keys used before then start new runs. */
const SECRET_VERSION = 1;

/**
 * The key of the HMAC that makes session ids from idempotency keys, as an encrypted parameter. Terraform makes it while it applies, from two random UUIDs
 * (244 random bits), and hands it over as a write-only argument: it stands neither in the plan nor in the state nor in the environment of a function.
 */
export class SessionIdSecret extends Construct {
  /** The parameter's name. */
  readonly parameter: string;
  /** Known before it exists, so that policies do not wait for it. */
  readonly arn: string;

  constructor(scope: Construct, id: string, context: PipelineContext) {
    super(scope, id);
    const name = `/${context.base}/session-id-secret`;
    const { name: parameter } = new SsmParameter(this, 'parameter', {
      name,
      description: 'Key of the HMAC that makes session ids from idempotency keys.',
      type: 'SecureString',
      valueWo: Fn.join('', [Fn.uuid(), Fn.uuid()]),
      valueWoVersion: SECRET_VERSION,
      // uuid() gives another value in every plan; the first one stays until the version above is raised.
      lifecycle: { ignoreChanges: ['value_wo'] },
    });
    this.parameter = parameter;
    this.arn = arnOf(context, 'ssm', `parameter${name}`);
  }
}
