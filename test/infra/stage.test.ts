import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { isOriginUnknown, readStage, senderDomain, senderOf } from '../../lib/infra/stage.ts';
import { prodContext } from './synthesize.ts';

const stageOf = (context: { readonly [name: string]: unknown }) =>
  readStage(new App({ context }).node);

test('without a context it is dev, in Singapore, and does not know where people reach it', () => {
  const stage = stageOf({});
  expect(stage).toEqual({
    name: 'dev',
    region: 'ap-southeast-1',
    origin: 'https://contest.invalid',
    certificateArn: undefined,
    mailFrom: undefined,
    alarmMail: undefined,
    retained: false,
  });
  expect(isOriginUnknown(stage)).toBe(true);
  expect(senderOf(stage)).toBe('no-reply@contest.invalid');
});

test('prod keeps what it holds', () => {
  const stage = stageOf(prodContext);
  expect(stage.retained).toBe(true);
  expect(isOriginUnknown(stage)).toBe(false);
  expect(senderDomain(stage)).toBe('contest.example.vn');
});

test.each([
  [{ stage: 'production' }, '-c stage is dev or prod, not production'],
  [{ stage: 7 }, '-c stage takes a text'],
  [{ origin: 'http://contest.example.vn' }, '-c origin is https and a host'],
  [{ origin: 'https://contest.example.vn/' }, '-c origin is https and a host'],
  [{ origin: 'contest.example.vn' }, 'Invalid URL'],
])('%j is refused', (context, message) => {
  expect(() => stageOf(context)).toThrow(message);
});
