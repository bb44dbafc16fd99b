import { Parser } from 'htmlparser2';
import type { Token } from 'marked';

/** The readable text of inline Markdown: links and images by their text, emphasis without its marks. */
export function inlineText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join('');
}

/** The text of a piece of HTML inside Markdown, with character references resolved. */
export function htmlText(html: string): string {
  const texts: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent += 1;
      texts.push(INLINE.has(name) ? '' : ' ');
    },
    ontext: (text) => {
      if (silent === 0) texts.push(text);
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent -= 1;
      texts.push(INLINE.has(name) ? '' : ' ');
    },
  });
  parser.end(html);
  return texts.join('');
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);

const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'kbd',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

function textOf(token: Token): string {
  switch (token.type) {
    case 'br':
      return ' ';
    case 'html':
      return /^<br/i.test(token.raw) ? ' ' : '';
    case 'codespan':
      return token.text;
    default:
      return 'tokens' in token && token.tokens !== undefined
        ? inlineText(token.tokens)
        : htmlText('text' in token && typeof token.text === 'string' ? token.text : '');
  }
}
