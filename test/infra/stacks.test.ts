import { beforeAll } from 'vitest';
import { apiPromises } from './api-promises.ts';
import { dataPromises } from './data-promises.ts';
import { eventPromises } from './event-promises.ts';
import { iamPromises } from './iam-promises.ts';
import { billPromises } from './idle-bill-promises.ts';
import { peoplePromises } from './people-promises.ts';
import { synthesizeProd, type Templates } from './synthesize.ts';
import { webPromises } from './web-promises.ts';

let templates: Templates;
const get = (): Templates => templates;

// Once for all: a synthesis takes seconds.
beforeAll(() => {
  templates = synthesizeProd();
}, 120_000);

dataPromises(get);
peoplePromises(get);
apiPromises(get);
iamPromises(get);
eventPromises(get);
webPromises(get);
billPromises(get);
