import type { ObligationView } from '@lien-ket/contracts';
import { Alert, App, Button, Form, Input, Switch, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { contractOfCommand } from '../client/commands.js';
import { DocumentFields } from '../forms/document-fields.js';
import { EvidenceField } from '../forms/evidence-field.js';
import { FiguresField } from '../forms/figures-field.js';
import { TextField } from '../forms/fields.js';
import { Refusal } from '../forms/refusal.js';
import { useSending } from '../forms/sending.js';
import { Panel } from '../layout/page.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { ReportText } from './report-text.js';
import { reportOf, reportValues, type ReportValues } from './report.js';

/** Headings that were asked for stay as they are; a campaign that asks by headings is answered by no others. */
function Parts({ fixed, closed }: { fixed: number; closed: boolean }) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const parts: ReportValues['parts'] | undefined = Form.useWatch('parts', {
    form,
    preserve: true,
  });
  return (
    <Form.List name="parts">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key}>
              {name >= fixed && (
                <TextField name={[name, 'heading']} label={t('input.heading')} max={600} optional />
              )}
              <Form.Item name={[name, 'text']} label={parts?.[name]?.heading || t('obligations.content')}>
                <Input.TextArea rows={5} maxLength={20000} />
              </Form.Item>
              {name >= fixed && (
                <Button size="small" type="text" onClick={() => remove(name)}>
                  {t('form.remove')}
                </Button>
              )}
            </div>
          ))}
          {!closed && (
            <Button className="below" onClick={() => add({ heading: '', text: '' })}>
              {t('obligations.addPart')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

interface Opened {
  readonly revision: number;
  readonly draft: ObligationView['draft'];
}

/**
 * The state of the duty that the form was filled from. Its revision is what is sent with an act, so that a draft which
 * somebody saved meanwhile is never written over unseen.
 */
function useOpened(obligation: ObligationView, form: FormInstance<ReportValues>) {
  const [opened, setOpened] = useState<Opened>(obligation);
  const { revision, draft } = obligation;
  const newer = revision > opened.revision;
  const changed = newer && JSON.stringify(draft) !== JSON.stringify(opened.draft);
  const take = () => {
    setOpened({ revision, draft });
    form.resetFields();
  };
  useEffect(() => {
    if (newer && !changed) setOpened({ revision, draft });
    if (changed && !form.isFieldsTouched()) take();
  });
  return { opened, changed, take, keep: () => setOpened({ revision, draft }), saved: setOpened };
}

/** Somebody saved a draft while this one was being typed: both are seen, the person chooses. */
function MovedDraft({ draft, take, keep }: { draft: ObligationView['draft']; take(): void; keep(): void }) {
  const { t } = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('obligations.draftMoved')}
      description={
        <>
          {draft && <ReportText report={draft} />}
          <div className="acts">
            <Button onClick={take}>{t('obligations.takeDraft')}</Button>
            <Button onClick={keep}>{t('obligations.keepMine')}</Button>
          </div>
        </>
      }
    />
  );
}

function useReportActs(obligation: ObligationView, form: FormInstance<ReportValues>) {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const state = useOpened(obligation, form);
  const drafting = useSending('obligations', 'draftReport', form);
  const sending = useSending('obligations', 'sendReport', form);
  const words = { heading: t('obligations.content'), file: (n: number) => t('files.name', { n }) };
  const target = { id: obligation.id, revision: state.opened.revision };
  const saveDraft = async () => {
    const report = reportOf(form.getFieldsValue(true), words);
    const answer = await drafting.submit({ report }, target);
    if (!answer) return;
    state.saved({ revision: answer.revision, draft: report });
    void message.success(t('obligations.saved'));
  };
  const sendReport = async () => {
    const sound = await form.validateFields().catch(() => undefined);
    if (!sound || !(await sending.submit({ report: reportOf(form.getFieldsValue(true), words) }, target)))
      return;
    void message.success(
      t('form.done', { what: contractOfCommand('obligations', 'sendReport').summary[language] }),
    );
  };
  return { ...state, drafting, sending, saveDraft, sendReport, initial: reportValues(obligation, words) };
}

/** The report by its headings; an officer keeps a draft, the head sends. */
export function ReportEditor({ obligation }: { obligation: ObligationView }) {
  const { t, language } = useWords();
  const may = useMay();
  const [form] = Form.useForm<ReportValues>();
  const nil = Form.useWatch('nil', form);
  const { drafting, sending, ...acts } = useReportActs(obligation, form);
  const refused = [sending, drafting].find(({ problem }) => problem);
  return (
    <Panel title={t('obligations.editor')}>
      <Form<ReportValues>
        form={form}
        name="report"
        layout="vertical"
        initialValues={acts.initial}
        onFinish={() => void acts.saveDraft()}
      >
        {refused?.problem && <Refusal problem={refused.problem} again={refused.reload} />}
        {acts.changed && <MovedDraft draft={obligation.draft} take={acts.take} keep={acts.keep} />}
        <Form.Item name="nil" label={t('input.nil')} valuePropName="checked" layout="horizontal">
          <Switch />
        </Form.Item>
        <div hidden={nil === true}>
          <Parts
            fixed={obligation.headings.length}
            closed={obligation.campaignId !== null && obligation.headings.length > 0}
          />
          <FiguresField name="figures" />
          <EvidenceField />
        </div>
        <DocumentFields title={t('obligations.reportDocument')} />
        <div className="acts">
          <Button htmlType="submit" loading={drafting.busy}>
            {t('obligations.saveDraft')}
          </Button>
          {may('obligations', 'sendReport') && (
            <Button type="primary" loading={sending.busy} onClick={() => void acts.sendReport()}>
              {contractOfCommand('obligations', 'sendReport').summary[language]}
            </Button>
          )}
        </div>
        {!may('obligations', 'sendReport') && <p className="quiet">{t('obligations.onlyHead')}</p>}
      </Form>
    </Panel>
  );
}
