import { App, Form, Modal } from 'antd';
import { useId } from 'react';
import type { CommandName, Resource } from '../client/commands.js';
import { useWords } from '../messages/words.js';
import type { CommandProps } from './command-button.js';
import { Refusal } from './refusal.js';
import { useSending } from './sending.js';

interface DialogProps {
  name: string;
  close(): void;
}

export function CommandDialog<R extends Resource, C extends CommandName<R>, V extends object>({
  resource,
  command,
  target,
  body,
  initial,
  children,
  onDone,
  wide,
  name,
  close,
}: CommandProps<R, C, V> & DialogProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<V>();
  const id = useId();
  const sending = useSending(resource, command, form);
  /** Escape shuts the dialog, but never over what was typed: one presses it to shut a calendar or a list as well. */
  const cancel = ({ type }: { type: string }) => {
    if (type !== 'keydown' || !form.isFieldsTouched()) close();
  };
  const submit = async (values: V) => {
    const answer = await sending.submit(body(values), target);
    if (!answer) return;
    void message.success(t('form.done', { what: name }));
    close();
    onDone?.(answer);
  };
  return (
    <Modal
      open
      title={name}
      width={wide ? 860 : 560}
      okText={t('form.ok')}
      cancelText={t('form.cancel')}
      confirmLoading={sending.busy}
      mask={{ closable: false }}
      onOk={form.submit}
      onCancel={cancel}
    >
      <Form<V>
        form={form}
        name={id}
        layout="vertical"
        initialValues={initial ?? {}}
        onFinish={(values) => void submit(values)}
        scrollToFirstError
      >
        {sending.problem && <Refusal problem={sending.problem} again={sending.reload} />}
        {children ?? <p>{t('form.sure', { what: name })}</p>}
      </Form>
    </Modal>
  );
}
