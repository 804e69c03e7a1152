import type { DifficultyView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { ExampleMark, Mark, OriginMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { DIFFICULTY_TONES } from '../words/tones.js';

export function DifficultyLine({ difficulty }: { difficulty: DifficultyView }) {
  const { t } = useWords();
  const { id, text, state, raisedOn, example, origin } = difficulty;
  return (
    <>
      <Link to={`/difficulties/${id}`}>{text.length > 200 ? `${text.slice(0, 200)}…` : text}</Link>
      <div className="marks">
        <Mark tone={DIFFICULTY_TONES[state]}>{t(`difficulty.state.${state}`)}</Mark>
        <ExampleMark example={example} />
        <OriginMark origin={origin} />
        <span className="quiet">{t('difficulties.raisedOn', { day: day(raisedOn) })}</span>
      </div>
    </>
  );
}
