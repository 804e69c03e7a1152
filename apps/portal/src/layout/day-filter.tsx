import { DayPicker } from '../forms/day-fields.js';
import { useWords } from '../messages/words.js';
import { useAsked } from './asked.js';

/** The day as of which a list is seen; it stands in the address as `asOf`, as on the page of a thing. */
export function DayFilter() {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  return (
    <DayPicker
      label={t('page.asOf')}
      value={asked('asOf') || undefined}
      change={(value) => ask('asOf', value)}
    />
  );
}
