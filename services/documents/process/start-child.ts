import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MAX_PARSER_HEAP_MB, MAX_PARSER_MEMORY_MB, NODE_RESERVED_MEMORY_MB } from '../limits.ts';

/** How a bounded process is started. */
export interface ChildOptions {
  /** The file it runs. */
  readonly entry: URL;
  /** Resident megabytes after which it is not used for another request. */
  readonly retire_rss_mb: number;
  /** Who bounds its memory: the operating system (by default on Linux), or a watch within it (elsewhere). */
  readonly memory_guard?: 'system' | 'watch';
  /** Whether it may load native code; by default it may not. */
  readonly native_code?: boolean;
}

/** The shell sets the limit of the data segment in kilobytes and gives way to `node`. Where a lower limit holds already it cannot, and that one stays. */
const WITH_LIMIT = 'ulimit -d "$0" 2>/dev/null; exec "$@"';

/**
 * Starts a bounded process. It inherits no environment (credentials stay here), cannot write files, start processes or, unless asked for, load native code, and its
 * memory is bounded: on Linux by RLIMIT_DATA, which counts heap and typed arrays alike but not the address space that V8 reserves; elsewhere by its own watch.
 */
export function startChild({
  entry,
  native_code = false,
  memory_guard = process.platform === 'linux' ? 'system' : 'watch',
}: ChildOptions): ChildProcess {
  const node = [
    process.execPath,
    `--max-old-space-size=${MAX_PARSER_HEAP_MB}`,
    '--permission',
    '--allow-fs-read=*',
    '--no-warnings',
    ...(native_code ? ['--allow-addons'] : []),
  ];
  const env = environment(native_code);
  const limit_kb = String((MAX_PARSER_MEMORY_MB + NODE_RESERVED_MEMORY_MB) * 1_024);
  return memory_guard === 'system'
    ? start('/bin/sh', ['-c', WITH_LIMIT, limit_kb, ...node, fileURLToPath(entry)], env)
    : start(
        process.execPath,
        [...node.slice(1), '--allow-worker', fileURLToPath(entry), String(MAX_PARSER_MEMORY_MB)],
        env,
      );
}

function start(command: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(command, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
}

/** Windows programs need to know where the system is; nothing else is handed on. */
function environment(native_code: boolean): Record<string, string> {
  const root = process.env.SystemRoot;
  return { ...(root === undefined ? {} : { SystemRoot: root }), ...(native_code ? LATE_COMMIT : {}) };
}

/** The allocator of the canvas (mimalloc) takes a gibibyte as writable at its start, which would count against the limit; told so, it takes what it uses. */
const LATE_COMMIT = { MIMALLOC_ARENA_EAGER_COMMIT: '0' };
