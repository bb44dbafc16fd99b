import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MAX_PARSER_HEAP_MB, MAX_PARSER_MEMORY_MB, NODE_RESERVED_MEMORY_MB } from '../limits.ts';

/** How a parsing process is started. */
export interface ChildOptions {
  /** The file it runs; by default the one beside this. A bundle names its own. */
  readonly entry?: URL;
  /** Who bounds its memory: the operating system (by default on Linux), or a watch within it (elsewhere). */
  readonly memory_guard?: 'system' | 'watch';
}

const DEFAULT_ENTRY = new URL('./parser-child.ts', import.meta.url);

/** The shell sets the limit of the data segment in kilobytes and gives way to `node`. Where a lower limit holds already it cannot, and that one stays. */
const WITH_LIMIT = 'ulimit -d "$0" 2>/dev/null; exec "$@"';

/**
 * Starts a parsing process. It inherits no environment (credentials stay here), cannot write files, start processes or load native code, and its
 * memory is bounded: on Linux by RLIMIT_DATA, which counts heap and typed arrays alike but not the address space that V8 reserves; elsewhere by its own watch.
 */
export function startChild({
  entry = DEFAULT_ENTRY,
  memory_guard = process.platform === 'linux' ? 'system' : 'watch',
}: ChildOptions): ChildProcess {
  const node = [
    process.execPath,
    `--max-old-space-size=${MAX_PARSER_HEAP_MB}`,
    '--permission',
    '--allow-fs-read=*',
    '--no-warnings',
  ];
  const child =
    memory_guard === 'system'
      ? start('/bin/sh', [
          '-c',
          WITH_LIMIT,
          String((MAX_PARSER_MEMORY_MB + NODE_RESERVED_MEMORY_MB) * 1_024),
          ...node,
          fileURLToPath(entry),
        ])
      : start(process.execPath, [
          ...node.slice(1),
          '--allow-worker',
          fileURLToPath(entry),
          String(MAX_PARSER_MEMORY_MB),
        ]);
  return child;
}

function start(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, {
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
}

/** Windows programs need to know where the system is; nothing else is handed on. */
function environment(): Record<string, string> {
  const root = process.env.SystemRoot;
  return root === undefined ? {} : { SystemRoot: root };
}
