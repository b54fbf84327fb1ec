import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { App } from './app.tsx';
import { LanguageProvider } from './language.tsx';
import { queries } from './queries.ts';
import { reloadAfterUpdates } from './ui/part-boundary.tsx';
import './style.css';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no place for the pages');

reloadAfterUpdates();
render(
  <QueryClientProvider client={queries}>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </QueryClientProvider>,
  root,
);
