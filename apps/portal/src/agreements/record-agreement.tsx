import { CommandButton } from '../forms/command-button.js';
import { partialDateOf, PartialDateFields, type PartialDateValues } from '../forms/document-fields.js';
import { AreaField, DayField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';

interface Values {
  name: string;
  parties: string;
  signedOn?: PartialDateValues;
  place?: string;
  termTo?: string;
  fields?: string;
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const PARTY = /^(.*?)\s*\[([a-z][a-z0-9-]*)\]$/;

/** "Tỉnh Tiền Giang [tien-giang]": the tenant in brackets where the party is on the platform. */
export function partyOf(line: string) {
  const [, name, tenant] = PARTY.exec(line) ?? [];
  return name && tenant
    ? { name, tenant, basis: 'printed' as const }
    : { name: line, basis: 'printed' as const };
}

export function RecordAgreement() {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      resource="agreements"
      command="create"
      body={(v: Values) => {
        const signedOn = partialDateOf(v.signedOn);
        return {
          name: v.name,
          kind: 'agreement' as const,
          parties: linesOf(v.parties).map(partyOf),
          fields: linesOf(v.fields),
          legalBases: [],
          ...(signedOn ? { signedOn } : {}),
          ...(v.place ? { place: v.place } : {}),
          ...(v.termTo ? { termTo: v.termTo, termBasis: 'printed' as const } : {}),
        };
      }}
    >
      <AreaField name="name" label={t('input.title')} rows={2} max={600} />
      <AreaField name="parties" label={t('agreements.parties')} hint={t('agreements.partiesHint')} rows={3} />
      <PartialDateFields name={['signedOn']} optional />
      <TextField name="place" label={t('input.place')} max={200} optional />
      <DayField name="termTo" label={t('agreements.term')} optional />
      <AreaField name="fields" label={t('agreements.fields')} rows={2} optional />
    </CommandButton>
  );
}
