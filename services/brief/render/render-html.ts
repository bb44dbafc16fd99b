import { createHash } from 'node:crypto';
import type { Brief, Section } from '../../../contracts/index.ts';
import { partsOf, subtitleOf } from './brief-parts.ts';
import type { Html } from './escape-html.ts';
import { html } from './escape-html.ts';
import { gapsHtml, sourcesHtml, usageHtml } from './html-back-matter.ts';
import type { Citing } from './html-claims.ts';
import { sectionHtml } from './html-claims.ts';
import { STYLES } from './html-styles.ts';
import { TITLES } from './labels.ts';
import { numberReferences } from './references.ts';
import { sourceFacts } from './source-facts.ts';

/** Only the style sheet of this file, by its hash; no script, no image, no connection, nothing to submit. */
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/**
 * Renders a brief as one HTML file that needs nothing else: style inside, no script, no image, and a policy that allows none. Markers lead to the quotes
 * under their sources and show them on the spot. Every text is escaped; the only links that leave the file are the addresses of the pages read.
 */
export function renderHtml(brief: Brief): string {
  const references = numberReferences(brief);
  const names = new Map(brief.sources.map((source) => [source.source_id, sourceFacts(source).name]));
  const citing: Citing = { references, nameOf: (sourceId) => names.get(sourceId) ?? sourceId };
  const { firstPage, further } = partsOf(brief);
  const body = html`<body>
<a class="skip" href="#sources">Skip to the sources</a>
<main>
<div class="first-page">
${headerHtml(brief)}<div class="columns">${firstPage.map((section) => sectionHtml(section, citing))}</div></div>
${contentsHtml(further, brief)}${further.map((section) => sectionHtml(section, citing))}${gapsHtml(brief.gaps)}${sourcesHtml(brief.sources, references)}${usageHtml(brief)}</main>
</body>`;
  return `<!doctype html>\n${documentHtml(brief, body).markup}\n`;
}

function documentHtml(brief: Brief, body: Html): Html {
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${brief.company_name}: interview brief</title>
<style>${{ markup: STYLES }}</style>
</head>
${body}
</html>`;
}

function headerHtml(brief: Brief): Html {
  const degraded = brief.degraded
    ? html`<p class="warning">Some of what was asked for could not be read: see <a href="#gaps">${TITLES.gaps}</a>.</p>`
    : undefined;
  return html`<header><p class="kicker">Interview brief</p><h1 dir="auto">${brief.company_name}</h1><p class="subtitle">${subtitleOf(brief).join(' · ')}</p>${degraded}</header>\n`;
}

/** The sections after the first page, for whoever looks for one; not printed. */
function contentsHtml(further: readonly Section[], { gaps }: Brief): Html {
  const own = further.map(({ section_id, title }) => ({ id: section_id.replaceAll('_', '-'), title }));
  const all = [
    ...own,
    ...(gaps.length > 0 ? [{ id: 'gaps', title: TITLES.gaps }] : []),
    { id: 'sources', title: TITLES.sources },
  ];
  return html`<nav aria-label="Sections"><ul>${all.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>\n`;
}
