import { Form, Input } from 'antd';
import { fileOf } from '../client/file-facts.js';
import { useItem } from '../forms/fields.js';
import { RowsField } from '../forms/rows-field.js';
import { useFile } from '../layout/evidence-files.js';
import { useWords } from '../messages/words.js';

/** The address of one file; which file it is stands beneath, so that no other is erased by a slip of the hand. */
function FileAddress({ at }: { at: number }) {
  const { t } = useWords();
  const { rules, ...item } = useItem({ name: at, label: t('erasures.fileAddress') });
  const typed: unknown = Form.useWatch(['files', at]);
  const id = fileOf(typeof typed === 'string' ? typed : '');
  const { facts, erased } = useFile(id ?? '', id !== undefined);
  const isAddress = (_: unknown, value: string | undefined) =>
    !value || fileOf(value) ? Promise.resolve() : Promise.reject(new Error(t('erasures.noFileAddress')));
  const found = erased ? t('files.erased', { name: t('files.name', { n: at + 1 }) }) : facts?.name;
  return (
    <Form.Item {...item} extra={id && found} rules={[...rules, { validator: isAddress }]}>
      <Input maxLength={300} />
    </Form.Item>
  );
}

export function FilesField() {
  const { t } = useWords();
  return (
    <RowsField
      name="files"
      title={t('erasures.files')}
      hint={t('erasures.filesHint')}
      addTitle={t('erasures.addFile')}
      blank=""
    >
      {(at) => <FileAddress at={at} />}
    </RowsField>
  );
}
