import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Reply, Scenario } from '../../fixtures/wild-web/wild-server.ts';
import { html } from '../../fixtures/wild-web/wild-server.ts';

/** A page that shows nothing until `/app.js` has run. */
export function shell(head = ''): Reply {
  return html(`<!doctype html><html lang="en"><head><title>Brightwell Instruments</title>${head}</head><body><div id="root"></div>
<noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script></body></html>`);
}

/** A script as a server gives it. */
export function script(body: string): Reply {
  return { headers: { 'content-type': 'text/javascript' }, body };
}

/** Data as an interface gives it. */
export function json(value: unknown): Reply {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** What the pages of these tests say when their script has come to its end. */
export const DRAWN_TEXT =
  'Brightwell Instruments has made flow meters for rivers and harbors since 1987, and sixty people in Odense test each of them.';

/** The script that shows {@link DRAWN_TEXT}. */
export const SHOW_TEXT = `document.getElementById('root').insertAdjacentHTML('beforeend', '<h1>About us</h1><p>${DRAWN_TEXT}</p>');`;

/** A site of one page whose script does `attack`, whatever comes of it, and then shows its text. */
export function attackingSite(attack: string, more: Scenario = () => undefined): Scenario {
  return (path, request) => {
    if (path === '/') return shell();
    if (path === '/app.js') return script(`try { ${attack} } catch (error) { console.log(error); }\n${SHOW_TEXT}`);
    return more(path, request);
  };
}

/** A port of this machine that no page may reach. */
export interface Trap {
  readonly port: number;
  /** The first bytes of everything that came since it was asked last. */
  caught(): string[];
  close(): Promise<void>;
}

/** Listens for connections over TCP and for packets over UDP on one port. */
export async function setTrap(): Promise<Trap> {
  const caught: string[] = [];
  const server = createServer((socket) => {
    caught.push('a connection');
    socket.on('data', (bytes) => caught.push(bytes.toString('latin1').slice(0, 80)));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const packets = createSocket('udp4', (bytes) => caught.push(`a packet of ${bytes.length} bytes`));
  await new Promise<void>((resolve) => packets.bind(port, '127.0.0.1', resolve));
  return {
    port,
    caught: () => caught.splice(0),
    close: async () => {
      await new Promise<void>((resolve) => packets.close(() => resolve()));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
