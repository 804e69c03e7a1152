import type { MeView, OrganisationView } from '@lien-ket/contracts';

type Known = Pick<OrganisationView, 'id' | 'name' | 'endedOn' | 'successor'>;

/** A post that is still held in an organisation that is no more. */
export interface EndedPost {
  readonly organisation: string;
  readonly endedOn: string;
  readonly successor: string | null;
  /** The register has the successor, so that people can be appointed there and duties transferred to it. */
  readonly registered: boolean;
}

/** Organisations of one's own posts whose last day is over; each once, whatever is held there. */
export function endedPosts(
  { assignments, businessDate }: Pick<MeView, 'assignments' | 'businessDate'>,
  organisations: readonly Known[],
): readonly EndedPost[] {
  const own = organisations.filter(({ id }) => assignments.some((post) => post.organisationId === id));
  return own.flatMap(({ name, endedOn, successor }) => {
    if (!endedOn || endedOn >= businessDate) return [];
    const registered = organisations.some((one) => one.name === successor);
    return [{ organisation: name, endedOn, successor: successor ?? null, registered }];
  });
}
