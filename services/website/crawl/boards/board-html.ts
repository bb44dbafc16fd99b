import type { BoardRole } from './board-role.ts';

/** Roles named on a board's list: as many as a reader looks over. */
const MAX_LISTED_ROLES = 200;

/** The list of a board's roles as a page: what boards show people at the board's own address. */
export function listingHtml(company: string, roles: readonly BoardRole[]): string {
  const items = roles
    .slice(0, MAX_LISTED_ROLES)
    .map(({ url, title, location }) => `<li><a href="${escaped(url)}">${escaped(joined(title, location))}</a></li>`);
  return pageHtml(`Jobs at ${company}`, `<ul>${items.join('')}</ul>`);
}

/** A role as a page, with its description as the company wrote it. */
export function roleHtml({ title, location, department, facts, description }: BoardRole): string {
  const about = [
    ...(location === '' ? [] : [`Location: ${location}`]),
    ...(department === '' ? [] : [`Team: ${department}`]),
    ...facts,
  ];
  return pageHtml(
    title,
    `<ul>${about.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>${description.join('\n')}`,
  );
}

function pageHtml(title: string, body: string): string {
  return `<html><head><title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
