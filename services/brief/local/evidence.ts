import type { DocumentStructure, PageKind, Passage, Source, SourceWithPassages } from '../../../contracts/index.ts';
import type { WritingRequest } from '../brief-writer.ts';
import { withoutInstructions } from '../without-instructions.ts';
import { withoutOrders } from './bare-orders.ts';
import type { CompanyName } from './company-name.ts';
import { companyNameOf } from './company-name.ts';
import type { CompanySource } from './company-source.ts';
import type { JobDescription } from './job-description.ts';
import { readJobDescription } from './job-description.ts';
import type { RequirementMatch } from './match-requirements.ts';
import { matchRequirements } from './match-requirements.ts';
import type { Resume } from './resume.ts';
import { readResume } from './resume.ts';
import { countRunOns } from './run-on.ts';
import { sentencesOf } from './sentence.ts';
import { structuredRequirements } from './structured-requirements.ts';
import { understoodKind } from './understood-kind.ts';
import type { WordMatcher } from './word-match.ts';
import { createWordMatcher } from './word-match.ts';

/** The sources as the section selectors see them: what reads like an instruction is gone, the resume and the job description are understood. */
export interface Evidence {
  readonly request: WritingRequest;
  readonly company: CompanyName;
  /** Everything but the resume. */
  readonly sources: readonly CompanySource[];
  readonly job: JobDescription | null;
  readonly resume: Resume | null;
  /** Each requirement of the job with what the resume has for it; empty without a job description or resume. */
  readonly matches: readonly RequirementMatch[];
  /** Finds lines of the resume and the job description by shared words. */
  readonly words: WordMatcher;
  /** Passages that were left out because they address a program, by source. */
  readonly refused: ReadonlyMap<string, number>;
  /** Sentences that were left out because they order their reader to do something and state nothing, by source. */
  readonly ordered: ReadonlyMap<string, number>;
}

/** Prepares the evidence of a request. */
export function prepareEvidence(request: WritingRequest): Evidence {
  const { sources: clean, refused } = withoutInstructions(request.sources);
  const resumeSource = clean.find(({ source }) => source.kind === 'document' && source.purpose === 'resume');
  const resume = resumeSource ? readResume(resumeSource, request.today) : null;
  const jobSource = findJob(clean, request.role);
  const job = jobSource ? understoodJob(jobSource, request.structures?.get(jobSource.source.source_id)) : null;
  const words = createWordMatcher([...(resume?.lines ?? []), ...(job?.lines ?? [])].map(({ text }) => text));
  const company = clean
    .filter(({ source }) => source.kind === 'page' || source.purpose !== 'resume')
    .map((each) => companySource(each, request));
  const { sources, ordered } = withoutOrders(company, request.company_name);
  return {
    request,
    company: companyNameOf(request.company_name),
    sources,
    job,
    resume,
    matches: job && resume ? matchRequirements(job, resume, words) : [],
    words,
    refused,
    ordered: new Map([...ordered, ...runOnsIn([resumeSource, jobSource])]),
  };
}

/** How many orders run on from lines of the documents, by source. */
function runOnsIn(documents: readonly (SourceWithPassages | undefined)[]): [string, number][] {
  return documents
    .filter((document) => document !== undefined)
    .map((document): [string, number] => [document.source.source_id, countRunOns(document)])
    .filter(([, count]) => count > 0);
}

/** The job description, with the requirements as they were understood when it was read where it was given as a document. */
function understoodJob(source: SourceWithPassages, structure: DocumentStructure | undefined): JobDescription {
  const job = readJobDescription(source);
  return structure?.kind === 'job_description'
    ? { ...job, requirements: structuredRequirements(source, structure) }
    : job;
}

function companySource({ source, passages }: SourceWithPassages, { analysis }: WritingRequest): CompanySource {
  const told = analysis.sources.find(({ source_id }) => source_id === source.source_id)?.language ?? 'und';
  const declared = source.language?.split('-')[0]?.toLowerCase() ?? 'und';
  const understood = withUnderstoodKind(source, passages);
  return {
    source: understood,
    kind: kindOf(understood),
    language: told === 'und' ? declared : told,
    passages,
    sentences: passages.flatMap((passage) => sentencesOf(understood, passage)),
  };
}

/** A page whose address tells nothing is what its title and headings say. */
function withUnderstoodKind(source: Source, passages: readonly Passage[]): Source {
  return source.kind === 'page' && source.page_kind === 'other'
    ? { ...source, page_kind: understoodKind(source.title, passages) }
    : source;
}

function kindOf(source: Source): PageKind {
  if (source.kind === 'page') return source.page_kind;
  return source.purpose === 'job_description' ? 'job_description' : 'other';
}

/** The job's description: a document given as such, else a page given as such, else the page of a role that has the title asked for. */
function findJob(sources: readonly SourceWithPassages[], role: string | null): SourceWithPassages | undefined {
  return (
    sources.find(({ source }) => source.kind === 'document' && source.purpose === 'job_description') ??
    sources.find(({ source }) => source.kind === 'page' && source.page_kind === 'job_description') ??
    (role === null
      ? undefined
      : sources.find(
          ({ source, passages }) =>
            source.kind === 'page' &&
            source.page_kind === 'role' &&
            isRole(role, [source.title, passages[0]?.text ?? '']),
        ))
  );
}

function isRole(role: string, titles: readonly string[]): boolean {
  const words = role
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word.length > 1);
  return titles.some((title) => words.every((word) => title.toLowerCase().includes(word)));
}
