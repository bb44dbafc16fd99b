/** Where the SDK finds credentials, by the names under which it counts them for its user agent; the most telling first. */
const SOURCES: readonly (readonly [feature: RegExp, words: string])[] = [
  [/^CREDENTIALS_CODE$/, 'the program'],
  [/SSO/, 'IAM Identity Center (aws sso login)'],
  [/LOGIN/, 'the console (aws login)'],
  [/PROCESS/, 'the program that the profile names (credential_process)'],
  [/WEB_ID/, 'a web identity token, exchanged for a role'],
  [/^CREDENTIALS_IMDS$/, 'the instance that this runs on'],
  [/^CREDENTIALS_HTTP$/, 'the container that this runs in'],
  [/ASSUME_ROLE|SOURCE_PROFILE|NAMED_PROVIDER/, 'a role that the profile assumes'],
  [/^CREDENTIALS_PROFILE/, 'a profile in the shared files (~/.aws)'],
  [/^CREDENTIALS_ENV_VARS$/, 'the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
];

/** Says in words where credentials came from; `features` are what the SDK notes on them. */
export function credentialSource(features: unknown): string {
  const names = typeof features === 'object' && features !== null ? Object.keys(features) : [];
  const [, words] = SOURCES.find(([feature]) => names.some((name) => feature.test(name))) ?? [];
  return words ?? 'a source that the SDK does not name';
}
