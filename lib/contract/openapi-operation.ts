import * as z from 'zod';
import type { ProblemBook } from './openapi-problems.ts';
import type { SchemaBook } from './openapi-schemas.ts';
import { type Audience, isPublic, isWrite, type Route } from './route.ts';

type Json = { readonly [name: string]: unknown };

/** In the words of the regulations, as a plural that follows "For". */
const people: { readonly [audience in Audience]: string } = {
  public: 'everybody, without signing in',
  'signed-in': 'everybody who is signed in',
  lead: 'whoever leads the team of the entry',
  applicant: 'the lead and the editors of the entry',
  team: 'everybody in the team of the entry',
  judge: 'judges of the edition',
  secretary: 'the secretariat of the edition',
  organiser: 'organisers of the edition',
  administrator: 'administrators of the platform',
};

/** What a place in a path names. A path with another one does not get into the document. */
const places: { readonly [name: string]: string } = {
  editionId: 'The edition, by the id it was created with: `kon-tum-2022`.',
  entryId: 'The entry.',
  documentId: 'The document of the entry.',
  roundId: "The round, by its id in the edition's plan.",
  invitationId: 'The invitation, as the invited person was sent it.',
  mailId: 'The mail. Its id begins with its kind.',
  code: 'The code of the entry, in capitals or not: `KT22-7Q4MZ2`.',
  certificate: 'The code of the certificate, as it is printed.',
  prizeId: "The prize, by its id in the edition's plan.",
  submission: 'Which of its submissions: 1 for the first.',
  resultVersion: 'The version of the result: 1 for the first publication.',
  planVersion: 'The version of the plan: 1 for the first.',
  provinceCode: 'The province, by its code in the national register: `51` is Quảng Ngãi.',
  purpose: "The purpose of the consent, by its id in the edition's plan.",
  personId: 'The person: the subject (`sub`) of the sign-in.',
  judgeId: 'The judge, by the subject (`sub`) of the sign-in.',
};

/** One operation of the document. */
export function operationOf(route: Route, schemas: SchemaBook, answers: ProblemBook): Json {
  return {
    operationId: route.operation,
    tags: [route.capability],
    summary: route.summary,
    description: description(route),
    ...(isPublic(route) ? { security: [] } : {}),
    parameters: parameters(route),
    ...requestBody(route, schemas),
    responses: { [route.success]: success(route, schemas), ...answers.refer(route) },
  };
}

function description(route: Route): string {
  const sentences = [`For ${route.audience.map((audience) => people[audience]).join('; ')}.`];
  if (route.conceal === true) {
    sentences.push('To strangers the thing is not there: 404, never 403.');
  }
  if (isWrite(route)) {
    sentences.push(
      'Send an Idempotency-Key: within 72 hours the same key gives the same answer and acts once.',
    );
  }
  if (route.ifMatch === true) {
    sentences.push('Send the ETag you read in If-Match: a change made meanwhile is never lost.');
  }
  return sentences.join(' ');
}

function parameters(route: Route): Json[] {
  const query = z.toJSONSchema(route.query, { io: 'input' });
  const headers = [
    ...(isWrite(route) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(route.ifMatch === true ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
  ];
  const path = z.toJSONSchema(route.params, { io: 'input' });
  return [
    ...fields(path).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      description: placeOf(name),
      schema,
    })),
    ...fields(query).map(([name, { description: what, ...schema }]) => ({
      name,
      in: 'query',
      required: query.required?.includes(name) ?? false,
      description: what,
      schema,
    })),
    ...headers,
  ];
}

/** Its fields; a schema that is not an object has none. */
function fields({ properties }: z.core.JSONSchema.BaseSchema): [string, Json][] {
  return Object.entries(properties ?? {}).flatMap(([name, schema]) =>
    typeof schema === 'object' ? [[name, { ...schema }]] : [],
  );
}

function placeOf(name: string): string {
  const found = places[name];
  if (found === undefined) throw new Error(`no words for {${name}} in openapi-operation.ts`);
  return found;
}

function requestBody(route: Route, schemas: SchemaBook): Json {
  if (route.body instanceof z.ZodUndefined) return {};
  const schema = schemas.refer(route.body, 'input', `${pascal(route.operation)}Body`);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function success(route: Route, schemas: SchemaBook): Json {
  const schema = schemas.refer(route.reply, 'output', `${pascal(route.operation)}Reply`);
  return {
    description: route.success === 201 ? 'Made.' : 'Done.',
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(route.etag === true ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
      ...(isWrite(route)
        ? { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } }
        : {}),
    },
    content: { 'application/json': { schema } },
  };
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
