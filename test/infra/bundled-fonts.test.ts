import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { drawCertificate } from '../../lib/certificates/draw-certificate.ts';
import { bundleOptions } from '../../lib/infra/bundling.ts';
import { certificateFacts } from '../support/certificate-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundled-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const drawing = join(import.meta.dirname, '..', '..', 'lib', 'certificates', 'draw-certificate.ts');

test('a bundle, alone with its fonts, draws a certificate to the same bytes', async () => {
  const origin = 'https://contest.example.vn';
  const certificate = certificateFacts();
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  await build({ ...bundleOptions(drawing), outfile: join(folder, 'index.js') });
  expect(readdirSync(folder).filter((file) => file.endsWith('.ttf'))).toHaveLength(4);
  const program = `require(process.argv[1]).drawCertificate(JSON.parse(process.argv[2]), process.argv[3])
    .then((bytes) => process.stdout.write(bytes));`;
  const said = [join(folder, 'index.js'), JSON.stringify(certificate), origin];
  // In another folder, as on AWS: nothing is found by where the process was started.
  const drawn = execFileSync(process.execPath, ['-e', program, ...said], { cwd: '/', env: {} });
  expect(drawn.equals(await drawCertificate(certificate, origin))).toBe(true);
});
