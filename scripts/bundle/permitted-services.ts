import type { Plugin } from 'esbuild';
import type { LambdaName } from '../../contracts/functions.ts';
import { PERMISSIONS } from '../../contracts/permissions.ts';

/** The file that loads the adapters of AWS services when they are asked for. */
const LOADER = /services\/aws-services\.ts$/;

/** Which service's actions an adapter needs, by the folder that it is loaded from. */
const SERVICE_OF_FOLDER: Readonly<Record<string, string>> = {
  sessions: 'dynamodb',
  budget: 'dynamodb',
  artifacts: 's3',
  analysis: 'comprehend',
  documents: 'textract',
  brief: 'bedrock',
  executions: 'states',
  secrets: 'ssm',
};

/**
 * Leaves the adapters and SDKs out that a function has no permission to use: one file makes all clients, and each function would carry them all. Asking
 * for one nevertheless fails when it is loaded, with the path in the message.
 */
export function permittedServices(name: LambdaName): Plugin {
  const services = new Set(PERMISSIONS[name].flatMap(({ actions }) => actions.map((action) => action.split(':')[0])));
  return {
    name: 'permitted-services',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
        if (kind !== 'dynamic-import' || !LOADER.test(importer.replaceAll('\\', '/'))) return undefined;
        const service = SERVICE_OF_FOLDER[path.split('/')[1] ?? ''];
        if (service === undefined)
          throw new Error(
            `${path} is loaded by ${importer}, but it is not known for which service: add its folder here.`,
          );
        return services.has(service) ? undefined : { path, external: true };
      }),
  };
}
