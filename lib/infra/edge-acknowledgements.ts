import type { Acknowledgement } from './acknowledgement.ts';
import type { Stage } from './stage.ts';

/** About what stands before the dossiers. */
export const documentLinks: readonly Acknowledgement[] = [
  {
    at: 'data/DocumentLinks',
    id: 'AwsSolutions-CFR1',
    reason: 'Judges travel: no country is to be shut out.',
  },
  {
    at: 'data/DocumentLinks',
    id: 'AwsSolutions-CFR2',
    reason: 'Behind it is S3, which answers nobody without a signature of the last minute.',
  },
  {
    at: 'data/DocumentLinks',
    id: 'AwsSolutions-CFR4',
    reason: 'CloudFront’s own host name is enough for links of a minute, and sets its own floor.',
  },
  {
    at: 'data/DocumentLinks',
    id: 'AwsSolutions-CFR7',
    reason:
      'With access of its own it would answer everybody: S3 is to check the signature of each link.',
  },
];

/** About the origin of pages, API and results. */
export const origin = (stage: Stage): readonly Acknowledgement[] => [
  {
    at: 'web/Origin',
    id: 'AwsSolutions-CFR1',
    reason: 'Results are public and judges travel: no country is to be shut out.',
  },
  {
    at: 'web/Origin',
    id: 'AwsSolutions-CFR2',
    reason:
      'A WAF costs 6 USD in an idle month, three times all the rest; the API has throttles per route.',
  },
  ...(stage.certificateArn === undefined
    ? [
        {
          at: 'web/Origin',
          id: 'AwsSolutions-CFR4',
          reason:
            'CloudFront’s own certificate sets its own floor; with -c certificate it is TLS 1.2.',
        },
      ]
    : []),
];
