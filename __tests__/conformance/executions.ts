import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Executions } from '../../services/executions/executions.ts';

/**
 * An engine with a machine of one Task whose function does what its input says, and then ends:
 * `{"do": "echo", …}` returns the input, `{"do": "throw", "name", "message"}` throws such an error, `{"do": "hang"}` never answers.
 */
export interface ExecutionsUnderTest {
  readonly executions: Executions;
  /** Whether descriptions tell output, error and cause; an engine that keeps payloads to itself leaves them out. */
  readonly tells_payloads: boolean;
  /** A name that no execution has had. */
  newName(): string;
  /** Waits until an execution has ended. */
  settled(executionId: string): Promise<void>;
  /** Waits until an execution's function was called. */
  called(executionId: string): Promise<void>;
  close(): Promise<void>;
}

/** The name of the state in the machine of {@link ExecutionsUnderTest}. */
export const CONFORMANCE_STATE = 'OnlyState';

/** What every engine of executions must keep to. */
export function executionsConformance(name: string, make: () => Promise<ExecutionsUnderTest>): void {
  describe(`${name} keeps the contract of Executions`, () => {
    let subject: ExecutionsUnderTest;
    let executions: Executions;

    beforeEach(async () => {
      subject = await make();
      executions = subject.executions;
    });

    afterEach(() => subject.close());

    it('runs an execution and describes it with its output and times', async () => {
      // Prepare
      const execution_id = subject.newName();
      const input = { do: 'echo', text: 'naïve 日本', list: [1, null, { a: true }] };

      // Act
      const { execution_arn } = await executions.start({ execution_id, input });
      await subject.settled(execution_id);

      // Assess
      const description = await executions.describe(execution_id);
      expect(description).toMatchObject({ execution_id, execution_arn, status: 'SUCCEEDED' });
      expect(description?.output).toEqual(subject.tells_payloads ? input : undefined);
      expect(execution_arn).toMatch(new RegExp(`^arn:aws:states:[^:]+:\\d{12}:execution:[^:]+:${execution_id}$`));
      expect(Date.parse(description?.stopped_at ?? '')).toBeGreaterThanOrEqual(
        Date.parse(description?.started_at ?? ''),
      );
      expect(description).not.toHaveProperty('error');
    });

    it('tells what happened, in order and numbered, without payloads', async () => {
      // Prepare
      const execution_id = subject.newName();

      // Act
      await executions.start({ execution_id, input: { do: 'echo', secret: 'not for the history' } });
      await subject.settled(execution_id);

      // Assess
      const events = await executions.history(execution_id);
      expect(events.map(({ type, state }) => [type, state])).toEqual([
        ['ExecutionStarted', undefined],
        ['StateEntered', CONFORMANCE_STATE],
        ['StateExited', CONFORMANCE_STATE],
        ['ExecutionSucceeded', undefined],
      ]);
      expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
      expect(JSON.stringify(events)).not.toContain('not for the history');
    });

    it("fails with the thrown error's name and Lambda's error JSON", async () => {
      // Prepare
      const execution_id = subject.newName();

      // Act
      await executions.start({ execution_id, input: { do: 'throw', name: 'NoEvidenceError', message: 'Nothing.' } });
      await subject.settled(execution_id);

      // Assess
      const description = await executions.describe(execution_id);
      expect(description).toMatchObject({ status: 'FAILED' });
      expect(description).not.toHaveProperty('output');
      const events = await executions.history(execution_id);
      const told = subject.tells_payloads ? description : events.at(-1);
      expect(told?.error).toBe('NoEvidenceError');
      expect(JSON.parse(told?.cause ?? '')).toMatchObject({ errorType: 'NoEvidenceError', errorMessage: 'Nothing.' });
      expect(events.map(({ type }) => type)).toEqual([
        'ExecutionStarted',
        'StateEntered',
        'TaskFailed',
        'ExecutionFailed',
      ]);
      expect(events[2]).toMatchObject({ state: CONFORMANCE_STATE, error: 'NoEvidenceError' });
    });

    it('gives the same ARN for the same name and input while it runs, and refuses another input', async () => {
      // Prepare
      const execution_id = subject.newName();
      const first = await executions.start({ execution_id, input: { do: 'hang' } });

      // Act
      const second = await executions.start({ execution_id, input: { do: 'hang' } });
      const other = executions.start({ execution_id, input: { do: 'echo' } });

      // Assess
      expect(second).toEqual(first);
      await expect(other).rejects.toMatchObject({ name: 'SessionConflictError' });
      await executions.stop(execution_id, 'end of the test');
    });

    it('refuses the name of an execution that has ended, even with the same input', async () => {
      // Prepare
      const execution_id = subject.newName();
      await executions.start({ execution_id, input: { do: 'echo' } });
      await subject.settled(execution_id);

      // Act
      const again = executions.start({ execution_id, input: { do: 'echo' } });

      // Assess
      await expect(again).rejects.toMatchObject({ name: 'SessionConflictError' });
    });

    it('stops a running execution with the reason as its cause', async () => {
      // Prepare
      const execution_id = subject.newName();
      await executions.start({ execution_id, input: { do: 'hang' } });
      await subject.called(execution_id);

      // Act
      await executions.stop(execution_id, 'The user pressed Ctrl-C.');
      await subject.settled(execution_id);

      // Assess
      const description = await executions.describe(execution_id);
      const end = (await executions.history(execution_id)).at(-1);
      expect(description).toMatchObject({ status: 'ABORTED' });
      expect(end?.type).toBe('ExecutionAborted');
      expect((subject.tells_payloads ? description : end)?.cause).toBe('The user pressed Ctrl-C.');
    });

    it('leaves an execution that has ended as it is when it is stopped', async () => {
      // Prepare
      const execution_id = subject.newName();
      await executions.start({ execution_id, input: { do: 'echo' } });
      await subject.settled(execution_id);
      const before = await executions.describe(execution_id);

      // Act
      await executions.stop(execution_id, 'too late');

      // Assess
      expect(await executions.describe(execution_id)).toEqual(before);
    });

    it('forgets what an execution took and gave, but not that its name was used', async () => {
      // Prepare
      const execution_id = subject.newName();
      await executions.start({ execution_id, input: { do: 'echo', text: 'to be forgotten' } });
      await subject.settled(execution_id);

      // Act
      await executions.forget(execution_id);
      const again = executions.start({ execution_id, input: { do: 'echo' } });

      // Assess
      await expect(again).rejects.toMatchObject({ name: 'SessionConflictError' });
      const kept = [await executions.describe(execution_id), await executions.history(execution_id)];
      expect(JSON.stringify(kept)).not.toContain('to be forgotten');
    });

    it('knows nothing of an execution that was never started', async () => {
      // Assess
      expect(await executions.describe(subject.newName())).toBeUndefined();
    });

    it('takes an input of 256 KiB and refuses a byte more', async () => {
      // Prepare
      const frame = Buffer.byteLength(JSON.stringify({ do: 'hang', text: '' }));
      const inputOf = (bytes: number) => ({ do: 'hang', text: 'x'.repeat(bytes - frame) });
      const execution_id = subject.newName();

      // Act
      const largest = executions.start({ execution_id, input: inputOf(262_144) });
      const tooLarge = executions.start({ execution_id: subject.newName(), input: inputOf(262_145) });

      // Assess
      await expect(largest).resolves.toHaveProperty('execution_arn');
      await expect(tooLarge).rejects.toMatchObject({ name: 'RejectedInputError' });
      await executions.stop(execution_id, 'end of the test');
    });

    it.each(['', 'with space', 'slash/es', 'x'.repeat(81)])('refuses the name %j', async (execution_id) => {
      // Act
      const started = executions.start({ execution_id, input: { do: 'echo' } });

      // Assess
      await expect(started).rejects.toMatchObject({ name: 'RejectedInputError' });
    });
  });
}
