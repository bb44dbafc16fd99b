import { analyzeWithComprehend, parseDocuments, RejectedInputError } from '../../contracts/index.ts';
import type { TextAnalyzer } from '../../services/analysis/text-analyzer.ts';
import type { OcrReader } from '../../services/documents/ocr.ts';
import { createLocalOcr } from '../../services/documents/tesseract/local-ocr.ts';
import type { Environment } from '../../services/environment.ts';
import { buildPassages } from '../../services/sources/build-passages.ts';
import type { OpenRenderer } from '../../services/website/browser/page-renderer.ts';

/**
 * The analyzer that `--analyzer` names; undefined is the local one. Comprehend is asked about one sentence first, so that missing credentials show before
 * anything is read; its packages are loaded only then.
 *
 * @throws PermissionDeniedError without credentials or access, ConfigurationError for settings that are wrong, and what `TextAnalyzer` throws
 */
export async function chooseAnalyzer(choice: string, environment: Environment): Promise<TextAnalyzer | undefined> {
  if (choice === 'local') return undefined;
  const { createAwsServices } = await import('../../services/aws-services.ts');
  const analyzer = await createAwsServices(environment, { timeouts: analyzeWithComprehend.timeouts }).analyzer();
  await analyzer.analyze({ company_name: 'Acme', sources: [oneSentence()] });
  return analyzer;
}

/**
 * The part that `--ocr` names; undefined is none. Textract is given a picture of one white pixel first: that it cannot be read is the answer of a
 * service that may be used.
 *
 * @throws PermissionDeniedError without credentials or access, ConfigurationError for settings that are wrong, and what `OcrReader` throws
 */
export async function chooseOcr(choice: string, environment: Environment): Promise<OcrReader | undefined> {
  if (choice === 'off') return undefined;
  if (choice === 'local') return createLocalOcr();
  const { createAwsServices } = await import('../../services/aws-services.ts');
  const ocr = await createAwsServices(environment, { timeouts: parseDocuments.timeouts }).ocr();
  try {
    await ocr.read({ format: 'png', bytes: Buffer.from(WHITE_PIXEL_PNG, 'base64') });
  } catch (error) {
    if (!(error instanceof RejectedInputError)) throw error;
  }
  return ocr;
}

/**
 * What draws pages with the user's Chrome or Chromium, which is started once to see that it does; its code is loaded only then.
 *
 * @throws ConfigurationError without a browser that starts
 */
export async function chooseBrowser(environment: Environment): Promise<OpenRenderer> {
  const { prepareBrowser } = await import('../../services/website/browser/browser-renderer.ts');
  return prepareBrowser(environment);
}

const WHITE_PIXEL_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==';

function oneSentence() {
  const { text, passages } = buildPassages('D1', [{ kind: 'paragraph', text: 'Acme makes lanterns in Odense.' }]);
  return {
    source: {
      kind: 'document' as const,
      source_id: 'D1',
      file_name: 'access.txt',
      purpose: 'other' as const,
      title: 'Access',
      fetched_at: '2026-01-01T00:00:00Z',
      sha256: '0'.repeat(64),
      characters: text.length,
      warnings: [],
      text: { key: 'none', sha256: '0'.repeat(64), bytes: text.length },
    },
    passages: [...passages],
  };
}
