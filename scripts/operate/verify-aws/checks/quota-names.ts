import { isAbout } from '../../doctor/checks/quotas.ts';
import type { Answer, FactContext } from '../fact.ts';
import { confirmed, different } from '../fact.ts';

/** An operation of each service whose rate `doctor` looks for. */
const SOUGHT = { comprehend: 'BatchDetectEntities', textract: 'DetectDocumentText' } as const;

/** The quotas that `doctor` looks for have the operation in their names. */
export async function quotasAreFound({ aws }: FactContext): Promise<Answer> {
  const found = await Promise.all(
    Object.entries(SOUGHT).map(async ([service, operation]) => {
      const quotas = await aws.listQuotas(service);
      return {
        service,
        operation,
        name: quotas.find((quota) => isAbout(quota, operation))?.name,
        count: quotas.length,
      };
    }),
  );
  const missing = found.filter(({ name }) => name === undefined);
  if (missing.length === 0) return confirmed(found.map(({ name }) => `"${name}"`).join(', '));
  return different(
    missing
      .map(({ service, operation, count }) => `none of ${count} quotas of ${service} names ${operation}`)
      .join('; '),
    'Correct isAbout in scripts/operate/doctor/checks/quotas.ts by: aws service-quotas list-service-quotas --service-code NAME --query "Quotas[].QuotaName"',
  );
}
