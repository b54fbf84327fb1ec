import { routes } from '../lib/contract/routes.ts';
import { bundledCode } from '../lib/infra/bundling.ts';
import { makeContestApp } from '../lib/infra/contest-app.ts';
import { checkWithNag } from '../lib/infra/nag.ts';

const contest = makeContestApp({ routes: Object.values(routes), code: bundledCode });
checkWithNag(contest);
contest.app.synth();
