import { queryKeys } from '../query-limits.ts';
import type { Condition, Query } from '../table.ts';
import type { Attributes } from './attribute-values.ts';
import { toAttribute } from './attribute-values.ts';

/** A condition as DynamoDB takes it: the expression with its names and values. */
export interface Expression {
  readonly text: string;
  readonly names: { [placeholder: string]: string };
  readonly values: Attributes;
}

/** The expression of a condition; undefined when the condition asks for nothing. */
export function conditionExpression(when: Condition): Expression | undefined {
  const parts: string[] = [];
  const names: Expression['names'] = {};
  const values: Attributes = {};
  if (when.absent) parts.push('attribute_not_exists(pk)');
  if (when.present) parts.push('attribute_exists(pk)');
  if (when.version !== undefined) {
    parts.push('v = :v');
    values[':v'] = toAttribute(when.version);
  }
  const wanted = Object.entries(when.is ?? {});
  if (when.is !== undefined && wanted.length === 0) parts.push('attribute_exists(pk)');
  for (const [at, [name, value]] of wanted.entries()) {
    parts.push(`#i${at} = :i${at}`);
    names[`#i${at}`] = name;
    values[`:i${at}`] = toAttribute(value);
  }
  return parts.length === 0 ? undefined : { text: parts.join(' AND '), names, values };
}

/** The key condition of a query. */
export function keyExpression(query: Query): Expression {
  const { partition, sort } = queryKeys(query);
  const text = `${partition} = :p`;
  const values = { ':p': { S: query.partition } };
  if (query.sort === undefined) return { text, names: {}, values };
  if ('beginsWith' in query.sort) {
    const from = { S: query.sort.beginsWith };
    return {
      text: `${text} AND begins_with(${sort}, :s)`,
      names: {},
      values: { ...values, ':s': from },
    };
  }
  const [from, to] = query.sort.between;
  return {
    text: `${text} AND ${sort} BETWEEN :s AND :t`,
    names: {},
    values: { ...values, ':s': { S: from }, ':t': { S: to } },
  };
}

/** The parameters of a request that carry a condition: maps that are empty are refused by DynamoDB. */
export function conditionInput(expression: Expression): {
  ConditionExpression: string;
  ExpressionAttributeNames?: { [placeholder: string]: string };
  ExpressionAttributeValues?: Attributes;
} {
  const { text, names, values } = expression;
  return {
    ConditionExpression: text,
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}
