import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runDoctor } from '../../../../scripts/operate/doctor/run-doctor.ts';
import { Sink } from '../operator-sink.ts';
import { closing, complaints, doctor } from './doctor-on-loopback.ts';

const STATE_KEY = 'interview-pipeline/dev/terraform.tfstate';

describe('an account in which all is as it should be', () => {
  it('says so, check by check, and leaves no lock behind', async () => {
    // Act
    const { exitCode, out, account, bedrock, bucket } = await doctor({});

    // Assess
    expect(exitCode).toBe(0);
    const lines = out.split('\n');
    for (const check of ['account', 'region', 'model access', 'inference profile', 'state lock', 'deployed stack'])
      expect(lines.find((line) => line.includes(`  ${check} `))).toMatch(/^ok /);
    expect(out).toContain('found in the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
    expect(out).toContain('routes to eu-central-1, eu-north-1, eu-west-1, eu-west-3');
    expect(out).toContain('400000 tokens, 250 requests a minute for Claude Haiku 4.5');
    expect(bedrock.calls).toHaveLength(1);
    expect(bucket.requests).toEqual(expect.arrayContaining([`PUT ${STATE_KEY}.tflock`, `DELETE ${STATE_KEY}.tflock`]));
    expect(bucket.versions.find(`${STATE_KEY}.tflock`)).toBeUndefined();
    expect(account.actions).toContain('bedrock:GetInferenceProfile');
  });

  it('asks nothing of a bucket when the state is kept on the machine', async () => {
    // Act
    const { exitCode, out, bucket } = await doctor({ settings: { DEPLOY_BACKEND: '{"type": "local"}' } });

    // Assess
    expect(exitCode).toBe(0);
    expect(bucket.requests).toEqual([]);
    expect(out).toContain('kept on this machine');
  });
});

describe('credentials', () => {
  it('are the one failure when there are none, with exit code 5', async () => {
    // Act
    const { exitCode, found } = await complaints({ credentials: {} });

    // Assess
    expect(exitCode).toBe(5);
    expect(found.credentials).toMatchObject({ status: 'failed', permission: true });
    expect(found.credentials?.remedy).toContain('aws sso login');
    expect(found['model access']).toMatchObject({ status: 'warning', message: 'not asked: there are no credentials' });
  });

  it('are said to come from where they were found', async () => {
    // Prepare
    const file = join(await mkdtemp(join(tmpdir(), 'doctor-')), 'credentials');
    closing.push(() => rm(dirname(file), { recursive: true }));
    await writeFile(file, '[deployer]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = valid nowhere\n');

    // Act
    const { exitCode, out } = await doctor({
      credentials: { AWS_PROFILE: 'deployer', AWS_SHARED_CREDENTIALS_FILE: file },
    });

    // Assess
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^ok +credentials +found in a profile in the shared files/m);
  });

  it('of another account end with 5 and name both', async () => {
    // Act
    const { exitCode, found } = await complaints({ facts: { account: '999988887777' } });

    // Assess
    expect(exitCode).toBe(5);
    expect(found.account?.message).toMatch(/999988887777.*111122223333/s);
    expect(Object.keys(found)).toEqual(['account']);
  });
});

describe('a mistake in what was given', () => {
  it.each<[readonly string[], string]>([
    [[], "required option '--env <name>'"],
    [['--env', 'nowhere'], 'allowed: dev'],
    [['--env', 'dev', '--more'], "unknown option '--more'"],
  ])('ends with 2: %j', async (argv, complaint) => {
    // Prepare
    const [out, err] = [new Sink(), new Sink()];

    // Act
    const exitCode = await runDoctor(argv, { out, err }, { root: process.cwd(), variables: {} });

    // Assess
    expect(exitCode).toBe(2);
    expect(err.text).toContain(complaint);
  });
});
