import { join } from 'node:path';
import small from '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf';
import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf';

const beside = (file: string): string => join(__dirname, file);

/** What lib/certificates/font-files.ts is in a bundle: files that esbuild copies beside it and names relative to it. */
export const fontFiles = {
  regular: beside(regular),
  bold: beside(bold),
  italic: beside(italic),
  small: beside(small),
} as const;
