import type { Block } from '../../../contracts/index.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import { MAX_STUB_CHARACTERS } from '../limits.ts';
import { decodeHtml } from '../page/decode-html.ts';
import { extractPage } from '../page/extract-page.ts';
import type { ExtractedPage } from '../page/extracted-page.ts';
import { isChallenge } from '../verdict/challenge.ts';
import { isConsentWall, mentionsConsent } from '../verdict/consent-wall.ts';
import { pageProblem, statusProblem } from '../verdict/page-problem.ts';
import { isSoftNotFound } from '../verdict/soft-not-found.ts';
import { cleanUrl, urlKey } from './url-identity.ts';

/** Characters of metadata that make a page built by scripts worth keeping: a sentence that says what the company does. */
const MIN_METADATA_CHARACTERS = 80;

/** Characters of text without which nothing can be cited. */
const MIN_TEXT_CHARACTERS = 20;

function visibleTexts(blocks: readonly Block[]): string[] {
  return blocks.filter((block) => block.kind !== 'metadata').map((block) => block.text);
}

function metadataCharacters(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.kind === 'metadata').reduce((sum, block) => sum + block.text.length, 0);
}

/** An HTML answer: a page, or the address that a stub leads on to. */
export type HtmlReading = { readonly page: ExtractedPage } | { readonly leadsTo: string };

function refuseScriptShell(page: ExtractedPage, url: string, html: string): void {
  const characters = visibleTexts(page.blocks).join(' ').length;
  if (metadataCharacters(page.blocks) >= MIN_METADATA_CHARACTERS) return;
  if (page.script_shell) throw pageProblem('scripts', url);
  if (characters >= MIN_TEXT_CHARACTERS) return;
  throw pageProblem(mentionsConsent(html) ? 'consent' : 'no_text', url);
}

function refuseWalls(page: ExtractedPage, response: FetchedResponse, html: string): void {
  const texts = visibleTexts(page.blocks);
  if (isChallenge({ title: page.title, text: texts.join('\n'), html, headers: response.headers })) {
    throw pageProblem('bot_wall', response.url, `HTTP ${response.status}`);
  }
  const failed = statusProblem(response.status, response.url);
  if (failed !== undefined) throw failed;
  const heading = page.blocks.find((block) => block.kind === 'heading')?.text ?? '';
  if (isSoftNotFound(page.title, heading, texts.join(' ').length))
    throw pageProblem('not_found', response.url, 'it says so itself');
}

/**
 * A page built by scripts may show a consent dialog alone and still describe itself in its metadata: then only that is kept. Throws the page
 * problem when there is too little of it.
 */
function withoutConsentDialog(page: ExtractedPage, url: string): ExtractedPage {
  const texts = visibleTexts(page.blocks);
  if (texts.length > 0 && !isConsentWall(texts)) return page;
  const blocks = page.blocks.filter((block) => block.kind === 'metadata' && !mentionsConsent(block.text));
  if (blocks.length === page.blocks.length) return page;
  if (metadataCharacters(blocks) < MIN_METADATA_CHARACTERS) throw pageProblem('consent', url);
  return { ...page, blocks };
}

function stubTarget(page: ExtractedPage, url: string): string | undefined {
  const target = page.meta_refresh_url === undefined ? undefined : cleanUrl(page.meta_refresh_url, url);
  if (target === undefined || page.text_characters > MAX_STUB_CHARACTERS) return undefined;
  return urlKey(target) === urlKey(url) ? undefined : target;
}

/**
 * Reads an HTML answer. Throws a page problem for what is no page (bot wall, consent wall, error page, nothing but scripts) and
 * `TransientUpstreamError` for a status that passes.
 */
export function readHtml(response: FetchedResponse): HtmlReading {
  const html = decodeHtml(response.bytes, [response.headers['content-type']].flat()[0]);
  const page = extractPage(html, response.url);
  const target = response.status < 300 ? stubTarget(page, response.url) : undefined;
  if (target !== undefined) return { leadsTo: target };
  refuseWalls(page, response, html);
  const content = withoutConsentDialog(page, response.url);
  refuseScriptShell(content, response.url, html);
  return { page: content };
}
