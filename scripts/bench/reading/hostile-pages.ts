import { Tokenizer } from 'htmlparser2';
import { extractPage } from '../../../services/website/page/extract-page.ts';

/** What reading a hostile page took of the processor, beside the tokenizer alone that it is built on: the least that any reader of it takes. */
export interface HostilePageResult {
  readonly name: string;
  readonly milliseconds: number;
  readonly tokenizer_milliseconds: number;
  /** Milliseconds for a page of twice the size: twice as many when time is linear. */
  readonly double_milliseconds: number;
  readonly heap_megabytes: number;
}

const PAGES: Readonly<Record<string, (size: number) => string>> = {
  '20,000 nested elements': (size) =>
    `${'<div>'.repeat(20_000 * size)}<p>The end.</p>${'</div>'.repeat(20_000 * size)}`,
  '5 MB of attributes': (size) => `<p ${'a="bbbbbbb" '.repeat(420_000 * size)}>The end.</p>`,
  'a million siblings': (size) => `${'<i></i>'.repeat(1_000_000 * size)}<p>The end.</p>`,
};

/** Runs of which the fastest counts: the others were disturbed. */
const RUNS = 3;

/** Measures each hostile page. */
export function measureHostilePages(): HostilePageResult[] {
  return Object.entries(PAGES).map(([name, make]) => {
    const [page, double] = [make(1), make(2)];
    const before = process.memoryUsage().heapUsed;
    const first = timeOf(() => read(page));
    const heap = process.memoryUsage().heapUsed - before;
    return {
      name,
      milliseconds: Math.min(first, ...fastestOf(() => read(page))),
      tokenizer_milliseconds: Math.min(...fastestOf(() => tokenize(page))),
      double_milliseconds: Math.min(...fastestOf(() => read(double))),
      heap_megabytes: Math.max(0, Math.round(heap / 1_000_000)),
    };
  });
}

function read(html: string): void {
  const { blocks } = extractPage(html, 'https://acme.example/');
  if (blocks.at(-1)?.text !== 'The end.') throw new Error('The page was not read to its end.');
}

function tokenize(html: string): void {
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      ontext: nothing,
      ontextentity: nothing,
      isInForeignContext: () => false,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function fastestOf(work: () => void): number[] {
  return Array.from({ length: RUNS }, () => timeOf(work));
}

/** Milliseconds of processor time: what else the machine does counts less than by the clock. */
function timeOf(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return Math.round((user + system) / 1_000);
}
