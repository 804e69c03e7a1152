import type { AgreementView } from '@lien-ket/contracts';
import { CommandButton } from '../forms/command-button.js';
import { AreaField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import { ContentFields, contentOf, valuesOf, type ContentValues } from './content-fields.js';

/** Enters what was signed on paper; the parties then confirm that the record matches it. */
export function RecordAgreement() {
  return (
    <CommandButton
      primary
      wide
      resource="agreements"
      command="create"
      initial={{ kind: 'agreement' as const }}
      body={(v: ContentValues) => contentOf(v)}
    >
      <ContentFields />
    </CommandButton>
  );
}

/** Mends the record: a new version, which the parties confirm anew. A longer term is an extension. */
export function ReviseAgreement({ agreement }: { agreement: AgreementView }) {
  const { t } = useWords();
  return (
    <CommandButton
      wide
      resource="agreements"
      command="revise"
      target={agreement}
      initial={valuesOf(agreement.content)}
      body={(v: ContentValues & { reason: string }) => ({
        content: contentOf(v, agreement.content),
        reason: v.reason,
      })}
    >
      <p>{t('agreements.reviseHint')}</p>
      <AreaField name="reason" label={t('input.reason')} rows={2} max={1000} />
      <ContentFields />
    </CommandButton>
  );
}
