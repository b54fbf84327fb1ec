import { operationOf } from './openapi-operation.ts';
import { problemBook } from './openapi-problems.ts';
import { schemaBook } from './openapi-schemas.ts';
import { problemDocument } from './problem-document.ts';
import type { Capability, Route } from './route.ts';
import { routes } from './routes.ts';

/** Where the API is and where people sign in to it; addresses may be relative to the document's own. */
export interface OpenapiOptions {
  /** `https://contest.example.vn`, without a slash at the end. Unless told: where the document came from. */
  readonly server?: string;
  readonly signIn?: SignInAddresses;
}

interface SignInAddresses {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

const hostSignIn: SignInAddresses = { authorizationUrl: '/oidc/auth', tokenUrl: '/oidc/token' };

const capabilities: { readonly [capability in Capability]: string } = {
  editions: 'An edition of the contest: its rules and dates, its people and their roles.',
  registration: 'Entries of startups: draft, submission with a signed receipt.',
  submission: 'Handing in, with a signed receipt that anybody can check.',
  documents: 'The files of a dossier: tickets to upload, links to download.',
  teams: 'Who works on an entry beside its lead, and what its people agreed to.',
  secretariat: 'What the secretariat does with entries: list, screening, supplements, mails.',
  exports: 'Files for the office, made of what is stored.',
  papers: 'Papers that an office signs: score sheets, tally, minutes, draft decision.',
  judging: 'Conflicts of interest, assignment, score sheets and progress of a round.',
  results: 'Ranking, approval and publication of the winners.',
  certificates: 'Certificates of the published awards, and how everybody checks one.',
};

const introduction = `The interface of an innovation-startup contest: startups hand in, judges score, organisers publish.

- **Sign in** with OpenID Connect (authorization code and PKCE) and send the access token as \`Authorization: Bearer\`.
- **Every write** carries a fresh random \`Idempotency-Key\`. When no answer came, repeat with the same key: it acts once.
- **Times** are UTC (\`2022-08-31T10:00:00.000Z\`). Dates in a plan are wall time in the time zone of the edition.
- **Points** are decimal strings (\`"8.5"\`), never floating-point numbers.
- **Problems** are \`application/problem+json\` (RFC 9457). Decide by \`code\`; texts may change.
- **Replies** may get new fields: ignore those you do not know. Bodies take no field that is not described.`;

/** The OpenAPI 3.1 document, derived from the route table. */
export function openapi({ server = '/', signIn = hostSignIn }: OpenapiOptions = {}): object {
  const schemas = schemaBook();
  const answers = problemBook(schemas.refer(problemDocument, 'output'));
  const paths: { [path: string]: { [method: string]: object } } = {};
  for (const route of Object.values<Route>(routes)) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, {
      [route.method.toLowerCase()]: operationOf(route, schemas, answers),
    });
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Contest', version: '0.1.0', description: introduction },
    servers: [{ url: server }],
    security: [{ signIn: ['openid', 'email'] }, { bearer: [] }],
    tags: Object.entries(capabilities).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: schemas.named(),
      responses: answers.named(),
      parameters,
      headers,
      securitySchemes: securitySchemes(signIn),
    },
  };
}

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A fresh random text for each act, and the same one when repeating it.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
    example: '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of what the change is based on.',
    schema: { type: 'string', pattern: '^"(?:0|[1-9][0-9]{0,14})"$' },
    example: '"7"',
  },
};

const text = { type: 'string' };
const headers = {
  ETag: { description: 'The version in quotes, for If-Match.', schema: text, example: '"7"' },
  RequestId: { description: 'What to tell when asking for help.', schema: text },
  IdempotencyReplayed: {
    description: '`true` where this is the kept answer to an earlier request with the same key.',
    schema: { const: 'true' },
  },
  RetryAfter: {
    description: 'After how many seconds to repeat, where repeating is right.',
    schema: { type: 'integer', minimum: 1 },
  },
  Allow: { description: 'The methods this address takes.', schema: text },
  WWWAuthenticate: { description: 'How to sign in: `Bearer`.', schema: text },
};

const securitySchemes = ({ authorizationUrl, tokenUrl }: SignInAddresses) => ({
  signIn: {
    type: 'oauth2',
    description: 'OpenID Connect sign-in by authorization code with PKCE (S256).',
    flows: {
      authorizationCode: {
        authorizationUrl,
        tokenUrl,
        scopes: { openid: 'Who signed in.', email: 'The e-mail address invitations are sent to.' },
      },
    },
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token (RS256). On one machine, `npm run token` prints one.',
  },
});
