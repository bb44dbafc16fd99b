import type { NamedSkill } from '../../../contracts/index.ts';

/** Skills by name with the passages that name them, in the order in which they are first named. */
export function namedSkills(mentions: Iterable<readonly [name: string, passage_id: string]>): NamedSkill[] {
  const passages = new Map<string, Set<string>>();
  for (const [name, passage_id] of mentions) {
    const known = passages.get(name) ?? new Set();
    passages.set(name, known.add(passage_id));
  }
  return [...passages].map(([name, ids]) => ({ name, passage_ids: [...ids] }));
}
