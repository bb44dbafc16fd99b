/** Whether a job description is the address of a page instead of its text: one address and nothing else. */
export function isJobAddress(jobDescription: string): boolean {
  return /^https?:\/\/\S+$/i.test(jobDescription);
}
