import type { Entity } from '@aws-sdk/client-comprehend';
import { EntityType } from '../../../contracts/index.ts';
import { isCompanyForm } from '../merge/company-form.ts';
import type { FoundName } from '../merge/found-name.ts';
import { nameKey } from '../merge/legal-forms.ts';
import type { PlacedPassage } from './analyzed-source.ts';
import { MAX_FORM_CHARACTERS } from './limits.ts';
import type { PlacedFind } from './place-found.ts';

/** Makes names of entities, one for each place in which the passage's text stands. */
export function toNames(
  { found, form, start, end }: PlacedFind<Entity>,
  places: readonly PlacedPassage[],
  companyKey: string,
): readonly FoundName[] {
  const trimmed = form.trim();
  if (!/[\p{L}\p{N}]/u.test(form) || trimmed !== form || form.length > MAX_FORM_CHARACTERS) return [];
  const type = typeOf(found.Type, form, companyKey);
  const name = { type, form, key: keyOf(type, form), start, end, score: shareOf(found.Score) };
  return places.map(({ source_id, passage: place }) => ({
    ...name,
    source_id,
    passage_id: place.passage_id,
  }));
}

/** The run knows the company's name; Comprehend takes it for a product or a person now and then. */
function typeOf(type: string | undefined, form: string, companyKey: string): EntityType {
  const known = EntityType.safeParse(type);
  if (!known.success) return 'OTHER';
  const isName = known.data !== 'DATE' && known.data !== 'QUANTITY' && known.data !== 'TITLE';
  const isCompany = known.data === 'PERSON' ? nameKey(form) === companyKey : isCompanyForm(form, companyKey);
  return isName && isCompany ? 'ORGANIZATION' : known.data;
}

/** Amounts differ by their marks ("45%", "$45"), names do not. */
function keyOf(type: EntityType, form: string): string {
  return type === 'DATE' || type === 'QUANTITY' ? form.toLowerCase() : nameKey(form);
}

function shareOf(score: number | undefined): number {
  return Math.min(1, Math.max(0, score ?? 0));
}
