import type { AgencyRef, CampaignView } from '@lien-ket/contracts';
import { useOrganisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import {
  agenciesAgain,
  agencyAgain,
  agencyValue,
  documentAgain,
  DocumentFields,
  OrganisationField,
  type DocumentValues,
} from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, CheckField, KeptField, TextField } from '../forms/fields.js';
import { filled, linesOf } from '../forms/lines.js';
import { RowsField } from '../forms/rows-field.js';
import { useWords } from '../messages/words.js';

interface RequestValues {
  to: string;
  debtorIds?: string[];
  headings?: string;
  /** As it was entered: who is only printed stands in no field of many, and stays. */
  before?: readonly AgencyRef[];
}
interface Values {
  title: string;
  document?: DocumentValues;
  receiverId: string;
  asPrinted?: string;
  dueOn?: string;
  example?: boolean;
  requests: RequestValues[];
}

/** What was typed → what is sent; what the form does not ask for stays. */
function useBody(before?: CampaignView) {
  const organisations = useOrganisations();
  return (v: Values) => {
    const document = documentAgain(before?.document, v.document);
    return {
      title: v.title,
      receiver: agencyAgain(before?.receiver, v.receiverId, organisations),
      requests: v.requests.map(({ to, debtorIds, headings, before: entered = [] }) => ({
        to,
        debtors: agenciesAgain(entered, debtorIds, organisations),
        headings: linesOf(headings),
      })),
      example: v.example ?? false,
      ...(v.asPrinted ? { asPrinted: v.asPrinted } : {}),
      ...(v.dueOn ? { dueOn: v.dueOn } : {}),
      ...(Object.keys(document).length > 0 ? { document } : {}),
    };
  };
}

function Entry() {
  const { t } = useWords();
  return (
    <>
      <TextField name="title" label={t('input.title')} max={600} />
      <OrganisationField name="receiverId" label={t('obligations.to')} />
      <div className="columns">
        <DayField name="dueOn" label={t('input.dueOn')} optional />
        <TextField name="asPrinted" label={t('obligations.asPrinted')} max={600} optional />
      </div>
      <RowsField name="requests" title={t('campaigns.request')} addTitle={t('campaigns.addRequest')}>
        {(at) => (
          <>
            <KeptField name={[at, 'before']} />
            <TextField name={[at, 'to']} label={t('campaigns.to')} />
            <OrganisationField name={[at, 'debtorIds']} label={t('provisions.debtors')} many />
            <AreaField
              name={[at, 'headings']}
              label={t('campaigns.headings')}
              hint={t('form.perLine')}
              rows={3}
            />
          </>
        )}
      </RowsField>
      <DocumentFields />
      <CheckField name="example" label={t('campaigns.example')} />
    </>
  );
}

export function AddCampaign() {
  const bodyOf = useBody();
  return (
    <CommandButton
      primary
      wide
      resource="campaigns"
      command="create"
      initial={{ requests: [{}] } as Partial<Values>}
      body={bodyOf}
    >
      <Entry />
    </CommandButton>
  );
}

function typedOf({ title, document, receiver, asPrinted, dueOn, requests, example }: CampaignView): Values {
  return {
    ...{ title, example, receiverId: agencyValue(receiver) },
    ...filled({ document, asPrinted, dueOn }),
    requests: requests.map(({ to, debtors, headings }) => ({
      to,
      debtorIds: debtors.flatMap(({ organisationId }) => organisationId ?? []),
      before: debtors,
      headings: headings.join('\n'),
    })),
  };
}

/** Sửa lỗi nhập liệu: what the paper asks, as a whole; what an answer rests on is refused. */
export function CorrectCampaign({ campaign }: { campaign: CampaignView }) {
  const { t } = useWords();
  const bodyOf = useBody(campaign);
  const { about } = campaign;
  return (
    <CommandButton
      wide
      resource="campaigns"
      command="correctEntry"
      target={campaign}
      initial={typedOf(campaign)}
      body={({ reason, ...typed }: Values & { reason: string }) => ({
        reason,
        content: { ...filled({ about }), ...bodyOf(typed) },
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <Entry />
    </CommandButton>
  );
}
