import type { SectionId } from '../../contracts/index.ts';

/** What the reader sees above each section. */
export const SECTION_TITLES: Readonly<Record<SectionId, string>> = {
  what_they_do: 'What they do',
  why_you_fit: 'Why you fit',
  questions_to_expect: 'Five questions to expect',
  questions_to_ask_first: 'Five questions to ask',
  risks: 'Risks to prepare for',
  products_and_customers: 'Products and customers',
  leadership: 'Leadership',
  culture_and_values: 'Culture and values',
  recent_news: 'Recent news',
  technology: 'Technology',
  open_roles: 'Open roles and how they hire',
  fit: 'Your resume against the job',
  likely_questions: 'More questions, by who asks',
  stories_to_tell: 'Stories to tell',
  questions_to_ask: 'More questions to ask',
  vocabulary: 'Their vocabulary',
  red_flags: 'Red flags to ask about',
};

/** The sections of the first page: the word cap never cuts them. */
export const FIRST_PAGE: readonly SectionId[] = [
  'what_they_do',
  'why_you_fit',
  'questions_to_expect',
  'questions_to_ask_first',
  'risks',
];
