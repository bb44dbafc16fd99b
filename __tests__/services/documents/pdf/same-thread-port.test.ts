import { describe, expect, it } from '@jest/globals';
import { SameThreadPort } from '../../../../services/documents/pdf/same-thread-port.ts';

async function received(port: SameThreadPort, send: () => void): Promise<readonly unknown[]> {
  const messages: unknown[] = [];
  const stop = new AbortController();
  port.addEventListener('message', ({ data }) => messages.push(data), { signal: stop.signal });
  send();
  expect(messages).toEqual([]);
  await Promise.resolve();
  stop.abort();
  return messages;
}

describe('the port between pdf.js and its worker on one thread', () => {
  it('hands over the operators of a page whole, though the worker empties its lists', async () => {
    // Prepare
    const port = new SameThreadPort();
    const matrix = new Float32Array([1, 0, 0, 1, 50, 700]);
    const chunk = { fnArray: [42, 44], argsArray: [[matrix], null], lastChunk: true };

    // Act
    const [message] = await received(port, () => {
      port.postMessage({ stream: 3, chunk }, [matrix.buffer]);
      chunk.fnArray.length = 0;
      chunk.argsArray.length = 0;
    });

    // Assess
    expect(message).toEqual({
      stream: 3,
      chunk: { fnArray: [42, 44], argsArray: [[new Float32Array([1, 0, 0, 1, 50, 700])], null], lastChunk: true },
    });
  });

  it('copies every other message and takes over what is transferred, in the order of sending', async () => {
    // Prepare
    const port = new SameThreadPort();
    const bytes = new Uint8Array([1, 2, 3]);
    const page = { view: [0, 0, 595, 842] };

    // Act
    const messages = await received(port, () => {
      port.postMessage({ data: bytes }, [bytes.buffer]);
      port.postMessage(page);
      page.view.length = 0;
    });

    // Assess
    expect(messages).toEqual([{ data: new Uint8Array([1, 2, 3]) }, { view: [0, 0, 595, 842] }]);
    expect(bytes.byteLength).toBe(0);
  });

  it('tells nothing to who has left', async () => {
    // Prepare
    const port = new SameThreadPort();
    const heard: unknown[] = [];
    const listener = ({ data }: { readonly data: unknown }): void => void heard.push(data);
    port.addEventListener('message', listener);
    port.removeEventListener('message', listener);

    // Act
    const others = await received(port, () => port.postMessage('ready'));

    // Assess
    expect({ heard, others }).toEqual({ heard: [], others: ['ready'] });
  });
});
