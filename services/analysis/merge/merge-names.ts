import type { Entity, EntityType } from '../../../contracts/index.ts';
import { isCompanyForm } from './company-form.ts';
import type { FoundName } from './found-name.ts';
import { MAX_MENTIONS, MAX_VARIANTS } from './limits.ts';
import { byCountThenName, tally } from './tally.ts';

/** Joins what names the same: variants of a form, a lone first or last name with the full name in the same source, the company's short name. */
export function mergeNames(found: readonly FoundName[], companyKey: string): Entity[] {
  const names = resolvePeople(found.filter(isProperName)).map((name) => withCompanyKey(name, companyKey));
  const others = found
    .filter((name) => !isProperName(name))
    .map((name) => ({ ...name, key: `${name.type} ${name.key}` }));
  const groups = Map.groupBy([...names, ...others], ({ key }) => key);
  return [...groups]
    .map(([key, group]) => makeEntity(group, key === companyKey))
    .sort(byCountThenName(({ name }) => name));
}

/** Dates, quantities and titles are what they are; only names vote on their type and join variants. */
function isProperName({ type }: FoundName): boolean {
  return type !== 'DATE' && type !== 'QUANTITY' && type !== 'TITLE';
}

/** The company's forms get one key; its products lose its name, so that "Acme PickBot" and "PickBot" are one. */
function withCompanyKey(name: FoundName, companyKey: string): FoundName {
  if (name.type === 'COMMERCIAL_ITEM') return { ...name, key: withoutCompany(name.key, companyKey) };
  return name.type === 'ORGANIZATION' && isCompanyForm(name.form, companyKey) ? { ...name, key: companyKey } : name;
}

function withoutCompany(key: string, companyKey: string): string {
  const prefix = [companyKey, companyKey.split(' ', 1)[0] ?? companyKey].find((name) => key.startsWith(`${name} `));
  return prefix === undefined ? key : key.slice(prefix.length + 1);
}

/** How sure a lone name is that one full name in its source explains. */
const RESOLVED_SCORE = 0.8;

/** Gives a lone name the key of the only full name in its source that it is part of; drops those that need one and have none. */
function resolvePeople(found: readonly FoundName[]): readonly FoundName[] {
  const full = fullNamesByPart(found);
  return found.flatMap((name) => {
    const owners = name.key.includes(' ') ? undefined : full.get(`${name.source_id} ${name.key}`);
    const [only] = owners ?? [];
    if (owners?.size === 1 && only !== undefined)
      return [{ ...name, type: 'PERSON' as const, key: only, score: RESOLVED_SCORE }];
    return name.needsFullerName
      ? []
      : [{ ...name, key: name.type === 'PERSON' ? withoutInitials(name.key) : name.key }];
  });
}

function fullNamesByPart(found: readonly FoundName[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byPart = new Map<string, Set<string>>();
  for (const { type, key, source_id } of found) {
    if (type !== 'PERSON' || !key.includes(' ')) continue;
    const full = withoutInitials(key);
    const parts = full.split(' ');
    for (const part of [parts[0], parts.at(-1)]) {
      const place = `${source_id} ${part}`;
      byPart.set(place, (byPart.get(place) ?? new Set()).add(full));
    }
  }
  return byPart;
}

/** "jane m doe" → "jane doe". */
function withoutInitials(key: string): string {
  return key.replace(/(?<= )\p{L} (?=\p{L})/gu, '');
}

/** The type with the highest sum of scores. */
function decideType(group: readonly FoundName[]): EntityType {
  const votes = new Map<EntityType, number>();
  for (const { type, score } of group) votes.set(type, (votes.get(type) ?? 0) + score);
  return [...votes].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function makeEntity(group: readonly FoundName[], isCompany: boolean): Entity {
  const { name, variants, count, source_ids } = tally(group);
  const mostTelling = [...group].sort((left, right) => right.score - left.score);
  return {
    type: isCompany ? 'ORGANIZATION' : decideType(group),
    name,
    variants: variants.slice(0, MAX_VARIANTS),
    count,
    source_ids,
    score: group.reduce((sum, { score }) => sum + score, 0) / count,
    mentions: mostTelling.slice(0, MAX_MENTIONS).map(({ passage_id, start, end }) => ({ passage_id, start, end })),
    is_company: isCompany,
  };
}
