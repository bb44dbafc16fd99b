import { App } from 'cdktf';
import { readBundles } from './stacks/bundles.ts';
import { DeployConfigError, readDeployConfig } from './stacks/deploy-config.ts';
import { InterviewPipelineStack } from './stacks/interview-pipeline-stack.ts';

/** Where `npm run bundle` leaves the functions. */
const BUNDLE_FOLDER = 'build/functions';

/** Makes the Terraform configuration of the environment that DEPLOY_ENV names, in cdktf.out. */
function synthesize(): void {
  const config = readDeployConfig({ root: import.meta.dirname, variables: process.env });
  const app = new App();
  new InterviewPipelineStack(app, `interview-pipeline-${config.environment}`, {
    config,
    bundles: readBundles(BUNDLE_FOLDER),
  });
  app.synth();
  const pinned = Object.entries(config.pinnedVersions).map(([name, version]) => `${name} at ${version}`);
  if (pinned.length > 0) console.error(`Warning: pinnedVersions holds ${pinned.join(', ')}: newer code is not called.`);
  if (config.alarms.email === null) console.error('Warning: alarms.email is not set, so alarms reach nobody.');
}

try {
  synthesize();
} catch (error) {
  if (!(error instanceof DeployConfigError)) throw error;
  // What is to be done stands in the message; where it was thrown helps nobody.
  console.error(error.message);
  process.exitCode = 1;
}
