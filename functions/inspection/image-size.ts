import type { InspectionLimits } from './inspection-limits.ts';
import { Rejected } from './rejected.ts';

/** A small file can ask a viewer for gigabytes of pixels. @throws Rejected `image-limits`, `structure` */
export function requireImageSize(width: number, height: number, limits: InspectionLimits): void {
  if (width === 0 || height === 0) throw new Rejected('structure', 'an image without pixels');
  const tooLong = Math.max(width, height) > limits.imageSide;
  if (tooLong || width * height > limits.imagePixels) {
    throw new Rejected('image-limits', `${width} × ${height} pixels`);
  }
}
