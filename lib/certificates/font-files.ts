import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Where the fonts are on this machine; in a bundle lib/infra/bundled-fonts.ts stands in for this file. */
export const fontFiles = {
  regular: resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italic: resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  small: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
} as const;
