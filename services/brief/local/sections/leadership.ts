import type { SectionSelector } from '../claims.ts';
import type { Leader } from '../leaders.ts';
import { leadersOf } from '../leaders.ts';
import { cite } from '../sentence.ts';

const MAX_LEADERS = 6;

/** Who leads the company, highest first. */
export const leadership: SectionSelector = (evidence) =>
  leadersOf(evidence)
    .map((leader, position) => ({ leader, position }))
    .sort((one, other) => rank(one.leader) - rank(other.leader) || one.position - other.position)
    .slice(0, MAX_LEADERS)
    .map(({ leader }) => ({
      statement: `${leader.name} — ${leader.title}`,
      basis: 'stated' as const,
      citations: leader.from.map((sentence) => cite(sentence)),
    }));

const ORDER: readonly RegExp[] = [
  /chief executive|managing director|geschäftsführer|general manager|geschäftsführung|vorstandsvorsitzende|^vorsitzende|vorstandssprecher|^(?:pdg|dg|vd)$|^présidente?[- ]direct|^direct(?:eur|rice) générale?|consejer[oa] delegad|amministrat(?:ore|rice) delegat|^(?:director|directora|direttore|direttrice|diretor|diretora) g|algemeen directeur|verkställande direktör|代表取締役|最高経営責任者|首席执行官|대표이사/,
  /founder|创始人|gründer|fond/,
  /^pr[eéä]sident/,
  /chief technology|chief product/,
  /^chief/,
  /vice president/,
  /head of|director/,
  /chair/,
];

function rank({ canonical }: Leader): number {
  const position = ORDER.findIndex((pattern) => pattern.test(canonical));
  return position < 0 ? ORDER.length : position;
}
