import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const child = join(import.meta.dirname, 'inspection-child.ts');

/** Inspects the files of a folder (`list.json` names them), or a large video, in a process of its own. */
export async function inspectApart(
  folder?: string,
): Promise<{ verdicts: string[]; grownMegabytes: number }> {
  const args = folder === undefined ? [child] : [child, folder];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}
