import type { ObligationView } from '@lien-ket/contracts';
import { App, Button, Form, Input, Switch } from 'antd';
import { contractOfCommand } from '../client/commands.js';
import { FiguresField } from '../forms/figures-field.js';
import { TextField } from '../forms/fields.js';
import { Refusal } from '../forms/refusal.js';
import { useSending } from '../forms/sending.js';
import { Panel } from '../layout/page.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { reportOf, reportValues, type ReportValues } from './report.js';

function Parts({ fixed }: { fixed: number }) {
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
          <Button className="below" onClick={() => add({ heading: '', text: '' })}>
            {t('obligations.addPart')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** The report by its headings; an officer keeps a draft, the head sends. */
export function ReportEditor({ obligation }: { obligation: ObligationView }) {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const may = useMay();
  const [form] = Form.useForm<ReportValues>();
  const nil = Form.useWatch('nil', form);
  const drafting = useSending('obligations', 'draftReport', form);
  const sending = useSending('obligations', 'sendReport', form);
  const problem = sending.problem ?? drafting.problem;
  const initial = reportValues(obligation, t('obligations.content'));
  const report = () => ({ report: reportOf(form.getFieldsValue(true), obligation.draft) });
  const saveDraft = async () => {
    if (await drafting.submit(report(), obligation)) void message.success(t('obligations.saved'));
  };
  const sendReport = async () => {
    if (await sending.submit(report(), obligation))
      void message.success(
        t('form.done', { what: contractOfCommand('obligations', 'sendReport').summary[language] }),
      );
  };
  return (
    <Panel title={t('obligations.editor')}>
      <Form<ReportValues>
        form={form}
        name="report"
        layout="vertical"
        initialValues={initial}
        onFinish={() => void saveDraft()}
      >
        {problem && (
          <Refusal problem={problem} again={problem === sending.problem ? sending.reload : drafting.reload} />
        )}
        <Form.Item name="nil" label={t('input.nil')} valuePropName="checked" layout="horizontal">
          <Switch />
        </Form.Item>
        <div hidden={nil === true}>
          <Parts fixed={obligation.headings.length} />
          <FiguresField name="figures" />
        </div>
        <div className="acts">
          <Button htmlType="submit" loading={drafting.busy}>
            {t('obligations.saveDraft')}
          </Button>
          {may('obligations', 'sendReport') && (
            <Button type="primary" loading={sending.busy} onClick={() => void sendReport()}>
              {contractOfCommand('obligations', 'sendReport').summary[language]}
            </Button>
          )}
        </div>
        {!may('obligations', 'sendReport') && <p className="quiet">{t('obligations.onlyHead')}</p>}
      </Form>
    </Panel>
  );
}
