import type { Brief, Claim, Gap, Section } from '../../../contracts/index.ts';
import { groupsOf, isNumbered, partsOf, sentenceCase, subtitleOf } from './brief-parts.ts';
import { formatDay } from './dates.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { INFERRED_LABEL, STRENGTH_LABELS, TITLES } from './labels.ts';
import { markdownList } from './markdown-list.ts';
import type { References } from './references.ts';

/** The Markdown blocks of a brief before its list of sources; empty ones are to be left out. */
export function contentBlocks(brief: Brief, references: References): readonly string[] {
  const { firstPage, further } = partsOf(brief);
  return [
    `# ${escapeMarkdown(brief.company_name)}: interview brief`,
    subtitleOf(brief).map(escapeMarkdown).join(' · '),
    brief.degraded ? `**Some of what was asked for could not be read: see “${TITLES.gaps}”.**` : '',
    ...firstPage.flatMap((section) => sectionBlocks(section, references)),
    further.length > 0 ? '---' : '',
    ...further.flatMap((section) => sectionBlocks(section, references)),
    ...(brief.gaps.length > 0 ? [`## ${TITLES.gaps}`, markdownList(brief.gaps.map(gapItem))] : []),
  ];
}

function sectionBlocks(section: Section, references: References): readonly string[] {
  const groups = groupsOf(section).flatMap(({ label, claims }) => [
    label === undefined ? '' : `### ${escapeMarkdown(label)}`,
    markdownList(
      claims.map((claim) => claimItem(claim, references)),
      isNumbered(section),
    ),
  ]);
  return [`## ${escapeMarkdown(section.title)}`, ...groups];
}

function claimItem(claim: Claim, references: References): string {
  const { statement, date, fit } = claim;
  const notes = references.cited(claim.citations).map(({ reference_id }) => `[^${reference_id}]`);
  const told = [
    date === undefined ? '' : `**${formatDay(date)}:**`,
    fit === undefined ? '' : `**${escapeMarkdown(fit.requirement)}** (${STRENGTH_LABELS[fit.strength].toLowerCase()}):`,
    `${escapeMarkdown(statement)}${claim.basis === 'inferred' ? ` ${INFERRED_LABEL}` : ''}${notes.join('')}`,
    fit?.advice === undefined ? '' : `*Advice:* ${escapeMarkdown(fit.advice)}`,
  ];
  return told.filter((part) => part !== '').join(' ');
}

function gapItem({ sought, where, reason, remedy }: Gap): string {
  const advice = remedy === undefined || remedy === '' ? '' : ` *What to do:* ${escapeMarkdown(remedy)}`;
  return `**${escapeMarkdown(sentenceCase(sought))}** (${escapeMarkdown(where)}): ${escapeMarkdown(reason)}${advice}`;
}
