import { findTitles } from '../job-titles.ts';
import type { ClaimRule } from './claim-rule.ts';
import { supportOf } from './claim-rule.ts';
import { nameRuns } from './name-runs.ts';

/** Every job title of the statement stands in what is cited, and belongs to the same person there. */
export const rolesRule: ClaimRule = {
  reason: 'role_not_in_quote',
  holds(claim) {
    const support = supportOf(claim);
    const known = new Set(support.flatMap((text) => findTitles(text).map(({ title }) => title)));
    if (
      findTitles(claim.statement).some(
        ({ title, text }) =>
          !known.has(title) && !support.some((quote) => quote.toLowerCase().includes(text.toLowerCase())),
      )
    )
      return false;
    const quoted = claim.quotes.flatMap((quote) => holders(quote));
    return holders(claim.statement).every((pair) => {
      const same = quoted.filter((other) => other.title === pair.title && other.alternatives.includes(pair.person));
      return same.length === 0 || same.some((other) => other.person === pair.person);
    });
  },
};

/** A title and the person it stands closest to; `alternatives` are all people that the text names. */
interface Holder {
  readonly title: string;
  readonly person: string;
  readonly alternatives: readonly string[];
}

function holders(text: string): Holder[] {
  const titles = findTitles(text);
  const people = nameRuns(text, titles).filter((run) => run.words.length > 1);
  const alternatives = people.map((run) => run.words.join(' '));
  return titles.flatMap((title) => {
    const distances = people.map((run) => ({ person: run.words.join(' '), distance: distance(run, title) }));
    const nearest = distances.sort((one, other) => one.distance - other.distance)[0];
    return nearest ? [{ title: title.title, person: nearest.person, alternatives }] : [];
  });
}

/** Characters between a name and a title. A name before its title wins a tie: "Ada Holm, CEO, Bo Lund, CTO". */
function distance(name: { start: number; end: number }, title: { start: number; end: number }): number {
  return name.end <= title.start ? title.start - name.end : name.start - title.end + 0.5;
}
