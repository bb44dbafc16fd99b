import type { Command } from 'commander';
import { Option } from 'commander';
import { chooseAnalyzer, chooseOcr } from '../services/choose-parts.ts';
import { chooseWriter } from '../services/choose-writer.ts';
import type { LocalServicesOptions } from '../services/open-local-services.ts';

/** Which parts of the pipeline a command line names. */
export interface PartOptions {
  readonly writer: string;
  readonly analyzer: string;
  readonly ocr: string;
}

/** What {@link chosenParts} gives. */
export type ChosenParts = Pick<LocalServicesOptions, 'writer' | 'analyzer' | 'ocr'>;

/** Adds the options that put a part in AWS, or a model elsewhere, in the place of a local one. */
export function addPartOptions(command: Command): Command {
  return command
    .option('--writer <local|bedrock|openai:URL>', 'which part writes', 'local')
    .addOption(
      new Option('--analyzer <which>', 'which part analyzes').choices(['local', 'comprehend']).default('local'),
    )
    .addOption(
      new Option('--ocr <which>', 'which part reads scans').choices(['local', 'textract', 'off']).default('off'),
    );
}

/**
 * The parts that the flags name, each asked a word before any work starts when it is not on this machine.
 *
 * @throws RejectedInputError for a name that is none, ConfigurationError for settings that are missing, PermissionDeniedError without credentials or access
 */
export async function chosenParts({ writer, analyzer, ocr }: PartOptions): Promise<ChosenParts> {
  return {
    writer: await chooseWriter(writer, process.env),
    analyzer: await chooseAnalyzer(analyzer, process.env),
    ocr: await chooseOcr(ocr, process.env),
  };
}
