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
  /** What was answered; nothing after a refusal, which is then the problem. */
  const submit = async <T extends object>(body: unknown): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const path = contractOf(operation).path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(parts[name] ?? ''),
      );
      const answer = await post<T>(path, body, { 'Idempotency-Key': newKey() });
      await client.invalidateQueries();
      return answer;
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem(0, 'portal', String(error)));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, submit, clear: () => setProblem(undefined) };
}
