/** What a client of a service on loopback is made with: made-up credentials, two attempts so that a test that fails twice is short. */
export function clientSettings(endpoint: string) {
  return {
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'an example, valid nowhere' },
    maxAttempts: 2,
  };
}
