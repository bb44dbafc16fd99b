import type { ModelTurn, UserTurn } from '../model-transport.ts';

/**
 * The conversation that asks for the same answer once more: what was asked, what came, and what is wrong with it. An answer without text cannot be
 * a turn (an empty block is refused by the model's service), so the problems then stand in the first turn.
 */
export function repairTurns(asked: UserTurn, answered: string, problems: readonly string[]): ModelTurn[] {
  const text = [
    'Your answer could not be used:',
    ...problems.map((problem) => `- ${problem}`),
    'Write the whole answer again without these faults: one JSON object and nothing else.',
  ].join('\n');
  if (answered.trim() === '') return [{ role: 'user', blocks: [...asked.blocks, { kind: 'instruction', text }] }];
  return [asked, { role: 'assistant', text: answered }, { role: 'user', blocks: [{ kind: 'instruction', text }] }];
}
