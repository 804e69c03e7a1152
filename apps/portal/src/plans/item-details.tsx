import { FIELDS } from '@lien-ket/contracts';
import { usePartnerOptions } from '../client/tenants.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';

const SCOPES = ['regional', 'bilateral', 'general'] as const;

/** What a row of a plan can say beyond its table's columns; folded away, for most rows say none of it. */
export function ItemDetails({ at }: { at: number }) {
  const { t } = useWords();
  const partners = usePartnerOptions();
  return (
    <details className="moment">
      <summary>{t('draft.details')}</summary>
      <ChoiceField
        name={[at, 'partnerTenants']}
        label={t('part.partnerTenants')}
        options={partners}
        many
        optional
      />
      <div className="columns">
        <ChoiceField
          name={[at, 'field']}
          label={t('part.field')}
          options={FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
          optional
        />
        <ChoiceField
          name={[at, 'scope']}
          label={t('part.scope')}
          options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          optional
        />
        <TextField name={[at, 'host']} label={t('part.host')} optional />
        <TextField name={[at, 'place']} label={t('part.place')} optional />
      </div>
      <AreaField
        name={[at, 'subTasks']}
        label={t('part.subTasks')}
        hint={t('form.perLine')}
        rows={2}
        optional
      />
      <AreaField
        name={[at, 'contactOffices']}
        label={t('part.contactOffices')}
        hint={t('draft.officesHint')}
        rows={2}
        optional
      />
    </details>
  );
}
