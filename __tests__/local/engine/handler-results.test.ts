import { describe, expect, it } from '@jest/globals';
import { machineOf, runOnce, task } from './engine-fixture.ts';

describe('what a handler is given and gives', () => {
  it('passes the event and the result through JSON', async () => {
    // Prepare
    const given = { at: '2026-11-22T10:00:00.000Z', list: [1] };
    const received: unknown[] = [];
    const machine = {
      StartAt: 'First',
      States: {
        First: task('Change', { Next: 'Second', ResultPath: '$.result' }),
        Second: { Type: 'Pass', End: true },
      },
    };

    // Act
    const { description } = await runOnce(
      machine,
      {
        Change: async (event) => {
          received.push(structuredClone(event));
          (event as { list: number[] }).list.push(99);
          return { date: new Date(0), gone: undefined, not_a_number: Number.NaN, map: new Map([[1, 2]]) };
        },
      },
      given,
    );

    // Assess
    expect(received).toEqual([given]);
    expect(description.output).toEqual({
      ...given,
      result: { date: '1970-01-01T00:00:00.000Z', not_a_number: null, map: {} },
    });
  });

  it('gives null for a handler that returns nothing', async () => {
    // Act
    const { description } = await runOnce(machineOf(task('Nothing')), { Nothing: async () => undefined });

    // Assess
    expect(description).toMatchObject({ status: 'SUCCEEDED', output: null });
  });

  it('fails as Lambda does when a result is no JSON', async () => {
    // Act
    const { description } = await runOnce(machineOf(task('Big')), { Big: async () => ({ big: 1n }) });

    // Assess
    expect(description).toMatchObject({ status: 'FAILED', error: 'Runtime.MarshalError' });
  });

  it('keeps name, message and trace of an error, and takes other thrown values as Lambda does', async () => {
    // Act
    const error = await runOnce(machineOf(task('Fail')), {
      Fail: async () => {
        throw new RangeError('too far');
      },
    });
    const text = await runOnce(machineOf(task('Fail')), {
      Fail: () => Promise.reject('only a text'),
    });

    // Assess
    expect(error.description.error).toBe('RangeError');
    expect(JSON.parse(error.description.cause ?? '')).toEqual({
      errorType: 'RangeError',
      errorMessage: 'too far',
      trace: expect.arrayContaining(['RangeError: too far', expect.stringMatching(/^ {4}at /)]),
    });
    expect(JSON.parse(text.description.cause ?? '')).toEqual({
      errorType: 'string',
      errorMessage: 'only a text',
      trace: [],
    });
  });

  it('fails with States.DataLimitExceeded above 256 KiB, which States.ALL does not catch and its name does', async () => {
    // Prepare
    const handlers = { Large: async () => 'x'.repeat(262_144) };
    const caught = { Type: 'Pass', Result: 'caught', End: true };
    const machine = (name: string) => ({
      StartAt: 'Only',
      States: { Only: task('Large', { Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }), Caught: caught },
    });

    // Act
    const all = await runOnce(machine('States.ALL'), handlers);
    const named = await runOnce(machine('States.DataLimitExceeded'), handlers);

    // Assess
    expect(all.description).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(named.description).toMatchObject({ status: 'SUCCEEDED', output: 'caught' });
  });

  it('notes the largest payload that went through a state', async () => {
    // Prepare
    const machine = {
      StartAt: 'Large',
      States: {
        Large: task('Large', { ResultPath: '$.large', Next: 'Small' }),
        Small: { Type: 'Pass', Parameters: { small: true }, End: true },
      },
    };

    // Act
    const { description } = await runOnce(machine, { Large: async () => 'ü'.repeat(500) });

    // Assess
    expect(description.largest_payload_bytes).toBe(Buffer.byteLength(JSON.stringify({ large: 'ü'.repeat(500) })));
    expect(description.output).toEqual({ small: true });
  });

  it('notes a large result also when the state does not hand it on', async () => {
    // Act
    const { description } = await runOnce(machineOf(task('Large', { ResultPath: null })), {
      Large: async () => 'x'.repeat(998),
    });

    // Assess
    expect(description.output).toEqual({});
    expect(description.largest_payload_bytes).toBe(1_000);
  });
});
