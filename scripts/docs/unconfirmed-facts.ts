import { FACTS } from '../operate/verify-aws/facts.ts';

/** Everything that is assumed of AWS and only an account can show, as a table. */
export function unconfirmedFactsTable(): string {
  const rows = FACTS.map(({ id, assumed, configured, shown_by, costs }) => [
    `\`${id}\``,
    assumed,
    configured,
    costs === undefined ? shown_by : `${shown_by} (--paid: ${costs})`,
  ]);
  const head = ['id', 'what is assumed', 'what rests on it', 'what shows it'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
