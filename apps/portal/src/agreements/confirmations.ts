import type { AgreementView, PartyAnswer } from '@lien-ket/contracts';
import type { Translate } from '../messages/translate.js';

const AGREED: readonly string[] = ['confirmed', 'confirmedOnPaper'];

/** Who has to say whether a record matches the paper: everybody but the one that recorded it. */
const asked = (answers: readonly PartyAnswer[]) => answers.filter(({ answer }) => answer !== 'recorder');

export function missingIn(answers: readonly PartyAnswer[]): readonly PartyAnswer[] {
  return asked(answers).filter(({ answer }) => !AGREED.includes(answer));
}

/** "Xác nhận n/m bên", of the parties beside the recorder. */
export function confirmationWords({ answers }: Pick<AgreementView, 'answers'>, t: Translate): string {
  const total = asked(answers).length;
  return t('agreements.confirmations', { n: total - missingIn(answers).length, total });
}
