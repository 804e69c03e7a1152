import { useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { send, type Target } from '../client/client.js';
import type { Body, CommandAnswer, CommandName, Resource } from '../client/commands.js';
import { newKey } from '../client/keys.adapter.js';
import { isProblem, pathOf, Problem } from '../client/problem.js';
import { fieldOfFault } from './fault-fields.js';

export interface Sending<B> {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** The answer, or undefined when it was refused; `problem` then says why. */
  submit(body: B, target?: Target): Promise<CommandAnswer | undefined>;
  /** Reads everything again, after somebody else's change. */
  reload(): void;
}

/** The key of one act: the same bytes to the same thing are the same act, so that a second try is done once. */
function useActKey(): (act: string) => string {
  const last = useRef({ act: '', key: '' });
  return (act) => {
    if (last.current.act !== act) last.current = { act, key: newKey() };
    return last.current.key;
  };
}

type FaultForm = Pick<FormInstance, 'setFields' | 'getFieldsError'>;
type FieldSetter = Parameters<FormInstance['setFields']>[0];

/** Puts each fault beside the field it names, where the form has that field. */
function showFaults(form: FaultForm, { faults }: Problem): void {
  const known = form.getFieldsError().map(({ name }) => name);
  const fields = faults.flatMap(({ pointer, detail }) => {
    const name = fieldOfFault(pathOf(pointer), known);
    return name ? [{ name, errors: [detail] }] : [];
  });
  form.setFields(fields as FieldSetter);
}

export function useSending<R extends Resource, C extends CommandName<R>>(
  resource: R,
  command: C,
  form?: FaultForm,
): Sending<Body<R, C>> {
  const client = useQueryClient();
  const keyOf = useActKey();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const reload = () => {
    setProblem(undefined);
    void client.invalidateQueries();
  };
  const submit = async (body: Body<R, C>, target?: Target) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const key = keyOf(JSON.stringify([command, target, body]));
      const answer = await send(resource, command, { body, key, target });
      await client.invalidateQueries();
      return answer;
    } catch (error) {
      const refused = isProblem(error) ? error : new Problem(0, 'portal', String(error));
      setProblem(refused);
      if (form) showFaults(form, refused);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, submit, reload };
}
