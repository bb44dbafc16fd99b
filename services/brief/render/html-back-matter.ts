import type { Brief, Gap, Source } from '../../../contracts/index.ts';
import { sentenceCase } from './brief-parts.ts';
import type { Html } from './escape-html.ts';
import { html } from './escape-html.ts';
import { TITLES } from './labels.ts';
import type { Reference, References } from './references.ts';
import { sourceFacts } from './source-facts.ts';
import { usageFacts } from './usage-facts.ts';
import { webLink } from './web-link.ts';

/** What could not be found out, each with what to do about it; nothing without gaps. */
export function gapsHtml(gaps: readonly Gap[]): Html | undefined {
  if (gaps.length === 0) return undefined;
  const items = gaps.map(
    ({ sought, where, reason, remedy }) =>
      html`<li><p><strong dir="auto">${sentenceCase(sought)}</strong> <span class="where" dir="auto">${where}</span></p><p dir="auto">${reason}</p>${remedy ? html`<p class="advice">${remedy}</p>` : undefined}</li>`,
  );
  return html`<section class="gaps" aria-labelledby="gaps"><h2 id="gaps">${TITLES.gaps}</h2><ul>${items}</ul></section>\n`;
}

/** The list of sources, each with the quotes that claims stand on. */
export function sourcesHtml(sources: readonly Source[], references: References): Html {
  const items = sources.map((source) => sourceHtml(source, references.of(source.source_id)));
  return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">${TITLES.sources}</h2><ul>${items}</ul></section>\n`;
}

function sourceHtml(source: Source, quotes: readonly Reference[]): Html {
  const { name, place, dates, warnings } = sourceFacts(source);
  const address = source.kind === 'page' ? webLink(place) : undefined;
  const where =
    address === undefined
      ? html`${place}`
      : html`<a href="${address}" rel="noreferrer noopener nofollow">${address}</a>`;
  const warned = warnings.map((warning) => html`<p class="warning">${warning}</p>`);
  const quoted = quotes.map(
    ({ reference_id, quote }) => html`<li id="${reference_id}"><q dir="auto">${quote}</q></li>`,
  );
  return html`<li id="${source.source_id}"><h3><span class="id">${source.source_id}</span> <span dir="auto">${name}</span></h3><p class="facts">${where}<br>${dates}</p>${warned}${quotes.length > 0 ? html`<ul class="quotes">${quoted}</ul>` : undefined}</li>`;
}

/** What the run read and sent, and which parts made the brief. */
export function usageHtml(brief: Brief): Html {
  const items = usageFacts(brief).map((fact) => html`<li>${fact}</li>`);
  return html`<section class="usage" aria-labelledby="usage"><h2 id="usage">${TITLES.usage}</h2><ul>${items}</ul></section>\n`;
}
