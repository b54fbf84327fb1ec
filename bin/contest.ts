import { routes } from '../lib/contract/routes.ts';
import { bundledCode } from '../lib/infra/bundling.ts';
import { makeContestApp } from '../lib/infra/contest-app.ts';

makeContestApp({ routes: Object.values(routes), code: bundledCode }).app.synth();
