import { describe, expect, it } from '@jest/globals';
import { createExecutionHost } from '../../../local/engine/execution-host.ts';
import { realSleep } from '../../../local/engine/sleep.ts';

describe('createExecutionHost', () => {
  it('ends a machine that goes round in circles at 25,000 events', () => {
    // Prepare
    let written = 0;
    const host = createExecutionHost({
      handlers: {},
      write: () => {
        written += 1;
      },
      sleep: realSleep,
      random: Math.random,
      now: () => new Date(),
    });

    // Act
    const circle = () => {
      for (;;) {
        host.record({ type: 'StateEntered', state: 'Again' });
      }
    };

    // Assess
    expect(circle).toThrow(expect.objectContaining({ error: 'States.Runtime' }));
    expect(written).toBe(25_000);
  });

  it('takes a payload of 262,144 bytes of UTF-8 and refuses one more', () => {
    // Prepare
    const sizes: number[] = [];
    const host = createExecutionHost({
      handlers: {},
      write: (_, bytes) => {
        sizes.push(bytes);
      },
      sleep: realSleep,
      random: Math.random,
      now: () => new Date(),
    });

    // Act
    host.measure('ü'.repeat(131_071), 'The result');
    const tooLarge = () => host.measure(`${'ü'.repeat(131_071)}x`, 'The result');

    // Assess
    expect(tooLarge).toThrow(expect.objectContaining({ error: 'States.DataLimitExceeded' }));
    host.record({ type: 'StateExited', state: 'Any' });
    expect(sizes).toEqual([262_145]);
  });
});
