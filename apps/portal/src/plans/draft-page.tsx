import type { PlanContent } from '@lien-ket/contracts';
import { App, Button, Form, Input, type FormInstance } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { Target } from '../client/client.js';
import { newKey } from '../client/keys.adapter.js';
import { useList, useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { agenciesOf, OrganisationField } from '../forms/document-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { Refusal } from '../forms/refusal.js';
import { useSending } from '../forms/sending.js';
import { Page } from '../layout/page.js';
import { Loaded } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { blankContent, contentOf, valuesOf, type DraftValues } from './draft.js';
import { PaperFields, paperOf, type PaperValues } from './paper-fields.js';
import { ProvisionsField } from './provisions-field.js';
import { SectionsField } from './sections-field.js';

type EditorValues = DraftValues & PaperValues;

function useAgreementOptions() {
  const { items } = useList(reads.agreements());
  return items.map(({ id, content, origin }) => ({ value: id, label: content.name, tenant: origin?.tenant }));
}

interface EditorProps {
  content: PlanContent;
  /** The draft that is revised; without it, a new plan. */
  target?: Target;
  /** The plan exists on paper: what the paper says of itself is typed too. */
  onPaper?: boolean;
}

/** Drafting, revising and recording differ only in the command that carries the same content. */
function useSave({ target, onPaper }: EditorProps, form: FormInstance<EditorValues>) {
  const creating = useSending('plans', 'create', form);
  const revising = useSending('plans', 'revise', form);
  const recording = useSending('plans', 'recordIssued', form);
  const save = async (content: PlanContent, values: EditorValues) => {
    if (onPaper) return recording.submit({ content, ...paperOf(values) });
    return target ? revising.submit({ content }, target) : creating.submit({ content });
  };
  return { ...(onPaper ? recording : target ? revising : creating), save };
}

function Editor(props: EditorProps) {
  const { content, onPaper } = props;
  const { t } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const organisations = useOrganisations();
  const agreements = useAgreementOptions();
  const [form] = Form.useForm<EditorValues>();
  const { busy, problem, reload, save } = useSave(props, form);
  const submit = async () => {
    // All of the form's store: the ids of sections and items have no field of their own.
    const values: EditorValues = form.getFieldsValue(true);
    const answer = await save(
      contentOf(values, content, {
        agencies: (ids) => agenciesOf(ids ? [...ids] : [], organisations),
        agreement: (id) => agreements.find(({ value }) => value === id),
        newId: newKey,
      }),
      values,
    );
    if (!answer) return;
    void message.success(t('draft.saved'));
    void navigate(`/plans/${answer.id}`);
  };
  return (
    <Form<EditorValues>
      form={form}
      name="draft"
      layout="vertical"
      initialValues={valuesOf(content)}
      onFinish={() => void submit()}
      scrollToFirstError
    >
      {problem && <Refusal problem={problem} again={reload} />}
      {onPaper && <PaperFields />}
      <section className="panel" aria-label={t('draft.title')}>
        <AreaField name="title" label={t('draft.name')} rows={2} max={1000} />
        <ChoiceField name="agreementIds" label={t('draft.agreement')} options={agreements} many optional />
        <OrganisationField name="focalAgencyId" label={t('draft.focal')} optional />
        <Form.Item name="legalBases" label={t('draft.bases')} extra={t('draft.basesHint')}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </section>
      <section className="panel">
        <header>
          <h2>{t('draft.sections')}</h2>
        </header>
        <SectionsField />
      </section>
      <section className="panel" aria-label={t('plans.tab.provisions')}>
        <ProvisionsField />
        <Form.Item name="recipients" label={t('recipients.title')} extra={t('form.perLine')}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </section>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('form.save')}
      </Button>
    </Form>
  );
}

export function NewDraftPage() {
  const { t } = useWords();
  return (
    <Page title={t('plans.new')} above={{ to: '/plans', title: t('plans.title') }}>
      <Editor content={blankContent} />
    </Page>
  );
}

/** Entering what was issued on paper: one act, no invented drafting. */
export function RecordIssuedPage() {
  const { t } = useWords();
  return (
    <Page title={t('plans.record')} above={{ to: '/plans', title: t('plans.title') }}>
      <p>{t('plans.recordHint')}</p>
      <Editor content={blankContent} onPaper />
    </Page>
  );
}

export function DraftPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const query = useRead(reads.plan(id));
  return (
    <Loaded query={query}>
      {(plan) => (
        <Page title={t('draft.edit')} above={{ to: `/plans/${id}`, title: plan.title }}>
          <Editor content={plan.content} target={plan} />
        </Page>
      )}
    </Loaded>
  );
}
