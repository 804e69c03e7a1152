import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../client/client.js';
import { contractOf, type Operation } from '../client/commands.js';
import { newKey } from '../client/keys.adapter.js';
import { isProblem, Problem } from '../client/problem.js';

/** A POST that belongs to the platform and not to a tenant's resources. */
export function usePosting(operation: Operation, parts: Readonly<Record<string, string>> = {}) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (body: unknown): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const path = contractOf(operation).path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(parts[name] ?? ''),
      );
      await post(path, body, { 'Idempotency-Key': newKey() });
      await client.invalidateQueries();
      return true;
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem(0, 'portal', String(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, submit, clear: () => setProblem(undefined) };
}
