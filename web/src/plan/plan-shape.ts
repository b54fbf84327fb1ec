import * as z from 'zod';
import { planSchema } from '../../../lib/contract/plan-schema.ts';
import { type ObjectShape, shapeOf } from './shape.ts';

/** The shape of a plan, from the schema that the server checks it by. */
export const planShape: ObjectShape = objectOfPlan();

function objectOfPlan(): ObjectShape {
  const shape = shapeOf(z.toJSONSchema(planSchema, { io: 'input' }));
  if (shape.kind !== 'object') throw new Error('a plan is an object');
  return shape;
}
