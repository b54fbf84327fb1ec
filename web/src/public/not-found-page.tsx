import { Link } from 'wouter-preact';
import { useLanguage } from '../language.tsx';
import { useTitle } from '../ui/use-title.ts';

/** There is no page at this address. */
export function NotFoundPage() {
  const { words } = useLanguage();
  useTitle(words.notFound);
  return (
    <section class="narrow">
      <h1>{words.notFound}</h1>
      <p>
        <Link href="/">{words.toStart}</Link>
      </p>
    </section>
  );
}
