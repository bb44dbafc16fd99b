/** Made-up credentials, and nothing of the files, profiles and endpoints of whoever runs the tests; every request that is not served fails on loopback. */
export const MADE_UP_CREDENTIALS: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an example, valid nowhere',
};

/** Takes every variable of AWS and of deployments out of this process and puts others in; call the result to have it as it was. */
export function replaceAwsVariables(variables: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (/^(AWS_|DEPLOY_)/.test(name)) delete process.env[name];
  Object.assign(process.env, {
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_MAX_ATTEMPTS: '1',
    ...variables,
  });
  return () => {
    process.env = before;
  };
}
