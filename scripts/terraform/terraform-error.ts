/** Terraform was called and did not succeed; what it said stands in the message, or above it where it was shown. */
export class TerraformError extends Error {
  override readonly name = 'TerraformError';
  /** As terraform gave it; 1 when a signal ended it. */
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
