import { DataResource, Fn } from 'cdktf';
import { Construct } from 'constructs';

/**
 * The key of the HMAC that makes session ids from idempotency keys. Terraform makes it once, from two random UUIDs (244 random bits), and keeps it in
 * its state; nobody has to hand it over. `terraform apply -replace` of it makes another; keys used before then start new runs.
 */
export class SessionIdSecret extends Construct {
  readonly value: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const random = new DataResource(this, 'random', {
      input: { value: Fn.join('', [Fn.uuid(), Fn.uuid()]) },
      // uuid() gives another value in every plan; the first one stays.
      lifecycle: { ignoreChanges: ['input'] },
    });
    this.value = Fn.sensitive(random.interpolationForAttribute('output.value').toString());
  }
}
