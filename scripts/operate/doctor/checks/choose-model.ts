/** How to find a model that the region offers. */
export function chooseModel(environment: string, region: string): string {
  return `Set model.id in deploy/${environment}.json to one of: aws bedrock list-foundation-models --region ${region} --by-output-modality TEXT --query "modelSummaries[].modelId"`;
}
