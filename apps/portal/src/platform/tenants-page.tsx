import { App, Button, Form } from 'antd';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { TextField } from '../forms/fields.js';
import { Refusal } from '../forms/refusal.js';
import { Page, Panel } from '../layout/page.js';
import { Records } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { usePosting } from './posting.js';

interface Values {
  id: string;
  name: string;
  code?: string;
}

function NewTenant() {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const posting = usePosting('tenants.create');
  const submit = async ({ id, name, code }: Values) => {
    if (!(await posting.submit({ id, name, ...(code ? { code } : {}) }))) return;
    void message.success(t('tenants.created', { name }));
    form.resetFields();
  };
  return (
    <Panel title={t('tenants.new')}>
      <Form<Values> form={form} name="tenant" layout="vertical" onFinish={(values) => void submit(values)}>
        {posting.problem && <Refusal problem={posting.problem} again={posting.clear} />}
        <div className="columns">
          <TextField name="id" label={t('tenants.id')} hint={t('tenants.idHint')} max={40} />
          <TextField name="name" label={t('tenants.name')} max={120} />
          <TextField name="code" label={t('tenants.code')} max={10} optional />
        </div>
        <Button type="primary" htmlType="submit" loading={posting.busy}>
          {t('form.add')}
        </Button>
      </Form>
    </Panel>
  );
}

export function TenantsPage() {
  const { t } = useWords();
  const list = useList(reads.tenants());
  return (
    <Page title={t('tenants.title')}>
      <div className="panel">
        <LoadedList list={list} none={t('tenants.none')}>
          {(items) => (
            <Records
              caption={t('tenants.title')}
              records={items}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', title: t('tenants.name'), cell: ({ name }) => name },
                { key: 'id', title: t('tenants.id'), cell: ({ id }) => id },
                { key: 'code', title: t('tenants.code'), cell: ({ code }) => code ?? '–' },
              ]}
            />
          )}
        </LoadedList>
      </div>
      <NewTenant />
    </Page>
  );
}
