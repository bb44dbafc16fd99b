import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

/** A host as an address has it, and a port: an IPv6 address stands in brackets. */
const HOST_AND_PORT = /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+):\d{1,5}$/iu;

/** Adds the option that names private addresses that may be read. One that could match nothing is refused: it would be found out at the end of a run. */
export function addAllowHostOption(command: Command): Command {
  return command.option(
    '--allow-host <host:port>',
    'a private address that may be read, such as 127.0.0.1:8080; may be given several times',
    (value: string, previous: readonly string[]) => {
      if (HOST_AND_PORT.test(value)) return [...previous, value];
      throw new InvalidArgumentError('must be a host and a port, such as 127.0.0.1:8080.');
    },
    [],
  );
}
