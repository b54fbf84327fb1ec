import { useLanguage } from '../language.tsx';

/** While something is on its way. */
export function Waiting() {
  const { words } = useLanguage();
  return (
    <p class="waiting" role="status">
      {words.waiting}
    </p>
  );
}
