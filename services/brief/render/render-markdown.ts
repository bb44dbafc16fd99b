import type { Brief, Source } from '../../../contracts/index.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { TITLES } from './labels.ts';
import { contentBlocks } from './markdown-content.ts';
import { markdownList } from './markdown-list.ts';
import type { Reference } from './references.ts';
import { numberReferences } from './references.ts';
import { sourceFacts } from './source-facts.ts';
import { usageFacts } from './usage-facts.ts';
import { webLink } from './web-link.ts';

/**
 * Renders a brief as Markdown (GitHub's, with footnotes). Each citation is a footnote named for its source (`[^W3-2]`) that holds the words quoted, so
 * that a reader of the plain file can check every statement. Text of sources is escaped: nothing in it becomes a link or a tag.
 */
export function renderMarkdown(brief: Brief): string {
  const references = numberReferences(brief);
  const blocks = [
    ...contentBlocks(brief, references),
    `## ${TITLES.sources}`,
    markdownList(brief.sources.map(sourceItem)),
    `## ${TITLES.usage}`,
    markdownList(usageFacts(brief).map(escapeMarkdown)),
    brief.sources
      .flatMap((source) => references.of(source.source_id).map((reference) => footnote(reference, source)))
      .join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sourceItem(source: Source): string {
  const { name, place, dates, warnings } = sourceFacts(source);
  const warned = warnings.map((warning) => ` **Note:** ${escapeMarkdown(warning)}`).join('');
  return `**${source.source_id}** ${escapeMarkdown(name)}, ${placeOf(source, place)}, ${escapeMarkdown(dates)}.${warned}`;
}

/** The one place where a source becomes a link: its own address, if it is one of the web. */
function placeOf(source: Source, place: string): string {
  const address = source.kind === 'page' ? webLink(place) : undefined;
  return address === undefined ? escapeMarkdown(place) : `<${address}>`;
}

/** The source stands before the quote: a line that begins with one word of a quote could pass for the definition of a link. */
function footnote({ reference_id, quote }: Reference, source: Source): string {
  const { name } = sourceFacts(source);
  return `[^${reference_id}]: ${source.source_id}, ${escapeMarkdown(name)}: “${escapeMarkdown(quote)}”`;
}
