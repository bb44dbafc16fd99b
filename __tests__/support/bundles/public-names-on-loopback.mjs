/**
 * Loaded before a function (`node --import`): lets host names that PUBLIC_NAMES lists, `{"site.example": 8080}`, be hosts of the public Internet that are
 * served by a port of this machine. The function resolves and checks them as it would any; only where the connection goes in the end is changed.
 */
import dns from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** An address that belongs to nobody here, and to the public Internet as far as a guard can tell. */
const PUBLIC_ADDRESS = '8.8.4.4';
const LOOPBACK = [{ address: '127.0.0.1', family: 4 }];

const ports = JSON.parse(process.env.PUBLIC_NAMES ?? '{}');
const { lookup } = dns;
const { connect } = net;

dns.lookup = async (name, options) =>
  name in ports ? [{ address: PUBLIC_ADDRESS, family: 4 }] : await lookup(name, options);

net.connect = (options, ...more) => {
  const port = ports[options.host];
  if (port === undefined) return connect(options, ...more);
  const guarded = (name, lookupOptions, done) =>
    options.lookup(name, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) done(error);
      else if (addresses.some(({ address }) => address !== PUBLIC_ADDRESS))
        done(new Error('Another address was chosen.'));
      else if (lookupOptions.all) done(null, LOOPBACK);
      else done(null, LOOPBACK[0].address, LOOPBACK[0].family);
    });
  const socket = connect({ ...options, port, lookup: guarded }, ...more);
  Object.defineProperty(socket, 'remoteAddress', { value: PUBLIC_ADDRESS });
  return socket;
};
syncBuiltinESMExports();
