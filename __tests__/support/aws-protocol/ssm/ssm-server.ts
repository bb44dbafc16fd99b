import type { AwsJsonServer } from '../aws-json-server.ts';
import { ServiceError, serveAwsJson } from '../aws-json-server.ts';

/** GetParameter as it comes over the wire. */
interface GetParameterInput {
  readonly Name: string;
  readonly WithDecryption?: boolean;
}

/** AWS Systems Manager with encrypted parameters, on loopback: without WithDecryption an unreadable text is given, as the service does. */
export function serveSsm(parameters: Readonly<Record<string, string>>): Promise<AwsJsonServer> {
  const GetParameter = ({ Name, WithDecryption = false }: GetParameterInput) => {
    const value = parameters[Name];
    if (value === undefined) throw new ServiceError('ParameterNotFound', `Parameter ${Name} not found.`);
    const Value = WithDecryption ? value : Buffer.from(`encrypted ${value}`).toString('base64');
    return { Parameter: { Name, Type: 'SecureString', Value, Version: 1 } };
  };
  return serveAwsJson({ target: 'AmazonSSM', signing_name: 'ssm' }, { GetParameter });
}
