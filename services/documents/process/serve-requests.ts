import { Worker } from 'node:worker_threads';
import { PipelineError } from '../../../contracts/errors.ts';
import type { ErrorMessage, ProcessAnswer } from './messages.ts';

/**
 * What a bounded process does: it answers one request after the other until the process that started it goes. Documents come from outside and may be made to hurt: what
 * they do to this process is bounded by the operating system and by the process that started it.
 */
export function serveRequests<Request, Result>(work: (request: Request) => Promise<Result>): void {
  const limit_mb = Number(process.argv[2]);
  if (Number.isFinite(limit_mb)) watchMemory(limit_mb);
  process.on('disconnect', () => process.exit());
  process.on('message', (request: Request) => {
    void answer(work, request).then(send);
  });
  send({ kind: 'ready' });
}

async function answer<Request, Result>(
  work: (request: Request) => Promise<Result>,
  request: Request,
): Promise<ProcessAnswer<Result>> {
  try {
    const result = await work(request);
    return { kind: 'done', result, rss_bytes: process.memoryUsage.rss() };
  } catch (error) {
    return { kind: 'failed', error: toMessage(error), rss_bytes: process.memoryUsage.rss() };
  }
}

function send(message: ProcessAnswer<unknown>): void {
  process.send?.(message);
}

function toMessage(error: unknown): ErrorMessage {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const cause = error.cause instanceof Error ? { cause: `${error.cause.name}: ${error.cause.message}` } : {};
  return {
    name: error.name,
    message: error.message,
    ...cause,
    ...(error instanceof PipelineError ? { remedy: error.remedy } : {}),
  };
}

/**
 * Ends this process when it holds more than the limit, looking 20 times a second from a thread of its own, which goes on while a parser holds up the main one.
 * It serves where the operating system bounds nothing (macOS, Windows); what can be taken between two looks is not bounded.
 */
function watchMemory(limit_mb: number): void {
  const source = `setInterval(() => { if (process.memoryUsage.rss() > ${limit_mb} * 1048576) process.kill(process.pid, 'SIGKILL'); }, 50)`;
  new Worker(source, { eval: true, stdout: false, stderr: false }).unref();
}
