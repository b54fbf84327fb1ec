import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isList } from '../item-size.ts';
import type { Item, Key, Value } from '../table.ts';

/** DynamoDB's form of an item or of part of one. */
export type Attributes = { [name: string]: AttributeValue };

/** An attribute as it is read: the SDK's type and a stream record's both fit it. */
export interface StoredAttribute {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly BOOL?: boolean | undefined;
  readonly NULL?: boolean | undefined;
  readonly L?: readonly StoredAttribute[] | undefined;
  readonly M?: StoredAttributes | undefined;
}

/** Attributes by name, as they are read. */
export interface StoredAttributes {
  readonly [name: string]: StoredAttribute;
}

/** A value in DynamoDB's form. Our own few lines: the SDK's marshaller costs cold start. */
export function toAttribute(value: Value): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (isList(value)) return { L: value.map(toAttribute) };
  return { M: mapAttributes(value) };
}

/** An item in DynamoDB's form; attributes that are undefined are left out. */
export function toAttributes(item: Item): Attributes {
  return mapAttributes(item);
}

/** The key alone, in DynamoDB's form. */
export function keyAttributes({ pk, sk }: Key): Attributes {
  return { pk: { S: pk }, sk: { S: sk } };
}

/** What an attribute holds. @throws TypeError when it is of a type that is never written here */
export function fromAttribute(attribute: StoredAttribute): Value {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return integer(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.M !== undefined) return fromMap(attribute.M);
  throw new TypeError(`an attribute of type ${Object.keys(attribute).join()} in the table`);
}

/** An item out of DynamoDB's form. @throws TypeError when it has no key or version */
export function fromAttributes(attributes: StoredAttributes): Item {
  const { pk, sk, v, gsi1pk, gsi1sk, expiresAt, ...rest } = fromMap(attributes);
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof v !== 'number') {
    throw new TypeError('an item without pk, sk or v in the table');
  }
  return {
    ...rest,
    pk,
    sk,
    v,
    ...(typeof gsi1pk === 'string' ? { gsi1pk } : {}),
    ...(typeof gsi1sk === 'string' ? { gsi1sk } : {}),
    ...(typeof expiresAt === 'number' ? { expiresAt } : {}),
  };
}

function mapAttributes(values: { readonly [name: string]: Value | undefined }): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) attributes[name] = toAttribute(value);
  }
  return attributes;
}

function fromMap(attributes: StoredAttributes): { [name: string]: Value } {
  const values: { [name: string]: Value } = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    values[name] = fromAttribute(attribute);
  }
  return values;
}

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new TypeError(`the number ${text} in the table`);
  return value;
}
