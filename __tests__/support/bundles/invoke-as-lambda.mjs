/**
 * Does what the Node runtime of Lambda does, in a process of its own: `node invoke-as-lambda.mjs MODULE EVENT` loads the module, calls its export `handler`
 * with the event, and prints the answer as JSON, or the error by name and message.
 */
const [, , module, event] = process.argv;
try {
  const { handler } = await import(module);
  const answer = await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 10_000 });
  process.stdout.write(`\n${JSON.stringify({ answer })}`);
} catch (error) {
  process.stdout.write(`\n${JSON.stringify({ errorType: error.name, errorMessage: error.message })}`);
}
