import type { VNode } from 'preact';
import type { Path } from './json.ts';
import type { Shape } from './shape.ts';

/** What draws a place of the plan is told. */
export interface PlaceProps<S extends Shape = Shape> {
  readonly shape: S;
  readonly path: Path;
  readonly label: string;
  readonly isOptional: boolean;
}

/** Draws a place inside of another one. */
export type DrawPlace = (place: Omit<PlaceProps, 'label'>) => VNode;
