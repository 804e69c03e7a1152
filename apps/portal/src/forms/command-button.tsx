import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Target } from '../client/client.js';
import {
  contractOfCommand,
  type Body,
  type CommandAnswer,
  type CommandName,
  type Resource,
} from '../client/commands.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { CommandDialog } from './command-dialog.js';
import { useOpener } from './opener.js';

export interface CommandProps<R extends Resource, C extends CommandName<R>, V extends object> {
  resource: R;
  command: C;
  /** The thing as it was read; missing for `create`. */
  target?: Target;
  /** What was typed → what is sent. */
  body(values: V): Body<R, C>;
  initial?: Partial<V>;
  /** Fields; without any, the dialog asks only whether it is meant. */
  children?: ReactNode;
  onDone?(answer: CommandAnswer): void;
  wide?: boolean;
}

interface ButtonProps {
  primary?: boolean;
  danger?: boolean;
  title?: string;
}

/** A command as its button and its dialog. Absent for those whose role may not send it. */
export function CommandButton<R extends Resource, C extends CommandName<R>, V extends object>({
  primary,
  danger,
  title,
  ...command
}: CommandProps<R, C, V> & ButtonProps) {
  const { language } = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const button = useOpener(open);
  if (!may(command.resource, command.command)) return null;
  const name = title ?? contractOfCommand(command.resource, command.command).summary[language];
  return (
    <>
      <Button
        ref={button}
        type={primary ? 'primary' : 'default'}
        danger={danger ?? false}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      {open && <CommandDialog {...command} name={name} close={() => setOpen(false)} />}
    </>
  );
}
