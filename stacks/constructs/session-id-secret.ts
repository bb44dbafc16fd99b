import { Fn, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/**
 * The key of the HMAC that makes session ids from idempotency keys. Terraform makes it once, from two random UUIDs (244 random bits), and keeps it in
 * its state; nobody has to hand it over. `terraform apply -replace` of it makes another; keys used before then start new runs.
 */
export class SessionIdSecret extends Construct {
  readonly value: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Not cdktf's DataResource: that asks an installed Terraform for its version, and synth is to work without one.
    const random = new TerraformResource(this, 'random', {
      terraformResourceType: 'terraform_data',
      // uuid() gives another value in every plan; the first one stays.
      lifecycle: { ignoreChanges: ['input'] },
    });
    random.addOverride('input', { value: Fn.join('', [Fn.uuid(), Fn.uuid()]) });
    this.value = Fn.sensitive(random.interpolationForAttribute('output.value').toString());
  }
}
