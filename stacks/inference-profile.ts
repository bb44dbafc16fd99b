/** What the model without a region is called where regions are listed: a global profile leads to it. */
export const GLOBAL_DESTINATION = 'global';

/** Global profiles of AWS's own, by id or ARN. */
const GLOBAL_PROFILE = /(?:^|\/)global\./;

/** Whether a profile is a global one of AWS's own: it sends a request to whichever region has room. What an application profile leads to, its ARN does not say. */
export function isGlobalProfile(profileId: string): boolean {
  return GLOBAL_PROFILE.test(profileId);
}

/** Whether a profile is named by its ARN, as an application inference profile has to be. */
export function isProfileArn(profileId: string): boolean {
  return profileId.startsWith('arn:');
}
