import type { WritingRequest } from '../brief-writer.ts';
import type { CallLog } from './call-log.ts';
import type { ModelTransport } from './model-transport.ts';
import type { ModelWriterSettings } from './model-writer-settings.ts';

/** What all calls of one brief share. `request.sources` are without what addresses a program. */
export interface WritingJob {
  readonly request: WritingRequest;
  readonly transport: ModelTransport;
  readonly settings: ModelWriterSettings;
  readonly log: CallLog;
  readonly signal: AbortSignal;
}
