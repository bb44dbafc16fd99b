import { join } from 'node:path';
import { arnOf } from '../../../../stacks/pipeline-context.ts';
import { BUNDLE_FOLDER, isFresh } from '../../../bundle/bundle-manifest.ts';
import type { Check } from '../check.ts';
import { failed, ok, warning } from '../finding.ts';

/** What is deployed already is whole. */
export const deployedCheck: Check = {
  name: 'deployed stack',
  asks_aws: true,
  run: async ({ aws, context }) => {
    const arn = arnOf(context, 'states', `stateMachine:${context.stateMachineName}`);
    const found = await aws.stateMachines.describe(arn);
    if (found === undefined) return ok(`none yet: there is no ${arn}`);
    if (found.status === 'ACTIVE' && found.type === 'STANDARD') return ok(`${arn} is active`);
    return failed(
      `${arn} is ${found.status} and of the type ${found.type}.`,
      `Wait until it is deleted, then deploy again: DEPLOY_ENV=${context.config.environment} npx cdktf deploy`,
    );
  },
};

/** The bundles are those of the sources. */
export const bundlesCheck: Check = {
  name: 'bundles',
  asks_aws: false,
  run: async ({ root }) =>
    isFresh(root, join(root, BUNDLE_FOLDER))
      ? ok(`${BUNDLE_FOLDER} is of these sources`)
      : warning(`${BUNDLE_FOLDER} is missing or of other sources; synth makes it anew.`, 'npm run bundle'),
};
