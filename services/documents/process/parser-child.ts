import type { ParsedDocument } from '../parsed-document.ts';
import type { ParseMessage } from './messages.ts';
import { parse } from './parse.ts';
import { serveRequests } from './serve-requests.ts';

/** Entry of the process that parses documents. */
serveRequests<ParseMessage, ParsedDocument>(parse);
