import { longDate } from '../../../text/dates.ts';
import type { Evidence } from '../evidence.ts';
import { leadersOf } from '../leaders.ts';
import type { NewsItem } from '../news-item.ts';
import { asInfinitive, clipped, withoutEnd } from '../phrases.ts';
import { rolesOf } from '../sections/open-roles.ts';
import { productsOf } from '../sections/products-and-customers.ts';
import { recentOf } from '../sections/recent-news.ts';
import { technologySentences } from '../sections/technology.ts';
import { valuesOf } from '../values.ts';
import type { Question, QuestionSource } from './question.ts';

const PER_KIND = 2;

/** What to ask about a piece of news, by what it tells. */
const NEWS_FOLLOW_UPS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:launch(?:es|ed|ing)?|enters?|entered|expands?|expanded|arrives?|starts?) (?:in|into|to)\b/i,
    'What is different there, and what does it mean for this role?',
  ],
  [
    /\b(?:raises?|raised|funding|series [a-f]|investment|round)\b/i,
    'What is the money meant to change for this team in the next year?',
  ],
  [
    /\b(?:opens?|opened|opening|new office|expands?|expansion|moves? into)\b/i,
    'How will the work be shared between the places, and where does this role belong?',
  ],
  [
    /\b(?:acquires?|acquired|acquisition|merges?|merger|joins forces)\b/i,
    'What has been merged since, and what stays apart?',
  ],
  [
    /\b(?:launch(?:es|ed)?|releases?|released|introduc(?:es|ed|ing)|announc(?:es|ed|ing)|unveils?|ships?|now available|beta)\b/i,
    'What have the first users asked you to change?',
  ],
  [/\b(?:partners?|partnership|collaborat\w+|teams? up|agreement|contract)\b/i, 'What does it ask of this team?'],
  [
    /\b(?:appoints?|appointed|names?|named|hires?|hired|joins|promotes?|promoted|takes over|steps? down)\b/i,
    'What has changed since?',
  ],
  [
    /\b(?:why|how|moved|migrated|moving|rebuilt|rewrote|lessons|behind|inside|replac\w+)\b/i,
    'What turned out differently from what you had expected?',
  ],
];

/** Their news, with a question that fits what it tells. */
export const onNews: QuestionSource = (evidence) => recentOf(evidence).slice(0, PER_KIND).map(newsQuestion);

function newsQuestion({ headline, dateline, date }: NewsItem): Question {
  const follow =
    NEWS_FOLLOW_UPS.find(([pattern]) => pattern.test(headline.text))?.[1] ?? 'What does it change for this team?';
  return {
    kind: 'news',
    text: `I read “${withoutEnd(headline.text)}” (${longDate(date)}). ${follow}`,
    from: dateline ? [headline, dateline] : [headline],
  };
}

/** The tasks, asked for what is decided and how success shows. */
export const onTasks: QuestionSource = ({ job }) =>
  (job?.tasks ?? [])
    .slice(0, PER_KIND)
    .reverse()
    .map((task, position): Question => {
      const infinitive = asInfinitive(task.text)
        ?.replace(/\byour\b/gi, 'my')
        .replace(/\byourself\b/gi, 'myself');
      if (!infinitive)
        return {
          kind: 'task',
          text: `The description says ${clipped(task.text)}. What have people in this role found hardest about it?`,
          from: [task],
        };
      return position === 0
        ? {
            kind: 'task',
            text: `The role is to ${infinitive}. What is already decided, and what would be mine to decide?`,
            from: [task],
          }
        : {
            kind: 'task',
            text: `The role is to ${infinitive}. Who did it until now, and what will be different a year from today?`,
            from: [task],
          };
    });

/** Their values, asked for proof. */
export const onValues: QuestionSource = (evidence) =>
  valuesOf(evidence)
    .slice(0, PER_KIND)
    .map(({ name, heading }, position) => ({
      kind: 'value',
      text:
        position === 0
          ? `You write “${name}”. When did that last cost you something?`
          : `What does “${name}” look like in an ordinary week of this team?`,
      from: [heading],
    }));

/** Their technology, asked for second thoughts. */
export const onTechnology: QuestionSource = (evidence) =>
  technologySentences(evidence)
    .filter(({ sentence }) => sentence.source.kind === 'page' && sentence.source.page_kind !== 'job_description')
    .slice(0, 1)
    .map(({ sentence }) => ({
      kind: 'technology',
      text: `You write: ${clipped(sentence.text)}. Which of these choices would you make differently today?`,
      from: [sentence],
    }));

/** Their product, asked for what customers say. */
export const onProducts: QuestionSource = (evidence) =>
  productsOf(evidence)
    .slice(0, 1)
    .map(({ name, sentence, claim }) => ({
      kind: 'product',
      text: `What do users of ${name} complain about most?`,
      from: sentence.text.includes(name) || claim.citations.length < 2 ? [sentence] : headingOf(evidence, name),
    }));

function headingOf(evidence: Evidence, name: string): Question['from'] {
  return evidence.sources
    .flatMap(({ sentences }) => sentences)
    .filter(({ text, passage }) => passage.kind === 'heading' && text === name)
    .slice(0, 1);
}

/** Other open roles, asked for how the work is shared. */
export const onRoles: QuestionSource = (evidence) => {
  const own = (evidence.request.role ?? evidence.job?.source.title ?? '').toLowerCase();
  const others = rolesOf(evidence).filter(({ text }) => own === '' || !text.toLowerCase().includes(own));
  return others.slice(0, 1).map((role) => ({
    kind: 'role',
    text: `You are also hiring: “${role.text}”. How will that person and this role work together?`,
    from: [role],
  }));
};

/** Leaders whose field the role belongs to. */
const FIELDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /engineer|developer|architect|sre|devops|software|data|platform|security|entwickler/i,
    /technology|engineering|information|technical/,
  ],
  [/product|design|ux/i, /product|design/],
  [/sales|account|business development/i, /revenue|sales|commercial/],
  [/marketing|growth|content|brand/i, /marketing|growth/],
  [/people|recruit|talent|hr\b/i, /people|human/],
  [/finance|account|controller/i, /financ/],
  [/customer|support|success/i, /customer|success/],
  [/operations|logistic|supply/i, /operat/],
];

/** The leader of the role's field, asked for how close the team is. */
export const onLeaders: QuestionSource = (evidence) => {
  const role = evidence.request.role ?? evidence.job?.source.title ?? '';
  const field = FIELDS.find(([pattern]) => pattern.test(role))?.[1];
  const leader =
    field &&
    leadersOf(evidence).find(({ canonical, title }) => field.test(canonical) || field.test(title.toLowerCase()));
  return leader
    ? [
        {
          kind: 'leader',
          text: `What does ${leader.name} want this team to achieve in the coming year?`,
          from: leader.from,
        },
      ]
    : [];
};

/** What is nice to have and missing, asked for how people learn it. */
export const onMissing: QuestionSource = ({ matches }) =>
  matches
    .filter(({ requirement, strength }) => requirement.need === 'nice' && strength === 'missing')
    .slice(0, 1)
    .map(({ requirement }) => ({
      kind: 'missing',
      text: `${asPlus(requirement.text)} How do people who come without it learn it here?`,
      from: [requirement],
    }));

/** Words with which a requirement says itself that it is nice to have. */
const SAYS_PLUS = /\b(?:plus|bonus|advantage|advantageous|nice[- ]to[- ]have|preferred|desirable|ideally)\b/i;

function asPlus(text: string): string {
  return SAYS_PLUS.test(text) ? `You write ${clipped(text)}.` : `You name ${clipped(text)} as a plus.`;
}
