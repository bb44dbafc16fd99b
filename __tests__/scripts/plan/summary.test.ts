import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePlan } from '../../../scripts/plan/plan-json.ts';
import { summarizePlan } from '../../../scripts/plan/summarize-plan.ts';
import { planOf, summaryOf } from '../../support/terraform/plan-builder.ts';

const LAMBDA = 'aws_lambda_function';

describe('functions', () => {
  it('names code, settings and variables that change, and the value of no variable', () => {
    // Prepare
    const before = {
      source_code_hash: 'AAAA',
      memory_size: 512,
      timeout: 30,
      environment: [{ variables: { MODE: 'one', OLD: 'x', KEPT: 'k' } }],
    };
    const after = {
      source_code_hash: 'BBBB',
      memory_size: 1024,
      timeout: 30,
      environment: [{ variables: { MODE: 'two', FRESH: 'y', KEPT: 'k' } }],
    };

    // Act
    const summary = summaryOf([{ type: LAMBDA, name: 'Scraper_function_00000001', before, after }]);

    // Assess
    expect(summary).toContain(
      '| `Scraper` | changed | `000000` → `041041` | `memory_size`: `512` → `1024` | new: `FRESH`<br>changed: `MODE`<br>removed: `OLD` |',
    );
    expect(summary).not.toMatch(/`(one|two)`/);
  });
});

describe('the state machine', () => {
  const task = (more: object) => ({ Type: 'Task', TimeoutSeconds: 10, Resource: 'arn:f', End: true, ...more });
  const definition = (States: object) => ({
    definition: JSON.stringify({ StartAt: 'Work', TimeoutSeconds: 60, States }),
  });

  it('shows states that come, go and change', () => {
    // Prepare
    const before = definition({ Work: task({}), Gone: task({}) });
    const after = definition({ Work: task({ TimeoutSeconds: 90 }), Fresh: task({}) });

    // Act
    const summary = summaryOf([{ type: 'aws_sfn_state_machine', before, after }]);

    // Assess
    expect(summary).toContain('  Work\n-     TimeoutSeconds: 10\n+     TimeoutSeconds: 90');
    expect(summary).toContain('+ Fresh\n+     Type: "Task"');
    expect(summary).toContain('- Gone\n-     Type: "Task"');
    expect(summary).toContain('| longest run, with every retry | 10 s | **90 s** |');
    expect(summary).toContain("**The longest run no longer fits into the machine's timeout.**");
  });

  it('is told whatever the definition looks like', () => {
    // Prepare
    const odd = fc.dictionary(
      fc.constantFrom('StartAt', 'States', 'TimeoutSeconds', 'Comment'),
      fc.oneof(
        fc.constantFrom('Work', 7),
        fc.dictionary(
          fc.constantFrom('Work', 'Other'),
          fc.record(
            { Type: fc.constantFrom('Task', 'Map', 'Choice', 'Nonsense'), Next: fc.constantFrom('Work', 'Nowhere') },
            { requiredKeys: [] },
          ),
        ),
      ),
    );

    fc.assert(
      fc.property(odd, odd, (before, after) => {
        // Act
        const texts = [before, after].map((each) => ({ definition: JSON.stringify(each) }));
        const summary = summaryOf([{ type: 'aws_sfn_state_machine', before: texts[0] ?? {}, after: texts[1] ?? {} }]);

        // Assess
        expect(summary).toContain('### State machine');
      }),
    );
  });

  it('says that running executions end with it', () => {
    expect(summaryOf([{ type: 'aws_sfn_state_machine', before: definition({}) }])).toContain(
      'running executions are stopped',
    );
  });
});

describe('what was changed outside of Terraform', () => {
  it('is told, also when nothing else changes', () => {
    // Prepare
    const resource_drift = [
      {
        address: 'aws_sns_topic.topic_00000001',
        type: 'aws_sns_topic',
        name: 'topic_00000001',
        change: { actions: ['update'], before: { display_name: 'a' }, after: { display_name: 'b' } },
      },
      {
        address: 'aws_sqs_queue.queue_00000002',
        type: 'aws_sqs_queue',
        name: 'queue_00000002',
        change: { actions: ['delete'], before: {}, after: null },
      },
    ];

    // Act
    const summary = summaryOf([], { resource_drift });

    // Assess
    expect(summary).toContain('### ⚠️ Changed outside of Terraform');
    expect(summary).toContain('- `topic` (`aws_sns_topic`): `display_name`: `a` → `b`');
    expect(summary).toContain('- `queue` (`aws_sqs_queue`) is gone.');
  });
});

describe('values', () => {
  it('cannot end a cell, a code span or a block, nor mention anybody', () => {
    // Prepare
    const hostile = '`</details>`` | @everyone <img src=x>\n# Approved \u202e';

    // Act
    const summary = summaryOf([
      { type: 'aws_sns_topic', before: { display_name: '' }, after: { display_name: hostile } },
      { type: LAMBDA, name: 'F_function_00000001', before: { description: 'a' }, after: { description: hostile } },
    ]);

    // Assess
    const shown = '``` `</details>`` \\| @everyone <img src=x>\\u{a}# Approved \\u{202e} ```';
    expect(summary.split(shown)).toHaveLength(3);
    expect(summary.replaceAll(shown, '')).not.toMatch(/@everyone|<img|Approved/);
  });

  it('that are sensitive stand nowhere, wherever they come from', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (secret, other) => {
        // Prepare
        const variables = (value: string) => ({ environment: [{ variables: { KEY: value } }] });
        const marks = { environment: [{ variables: { KEY: true } }] };
        const plan = planOf(
          [
            {
              type: LAMBDA,
              before: variables(secret),
              after: variables(other),
              more: { before_sensitive: marks, after_sensitive: marks },
            },
            {
              type: 'aws_sns_topic',
              before: { display_name: `key ${secret}` },
              after: { display_name: `key ${other}` },
            },
          ],
          {
            output_changes: {
              key: { actions: ['update'], before: secret, after: other, before_sensitive: true, after_sensitive: true },
            },
          },
        );

        // Act
        const summary = summarizePlan({ plan, environment: 'dev' });

        // Assess
        expect(`${summary}${JSON.stringify(plan)}`).not.toContain(secret);
        expect(`${summary}${JSON.stringify(plan)}`).not.toContain(other);
        expect(summary).toContain('changed: `KEY`');
        expect(summary).toContain('| `key` | (sensitive) | (sensitive) |');
      }),
      { numRuns: 20 },
    );
  });
});

describe('length', () => {
  it('stays below what GitHub takes for a comment, and the hashes stay', () => {
    // Prepare
    const changes = Array.from({ length: 2_000 }, (_, index) => ({
      type: 'aws_sns_topic',
      name: `topic${index}_00000001`,
      before: { display_name: 'before' },
      after: { display_name: 'after'.repeat(10) },
    }));

    // Act
    const summary = summarizePlan({
      plan: planOf(changes),
      environment: 'dev',
      planFile: { path: 'planned.tfplan', sha256: 'f'.repeat(64) },
    });

    // Assess
    expect(summary.length).toBeLessThan(65_536);
    expect(summary).toContain('_Cut here:');
    expect(summary).toContain(`--sha256 ${'f'.repeat(64)}`);
    expect(summary).toContain('2000 changed');
  });
});

describe('what is moved', () => {
  it('is told by both its addresses', () => {
    // Prepare
    const moved = {
      address: 'aws_sns_topic.new',
      previous_address: 'aws_sns_topic.old',
      type: 'aws_sns_topic',
      name: 'new',
      change: { actions: ['no-op'], before: {}, after: {} },
    };

    // Act
    const summary = summaryOf([], { resource_changes: [moved] });

    // Assess
    expect(summary).toContain('Resources: 1 moved');
    expect(summary).toContain('| move | `aws_sns_topic` | `new` | was `aws_sns_topic.old` |');
  });
});

describe('what is no plan', () => {
  it.each(['', 'no JSON', '{}', '{"format_version":"2.0"}', '[]'])('is refused: %j', (text) => {
    expect(() => parsePlan(text)).toThrow('This is no plan as "terraform show -json" prints it');
  });
});
