import { longDate } from '../../../text/dates.ts';
import type { Evidence } from '../evidence.ts';
import { clipped, spelledIn, withoutEnd } from '../phrases.ts';
import { productsOf } from '../sections/products-and-customers.ts';
import { recentOf } from '../sections/recent-news.ts';
import { technologySentences } from '../sections/technology.ts';
import { whatTheyDo } from '../sections/what-they-do.ts';
import type { Sentence } from '../sentence.ts';
import { valuesOf } from '../values.ts';
import type { Question, QuestionSource } from './question.ts';

const MAX_VALUES = 2;
const MAX_TECHNOLOGIES = 2;

const MAKES_THINGS =
  /\b(?:engineer|developer|architect|scientist|designer|entwickler|ingenieur|ingénieur|développeur|ingeniero|programmer|researcher)/i;

/** "Why us?", with what they do to answer it from. */
export const aboutMotivation: QuestionSource = (evidence) => {
  const sentence = definition(evidence);
  return sentence
    ? [
        {
          kind: 'motivation',
          audience: 'recruiter',
          text: `Why ${evidence.company.name}? Answer from what they do: ${clipped(sentence.text)}.`,
          from: [sentence],
        },
      ]
    : [];
};

/** The sentence that opens the brief. */
function definition(evidence: Evidence): Sentence | undefined {
  const [first] = whatTheyDo(evidence);
  return evidence.sources.flatMap(({ sentences }) => sentences).find(({ text }) => text === first?.statement);
}

/** Their values, asked for as behavior. */
export const aboutValues: QuestionSource = (evidence) =>
  valuesOf(evidence)
    .slice(0, MAX_VALUES)
    .map(({ name, heading, sentence }) => ({
      kind: 'value',
      audience: 'panel',
      text: `One of our values is ${heading === sentence ? clipped(sentence.text) : `“${name}”: ${clipped(sentence.text)}`}. When did you last act like that, and what did it cost?`,
      from: [heading, sentence],
    }));

/** Their product, as a design or explaining task. */
export const aboutProducts: QuestionSource = (evidence) => {
  const role = evidence.request.role ?? evidence.job?.source.title ?? '';
  return productsOf(evidence)
    .slice(0, 1)
    .map(
      ({ name, sentence }): Question => ({
        kind: 'product',
        audience: 'peer',
        text: MAKES_THINGS.test(role)
          ? `${clipped(sentence.text)}: how would you build that if you started today?`
          : `How would you explain ${name} to somebody who has never heard of it? They say: ${clipped(sentence.text)}.`,
        from: [sentence],
      }),
    )
    .filter(({ text }) => !MAKES_THINGS.test(role) || !text.includes('“We '));
};

/** Technologies that both they and the resume name. */
export const aboutTechnologies: QuestionSource = (evidence) =>
  technologySentences(evidence)
    .flatMap(({ sentence, names }) =>
      names
        .filter((name) => evidence.resume === null || evidence.resume.skills.has(name))
        .slice(0, 1)
        .map((name) => ({ sentence, name })),
    )
    .slice(0, MAX_TECHNOLOGIES)
    .map(({ sentence, name }) => ({
      kind: 'technology',
      audience: 'peer',
      text: `We use ${spelledIn(sentence.text, name)}. What is the hardest problem you have had with it, and how did you find the cause?`,
      from: [sentence],
    }));

/** Their latest news, asked for an opinion. */
export const aboutNews: QuestionSource = (evidence) =>
  recentOf(evidence)
    .slice(0, 1)
    .map(({ headline, dateline, date }) => ({
      kind: 'news',
      audience: 'panel',
      text: `What do you make of “${withoutEnd(headline.text)}” (${longDate(date)})?`,
      from: dateline ? [headline, dateline] : [headline],
    }));
