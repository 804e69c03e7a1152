import { Alert, App, Button, Form } from 'antd';
import { useState } from 'react';
import { useList } from '../client/queries.js';
import { reads, type TenantView } from '../client/reads.js';
import { TextField } from '../forms/fields.js';
import { Refusal } from '../forms/refusal.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, Records } from '../layout/records.js';
import { Seldom } from '../layout/seldom.js';
import { LoadedList } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { PostingButton } from './posting-button.js';
import { usePosting } from './posting.js';
import { Rebuilds } from './rebuilds.js';

interface Values {
  id: string;
  name: string;
  code?: string;
  login: string;
  person: string;
}

/** Its first administrator, with the password that is told this once and kept nowhere. */
interface Given {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

function OneTime({ given, close }: { given: Given; close(): void }) {
  const { t } = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      className="refusal"
      title={t('tenants.given')}
      description={
        <>
          <Facts
            facts={[
              [t('input.name'), given.name],
              [t('tenants.login'), <code key="login">{given.login}</code>],
              [t('tenants.password'), <code key="password">{given.password}</code>],
            ]}
          />
          <p>{t('tenants.once')}</p>
        </>
      }
      action={<Button onClick={close}>{t('tenants.written')}</Button>}
    />
  );
}

function Fields() {
  const { t } = useWords();
  return (
    <>
      <div className="columns">
        <TextField name="name" label={t('tenants.name')} max={120} />
        <TextField name="id" label={t('tenants.id')} hint={t('tenants.idHint')} max={40} />
        <TextField name="code" label={t('tenants.code')} max={10} optional />
      </div>
      <div className="columns">
        <TextField name="person" label={t('tenants.person')} max={120} />
        <TextField name="login" label={t('tenants.login')} hint={t('tenants.loginHint')} max={80} />
      </div>
    </>
  );
}

/** A tenant with its first administrator: without one nobody could sign in to it. */
function NewTenant() {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [given, setGiven] = useState<Given>();
  const posting = usePosting('tenants.create');
  const submit = async ({ id, name, code, login, person }: Values) => {
    const facts = { id, name, administrator: { login, name: person }, ...(code ? { code } : {}) };
    const made = await posting.submit<{ administrator?: Given }>(facts);
    if (!made) return;
    setGiven(made.administrator);
    void message.success(t('tenants.created', { name }));
    form.resetFields();
  };
  const propose = ({ id }: Partial<Values>) => {
    if (id !== undefined && !form.isFieldTouched('login')) form.setFieldValue('login', `${id}.ubnd.admin`);
  };
  return (
    <Panel title={t('tenants.new')}>
      {given && <OneTime given={given} close={() => setGiven(undefined)} />}
      <Form<Values>
        form={form}
        name="tenant"
        layout="vertical"
        onValuesChange={propose}
        onFinish={(values) => void submit(values)}
      >
        {posting.problem && <Refusal problem={posting.problem} again={posting.clear} />}
        <Fields />
        <Button type="primary" htmlType="submit" loading={posting.busy}>
          {t('form.add')}
        </Button>
      </Form>
    </Panel>
  );
}

/**
 * The code is corrected to what the reference data have; the reason stands in the tenant's own log.
 */
function SeldomDone({ id, name }: Pick<TenantView, 'id' | 'name'>) {
  const { t } = useWords();
  return (
    <Seldom name={name}>
      <PostingButton<{ code: string; reason: string }> operation="tenants.correctEntry" parts={{ id }}>
        <TextField name="code" label={t('tenants.code')} max={10} />
        <TextField name="reason" label={t('input.reason')} max={1000} />
      </PostingButton>
    </Seldom>
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
                { key: 'until', title: t('input.to'), cell: ({ endsOn }) => day(endsOn) },
                {
                  key: 'acts',
                  title: t('table.acts'),
                  cell: ({ id, name }) => <SeldomDone {...{ id, name }} />,
                },
              ]}
            />
          )}
        </LoadedList>
      </div>
      <NewTenant />
      <Rebuilds ofAll />
    </Page>
  );
}
