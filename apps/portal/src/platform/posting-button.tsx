import { Button, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { contractOf, type Operation } from '../client/commands.js';
import { useOpener } from '../forms/opener.js';
import { Refusal } from '../forms/refusal.js';
import { useWords } from '../messages/words.js';
import { usePosting } from './posting.js';

interface Props {
  operation: Operation;
  /** What stands in the path beside the id. */
  parts?: Readonly<Record<string, string>>;
  onDone?(): void;
  /** Fields of its body; without any, the dialog asks only whether it is meant. */
  children?: ReactNode;
}

/** An operation of the platform that is no command on an aggregate, as its button and dialog. */
export function PostingButton<V extends object>({ operation, parts = {}, onDone, children }: Props) {
  const { t, language } = useWords();
  const [open, setOpen] = useState(false);
  const button = useOpener(open);
  const [form] = Form.useForm<V>();
  const posting = usePosting(operation, parts);
  const name = contractOf(operation).summary[language];
  const submit = async (values: V) => {
    if (!(await posting.submit(values))) return;
    setOpen(false);
    onDone?.();
  };
  return (
    <>
      <Button ref={button} onClick={() => setOpen(true)}>
        {name}
      </Button>
      {open && (
        <Modal
          open
          title={name}
          okText={t('form.ok')}
          cancelText={t('form.cancel')}
          confirmLoading={posting.busy}
          mask={{ closable: false }}
          onOk={form.submit}
          onCancel={() => setOpen(false)}
        >
          <Form<V> form={form} name={operation} layout="vertical" onFinish={(values) => void submit(values)}>
            {posting.problem && <Refusal problem={posting.problem} again={posting.clear} />}
            {children ?? <p>{t('form.sure', { what: name })}</p>}
          </Form>
        </Modal>
      )}
    </>
  );
}
