import type { Command } from 'commander';
import { Option } from 'commander';
import { chooseAnalyzer, chooseBrowser, chooseOcr } from '../services/choose-parts.ts';
import { chooseWriter } from '../services/choose-writer.ts';
import type { LocalServicesOptions } from '../services/open-local-services.ts';

/** Which parts of the pipeline a command line names. */
export interface PartOptions {
  readonly writer: string;
  readonly analyzer: string;
  readonly ocr: string;
  readonly browser: boolean;
}

/** What {@link chosenParts} gives. */
export type ChosenParts = Pick<LocalServicesOptions, 'writer' | 'analyzer' | 'ocr' | 'openRenderer'>;

/** Adds the options that put a part in AWS, a model elsewhere, or the user's browser in the place of a local one. */
export function addPartOptions(command: Command): Command {
  return command
    .option('--writer <local|bedrock|openai:URL>', 'which part writes', 'local')
    .addOption(
      new Option('--analyzer <which>', 'which part analyzes').choices(['local', 'comprehend']).default('local'),
    )
    .addOption(
      new Option('--ocr <which>', 'which part reads scans and pictures')
        .choices(['local', 'textract', 'off'])
        .default('local'),
    )
    .option(
      '--browser',
      'draw pages that scripts build with your Chrome or Chromium (CHROME_PATH names another)',
      false,
    );
}

/**
 * The parts that the flags name, each asked a word before any work starts when it is not this program's own.
 *
 * @throws RejectedInputError for a name that is none, ConfigurationError for settings that are missing, PermissionDeniedError without credentials or access
 */
export async function chosenParts({ writer, analyzer, ocr, browser }: PartOptions): Promise<ChosenParts> {
  return {
    writer: await chooseWriter(writer, process.env),
    analyzer: await chooseAnalyzer(analyzer, process.env),
    ocr: await chooseOcr(ocr, process.env),
    openRenderer: browser ? await chooseBrowser(process.env) : undefined,
  };
}
