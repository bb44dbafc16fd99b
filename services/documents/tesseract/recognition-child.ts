import type { OcrLine } from '../ocr.ts';
import { serveRequests } from '../process/serve-requests.ts';
import type { RecognizeRequest } from './messages.ts';
import { recognizePage } from './recognize-page.ts';

/** Entry of the process that recognizes text. */
serveRequests<RecognizeRequest, readonly OcrLine[]>(recognizePage);
