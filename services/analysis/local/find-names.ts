import type { EntityType } from '../../../contracts/index.ts';
import type { FoundName } from '../merge/found-name.ts';
import { nameKey } from '../merge/legal-forms.ts';
import type { TitleBeside } from './name-context.ts';
import { titleBeside } from './name-context.ts';
import type { NameKnowledge, NameRun } from './name-runs.ts';
import { findRuns, partOf } from './name-runs.ts';
import type { NameEvidence, TypedName } from './name-types.ts';
import { typeOf } from './name-types.ts';
import { withoutHonorific } from './person-names.ts';
import type { ReadPassage, ReadSource } from './read-source.ts';

/** Finds the names in a source: people with their titles, organizations, places, products, events. */
export function findNames(source: ReadSource, companyKey: string, knowledge: NameKnowledge): readonly FoundName[] {
  const { language, source: origin } = source;
  const isResume = origin.kind === 'document' && origin.purpose === 'resume';
  const evidence = { ...knowledge, companyKey, isPage: origin.kind === 'page', isResume, language };
  return source.passages.flatMap((read, index) => {
    const next = source.passages[index + 1];
    return findRuns(read, knowledge).flatMap((run) => nameIn(run, next, evidence));
  });
}

/** Score from which a run is not looked into any more, and which a part of it must have. */
const SURE = 0.75;

/** What a part of a run may be; parts of other names are not names of their own. */
const PARTS: ReadonlySet<EntityType> = new Set<EntityType>(['PERSON', 'LOCATION']);

/** What every run of a source is held against. */
type Evidence = Omit<NameEvidence, 'title'>;

/** A run that names nothing sure as a whole may hold a name: "Geschäftsführer Hans Weber", "Berlin Office". */
function nameIn(run: NameRun, next: ReadPassage | undefined, evidence: Evidence): readonly FoundName[] {
  const whole = named(run, next, evidence);
  if (whole && whole.typed.score >= SURE) return foundIn(whole);
  const count = run.words.length;
  const parts = run.words
    .slice(1)
    .flatMap((_, index) => [partOf(run, index + 1, count), partOf(run, 0, count - 1 - index)]);
  const sure = parts
    .map((part) => named(part, next, evidence))
    .find((part) => part && part.typed.score >= SURE && PARTS.has(part.typed.type));
  const best = sure ?? whole;
  return best ? foundIn(best) : [];
}

interface NamedRun {
  readonly run: NameRun;
  readonly title: TitleBeside | undefined;
  readonly typed: TypedName;
}

function named(run: NameRun, next: ReadPassage | undefined, evidence: Evidence): NamedRun | undefined {
  const title = titleBeside(run, next);
  const typed = typeOf(run, { ...evidence, title });
  return typed && { run, title, typed };
}

function foundIn({ run, title, typed }: NamedRun): readonly FoundName[] {
  const name: FoundName = { ...spanOf(run, typed.type === 'PERSON'), ...typed };
  return typed.type === 'PERSON' && title && !title.isListed && !typed.needsFullerName
    ? [name, foundTitle(title)]
    : [name];
}

/** A person's name is found without "Dr.". */
function spanOf(
  run: NameRun,
  isPerson: boolean,
): Pick<FoundName, 'form' | 'key' | 'source_id' | 'passage_id' | 'start' | 'end'> {
  const words = isPerson ? withoutHonorific(run.words).words : run.words;
  const start = words[0]?.start ?? run.start;
  const form = run.read.passage.text.slice(start, run.end);
  return {
    form,
    key: nameKey(form),
    source_id: run.read.source_id,
    passage_id: run.read.passage.passage_id,
    start,
    end: run.end,
  };
}

function foundTitle({ read, span }: TitleBeside): FoundName {
  const { start, end, form } = textOf(read, span.first, span.last);
  return {
    type: 'TITLE',
    form,
    key: nameKey(form),
    source_id: read.source_id,
    passage_id: read.passage.passage_id,
    start,
    end,
    score: 0.85,
  };
}

/** The text from one word of a passage to another, both included. */
function textOf(
  { words, passage }: ReadPassage,
  first: number,
  last: number,
): { readonly start: number; readonly end: number; readonly form: string } {
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? start;
  return { start, end, form: passage.text.slice(start, end) };
}
