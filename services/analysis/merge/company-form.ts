import { BUSINESS_WORDS, ORGANIZATION_OPENERS } from '../word-lists.ts';
import { nameKey } from './legal-forms.ts';

/** Whether a form is the company: its name with or without legal form, or the name's first word when that is no ordinary one. */
export function isCompanyForm(form: string, companyKey: string): boolean {
  const key = nameKey(form);
  if (key === companyKey) return true;
  const [first, ...rest] = companyKey.split(' ');
  return (
    rest.length > 0 && key === first && key.length > 3 && !BUSINESS_WORDS.has(key) && !ORGANIZATION_OPENERS.has(key)
  );
}
