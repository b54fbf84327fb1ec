import { describe, expect, test } from 'vitest';
import {
  idleBill,
  referenceAtRest,
  type TemplateResource,
  totalOf,
} from '../../lib/infra/idle-bill.ts';
import type { Templates } from './synthesize.ts';

/** P10b: what a month costs in which nobody comes. */
export const billPromises = (get: () => Templates): void => {
  const resources = (): TemplateResource[] =>
    [get().data, get().api, get().web].flatMap((template) =>
      Object.values(template.toJSON()['Resources'] as Record<string, TemplateResource>),
    );
  const total = (...more: TemplateResource[]): number =>
    totalOf(idleBill([...resources(), ...more], referenceAtRest));

  describe('an idle month', () => {
    test('costs at most 2 USD, the dossiers of the last contest included', () => {
      expect(total()).toBeLessThanOrEqual(2);
      expect(total()).toBeGreaterThan(1);
    });

    test('would cost more with a key, an eleventh alarm, a secret or a firewall', () => {
      const key = { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } };
      const alarm = { Type: 'AWS::CloudWatch::Alarm' };
      const firewall = { Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [{}, {}] } };
      const before = total();
      expect(total(key)).toBeCloseTo(before + 3, 2);
      expect(total(alarm)).toBeCloseTo(before, 2);
      expect(total(alarm, alarm, alarm)).toBeCloseTo(before + 0.2, 2);
      expect(total({ Type: 'AWS::SecretsManager::Secret' })).toBeCloseTo(before + 0.4, 2);
      expect(total(firewall)).toBeCloseTo(before + 7, 2);
    });

    test('counts old dossiers at the full price when nothing moves them', () => {
      const unmoved = resources().map((resource) =>
        resource.Type === 'AWS::S3::Bucket' ? { Type: resource.Type } : resource,
      );
      expect(totalOf(idleBill(unmoved, referenceAtRest))).toBeGreaterThan(2);
    });

    test('has a price for every kind of resource, or says which it lacks', () => {
      expect(() => total({ Type: 'AWS::EC2::NatGateway' })).toThrow(
        'no idle price for AWS::EC2::NatGateway',
      );
    });
  });
};
