import type { Quota } from '../../../../services/operator/quotas.ts';

/** The part of the configuration that says what is asked of a quota. */
export interface QuotaQuestion {
  readonly service: string;
  readonly region: string;
}

/** Whether a quota is about an operation, however its name is spaced. */
export function isAbout({ name }: Quota, operation: string): boolean {
  return name.replaceAll(/\s/g, '').includes(operation);
}

/** How more of a quota is asked for. */
export function raise({ code, name }: Quota, { service, region }: QuotaQuestion, value: number): string {
  return `Ask for more of "${name}": aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value ${value}`;
}

/** How to look at the quotas when none of them has the name that is sought. */
export function lookAt({ service, region }: QuotaQuestion): string {
  return `Look for it: aws service-quotas list-service-quotas --region ${region} --service-code ${service} --query "Quotas[].[QuotaName,Value]" --output text`;
}
