import type { JsonObject } from '../../page/json-values.ts';
import { asList, asObject, asText } from '../../page/json-values.ts';
import type { BoardApi } from './board-role.ts';
import { fact } from './board-role.ts';

/** Lever's Postings API (github.com/lever/postings-api): a list of postings with HTML descriptions and lists of requirements. */
export const lever: BoardApi = {
  addressOf: ({ company }, host) =>
    `https://api${host.includes('.eu.') ? '.eu' : ''}.lever.co/v0/postings/${company}?mode=json`,
  rolesIn: (answer) => (Array.isArray(answer) ? answer : []),
  nameIn: () => '',
  roleOf: (posting) => {
    const categories = asObject(posting.categories) ?? {};
    return {
      url: asText(posting.hostedUrl),
      title: asText(posting.text),
      location: asText(categories.location),
      department: asText(categories.team) || asText(categories.department),
      facts: [
        ...fact('Employment', asText(categories.commitment)),
        ...fact('Workplace', asText(posting.workplaceType)),
        ...fact('Salary', salary(asObject(posting.salaryRange) ?? {})),
      ],
      description: [asText(posting.description), ...asList(posting.lists).map(listHtml), asText(posting.additional)],
      published: typeof posting.createdAt === 'number' ? posting.createdAt : '',
    };
  },
};

function listHtml(value: unknown): string {
  const { text, content } = asObject(value) ?? {};
  return `<h3>${asText(text)}</h3><ul>${asText(content)}</ul>`;
}

function salary({ currency, interval, min, max }: JsonObject): string {
  const range = [asText(min), asText(max)].filter((amount) => amount !== '').join('–');
  if (range === '') return '';
  return [asText(currency), range, asText(interval).replaceAll('-', ' ')].filter((part) => part !== '').join(' ');
}
